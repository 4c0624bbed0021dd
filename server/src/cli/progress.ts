import type { WriteStream } from 'node:tty';

/** Shows how far a long run is, on a terminal only, in one line that is gone at the end. */
export interface ProgressBar {
  /** @param done of `total` files. */
  show(done: number): void;
  /** Takes the line away, before anything else is written and at the end. */
  clear(): void;
}

/** @param now in milliseconds. */
export function createProgressBar(
  stream: Pick<WriteStream, 'isTTY' | 'columns' | 'write'>,
  total: number,
  now: () => number,
): ProgressBar {
  const start = now();
  let shown = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show(done) {
      const time = now();
      if (!stream.isTTY || time - start < aMoment || time - shown < betweenFrames) return;
      shown = time;
      isShown = true;
      stream.write(`\r${frame(done, total, (1000 * done) / (time - start), stream.columns || 80)}\x1b[K`);
    },
    clear() {
      if (isShown) stream.write('\r\x1b[K');
      isShown = false;
    },
  };
}

/** In milliseconds: what is done by then needs no bar. */
const aMoment = 500;
const betweenFrames = 100;

function frame(done: number, total: number, perSecond: number, columns: number): string {
  if (total === 0) return `${done}  ${Math.round(perSecond)}/s`;
  const numbers = `${done}/${total}  ${Math.floor((100 * done) / Math.max(1, total))}%  ${Math.round(perSecond)}/s`;
  const width = Math.max(0, Math.min(30, columns - numbers.length - 5));
  const filled = Math.round((width * done) / Math.max(1, total));
  return `[${'='.repeat(filled)}${' '.repeat(width - filled)}]  ${numbers}`;
}
