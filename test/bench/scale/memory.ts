import { readFileSync } from 'node:fs';

/**
 * Looks now and then how much memory a process has had resident at most, its threads included, in MiB; NaN where the
 * system does not tell. Ends when asked.
 */
export function watchMemory(processId: number | undefined): () => number {
  let most = Number.NaN;
  const look = () => {
    try {
      const peak = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
      if (peak !== undefined) most = Number(peak) / 1024;
    } catch {
      // The process has ended, or this is no Linux.
    }
  };
  const timer = setInterval(look, 50);
  return () => {
    look();
    clearInterval(timer);
    return most;
  };
}
