import { parentPort, workerData } from 'node:worker_threads';
import { type Item, type Task, work } from './work.ts';

/** What a thread of the program does: batches of items come in, their outcomes go out. */
export function serveWork(): void {
  const task: Task = workerData;
  parentPort?.on('message', async (batch: readonly Item[]) => {
    parentPort?.postMessage(await Promise.all(batch.map((item) => work(item, task))));
  });
}
