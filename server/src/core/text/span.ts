/**
 * A half-open range `[start, end)` of UTF-16 code units in one text. Every place that the core reports is a span;
 * lines and columns exist only where people or protocols need them (see `line-index.ts`).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

export function spanOf(start: number, end: number): Span {
  return { start, end };
}

export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** True when every offset of `inner` lies within `outer`; an empty span on either edge counts as inside. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when the spans share a character. Two empty spans, or spans that only touch, do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when the spans share a character or touch: what an editor means by "the selection is at this problem". */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The order in which spans are listed everywhere: by start, then the shorter first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** The members of `sorted` that lie inside `outer`. They must be sorted by where they start; the first is found by binary search. */
export function spansWithin<Member extends { readonly span: Span }>(
  sorted: readonly Member[],
  outer: Span,
): readonly Member[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.span.start ?? outer.start) < outer.start) low = middle + 1;
    else high = middle;
  }
  const within: Member[] = [];
  for (let member = sorted[low]; member && member.span.start < outer.end; member = sorted[++low])
    if (member.span.end <= outer.end) within.push(member);
  return within;
}
