import { renderMessage } from '../../core/text/message.ts';
import { type CacheOptions, cachedWork } from '../cache/cached-work.ts';
import { createProgressBar } from '../progress.ts';
import type { Shell } from '../shell.ts';
import { createWorkers, inOrder } from './pool.ts';
import type { Source } from './source.ts';
import type { Counts, Outcome, Task } from './work.ts';

export interface RunOptions {
  readonly task: Task;
  /** Undefined where results are not kept. */
  readonly cache: CacheOptions | undefined;
  /** The line that stands for a failure in the output; undefined where failures are told to the shell. */
  readonly failureLine: ((outcome: Outcome) => string) | undefined;
  /** Where the output goes to the same screen as the progress. */
  readonly sharesScreen: boolean;
}

/**
 * Does the task for everything in the source, and gives the pieces of the output in order. Tells the shell what there is
 * to tell, shows progress on a terminal, and adds up in `total` what the summary counts.
 */
export async function* piecesOf(
  source: Source,
  { task, cache, failureLine, sharesScreen }: RunOptions,
  total: Total,
  shell: Shell,
): AsyncGenerator<string> {
  const progress = createProgressBar(process.stderr, source.total, () => performance.now());
  const workers = createWorkers(task, source.jobs);
  const kept = cache && (await cachedWork(workers.work, task, cache, shell));
  const told = createOnce();
  let done = 0;
  try {
    for await (const outcome of inOrder(source.batches, { ...workers, ...(kept && { work: kept.work }) })) {
      const { file, notes, failure, product, otherFailures = [] } = outcome;
      if (notes.length + otherFailures.length > 0 || failure || (sharesScreen && product?.piece)) progress.clear();
      // Each thread says the same of what all of them need.
      for (const other of otherFailures) if (told(other)) shell.fail(other.file, other.reason);
      for (const note of notes) if (told(note)) shell.note(note);
      if (failure && failureLine) yield failureLine(outcome);
      else if (failure) shell.fail(file, failure);
      progress.show(++done);
      if (!product) continue;
      total.add(product.counts);
      yield product.piece;
    }
  } finally {
    progress.clear();
    await Promise.all([workers.end(), kept?.finish()]);
  }
}

/** Sums by name. */
export interface Total {
  add(counts: Counts): void;
  of(name: string): number;
}

export function createTotal(): Total {
  const sums = new Map<string, number>();
  return {
    add(counts) {
      for (const [name, count] of Object.entries(counts)) sums.set(name, (sums.get(name) ?? 0) + count);
    },
    of: (name) => sums.get(name) ?? 0,
  };
}

/** In English and with stable keys: it is for programs. */
export function failureAsJson({ file, failure }: Outcome): string {
  return `${JSON.stringify({ file, error: failure && renderMessage(failure) })}\n`;
}

/** Whether something is said for the first time. */
function createOnce(): (said: unknown) => boolean {
  const known = new Set<string>();
  return (said) => {
    const key = JSON.stringify(said);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  };
}
