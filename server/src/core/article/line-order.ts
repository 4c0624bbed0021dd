/** Anything that stands at a line, given by its index. */
interface AtLine {
  readonly line: number;
}

/** The last of `sorted` that stands before `line`, by binary search; undefined where none does. */
export function lastBefore<Entry extends AtLine>(sorted: readonly Entry[], line: number): Entry | undefined {
  return sorted[countBefore(sorted, line) - 1];
}

/** The first of `sorted` that stands after `line`, by binary search; undefined where none does. */
export function firstAfter<Entry extends AtLine>(sorted: readonly Entry[], line: number): Entry | undefined {
  return sorted[countBefore(sorted, line + 1)];
}

function countBefore(sorted: readonly AtLine[], line: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
