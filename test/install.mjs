import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';

const root = path.dirname(import.meta.dirname);

/** Runs `npm ci` unless what is installed is what `package-lock.json` asks for. Rejects if it fails. */
export async function installDependencies() {
  if (isInstalled()) return;
  const { code, reason } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, seconds: 600 });
  if (code !== 0) throw new Error(`npm ci: ${reason}`);
}

/** npm notes what it has installed in a lock file of its own, without what this platform does not need. */
function isInstalled() {
  const note = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = Object.entries(packagesOf(path.join(root, 'package-lock.json'))).filter(([place]) => place !== '');
  const installed = packagesOf(note);
  return wanted.every(([place, { version, optional, devOptional }]) =>
    installed[place] === undefined ? optional === true || devOptional === true : installed[place].version === version,
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
