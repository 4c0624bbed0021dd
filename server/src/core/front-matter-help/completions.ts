import type { Article } from '../article/article.ts';
import { type FrontMatter, type FrontMatterEntry, textsOf } from '../article/front-matter.ts';
import { type EntryLines, splitEntries } from '../article/front-matter-lines.ts';
import { isPlainText, lineBreakOf, quoted } from '../article/front-matter-writing.ts';
import type { Message } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import { describeKey, offeredKeys } from './keys.ts';

/** Something that can be written at a place, the likeliest first in a list of these. */
export interface Completion {
  readonly kind: 'key' | 'value';
  readonly label: string;
  /** What is replaced: what stands there of the word or value. */
  readonly span: Span;
  readonly text: string;
  /** What a key means. */
  readonly meaning?: Message | undefined;
  /** In how many articles a value is used. */
  readonly articles?: number | undefined;
}

/** What is known beyond the article. */
export interface Known {
  /** Keys to be offered before the usual ones: required, or described by a schema. */
  readonly keys: readonly string[];
  /** The values that may stand behind a key, the likeliest first: those of other articles, or of a schema. */
  valuesOf(key: string): readonly { readonly value: string; readonly articles?: number }[];
}

/**
 * What can be written in the front matter at an offset: at the start of a line the keys that are missing, behind a key
 * or a dash the values that are known for it. Nothing anywhere else.
 */
export function completionsAt({ text, frontMatter }: Article, offset: number, known: Known): readonly Completion[] {
  if (!frontMatter || offset < frontMatter.content.start || offset > frontMatter.content.end) return [];
  const line = lineAround(text, offset);
  const before = text.slice(line.start, offset);
  if (/^[A-Za-z_][\w-]*$|^$/.test(before)) return keyCompletions(text, frontMatter, offset, line, known);
  const block = splitEntries(text, frontMatter.content).findLast(({ span }) => span.start <= offset);
  return block?.key ? valueCompletions(text, frontMatter, block, offset, line, known) : [];
}

/** A longer line is no place where somebody writes a key or a name. */
const longestLine = 2000;

function lineAround(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && offset - start < longestLine && !isLineBreak(text[start - 1])) start--;
  let end = offset;
  while (end < text.length && end - offset < longestLine && !isLineBreak(text[end])) end++;
  return { start, end };
}

function keyCompletions(
  text: string,
  { entries }: FrontMatter,
  offset: number,
  line: Span,
  known: Known,
): readonly Completion[] {
  const word = /^[\w-]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  const hasColon = /^\s*:/.test(text.slice(line.start + word.length, line.end));
  const span = { start: line.start, end: Math.max(offset, line.start + word.length) };
  const written = new Set(entries.map(({ key }) => key.value).filter((key) => key !== word));
  const keys = [...new Set([...known.keys, ...offeredKeys()])].filter((key) => !written.has(key));
  const lineBreak = lineBreakOf(text);
  return keys.map((key) => {
    const description = describeKey(key);
    const behind = hasColon ? '' : description?.form === 'list' ? `:${lineBreak}  - ` : ': ';
    return { kind: 'key', label: key, span, text: `${key}${behind}`, meaning: description?.meaning };
  });
}

function valueCompletions(
  text: string,
  { entries }: FrontMatter,
  { key, colon }: EntryLines,
  offset: number,
  line: Span,
  known: Known,
): readonly Completion[] {
  if (!key || offset < colon.end) return [];
  const values = valuesFor(key.value, known);
  if (values.length === 0) return [];
  const span = valueSpan(text, offset, line, colon);
  if (!span) return [];
  const entry = entries.findLast((candidate) => candidate.key.span.start === key.span.start);
  const used = usedIn(entry, offset);
  const quote = /^["']/.exec(text.slice(span.start, span.end))?.[0];
  return values.flatMap(({ value, articles }) =>
    used.has(value) ? [] : [{ kind: 'value' as const, label: value, span, text: written(value, quote), articles }],
  );
}

function valuesFor(key: string, known: Known): ReturnType<Known['valuesOf']> {
  const values = known.valuesOf(key);
  if (values.length > 0) return values;
  return describeKey(key)?.form === 'boolean' ? [{ value: 'true' }, { value: 'false' }] : [];
}

/** The value around an offset: behind the key, behind a dash, or between the commas of a list in brackets. */
function valueSpan(text: string, offset: number, line: Span, colon: Span): Span | undefined {
  const isKeyLine = line.start <= colon.start && colon.start < line.end;
  const from = isKeyLine
    ? colon.end
    : line.start + (/^[ \t]*-(?=[ \t])/.exec(text.slice(line.start, line.end))?.[0].length ?? -1);
  if (from < line.start || offset < from + 1) return undefined;
  const whole = text.slice(from, line.end);
  const isFlow = /^\s*\[/.test(whole);
  const start = isFlow ? Math.max(text.lastIndexOf('[', offset - 1), text.lastIndexOf(',', offset - 1)) + 1 : from;
  const ends = isFlow
    ? [text.indexOf(',', offset), text.indexOf(']', offset)].filter((at) => at >= 0 && at < line.end)
    : [];
  const end = Math.min(line.end, ...ends);
  return trimmed(text, { start: Math.max(start, from), end }, offset);
}

function trimmed(text: string, { start, end }: Span, offset: number): Span {
  let [first, last] = [start, end];
  while (first < offset && /[ \t]/.test(text[first] ?? '')) first++;
  while (last > Math.max(first, offset) && /[ \t]/.test(text[last - 1] ?? '')) last--;
  return { start: first, end: last };
}

/** The names of a list but for the one that is being written. */
function usedIn(entry: FrontMatterEntry | undefined, offset: number): ReadonlySet<string> {
  const others = textsOf(entry?.value).filter(({ span }) => offset < span.start || offset > span.end);
  return new Set(others.map(({ value }) => value.trim()));
}

function written(value: string, quote: string | undefined): string {
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  if (quote === '"') return JSON.stringify(value);
  return isPlainText(value) || value === 'true' || value === 'false' ? value : quoted(value);
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
