/** Serves the web workbench of VS Code on a free loopback port, with settings and extensions of its own. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { start, stop } from '../../processes.mjs';
import { installWorkbench } from './install.mjs';

const secondsToStart = 60;

/** A calm window: no welcome page, no sign-in, no assistant, nothing that moves between two screenshots. */
const calmSettings = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts the server and resolves once it listens. `prepareExtensions` may fill the extensions folder, whose path it is
 * given, beforehand. `automation` lets a page run extension tests. Everything that the server writes is in a temporary
 * folder, which `close` removes.
 * @param {{ automation?: boolean, settings?: object, prepareExtensions?: (folder: string) => Promise<void> }} [options]
 */
export async function serveWorkbench({ automation = false, settings = {}, prepareExtensions } = {}) {
  const { node, serverMain } = await installWorkbench();
  const folder = await mkdtemp(path.join(tmpdir(), 'copydesk-vscode-'));
  const extensions = path.join(folder, 'extensions');
  const machineSettings = path.join(folder, 'data/Machine/settings.json');
  await mkdir(extensions);
  await mkdir(path.dirname(machineSettings), { recursive: true });
  await writeFile(machineSettings, JSON.stringify({ ...calmSettings, ...settings }));
  await prepareExtensions?.(extensions);

  const token = randomBytes(16).toString('hex');
  const child = start(
    node,
    [
      serverMain,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
      ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
      ...['--server-data-dir', folder, '--extensions-dir', extensions],
      ...(automation ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const cleanUp = () => {
    stop(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  // Also when Ctrl+C ends this process.
  process.once('exit', cleanUp);
  const close = () => {
    process.off('exit', cleanUp);
    cleanUp();
  };
  try {
    const authority = `127.0.0.1:${await listeningPort(child)}`;
    return { authority, address: (parameters) => addressOf(authority, { ...parameters, tkn: token }), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The server chooses a free port and names it on its standard output as soon as it accepts connections. */
function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const port = /Server bound to 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port !== undefined) finish(() => resolve(port));
    };
    const fail = (reason) => finish(() => reject(new Error(`VS Code's server did not start: ${reason}\n${output}`)));
    const failToStart = (error) => fail(error.message);
    const failByExit = (code) => fail(`exit code ${code}`);
    const timer = setTimeout(() => fail(`not listening after ${secondsToStart} s`), secondsToStart * 1000);
    child.once('error', failToStart).once('exit', failByExit);
    child.stdout.on('data', read);
    child.stderr.on('data', read);

    function finish(settle) {
      clearTimeout(timer);
      child.off('error', failToStart).off('exit', failByExit);
      // What the server says from here on is read and dropped, so that it never waits for a reader.
      child.stdout.off('data', read).resume();
      child.stderr.off('data', read).resume();
      settle();
    }
  });
}

function addressOf(authority, parameters) {
  const address = new URL(`http://${authority}/`);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}
