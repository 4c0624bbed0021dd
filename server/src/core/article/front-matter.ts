import type { Located, Span } from '../text/span.ts';
import { holdsKey, linesIn, type TextLine } from './front-matter-lines.ts';
import { readYaml } from './front-matter-yaml.ts';

/** The YAML head of an article. */
export interface FrontMatter {
  /** From the opening `---` to the end of the closing `---` (without its line break), or of the content where it is unclosed. */
  readonly span: Span;
  /** The lines between the fences, without the fences. */
  readonly content: Span;
  /** Undefined when no closing `---` (or `...`) was found. */
  readonly closingFence: Span | undefined;
  /** The top-level keys in the order of the text; a key that stands twice is listed twice. */
  readonly entries: readonly FrontMatterEntry[];
  /** Every error and warning of the YAML parser, in the order of the text. */
  readonly problems: readonly YamlProblem[];
}

export interface FrontMatterEntry {
  readonly key: Located<string>;
  readonly value: FrontMatterValue;
  /** From the key to the end of the value. */
  readonly span: Span;
}

export type FrontMatterValue = ScalarValue | ListValue | MapValue | EmptyValue;

export interface ScalarValue {
  readonly kind: 'scalar';
  /** As YAML 1.2 reads it; a date is text to it. A value that YAML cannot read, and an alias, is the text as written. */
  readonly value: string | number | boolean | null;
  /** The same as text, before YAML takes it for a number, a boolean or null. */
  readonly text: string;
  /** How the author wrote it; `plain` also for what YAML cannot read. */
  readonly style: 'plain' | 'single-quoted' | 'double-quoted' | 'block';
  /** Includes the quotes. */
  readonly span: Span;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly FrontMatterValue[];
  readonly span: Span;
}

export interface MapValue {
  readonly kind: 'map';
  readonly entries: readonly FrontMatterEntry[];
  readonly span: Span;
}

/** `key:` with nothing after it. The span is empty and stands where a value would be written. */
export interface EmptyValue {
  readonly kind: 'empty';
  readonly span: Span;
}

export interface YamlProblem {
  /**
   * The code that the `yaml` package gives, such as `TAB_AS_INDENT` or `BAD_INDENT`, or one of ours: `NO_KEY` for a line
   * that YAML takes for a text without a key, `TOO_MUCH` for a structure that is not read at all. A key that stands
   * twice is no problem here; both stand in the entries.
   */
  readonly code: string;
  /** The parser's own English sentence, without line numbers or excerpt. */
  readonly text: string;
  readonly span: Span;
}

/**
 * Reads the YAML head of a text. It opens with the first line that is not blank, which has to be `---` (a byte order
 * mark, blank lines and spaces may stand before it, spaces behind it), and closes with the next line `---` or `...`.
 *
 * Unclosed, it ends where markup begins a line or, where none does, at the first two blank lines in a row. Lines between
 * fences that hold neither a key nor nothing are no front matter: `---` is also how Markdown draws a rule.
 *
 * @returns `bodyStart` is the offset at which the line behind the front matter begins; 0 where there is none.
 */
export function readFrontMatter(text: string): { frontMatter: FrontMatter | undefined; bodyStart: number } {
  const opening = findOpening(text);
  if (!opening) return { frontMatter: undefined, bodyStart: 0 };
  const { closing, end } = findEnd(text, opening.next);
  const content = { start: opening.next, end };
  if (!holdsKeys(text, content, closing)) return { frontMatter: undefined, bodyStart: 0 };
  const closingFence = closing && { start: closing.start, end: closing.start + 3 };
  const span = { start: opening.start, end: closingFence ? closingFence.end : Math.max(opening.end, end) };
  return {
    frontMatter: { span, content, closingFence, ...readYaml(text, content) },
    bodyStart: closing ? closing.next : end,
  };
}

/** The entry of a top-level key; of a key that stands twice the last, which is the one that most tools keep. */
export function findEntry(frontMatter: FrontMatter | undefined, key: string): FrontMatterEntry | undefined {
  if (!frontMatter) return undefined;
  const { entries } = frontMatter;
  for (let at = entries.length - 1; at >= 0; at--) if (entries[at]?.key.value === key) return entries[at];
  return undefined;
}

/** True where YAML could not read an entry: what stands in it may mean anything, and only its syntax can be spoken of. */
export function isUnreadable({ problems }: FrontMatter, { span }: FrontMatterEntry): boolean {
  return problems.some((problem) => span.start <= problem.span.start && problem.span.start <= span.end + 1);
}

/** The text of a scalar, empty text included; undefined for null, lists, maps and nothing. */
export function textOf(value: FrontMatterValue | undefined): Located<string> | undefined {
  return value?.kind === 'scalar' && value.value !== null ? { value: value.text, span: value.span } : undefined;
}

/** The texts of a list, or the one text that stands where a list could. What is no text is left out. */
export function textsOf(value: FrontMatterValue | undefined): readonly Located<string>[] {
  const texts: Located<string>[] = [];
  for (const item of value?.kind === 'list' ? value.items : [value]) {
    const text = textOf(item);
    if (text) texts.push(text);
  }
  return texts;
}

const openingFence = /^[^\S\r\n]*---[ \t]*$/;
const closingFence = /^(?:---|\.\.\.)[ \t]*$/;
const markup = /^<(?:!--|!doctype\b|\/?[a-z][a-z0-9]*[\s/>])/i;

/** The opening fence without the white space around it; `next` is where the line after it begins. */
function findOpening(text: string): TextLine | undefined {
  for (const line of linesIn(text, { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length })) {
    const { start, end, next } = line;
    if (isBlankLine(text, line)) continue;
    const head = text.slice(start, Math.min(end, start + longestFence));
    if (!openingFence.test(head) || end - start > longestFence) return undefined;
    const fence = start + head.indexOf('---');
    return { start: fence, end: fence + 3, next };
  }
  return undefined;
}

/** A fence with more white space around it than this is none. */
const longestFence = 1000;

function findEnd(text: string, from: number): { closing: TextLine | undefined; end: number } {
  let afterContent = from;
  let twoBlankLines: number | undefined;
  let blankLines = 0;
  for (const line of linesIn(text, { start: from, end: text.length })) {
    const { start, end, next } = line;
    if (mayEnd(text.charCodeAt(start))) {
      const head = text.slice(start, Math.min(end, start + longestFence));
      if (closingFence.test(head)) return { closing: line, end: start };
      if (markup.test(head)) return { closing: undefined, end: afterContent };
    }
    if (isBlankLine(text, line)) {
      blankLines++;
      if (blankLines === 2) twoBlankLines ??= afterContent;
    } else {
      blankLines = 0;
      afterContent = next;
    }
  }
  return { closing: undefined, end: twoBlankLines ?? afterContent };
}

/** Fences and markup begin with `-`, `.` or `<`. */
function mayEnd(first: number): boolean {
  return first === 0x2d || first === 0x2e || first === 0x3c;
}

function holdsKeys(text: string, content: Span, closing: TextLine | undefined): boolean {
  if (holdsKey(text, content)) return true;
  return closing !== undefined && [...linesIn(text, content)].every((line) => isBlankLine(text, line));
}

function isBlankLine(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === '';
}
