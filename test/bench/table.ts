import { padToWidth } from '../../server/src/core/text/display.ts';

/** Prints up to three columns under a title: what, how much, and what is to be said of it. Nothing where there is no row. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((text, column) => padToWidth(text, widths[column] ?? 0, column === 0 ? 'end' : 'start'));
    console.log(`  ${cells.join('  ')}`);
  }
}

export function milliseconds(time: number): string {
  return `${time < 0.1 ? time.toFixed(4) : time.toFixed(2)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

/** How the time grows with the size, from the first point to the last: 1 is in proportion, 2 with its square. */
export function exponentOf(points: readonly { readonly size: number; readonly time: number }[]): number {
  const [first, last] = [points.at(0), points.at(-1)];
  return first && last ? Math.log(last.time / first.time) / Math.log(last.size / first.size) : Number.NaN;
}
