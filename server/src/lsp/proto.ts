import { type Position, PositionEncodingKind, type Range, type TextEdit } from 'vscode-languageserver';
import type { Edit } from '../core/text/edit.ts';
import { createLineIndex, type LineIndex } from '../core/text/line-index.ts';
import type { Span } from '../core/text/span.ts';

/** How `Position.character` counts: in units of UTF-8, UTF-16 or UTF-32. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** Turns spans of one text into ranges of the protocol and back. What is outside the text is moved inside. */
export interface Proto {
  toRange(span: Span): Range;
  toSpan(range: Range): Span;
  toOffset(position: Position): number;
  toTextEdits(edits: readonly Edit[]): TextEdit[];
}

/** The first encoding of the client's list that is known here; UTF-16 for a client that lists none, as the protocol has it. */
export function negotiateEncoding(offered: readonly string[] | undefined): Encoding {
  for (const kind of offered ?? []) {
    if (kind === PositionEncodingKind.UTF8) return 'utf-8';
    if (kind === PositionEncodingKind.UTF16) return 'utf-16';
    if (kind === PositionEncodingKind.UTF32) return 'utf-32';
  }
  return 'utf-16';
}

export function createProto(text: string, encoding: Encoding): Proto {
  const lines = createLineIndex(text);
  const { positionAt, offsetAt } = encoding === 'utf-16' ? lines : encodedLines(text, lines, encoding);
  const toRange = ({ start, end }: Span): Range => ({ start: positionAt(start), end: positionAt(end) });
  return {
    toRange,
    toSpan(range) {
      const start = offsetAt(range.start);
      return { start, end: Math.max(start, offsetAt(range.end)) };
    },
    toOffset: offsetAt,
    toTextEdits: (edits) => edits.map((edit) => ({ range: toRange(edit.span), newText: edit.text })),
  };
}

/**
 * Line arithmetic for the encodings that do not count as a string does. Counts are kept for every `stride` code units
 * of the text, so that a position far into a very long line costs no walk from the start of the line.
 */
function encodedLines(
  text: string,
  lines: LineIndex,
  encoding: 'utf-8' | 'utf-32',
): { positionAt(offset: number): Position; offsetAt(position: Position): number } {
  const width = encoding === 'utf-8' ? utf8Width : utf32Width;
  const stride = 1024;
  const counts = [0];
  let total = 0;
  for (let at = 0; at < text.length; at++) {
    total += width(text, at);
    if ((at + 1) % stride === 0) counts.push(total);
  }

  function unitsBefore(offset: number): number {
    const checkpoint = Math.floor(offset / stride);
    let units = counts[checkpoint] ?? 0;
    for (let at = checkpoint * stride; at < offset; at++) units += width(text, at);
    return units;
  }

  /** The last offset that has at most so many units before it: a position inside a character is moved to its start. */
  function offsetAfter(units: number): number {
    const checkpoint = lastAtMost(counts, units);
    let at = checkpoint * stride;
    for (let sum = counts[checkpoint] ?? 0; at < text.length; at++) {
      sum += width(text, at);
      if (sum > units) break;
    }
    return at;
  }

  return {
    positionAt(offset) {
      const { line, character } = lines.positionAt(offset);
      const lineStart = lines.offsetAt({ line, character: 0 });
      return { line, character: unitsBefore(lineStart + character) - unitsBefore(lineStart) };
    },
    offsetAt({ line, character }) {
      const lineStart = lines.offsetAt({ line, character: 0 });
      const offset = offsetAfter(unitsBefore(lineStart) + Math.max(0, character));
      return lines.offsetAt({ line, character: offset - lineStart });
    },
  };
}

/** A surrogate pair counts in whole at its first half, so that no position falls between the halves. */
function utf8Width(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  if (isSecondHalf(text, at)) return 0;
  return isSecondHalf(text, at + 1) ? 4 : 3;
}

function utf32Width(text: string, at: number): number {
  return isSecondHalf(text, at) ? 0 : 1;
}

function isSecondHalf(text: string, at: number): boolean {
  const first = text.charCodeAt(at - 1);
  const second = text.charCodeAt(at);
  return first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000;
}

function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
