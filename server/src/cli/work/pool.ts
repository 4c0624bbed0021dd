import { Worker } from 'node:worker_threads';
import { createWork, failedOutcome, type Item, type Outcome, type Task, type Work } from './work.ts';

export interface Workers {
  /** Never fails: a thread that dies costs the one file that killed it. */
  readonly work: Work;
  /** So many batches keep all of them busy. */
  readonly ahead: number;
  end(): Promise<unknown>;
}

/** With one job the work is done in this thread, with more in as many others. */
export function createWorkers(task: Task, jobs: number): Workers {
  if (jobs <= 1) return { work: createWork(task), ahead: 1, end: async () => undefined };
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
  return {
    ahead: 2 * jobs,
    end: () => Promise.all(threads.map((thread) => thread.end())),
    async work(batch) {
      const thread = await acquire();
      try {
        return await thread.work(batch);
      } finally {
        release(thread);
      }
    },
  };
}

/**
 * Gives the outcomes of all items in their order, whatever is done first, each as soon as those before it are there. No
 * more than `ahead` batches are under way.
 */
export async function* inOrder(
  batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>,
  { work, ahead }: Pick<Workers, 'work' | 'ahead'>,
): AsyncGenerator<Outcome> {
  const source = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
  const underWay: Promise<readonly Outcome[]>[] = [];
  let next: Promise<IteratorResult<readonly Item[]>> | undefined = Promise.resolve(source.next());
  try {
    while (next || underWay.length > 0) {
      const [oldest] = underWay;
      const batch: IteratorResult<readonly Item[]> | 'done' | undefined =
        next && underWay.length < ahead
          ? await (oldest ? Promise.race([oldest.then(() => 'done' as const), next]) : next)
          : 'done';
      if (batch === 'done') {
        yield* (await underWay.shift()) ?? [];
        continue;
      }
      next = undefined;
      if (batch?.done) continue;
      if (batch) underWay.push(work(batch.value));
      next = Promise.resolve(source.next());
    }
  } finally {
    await source.return?.();
  }
}

interface Thread {
  readonly work: Work;
  end(): Promise<unknown>;
}

/** One batch at a time. */
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

  const work: Work = async (batch) => {
    try {
      return await attempt(batch);
    } catch (error) {
      const [only, ...others] = batch;
      if (only === undefined) return [];
      if (others.length === 0) return [failedOutcome(only, error)];
      const outcomes: Outcome[] = [];
      for (const item of batch) outcomes.push(...(await work([item])));
      return outcomes;
    }
  };

  return { work, end: async () => worker?.terminate() };
}
