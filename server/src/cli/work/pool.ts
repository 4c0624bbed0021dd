import { Worker } from 'node:worker_threads';
import { failed, type Item, type Outcome, type Task, work } from './work.ts';

/**
 * Does the task for every item and gives the outcomes in the order of the items, whatever is done first. With more than
 * one job the work is spread over threads; no more is read ahead than keeps them busy. A thread that dies costs the one
 * file that killed it.
 */
export async function* inOrder(
  batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>,
  task: Task,
  jobs: number,
): AsyncGenerator<Outcome> {
  if (jobs <= 1) {
    for await (const batch of batches) for (const item of batch) yield work(item, task);
    return;
  }
  const threads = Array.from({ length: jobs }, () => createThread(task));
  const idle = [...threads];
  const waiting: ((thread: Thread) => void)[] = [];
  const release = (thread: Thread): void => {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  };
  const acquire = (): Promise<Thread> => {
    const thread = idle.pop();
    return thread ? Promise.resolve(thread) : new Promise((resolve) => waiting.push(resolve));
  };
  const assign = async (batch: readonly Item[]): Promise<readonly Outcome[]> => {
    const thread = await acquire();
    try {
      return await thread.run(batch);
    } finally {
      release(thread);
    }
  };

  const underWay: Promise<readonly Outcome[]>[] = [];
  try {
    for await (const batch of batches) {
      if (underWay.length >= 2 * jobs) yield* (await underWay.shift()) ?? [];
      underWay.push(assign(batch));
    }
    for (const outcomes of underWay) yield* await outcomes;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

interface Thread {
  /** One batch at a time. Never fails. */
  run(batch: readonly Item[]): Promise<readonly Outcome[]>;
  end(): Promise<unknown>;
}

function createThread(task: Task): Thread {
  let worker: Worker | undefined;

  const attempt = (batch: readonly Item[]): Promise<readonly Outcome[]> =>
    new Promise((resolve, reject) => {
      // The program itself: it knows that it is not the main thread.
      const current = worker ?? new Worker(__filename, { workerData: task });
      worker = current;
      const finish = (outcomes: readonly Outcome[]): void => {
        stopListening();
        resolve(outcomes);
      };
      const die = (reason: unknown): void => {
        stopListening();
        worker = undefined;
        reject(reason instanceof Error ? reason : new Error(`exit ${reason}`));
      };
      const stopListening = (): void => {
        current.off('message', finish).off('error', die).off('exit', die);
      };
      current.on('message', finish).on('error', die).on('exit', die);
      current.postMessage(batch);
    });

  const run = async (batch: readonly Item[]): Promise<readonly Outcome[]> => {
    try {
      return await attempt(batch);
    } catch (error) {
      const [only, ...others] = batch;
      if (only === undefined) return [];
      if (others.length === 0) {
        return [{ file: only.file, notes: [], groupCount: 0, projectCount: 0, failure: failed(error) }];
      }
      const outcomes: Outcome[] = [];
      for (const item of batch) outcomes.push(...(await run([item])));
      return outcomes;
    }
  };

  return { run, end: async () => worker?.terminate() };
}
