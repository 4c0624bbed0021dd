import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { type DecodedText, decode } from '../workspace/decode.ts';
import type { FileEntry, Files } from '../workspace/files.ts';
import { largestArticle, longestHead } from '../workspace/large-articles.ts';

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
  read: async (uri) => (await decodedFile(uri))?.text ?? headOfLargeFile(uri),
  encodingOf: decodedFile,
};

/** Undefined for what is too large, too. */
async function decodedFile(uri: string): Promise<DecodedText | undefined> {
  try {
    const { file, size } = await regularFile(uri);
    return size > largestFile ? undefined : decode(await readFile(file));
  } catch {
    return undefined;
  }
}

async function headOfLargeFile(uri: string): Promise<{ readonly head: string } | undefined> {
  try {
    const { file, size } = await regularFile(uri);
    const head = size > largestFile ? decode(await readBeginning(file))?.text : undefined;
    return head === undefined ? undefined : { head };
  } catch {
    return undefined;
  }
}

/** @throws where it is no file: a link may lead to a folder, or to a device that never ends. */
async function regularFile(uri: string): Promise<{ readonly file: string; readonly size: number }> {
  const file = URI.parse(uri).fsPath;
  const found = await stat(file);
  if (!found.isFile()) throw new Error('This is no file');
  return { file, size: found.size };
}

/** In bytes: what is larger has more than {@link largestArticle} characters, whatever they are. */
const largestFile = 4 * largestArticle;

async function readBeginning(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHead), 0, longestHead, 0);
    // Not to end within a character, which would look like damage.
    const end = buffer.lastIndexOf('\n', bytesRead - 1);
    return buffer.subarray(0, end > 0 ? end + 1 : bytesRead);
  } finally {
    await handle.close();
  }
}

const filesAtOnce = 64;

async function entryOf(file: string): Promise<FileEntry> {
  const uri = URI.file(file).toString();
  return stat(file).then(
    ({ size, mtimeMs }) => ({ uri, stamp: `${size}-${mtimeMs}` }),
    () => ({ uri, stamp: undefined }),
  );
}
