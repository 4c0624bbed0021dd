import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { CacheStore } from '../workspace/cache.ts';

/** Keeps the files of the cache in a folder of this machine, given by URI; undefined where it is somewhere else. */
export function nodeCache(storage: string): CacheStore | undefined {
  const uri = URI.parse(storage);
  if (uri.scheme !== 'file') return undefined;
  const fileOf = (folder: string): string => {
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
    return path.join(uri.fsPath, `index-${name}.txt`);
  };
  return {
    read: (folder) => readFile(fileOf(folder)).catch(() => undefined),
    append: (folder, content) => appendFile(fileOf(folder), content),
    async replace(folder, content) {
      const file = fileOf(folder);
      const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
      await mkdir(path.dirname(file), { recursive: true });
      try {
        await writeFile(draft, content);
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}
