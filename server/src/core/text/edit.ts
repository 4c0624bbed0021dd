import { compareSpans, type Span } from './span.ts';

/** Replace the text of `span` with `text`. An empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Joins groups of edits, each group taken whole or not at all, into one list that is sorted and disjoint. A group that
 * conflicts with one that came before it is left out: the caller applies the result and asks again, so the order of
 * `groups` is the order of preference. Edits that merely touch do not conflict, except two insertions at one place.
 *
 * @returns the edits, and the indices of the groups that were taken, ascending.
 */
export function joinEdits(groups: readonly (readonly Edit[])[]): {
  readonly edits: readonly Edit[];
  readonly taken: readonly number[];
} {
  const edits: Edit[] = [];
  const taken: number[] = [];
  groups.forEach((group, index) => {
    const sorted = [...group].sort((a, b) => compareSpans(a.span, b.span));
    const isFree = sorted.every((edit, at) => {
      const before = sorted[at - 1];
      return !(before && conflicts(before, edit)) && isFreeAt(edits, insertionIndex(edits, edit), edit);
    });
    if (!isFree) return;
    taken.push(index);
    for (const edit of sorted) edits.splice(insertionIndex(edits, edit), 0, edit);
  });
  return { edits, taken };
}

/**
 * Applies edits whose spans are sorted, disjoint and inside `text`, as {@link joinEdits} returns them.
 * @throws RangeError when they are not: that is a programming error, and applying them would mangle the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { span, text: replacement } of edits) {
    if (span.start < position || span.end < span.start || span.end > text.length) {
      throw new RangeError(`Edit [${span.start}, ${span.end}) is out of order or outside the text`);
    }
    result += text.slice(position, span.start) + replacement;
    position = span.end;
  }
  return result + text.slice(position);
}

/**
 * One list of edits that does what `first` and then `second` do: `second` speaks of the text that `first` leaves.
 * Both must be sorted and disjoint, and so is the result; `length` is that of the original text.
 */
export function composeEdits(length: number, first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  if (first.length === 0) return second;
  const pieces = piecesOf(length, first);
  const result: Piece[] = [];
  let next = 0;
  let piece = pieces[next++];
  let position = 0;
  const takeUntil = (end: number, keep: boolean): void => {
    while (piece && position < end) {
      const size = pieceLength(piece);
      const [head, tail] = size <= end - position ? [piece, undefined] : splitPiece(piece, end - position);
      if (keep) result.push(head);
      position += pieceLength(head);
      piece = tail ?? pieces[next++];
    }
  };
  for (const { span, text } of second) {
    takeUntil(span.start, true);
    result.push(text);
    takeUntil(span.end, false);
  }
  takeUntil(Number.POSITIVE_INFINITY, true);
  return editsOf(length, result);
}

/** A stretch of the original text that is kept, or new text. */
type Piece = Span | string;

function piecesOf(length: number, edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const { span, text } of edits) {
    pieces.push({ start: position, end: span.start }, text);
    position = span.end;
  }
  pieces.push({ start: position, end: length });
  return pieces.filter((piece) => pieceLength(piece) > 0);
}

function editsOf(length: number, pieces: readonly Piece[]): readonly Edit[] {
  const edits: Edit[] = [];
  let position = 0;
  let text = '';
  const keepFrom = (start: number): void => {
    if (start > position || text) edits.push({ span: { start: position, end: start }, text });
    text = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
    } else if (pieceLength(piece) > 0) {
      keepFrom(piece.start);
      position = piece.end;
    }
  }
  keepFrom(length);
  return edits;
}

function pieceLength(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

function splitPiece(piece: Piece, at: number): [Piece, Piece] {
  if (typeof piece === 'string') return [piece.slice(0, at), piece.slice(at)];
  const middle = piece.start + at;
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ];
}

/** The index before which `edit` belongs, by binary search. */
function insertionIndex(edits: readonly Edit[], edit: Edit): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = edits[middle];
    if (other && compareSpans(other.span, edit.span) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isFreeAt(edits: readonly Edit[], index: number, edit: Edit): boolean {
  const before = edits[index - 1];
  const after = edits[index];
  return !(before && conflicts(before, edit)) && !(after && conflicts(edit, after));
}

function conflicts(first: Edit, second: Edit): boolean {
  const bothInsert = first.span.end === first.span.start && second.span.end === second.span.start;
  return first.span.end > second.span.start || (bothInsert && first.span.start === second.span.start);
}
