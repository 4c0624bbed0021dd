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
  for (let first = 0; first < spans.length; ) {
    const run = runOnLine(text, spans, first);
    const lines = ownLines(text, run);
    if (lines) {
      const isBlank = above?.end === lines.start ? above.isBlank : isBlankAbove(text, lines.start);
      const below = belowFirstBlankLine(text, lines.start);
      // Blank lines between two removals are the business of the first.
      const start = below > (edits.at(-1)?.span.end ?? -1) ? below : lines.start;
      const blanks = blankLinesFrom(text, lines.end);
      const end = isBlank ? blanks.end : blanks.lastStart;
      edits.push(...tile(run, { start, end }));
      above = { end, isBlank };
    } else if (endsLine(text, run)) {
      const start = Math.max(trimmedStart(text, run[0]?.start ?? 0), edits.at(-1)?.span.end ?? 0);
      edits.push(...tile(run, { start, end: afterSpaces(text, run.at(-1)?.end ?? 0) }));
    } else if (beginsLine(text, run)) {
      // Behind an unclosed front matter, markup is known by beginning its line.
      edits.push(...tile(run, { start: run[0]?.start ?? 0, end: afterSpaces(text, run.at(-1)?.end ?? 0) }));
    } else {
      for (const span of run) edits.push({ span, text: '' });
    }
    first += run.length;
  }
  return edits;
}

/** The spans from `first` on that have nothing but white space of one line between them. */
function runOnLine(text: string, spans: readonly Span[], first: number): readonly Span[] {
  let next = first + 1;
  while (next < spans.length && afterSpaces(text, spans[next - 1]?.end ?? 0) === spans[next]?.start) next++;
  return spans.slice(first, next);
}

/** Deletes all of `whole`, split where the spans of the run begin. */
function tile(run: readonly Span[], whole: Span): readonly Edit[] {
  return run.map((span, index) => ({
    span: { start: index === 0 ? whole.start : span.start, end: run[index + 1]?.start ?? whole.end },
    text: '',
  }));
}

/** The lines of a run, with the last line break, where nothing else stands on them. */
function ownLines(text: string, run: readonly Span[]): Span | undefined {
  const start = trimmedStart(text, run[0]?.start ?? 0);
  if ((start > 0 && !isBreak(text, start - 1)) || !endsLine(text, run)) return undefined;
  return { start, end: afterBreak(text, afterSpaces(text, run.at(-1)?.end ?? 0)) };
}

function beginsLine(text: string, run: readonly Span[]): boolean {
  const start = run[0]?.start ?? 0;
  return start === 0 || isBreak(text, start - 1);
}

function endsLine(text: string, run: readonly Span[]): boolean {
  const end = afterSpaces(text, run.at(-1)?.end ?? 0);
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
