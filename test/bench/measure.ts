/** What is timed and, where there is something to do first that is not, what comes before. */
export interface Task {
  readonly before?: () => void;
  readonly run: () => unknown;
}

/**
 * Runs the tasks in turn, round by round, so that whatever slows the machine down slows all of them, and gives the
 * median time of each in milliseconds. The first fifth of the rounds warms up and is not counted.
 */
export function medians<Name extends string>(
  tasks: Readonly<Record<Name, Task>>,
  { seconds, rounds }: { readonly seconds: number; readonly rounds: number },
): Readonly<Record<Name, number>> {
  const names = Object.keys(tasks) as Name[]; // The keys of a record of names are those names.
  const warmingUp = Math.ceil(rounds / 5);
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  const end = performance.now() + seconds * 1000;
  for (let round = 0; round < warmingUp + rounds; round++) {
    if (round > warmingUp + 2 && performance.now() > end) break;
    for (const name of names) {
      const { before, run } = tasks[name];
      before?.();
      const start = performance.now();
      kept = run();
      const time = performance.now() - start;
      if (round >= warmingUp) times.get(name)?.push(time);
    }
  }
  const entries = names.map((name): [Name, number] => [name, median(times.get(name) ?? [])]);
  return Object.fromEntries(entries) as Record<Name, number>; // As above.
}

/** What the last task returned: kept where the optimiser cannot see that nobody reads it. */
export let kept: unknown;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >>> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
