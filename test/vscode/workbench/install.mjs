/**
 * A VS Code that comes from the npm registry alone: the package `code-server` holds VS Code's server and its web
 * workbench. Nothing is compiled and no install script runs; the terminal, file watcher and search are prebuilt.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { run } from '../../processes.mjs';

const codeServerVersion = '4.139.1';
/** The major version of Node for which `code-server` was built. */
const nodeVersion = '24';

const root = path.resolve(import.meta.dirname, '../../..');

/**
 * Makes sure that the workbench is installed and resolves to the programs to start it with. Takes about 600 MB in
 * `.vscode-test/` or, shared between checkouts, in the folder that `COPYDESK_VSCODE_CACHE` names.
 * @returns {Promise<{ node: string, serverMain: string }>}
 */
export async function installWorkbench() {
  const cache = process.env.COPYDESK_VSCODE_CACHE ?? path.join(root, '.vscode-test');
  const folder = path.join(cache, `code-server-${codeServerVersion}-node-${nodeVersion}`);
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  const stamp = path.join(folder, 'complete');
  const nodePackage = nodePackageName();
  const programs = {
    node: path.join(folder, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    serverMain: path.join(vscode, 'out/server-main.js'),
  };
  if (existsSync(stamp)) return programs;

  console.log(`Installing VS Code (code-server ${codeServerVersion}) into ${path.relative(process.cwd(), folder)}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const dependencies = { 'code-server': codeServerVersion, [nodePackage]: nodeVersion };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await npmInstall(folder, path.dirname(programs.node));
  await npmInstall(vscode, path.dirname(programs.node));
  await npmInstall(path.join(vscode, 'extensions'), path.dirname(programs.node));
  await writeFile(stamp, '');
  return programs;
}

/** The package of npm that holds nothing but the `node` program of this platform. */
function nodePackageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return [prefix, platform, process.arch].join('-');
}

async function npmInstall(cwd, nodeFolder) {
  const args = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, PATH: `${nodeFolder}${path.delimiter}${process.env.PATH}` };
  const { code, output, reason } = await run('npm', args, {
    cwd,
    env,
    seconds: 600,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (code !== 0) throw new Error(`npm install in ${cwd}: ${reason}\n${output}`);
}
