import { availableParallelism } from 'node:os';

/** Below so many files a thread more takes longer to start than it saves. */
const filesWorthAThread = 100;

/** How many threads work on so many files: those that were asked for, else one a processor; never more than there is work for. */
export function jobsFor(files: number, asked: number | undefined): number {
  const useful = asked === undefined ? Math.floor(files / filesWorthAThread) : files;
  return Math.max(1, Math.min(asked ?? availableParallelism(), useful));
}
