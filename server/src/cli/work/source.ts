import { type ChangedFiles, isChanged } from '../changed-files.ts';
import { listInputs, standardInput } from '../files.ts';
import type { Shell } from '../shell.ts';
import { openStandardInput } from '../standard-input.ts';
import { jobsFor } from './jobs.ts';
import type { Item } from './work.ts';

export interface Source {
  readonly batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>;
  readonly jobs: number;
  /** How many items there are, 0 where that is not known. */
  readonly total: number;
  /** Lines come in and go out one for one: then errors are data. */
  readonly isFilter: boolean;
}

export interface SourceOptions {
  /** Left out: as many as there are processors for many files, one for what comes over standard input. */
  readonly jobs: number | undefined;
  /** Left out: all files, changed or not. */
  readonly changed: ChangedFiles | undefined;
}

/** Finds out what there is to work on. */
export async function openSource(
  paths: readonly string[],
  { jobs, changed }: SourceOptions,
  shell: Shell,
): Promise<Source> {
  if (paths.length === 1 && paths[0] === standardInput) {
    const input = await openStandardInput();
    return input.kind === 'items'
      ? { batches: input.batches, jobs: jobs ?? 1, total: 0, isFilter: true }
      : { batches: [[input.item]], jobs: 1, total: 1, isFilter: false };
  }
  const listed = await listInputs(paths, shell);
  const items = changed ? listed.filter(({ file }) => isChanged(changed, file)) : listed;
  // Only the main thread can read it.
  const readsStandardInput = items.some(({ file }) => file === standardInput);
  return {
    batches: inBatches(items),
    jobs: readsStandardInput ? 1 : jobsFor(items.length, jobs),
    total: items.length,
    isFilter: false,
  };
}

function* inBatches(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}

/** Enough that handing it over costs nothing beside the work, few enough that no thread is left without. */
const batchSize = 16;
