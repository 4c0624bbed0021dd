import { isTag, type ParentNode } from 'domhandler';
import { nodeSpan } from '../../../article/html.ts';
import type { Span } from '../../../text/span.ts';
import { type BoilerplateKind, removalSafety, unseenKinds } from './kinds.ts';
import { isCovered, type Piece } from './pieces.ts';
import { countBefore, isFixed, nodeStart, type Survey } from './survey.ts';

/**
 * Widens pieces of furniture, sorted and disjoint, to the outermost element that holds nothing else, so that no empty
 * wrapper stays behind when they go. Pieces of one wrapper become one if they are equally safe to remove; the kind is
 * that of the longest.
 */
export function joinPieces(survey: Survey, pieces: readonly Piece[]): readonly Piece[] {
  const content = remainingContent(survey, pieces);
  const joined: Piece[] = [];
  const refused = new Set<ParentNode>();
  for (let next = 0; next < pieces.length; ) {
    let block = pieces[next++];
    if (!block) break;
    for (let parent = block.node?.parent; parent && isTag(parent) && !refused.has(parent); parent = parent.parent) {
      const span = nodeSpan(parent);
      const isOpen: boolean = !isFixed(parent) && content.isFurnitureOnly(span, block.kind);
      const later: number = isOpen ? piecesUntil(pieces, next, span.end) : next;
      const earlier = countBefore(joined, spanStart, span.start);
      const kind: BoilerplateKind | undefined = isOpen
        ? commonKind([...joined.slice(earlier), block, ...pieces.slice(next, later)])
        : undefined;
      if (!kind) {
        refused.add(parent);
        break;
      }
      const parts = [...joined.slice(earlier), block, ...pieces.slice(next, later)];
      const articles = Math.max(0, ...parts.map((part) => part.articles ?? 0));
      block = { kind, span, node: parent, ...(articles > 0 ? { articles } : {}) };
      joined.length = earlier;
      next = later;
    }
    joined.push(block);
  }
  return joined;
}

/** The kind of the longest piece that a reader sees; undefined where some may go unasked and others not. */
function commonKind(pieces: readonly Piece[]): BoilerplateKind | undefined {
  const seen = pieces.filter(({ kind }) => !unseenKinds.has(kind));
  const [first] = seen;
  if (!first) return (pieces.find(({ kind }) => kind === 'script' || kind === 'tracking') ?? pieces[0])?.kind;
  if (seen.some(({ kind }) => removalSafety[kind] !== removalSafety[first.kind])) return undefined;
  return seen.reduce((longest, piece) => (lengthOf(piece) > lengthOf(longest) ? piece : longest)).kind;
}

function lengthOf({ span }: Piece): number {
  return span.end - span.start;
}

function piecesUntil(pieces: readonly Piece[], from: number, end: number): number {
  let next = from;
  while ((pieces[next]?.span.start ?? end) < end) next++;
  return next;
}

function spanStart({ span }: Piece): number {
  return span.start;
}

/** A wrapper of these may hold a picture that nothing else tells of: a code to scan, a logo. */
const mayHoldImages: ReadonlySet<BoilerplateKind> = new Set<BoilerplateKind>([
  'app-promo',
  'qr-promo',
  'share',
  'ad',
  'call-to-action',
  'related-links',
]);

/** Lines and media that no piece covers. */
function remainingContent({ lines, media }: Survey, pieces: readonly Piece[]) {
  const lineStarts = lines.map((line) => line.span.start).filter((start) => !isCovered(pieces, start));
  const mediaStarts = media.map(nodeStart).filter((start) => !isCovered(pieces, start));
  return {
    /** True when nothing is left in the span, but for a picture or two that belong to the furniture around them. */
    isFurnitureOnly({ start, end }: Span, kind: BoilerplateKind): boolean {
      if ((lineStarts[countBefore(lineStarts, asIs, start)] ?? end) < end) return false;
      const pictures = countBefore(mediaStarts, asIs, end) - countBefore(mediaStarts, asIs, start);
      return pictures <= (mayHoldImages.has(kind) ? 2 : 0);
    },
  };
}

function asIs(value: number): number {
  return value;
}
