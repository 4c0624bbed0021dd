import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { FolderStore } from '../workspace/cache.ts';

/** Keeps the files of the cache in a folder of this machine, given by URI; undefined where it is somewhere else. */
export function nodeCache(storage: string): FolderStore | undefined {
  const uri = URI.parse(storage);
  if (uri.scheme !== 'file') return undefined;
  const fileOf = (folder: string, kind: 'index' | 'answer'): string => {
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
    return path.join(uri.fsPath, `${kind}-${name}.txt`);
  };
  return {
    read: (folder) => readFile(fileOf(folder, 'index')).catch(() => undefined),
    append: (folder, content) => appendFile(fileOf(folder, 'index'), content),
    replace: (folder, content) => replaceFile(fileOf(folder, 'index'), content),
    recall: (folder) => readFile(fileOf(folder, 'answer'), 'utf8').catch(() => undefined),
    remember: (folder, answer) => replaceFile(fileOf(folder, 'answer'), answer),
  };
}

async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(draft, content);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
