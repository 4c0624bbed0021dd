import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';

const root = path.resolve(import.meta.dirname, '../../..');

/** The files that make up the package, relative to the root of the project. */
export function packagedFiles() {
  return listFiles({ cwd: root, packageManager: PackageManager.None });
}

/** Installs what would be packaged into an extensions folder, as VS Code does with a `.vsix`. */
export async function installExtension(extensions) {
  const { publisher, name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const folder = path.join(extensions, `${publisher}.${name}-${version}`);
  for (const file of await packagedFiles()) await cp(path.join(root, file), path.join(folder, file));
}
