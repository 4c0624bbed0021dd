import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { decode } from '../workspace/decode.ts';
import type { Files } from '../workspace/files.ts';

/** Files of this machine, under URIs of the scheme `file`. */
export const nodeFiles: Files = {
  async *list(folder, enters) {
    const top = URI.parse(folder).fsPath;
    const folders = [''];
    for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
      const entries = await readdir(path.join(top, current), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const below = current === '' ? entry.name : `${current}/${entry.name}`;
        if (entry.isDirectory()) {
          if (await enters(below)) folders.push(below);
        } else if (entry.isFile() || entry.isSymbolicLink()) {
          yield { path: below, uri: URI.file(path.join(top, below)).toString() };
        }
      }
    }
  },
  async read(uri) {
    const file = URI.parse(uri).fsPath;
    try {
      // A link may lead to a folder, or to a device that never ends.
      const { size } = await stat(file).then((found) => (found.isFile() ? found : { size: Number.POSITIVE_INFINITY }));
      return size > largestFile ? undefined : decode(await readFile(file))?.text;
    } catch {
      return undefined;
    }
  },
};

/** In bytes. What is larger is a dump rather than an article; it can be opened and checked, but is left out of the index. */
const largestFile = 4 * 1024 * 1024;
