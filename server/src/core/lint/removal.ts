import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** The edit that deletes `span` and what would be left empty around it; see {@link removalEdits}. */
export function removalEdit(text: string, span: Span): Edit {
  return removalEdits(text, [span])[0] ?? { span, text: '' };
}

/**
 * One deletion for each of `spans`; these are sorted and disjoint, and so are the deletions. Spans that have lines to
 * themselves take these lines and their last line break along, and of the blank lines around them all but one, so that no
 * double blank line is left; where the text begins also that one. Spans that end a line take the white space before them
 * along, spans that begin one the white space behind them. Everything else stays.
 *
 * The deletions are meant to be made together: what is between two spans of one line is deleted if it is white space, and
 * a line that is deleted is not looked at by the next span when it asks for the line above.
 */
export function removalEdits(text: string, spans: readonly Span[]): readonly Edit[] {
  const edits: Edit[] = [];
  let above: { readonly end: number; readonly isBlank: boolean } | undefined;
  for (let first = 0, next = 0; first < spans.length; first = next) {
    next = endOfRun(text, spans, first);
    const run = { start: spans[first]?.start ?? 0, end: spans[next - 1]?.end ?? 0 };
    const before = edits[edits.length - 1]?.span.end;
    const end = afterSpaces(text, run.end);
    const lines = ownLines(text, run, end);
    if (lines) {
      const isBlank = above?.end === lines.start ? above.isBlank : isBlankAbove(text, lines.start);
      const below = belowFirstBlankLine(text, lines.start);
      // Blank lines between two removals are the business of the first.
      const start = below > (before ?? -1) ? below : lines.start;
      const blanks = blankLinesFrom(text, lines.end);
      above = { end: isBlank ? blanks.end : blanks.lastStart, isBlank };
      tile(edits, spans, first, next, { start, end: above.end });
    } else if (endsLine(text, end)) {
      tile(edits, spans, first, next, { start: Math.max(trimmedStart(text, run.start), before ?? 0), end });
    } else if (beginsLine(text, run.start)) {
      // Behind an unclosed front matter, markup is known by beginning its line.
      tile(edits, spans, first, next, { start: run.start, end });
    } else {
      for (let at = first; at < next; at++) edits.push({ span: spans[at] ?? run, text: '' });
    }
  }
  return edits;
}

/** Behind the last of the spans from `first` on that have nothing but white space of one line between them. */
function endOfRun(text: string, spans: readonly Span[], first: number): number {
  let next = first + 1;
  while (next < spans.length && afterSpaces(text, spans[next - 1]?.end ?? 0) === spans[next]?.start) next++;
  return next;
}

/** Deletes all of `whole`, split where the spans of a run begin. */
function tile(edits: Edit[], spans: readonly Span[], first: number, next: number, whole: Span): void {
  for (let at = first; at < next; at++) {
    const start = at === first ? whole.start : (spans[at]?.start ?? whole.start);
    const end = at + 1 < next ? (spans[at + 1]?.start ?? whole.end) : whole.end;
    edits.push({ span: { start, end }, text: '' });
  }
}

/** The lines of a run, with the last line break, where nothing else stands on them; `end` is behind the spaces that follow. */
function ownLines(text: string, run: Span, end: number): Span | undefined {
  const start = trimmedStart(text, run.start);
  if (!beginsLine(text, start) || !endsLine(text, end)) return undefined;
  return { start, end: afterBreak(text, end) };
}

function beginsLine(text: string, start: number): boolean {
  return start === 0 || isBreak(text, start - 1);
}

function endsLine(text: string, end: number): boolean {
  return end === text.length || isBreak(text, end);
}

/** Whether the line that ends where `lineStart` begins is blank; nothing above counts as blank. */
function isBlankAbove(text: string, lineStart: number): boolean {
  if (lineStart === 0) return true;
  const isPair = text.charCodeAt(lineStart - 1) === lineFeed && text.charCodeAt(lineStart - 2) === carriageReturn;
  const start = trimmedStart(text, lineStart - (isPair ? 2 : 1));
  return start === 0 || isBreak(text, start - 1);
}

/** The end of the blank lines from `offset` on, and where the last of them begins; both are `offset` where there are none. */
function blankLinesFrom(text: string, offset: number): { readonly lastStart: number; readonly end: number } {
  let [lastStart, end] = [offset, offset];
  for (;;) {
    const content = afterSpaces(text, end);
    if (!isBreak(text, content)) return { lastStart, end };
    lastStart = end;
    end = afterBreak(text, content);
  }
}

/** Of the blank lines that end at `offset` the end of the first; `offset` where there is at most one. */
function belowFirstBlankLine(text: string, offset: number): number {
  let [below, start] = [offset, offset];
  while (start > 0 && isBlankAbove(text, start)) {
    below = start;
    const isPair = text.charCodeAt(start - 1) === lineFeed && text.charCodeAt(start - 2) === carriageReturn;
    start = trimmedStart(text, start - (isPair ? 2 : 1));
  }
  return below;
}

function afterBreak(text: string, offset: number): number {
  if (text.charCodeAt(offset) === carriageReturn && text.charCodeAt(offset + 1) === lineFeed) return offset + 2;
  return isBreak(text, offset) ? offset + 1 : offset;
}

function afterSpaces(text: string, offset: number): number {
  let at = offset;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function trimmedStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

const lineFeed = 10;
const carriageReturn = 13;

function isBreak(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === lineFeed || code === carriageReturn;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}
