import type { Article } from '../article/article.ts';
import { findEntry } from '../article/front-matter.ts';
import { compareSpans, type Span, sliceSpan, spanOf } from '../text/span.ts';
import type { Landmarks, Place } from './landmarks.ts';
import { lineAt, textPieces } from './text-pieces.ts';

export const tokenTypes = [
  'projectNumber',
  'projectTitle',
  'organization',
  'projectMention',
  'figure',
  'date',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** A stretch of visible text, on one line, that a theme may colour. */
export interface Token {
  readonly span: Span;
  readonly type: TokenType;
}

/**
 * What themes can colour, sorted and disjoint: where a figure or a date stands inside a title, the title is cut around it.
 * Headings are left as they are, whole.
 */
export function tokensOf(landmarks: Landmarks): readonly Token[] {
  const { article, places } = landmarks;
  const dates = landmarks.dates.map(({ span }): Token => ({ span, type: 'date' }));
  const headings = new Set(article.groups.flatMap(({ heading }) => heading?.span.start ?? []));
  const isInHeading = ({ span }: { readonly span: Span }): boolean => {
    const line = lineAt(article.body.lines, span.start);
    return line !== undefined && headings.has(line.span.start);
  };
  const figures = landmarks.figures
    .filter((figure) => !isInHeading(figure))
    .map(({ span }): Token => ({ span, type: 'figure' }));
  const values = [...dates, ...cutAround(figures, dates)].sort(byPlace);
  const names = places
    .filter((place) => place.kind !== 'organization' || place.project !== undefined || !isInHeading(place))
    .map(({ kind, span }): Token => ({ span, type: typeOfPlace[kind] }));
  const inBody = [...cutAround(names, values), ...values]
    .sort(byPlace)
    .flatMap(({ span, type }) => textPieces(article, span).map((piece): Token => ({ span: piece, type })));
  return [...frontMatterDate(article), ...inBody];
}

function byPlace(a: Token, b: Token): number {
  return compareSpans(a.span, b.span);
}

const typeOfPlace: Readonly<Record<Place['kind'], TokenType>> = {
  number: 'projectNumber',
  title: 'projectTitle',
  organization: 'organization',
  mention: 'projectMention',
};

/** What is left of the outer tokens beside the inner ones; both are sorted and disjoint among themselves. */
function cutAround(outer: readonly Token[], inner: readonly Token[]): readonly Token[] {
  const pieces: Token[] = [];
  let next = 0;
  for (const { span, type } of outer) {
    while ((inner[next]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    let start = span.start;
    for (let at = next; (inner[at]?.span.start ?? span.end) < span.end; at++) {
      const hole = inner[at]?.span ?? span;
      if (hole.start > start) pieces.push({ span: spanOf(start, hole.start), type });
      start = Math.max(start, hole.end);
    }
    if (start < span.end) pieces.push({ span: spanOf(start, span.end), type });
  }
  return pieces;
}

function frontMatterDate({ text, frontMatter }: Article): readonly Token[] {
  const value = findEntry(frontMatter, 'date')?.value;
  const isOnOneLine = value?.kind === 'scalar' && !/[\n\r]/.test(sliceSpan(text, value.span));
  return isOnOneLine ? [{ span: value.span, type: 'date' }] : [];
}
