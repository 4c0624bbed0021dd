import type { Article } from '../article/article.ts';
import type { Line } from '../article/lines.ts';
import { type Span, sliceSpan, spanOf } from '../text/span.ts';

/**
 * The stretches of a span in the body that a reader sees, in the order of the text, none with a line break inside: tags,
 * comments and folded line breaks are left out.
 */
export function textPieces({ text, body }: Article, span: Span): readonly Span[] {
  const pieces: Span[] = [];
  for (let at = firstEndingAfter(body.lines, span.start); at < body.lines.length; at++) {
    const line = body.lines[at];
    if (!line || line.span.start >= span.end) break;
    for (const segment of line.segments) {
      const start = Math.max(segment.start, span.start);
      const end = Math.min(segment.start + segment.sourceLength, span.end);
      if (start >= end || (segment.length === 1 && /[\n\r]/.test(text.slice(start, end)))) continue;
      const last = pieces.at(-1);
      if (last?.end === start) pieces[pieces.length - 1] = spanOf(last.start, end);
      else pieces.push(spanOf(start, end));
    }
  }
  return pieces;
}

/** Whether something other than text and white space stands inside a span: a tag or a comment. */
export function hasMarkupInside(article: Article, span: Span): boolean {
  let end = span.start;
  for (const piece of textPieces(article, span)) {
    if (/\S/.test(sliceSpan(article.text, spanOf(end, piece.start)))) return true;
    end = piece.end;
  }
  return /\S/.test(sliceSpan(article.text, spanOf(end, span.end)));
}

/** The line that holds an offset, or the next one behind it. */
export function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  return lines[firstEndingAfter(lines, offset)];
}

/** The index of the first line that ends behind `offset`, by binary search. */
function firstEndingAfter(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
