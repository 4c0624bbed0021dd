import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { message } from '../../core/text/message.ts';
import { type Catalogues, createCatalogues } from '../../workspace/catalogues.ts';
import { placeOf, readCatalogueText } from '../configuration.ts';
import { standardInput } from '../files.ts';
import type { Shell } from '../shell.ts';
import { reasonOf } from '../system-error.ts';
import type { Item, Outcome, Task, Work } from '../work/work.ts';
import { openResultCache, type ResultCache } from './result-cache.ts';

export interface CacheOptions {
  /** Given where the task asks catalogues of boilerplate: whether the shipped one, too. */
  readonly catalogue?: boolean;
}

/** Work of which what was done before for the same files is remembered. */
export interface CachedWork {
  readonly work: Work;
  finish(): Promise<void>;
}

/**
 * Remembers outcomes between runs. An outcome counts as long as size and times of its file are the same, and everything
 * else that it depends on: the task, the catalogue that applies to the file, and the program itself. Undefined where the
 * cache cannot be used; the shell has been told then, and the work is done without.
 */
export async function cachedWork(
  work: Work,
  task: Task,
  options: CacheOptions,
  shell: Shell,
): Promise<CachedWork | undefined> {
  const program = digest(readFileSync(__filename));
  const folder = cacheFolder(process.env);
  const prefix = `${program.slice(0, 16)}-`;
  let cache: ResultCache | undefined;
  const give = (error: unknown): void => {
    if (cache) shell.note(message('The results cannot be kept for the next time: {0}', reasonOf(error)));
    cache = undefined;
  };
  try {
    const file = path.join(folder, `${prefix}${digest(keyOf(task)).slice(0, 16)}.txt`);
    cache = await openResultCache(file, `copydesk results ${program} ${digest(keyOf(task))}`);
    await removeOthers(folder, prefix);
  } catch (error) {
    shell.note(message('The results cannot be kept for the next time: {0}', reasonOf(error)));
    return undefined;
  }
  const catalogueStamp = catalogueStamps(options);

  const keyOfItem = async (item: Item): Promise<Key | undefined> => {
    if (item.file === standardInput || item.text !== undefined || item.bytes || item.invalid) return undefined;
    const stamp = await stampOf(item.file);
    if (stamp === undefined) return undefined;
    const place = placeOf(item.file);
    const name = digest(JSON.stringify([place, item.file, item.isNamed])).slice(0, 32);
    return { name, stamp: `${stamp}-${await catalogueStamp(place)}` };
  };
  const lookUp = async (key: Key | undefined): Promise<Outcome | undefined> => {
    const content = key && (await cache?.get(key.name, key.stamp));
    return content === undefined ? undefined : readOutcome(content);
  };

  return {
    async work(batch) {
      const keys = await Promise.all(batch.map(keyOfItem));
      const known = await Promise.all(keys.map(lookUp));
      const missing = batch.filter((_, at) => known[at] === undefined);
      const fresh = missing.length > 0 ? await work(missing) : [];
      const outcomes: Outcome[] = [];
      let next = 0;
      for (const [at] of batch.entries()) {
        const outcome = known[at] ?? fresh[next++];
        if (!outcome) continue;
        outcomes.push(outcome);
        const key = keys[at];
        if (known[at] || !key || !cache || !mayBeKept(outcome)) continue;
        await cache.put(key.name, key.stamp, JSON.stringify(outcome)).catch(give);
      }
      return outcomes;
    },
    finish: async () => cache?.finish().catch(give),
  };
}

interface Key {
  readonly name: string;
  readonly stamp: string;
}

/** What went wrong may go right the next time. */
function mayBeKept({ failure, otherFailures, product }: Outcome): boolean {
  return failure === undefined && otherFailures === undefined && product?.dependsOnTime !== true;
}

/** The line is as it was written: its checksum says so. */
function readOutcome(content: string): Outcome {
  return JSON.parse(content);
}

/** Everything besides the file that an outcome depends on, except the time: see `dependsOnTime`. */
function keyOf(task: Task): string {
  return JSON.stringify(task, (name, value: unknown) => {
    if (name === 'now') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

/** In milliseconds: a file that was changed so shortly before may be changed once more without its times telling. */
const tooFresh = 50;

async function stampOf(file: string): Promise<string | undefined> {
  try {
    const { size, mtimeNs, ctimeNs, mtimeMs } = await stat(file, { bigint: true });
    return Date.now() - Number(mtimeMs) < tooFresh ? undefined : `${size}-${mtimeNs}-${ctimeNs}`;
  } catch {
    return undefined;
  }
}

/** Tells catalogues apart by what stands in them; '' where no user's catalogue applies. */
function catalogueStamps({ catalogue }: CacheOptions): (place: string) => Promise<string> {
  if (catalogue === undefined) return async () => '';
  const digests = new Map<string, string>();
  const catalogues: Catalogues = createCatalogues({
    async read(file) {
      // Whoever applies the catalogue tells what is wrong with it.
      const text = await readCatalogueText(file, { fail: () => undefined });
      if (text !== undefined) digests.set(file, digest(text).slice(0, 16));
      return text;
    },
  });
  return async (place) => {
    const file = await catalogues.fileOf(place);
    return file === undefined ? '' : (digests.get(file) ?? '');
  };
}

/** Where the system keeps what can be made anew: the XDG Base Directory Specification, and the customs of the others. */
function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (XDG_CACHE_HOME) return path.join(XDG_CACHE_HOME, 'copydesk');
  if (process.platform === 'win32' && LOCALAPPDATA) return path.join(LOCALAPPDATA, 'copydesk', 'cache');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'copydesk');
  return path.join(homedir(), '.cache', 'copydesk');
}

/** What other versions of the program have kept is of no use any more. */
async function removeOthers(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^[0-9a-f]{16}-[0-9a-f]{16}\.txt$/.test(name) && !name.startsWith(prefix)) {
      await rm(path.join(folder, name), { force: true });
    }
  }
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
