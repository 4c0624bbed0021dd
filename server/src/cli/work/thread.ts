import { parentPort, workerData } from 'node:worker_threads';
import { createWork, type Item, type Task } from './work.ts';

/** What a thread of the program does: batches of items come in, their outcomes go out. */
export function serveWork(): void {
  const task: Task = workerData;
  const work = createWork(task);
  parentPort?.on('message', async (batch: readonly Item[]) => {
    parentPort?.postMessage(await work(batch));
  });
}
