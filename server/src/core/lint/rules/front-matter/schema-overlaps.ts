import { readDate } from '../../../article/dates.ts';
import {
  type FrontMatter,
  type FrontMatterEntry,
  type FrontMatterValue,
  findEntry,
  isUnreadable,
  textOf,
} from '../../../article/front-matter.ts';
import { imageKeys } from '../../../article/images.ts';
import type { LintConfig } from '../../rule.ts';
import { locate } from '../../schema/instance.ts';
import { compileSchemas } from '../../schema/schema.ts';
import type { Violation } from '../../schema/violations.ts';
import { listKeys } from './category-entries.ts';
import { dateEntries } from './date-entries.ts';
import { usualKeys } from './misspelt-key.ts';
import { isNear } from './near.ts';

/**
 * True where another rule says what a schema would say, in words that know more of articles: a key is missing or
 * misspelt, a value is empty, a date or an address is not as it should be, a list of names is none. Where YAML could not
 * read a value, nothing is said of it either.
 */
export function isSaidElsewhere(
  frontMatter: FrontMatter,
  violation: Violation,
  { requiredKeys, schema }: LintConfig,
): boolean {
  const { keyword, path, missing } = violation;
  if (path.length === 0) {
    const { required } = compileSchemas(schema);
    const reported = new Set([...requiredKeys, ...required]);
    return keyword === 'required' && missing.every((key) => reported.has(key));
  }
  const place = locate(frontMatter, path);
  const entry = findEntry(frontMatter, path[0] ?? '');
  if (!place || !entry || isUnreadable(frontMatter, entry)) return true;
  if (keyword === 'unknown-key' && path.length === 1) return isMisspelt(frontMatter, path[0] ?? '', requiredKeys);
  if (isEmpty(place.value)) return path.length === 1 || listKeys.includes(path[0] ?? '');
  if (listKeys.includes(path[0] ?? '')) return isAboutNames(keyword, violation.expected, place.value, path.length);
  if (keyword === 'format' && imageKeys.includes(path[0] ?? '')) return true;
  return (keyword === 'format' || keyword === 'type') && dateEntries(frontMatter).includes(entry) && isOddDate(entry);
}

/** As the rule `front-matter.misspelt-key` finds it. */
function isMisspelt(frontMatter: FrontMatter, key: string, requiredKeys: readonly string[]): boolean {
  return [...requiredKeys, ...usualKeys].some((known) => isNear(key, known) && !findEntry(frontMatter, known));
}

function isEmpty(value: FrontMatterValue): boolean {
  if (value.kind === 'scalar') return value.value === null || value.text.trim() === '';
  return value.kind === 'empty' || (value.kind === 'list' ? value.items.length === 0 : value.entries.length === 0);
}

/** A text for a list, a list or a map for a name, a name that stands twice. */
function isAboutNames(keyword: string, expected: unknown, value: FrontMatterValue, depth: number): boolean {
  if (keyword === 'uniqueItems') return true;
  if (keyword !== 'type') return false;
  return depth === 1 ? value.kind === 'scalar' && expected === 'array' : value.kind === 'list' || value.kind === 'map';
}

/** Of the entry of a date: one that `front-matter.date-format` or `front-matter.impossible-date` reports. */
export function isOddDate(entry: FrontMatterEntry): boolean {
  const date = readDate(textOf(entry.value)?.value ?? '');
  return !date || 'problem' in date || date.format !== 'iso-8601' || !date.hasTime;
}
