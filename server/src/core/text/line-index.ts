/** A place as people count it: both numbers from 0, `character` in UTF-16 code units from the start of the line. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** The position of an offset; an offset outside the text is moved to its nearest end. */
  positionAt(offset: number): LinePosition;
  /** The offset of a position; a position outside the text, or past the end of its line, is moved inside. */
  offsetAt(position: LinePosition): number;
}

/**
 * Maps offsets to lines and back. A line ends with LF, CRLF or a lone CR, as in the Language Server Protocol.
 * This is the only place that does such arithmetic; everything else in the core speaks offsets.
 */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineEnd = (line: number): number => {
    const next = starts[line + 1];
    if (next === undefined) return text.length;
    return text[next - 1] === '\n' && text[next - 2] === '\r' ? next - 2 : next - 1;
  };
  return {
    lineCount: starts.length,
    positionAt(offset) {
      return positionFrom(starts, Math.max(0, Math.min(offset, text.length)));
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const start = starts[line];
      if (start === undefined) return text.length;
      return Math.min(start + Math.max(0, character), Math.max(start, lineEnd(line)));
    },
  };
}

/** The offsets at which the lines of a text begin; the first is 0. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The position of an offset inside the text whose lines begin at `starts`, as {@link lineStarts} gives them. */
export function positionFrom(starts: readonly number[], offset: number): LinePosition {
  const line = lastAtMost(starts, offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
