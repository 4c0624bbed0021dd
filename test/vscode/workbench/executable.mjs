#!/usr/bin/env node
/**
 * Stands in for the desktop program of VS Code when extension tests run: the same arguments, the same exit code, but
 * the extension host belongs to a server and the window is a page in Chromium. See `vscodeExecutablePath` of
 * `@vscode/test-electron`.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { openPage } from './browser.mjs';
import { serveWorkbench } from './server.mjs';

const secondsForAllTests = 480;
/** How the window connects, the store of extensions, and native modules that are not compiled (see install.mjs). */
const knownNoise = /spdlog|native-watchdog|open-vsx|^info (?:Creat|Resolv|\[)|\[Service Worker\]/;

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
process.exitCode = await runTests({
  folder,
  extensionDevelopmentPath: option('extensionDevelopmentPath'),
  extensionDevelopmentKind: option('extensionDevelopmentKind'),
  extensionTestsPath: option('extensionTestsPath'),
});
process.exit();

function option(name) {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

/** Resolves to the exit code of the tests. What the window and the extension host logged is shown if they failed. */
async function runTests({ folder, extensionDevelopmentPath, extensionDevelopmentKind, extensionTestsPath }) {
  const server = await serveWorkbench({
    automation: true,
    // The window ignores the kind of an extension under development, but not this setting.
    settings: extensionDevelopmentKind
      ? { 'remote.extensionKind': { [await identifierOf(extensionDevelopmentPath)]: [extensionDevelopmentKind] } }
      : {},
  });
  const page = await openPage();
  const log = [];
  await page.exposeFunction('codeAutomationLog', (type, values) => {
    const line = [type, ...values].join(' ');
    if (!knownNoise.test(line)) log.push(line);
  });
  const exit = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => reject(new Error('The window crashed')));
    setTimeout(
      () => reject(new Error(`The tests took longer than ${secondsForAllTests} s`)),
      secondsForAllTests * 1000,
    );
  });
  const remote = (file) => `vscode-remote://${server.authority}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extensionDevelopmentPath)],
    ['extensionTestsPath', remote(extensionTestsPath)],
    ['skipWelcome', 'true'],
  ];
  try {
    await page.goto(server.address({ folder, payload: JSON.stringify(payload) }));
    const code = await exit;
    if (code !== 0) console.log(log.join('\n'));
    return code;
  } catch (error) {
    console.log([...log, error.message].join('\n'));
    return 1;
  } finally {
    await page.context().browser()?.close();
    server.close();
  }
}

async function identifierOf(extensionPath) {
  const { publisher, name } = JSON.parse(await readFile(path.join(extensionPath, 'package.json'), 'utf8'));
  return `${publisher}.${name}`;
}
