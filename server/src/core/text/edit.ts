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
    const places = group.map((edit) => insertionIndex(edits, edit));
    const sorted = [...group].sort((a, b) => compareSpans(a.span, b.span));
    const fits =
      group.every((edit, at) => isFreeAt(edits, places[at] ?? 0, edit)) &&
      sorted.every((edit, at) => at === 0 || !conflicts(sorted[at - 1] ?? edit, edit));
    if (!fits) return;
    taken.push(index);
    for (const edit of group) edits.splice(insertionIndex(edits, edit), 0, edit);
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
