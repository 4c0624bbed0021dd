/** True where two names differ in capitals alone, or in one letter (two in long words). */
export function isNear(written: string, known: string): boolean {
  const lower = written.toLowerCase();
  if (lower === known.toLowerCase()) return true;
  if (known.length < 4 || Math.abs(lower.length - known.length) > 2 || known.length > longestName) return false;
  return distance(lower, known.toLowerCase()) <= (known.length >= 8 ? 2 : 1);
}

/** What is longer is no name, and the comparison takes quadratic time. */
const longestName = 60;

/** How many letters are to be inserted, deleted, replaced or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const replaced = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap ? (beforeLast[column - 2] ?? 0) + 1 : replaced;
      current.push(Math.min(replaced, swapped, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
