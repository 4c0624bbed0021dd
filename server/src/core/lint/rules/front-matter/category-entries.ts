import {
  type FrontMatter,
  type FrontMatterEntry,
  type FrontMatterValue,
  findEntry,
  isUnreadable,
  type ScalarValue,
} from '../../../article/front-matter.ts';
import type { Span } from '../../../text/span.ts';

/** The keys that hold a list of names. */
export const listKeys: readonly string[] = ['categories', 'tags'];

/** A name in such a list, or the one name where a list was expected. */
export interface NameEntry {
  readonly key: string;
  readonly value: ScalarValue;
}

/** The entry of a list key; undefined where YAML cannot read it. */
export function readableEntry(frontMatter: FrontMatter | undefined, key: string): FrontMatterEntry | undefined {
  const entry = findEntry(frontMatter, key);
  return frontMatter && entry && !isUnreadable(frontMatter, entry) ? entry : undefined;
}

/**
 * The names of the list keys, list by list. Of a key that stands twice the last counts. Several rules ask, one after the
 * other, about the same front matter: the last answer is kept.
 */
export function nameLists(frontMatter: FrontMatter | undefined): readonly (readonly NameEntry[])[] {
  if (!frontMatter) return [];
  if (latest?.frontMatter === frontMatter) return latest.lists;
  const lists: NameEntry[][] = [];
  for (const key of listKeys) {
    const entry = readableEntry(frontMatter, key);
    if (entry) lists.push(scalarsOf(entry.value).map((value) => ({ key, value })));
  }
  latest = { frontMatter, lists };
  return lists;
}

/** The names of all lists in the order of the text. */
export function* namesIn(frontMatter: FrontMatter | undefined): Generator<NameEntry> {
  for (const names of nameLists(frontMatter)) yield* names;
}

let latest: { readonly frontMatter: FrontMatter; readonly lists: readonly (readonly NameEntry[])[] } | undefined;

function scalarsOf(value: FrontMatterValue, found: ScalarValue[] = []): readonly ScalarValue[] {
  if (value.kind === 'list') for (const item of value.items) scalarsOf(item, found);
  else if (value.kind === 'scalar' && value.value !== null) found.push(value);
  return found;
}

/** The dash and the name of an item in block style; undefined in a list in brackets. */
export function itemSpan(text: string, { start, end }: Span): Span | undefined {
  let dash = start - 1;
  while (text[dash] === ' ' || text[dash] === '\t') dash--;
  if (text[dash] !== '-') return undefined;
  let before = dash - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return /[\r\n]/.test(text[before] ?? '') ? { start: dash, end } : undefined;
}
