import { type ChildNode, isTag, isText } from 'domhandler';
import { nodeSpan } from '../../../article/html.ts';
import { blockElements, type Line } from '../../../article/lines.ts';
import type { Span } from '../../../text/span.ts';
import type { BoilerplateKind } from './kinds.ts';
import { countBefore, hasMedia, isFixed, linesIn, type Survey } from './survey.ts';

/** A piece of furniture before it is joined with what lies around it. */
export interface Piece {
  readonly kind: BoilerplateKind;
  readonly span: Span;
  /** What may be widened to its parent where nothing else is in there; undefined where the piece is part of a text. */
  readonly node: ChildNode | undefined;
  /** In how many articles of the site it stands; only for what is furniture by that. */
  readonly articles?: number;
}

/** In the order of the text, without those that lie inside another: what holds a line may hold an empty block as well. */
export function sortedPieces(pieces: readonly Piece[]): readonly Piece[] {
  if (areSorted(pieces)) return pieces;
  let end = -1;
  return pieces
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      if (span.end <= end) return false;
      end = span.end;
      return true;
    });
}

function areSorted(pieces: readonly Piece[]): boolean {
  let end = -1;
  for (const { span } of pieces) {
    if (span.start < end || span.end <= end) return false;
    end = span.end;
  }
  return true;
}

/** True when one of the pieces, sorted and disjoint, holds the character at `offset`. */
export function isCovered(pieces: readonly Piece[], offset: number): boolean {
  const piece = pieces[countBefore(pieces, ({ span }) => span.start, offset + 1) - 1];
  return piece !== undefined && offset < piece.span.end;
}

/**
 * The nodes that make up a line, as one piece: the element around it where that holds no other line, else the stretch of
 * siblings it consists of, with the `<br>` before it (or, where it is the first, behind it). Undefined where tags open
 * on the line and close on another.
 */
export function linePiece(survey: Survey, line: Line, kind: BoilerplateKind): Piece | undefined {
  const [first, last] = [line.segments[0]?.node, line.segments.at(-1)?.node];
  if (!first || !last) return undefined;
  const top = widest(survey, line, first);
  const bottom = widest(survey, line, last);
  if (top === bottom && isTag(top) && blockElements.has(top.name)) return { kind, span: nodeSpan(top), node: top };
  if (top.parent !== bottom.parent) return undefined;
  const start = isText(top) ? line.span.start : nodeSpan(top).start;
  const end = isText(bottom) ? line.span.end : nodeSpan(bottom).end;
  const before = siblingBreak(top, 'previousSibling');
  const after = before ? undefined : siblingBreak(bottom, 'nextSibling');
  const span = { start: before ? nodeSpan(before).start : start, end: after ? nodeSpan(after).end : end };
  return { kind, span, node: top };
}

/** The outermost node from `node` up that holds nothing of the lines around `line` and nothing to look at. */
function widest(survey: Survey, line: Line, node: ChildNode): ChildNode {
  const index = linesIn(survey, line.span).start;
  const previousEnd = survey.lines[index - 1]?.span.end ?? 0;
  const nextStart = survey.lines[index + 1]?.span.start ?? Infinity;
  let at = node;
  for (;;) {
    const { parent } = at;
    if (!parent || !isTag(parent) || isFixed(parent)) return at;
    const span = nodeSpan(parent);
    if (span.start < previousEnd || nextStart < span.end || hasMedia(survey, span)) return at;
    at = parent;
  }
}

function siblingBreak(node: ChildNode, direction: 'previousSibling' | 'nextSibling'): ChildNode | undefined {
  let at = node[direction];
  while (at && isText(at) && at.data.trim() === '') at = at[direction];
  return at && isTag(at) && at.name === 'br' ? at : undefined;
}
