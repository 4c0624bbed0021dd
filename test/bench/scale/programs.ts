import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const root = path.join(import.meta.dirname, '../../..');

/** The programs as they are shipped. */
export const program = { cli: path.join(root, 'dist/cli.js'), server: path.join(root, 'dist/server.js') };

export function buildPrograms(): void {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The programs could not be built');
}
