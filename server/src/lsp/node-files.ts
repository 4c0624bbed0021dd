import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { type DecodedText, decode } from '../workspace/decode.ts';
import type { FileEntry, Files } from '../workspace/files.ts';

/** Files of this machine, under URIs of the scheme `file`. */
export const nodeFiles: Files = {
  async *list(folder, filter) {
    const top = URI.parse(folder).fsPath;
    const folders = [''];
    for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
      const entries = await readdir(path.join(top, current), { withFileTypes: true }).catch(() => []);
      const files: string[] = [];
      for (const entry of entries) {
        const below = current === '' ? entry.name : `${current}/${entry.name}`;
        if (entry.isDirectory()) {
          if (await filter.enters(below)) folders.push(below);
        } else if ((entry.isFile() || entry.isSymbolicLink()) && (await filter.accepts(below))) {
          files.push(path.join(top, below));
        }
      }
      for (let start = 0; start < files.length; start += filesAtOnce) {
        yield* await Promise.all(files.slice(start, start + filesAtOnce).map(entryOf));
      }
    }
  },
  read: async (uri) => (await decodedFile(uri))?.text,
  encodingOf: decodedFile,
};

async function decodedFile(uri: string): Promise<DecodedText | undefined> {
  const file = URI.parse(uri).fsPath;
  try {
    // A link may lead to a folder, or to a device that never ends.
    const { size } = await stat(file).then((found) => (found.isFile() ? found : { size: Number.POSITIVE_INFINITY }));
    return size > largestFile ? undefined : decode(await readFile(file));
  } catch {
    return undefined;
  }
}

/** In bytes. What is larger is a dump rather than an article; it can be opened and checked, but is left out of the index. */
const largestFile = 4 * 1024 * 1024;

const filesAtOnce = 64;

async function entryOf(file: string): Promise<FileEntry> {
  const uri = URI.file(file).toString();
  return stat(file).then(
    ({ size, mtimeMs }) => ({ uri, stamp: `${size}-${mtimeMs}` }),
    () => ({ uri, stamp: undefined }),
  );
}
