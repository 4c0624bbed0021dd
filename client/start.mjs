/**
 * Shows Copydesk at work, from a fresh clone: installs, builds, exports the projects of the sample article to the
 * terminal and to a file, and opens the sample folder in a VS Code that has the extension.
 *
 *   npm start [-- --no-open]
 *
 * VS Code is the desktop program where `code` is on the search path, and else a server whose address is printed; that
 * one runs until Ctrl+C. `--no-open` ends before VS Code is opened.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { installDependencies } from '../test/install.mjs';
import { run } from '../test/processes.mjs';

const root = path.dirname(import.meta.dirname);
const sample = 'docs/sample';
const output = 'dist/sample/projects.json';

const { values } = parseArgs({ options: { 'no-open': { type: 'boolean', default: false } } });
try {
  await installDependencies();
  await runNode('esbuild.mjs');
  await runNode('dist/cli.js', 'export', '--format', 'table', sample);
  await mkdir(path.join(root, path.dirname(output)), { recursive: true });
  await runNode('dist/cli.js', 'export', '--format', 'json', '--output', output, sample);
  console.log(`\nThe same as JSON is in ${output}`);
  if (!values['no-open']) await openVsCode(path.join(root, sample));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function runNode(...args) {
  const { code, reason } = await run(process.execPath, args, { cwd: root, seconds: 120 });
  if (code !== 0) throw new Error(`node ${args.join(' ')}: ${reason}`);
}

async function openVsCode(folder) {
  if (isOnSearchPath('code')) {
    console.log(`Opening ${sample} in VS Code`);
    const { code, reason } = await run('code', [`--extensionDevelopmentPath=${root}`, folder], { seconds: 60 });
    if (code !== 0) throw new Error(`code: ${reason}`);
    return;
  }
  const { serveWorkbench } = await import('../test/vscode/workbench/server.mjs');
  const { installExtension } = await import('../test/vscode/workbench/extension.mjs');
  const server = await serveWorkbench({ prepareExtensions: installExtension });
  console.log(`\nVS Code with Copydesk on ${sample}:\n\n  ${server.address({ folder })}\n\nCtrl+C ends it.`);
}

function isOnSearchPath(program) {
  const names = process.platform === 'win32' ? [`${program}.cmd`, `${program}.exe`] : [program];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.some((folder) => names.some((name) => existsSync(path.join(folder, name))));
}
