import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Edit } from '../../text/edit.ts';
import type { BoilerplateKind } from '../rules/boilerplate/kinds.ts';
import type { MatcherKey } from './rule.ts';

/** A rule or exception to be written, its parts in this order. */
export interface NewEntry {
  /** What a person should know of it; written as a comment above. One line. */
  readonly comment?: string;
  readonly kind: BoilerplateKind | undefined;
  readonly by: MatcherKey;
  readonly value: string;
  readonly sites?: readonly string[];
}

/** The first lines of a new catalogue. */
export const catalogueHead =
  '# What Copydesk takes for boilerplate in the articles of this folder, and what it does not.\n# What can be written here: docs/boilerplate.md of Copydesk.\n';

/**
 * The edit that adds entries at the end of a list of a catalogue. All that stands there, comments included, stays as it
 * is. Undefined where the text is no YAML that entries can be added to; then a person has to mend it first.
 */
export function addEntries(text: string, list: 'rules' | 'exceptions', entries: readonly NewEntry[]): Edit | undefined {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const write = (indent: string) => entries.flatMap((entry) => linesOf(entry).map((line) => indent + line));
  const at = (start: number, end: number, lines: readonly string[]): Edit => ({
    span: { start, end },
    text: lines.join(lineBreak),
  });
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    const before = text.trim() === '' && text.length === 0 ? catalogueHead.trimEnd().split('\n') : [];
    return at(text.length, text.length, [...open(text), ...before, `${list}:`, ...write('  '), '']);
  }
  if (!isMap(root) || root.flow) return undefined;
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === list);
  if (!pair) return at(text.length, text.length, [...open(text), `${list}:`, ...write('  '), '']);
  const { key, value } = pair;
  if (isSeq(value) && value.items.length > 0) {
    if (value.flow || !value.range) return undefined;
    const column = value.range[0] - (text.lastIndexOf('\n', value.range[0] - 1) + 1);
    const end = endOfLine(text, lastEnd(value) ?? value.range[1]);
    return at(end, end, ['', ...write(' '.repeat(column))]);
  }
  if (!isScalar(key) || !key.range) return undefined;
  const isEmptyList = isSeq(value) || (isScalar(value) && value.value === null);
  if (!isEmptyList) return undefined;
  // `rules:` or `rules: []`: the entries take the place of the value.
  const colon = text.indexOf(':', key.range[1]);
  const valueEnd = isSeq(value) && value.range ? value.range[1] : colon + 1;
  return at(colon + 1, Math.max(colon + 1, valueEnd), ['', ...write('  ')]);
}

/** An empty first line where the text does not end with a line break, so that what is added begins a line. */
function open(text: string): readonly string[] {
  return text === '' || /[\r\n]$/.test(text) ? [] : [''];
}

/** Behind the comment on the line of a value; a value that takes in its line break ends before it. */
function endOfLine(text: string, end: number): number {
  const content = text.slice(0, end).trimEnd().length;
  const comment = /^[ \t]{0,200}(?:#[^\r\n]*)?/.exec(text.slice(content));
  return content + (comment?.[0].trimEnd().length ?? 0);
}

/** The end of the last value inside a node: the node's own end may take in the blank lines and comments below it. */
function lastEnd(node: unknown): number | undefined {
  if (isSeq(node) && !node.flow) return lastEnd(node.items.at(-1));
  if (isMap(node) && !node.flow) return lastEnd(node.items.at(-1)?.value);
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[1] : undefined;
}

function linesOf({ comment, kind, by, value, sites = [] }: NewEntry): readonly string[] {
  const fields = [
    ...(kind === undefined ? [] : [`kind: ${kind}`]),
    `${by}: ${quoted(value)}`,
    ...(sites.length === 0 ? [] : [`sites: [${sites.map(quoted).join(', ')}]`]),
  ];
  return [
    ...(comment === undefined ? [] : [`# ${comment.replace(/\s+/g, ' ')}`]),
    ...fields.map((field, index) => (index === 0 ? `- ${field}` : `  ${field}`)),
  ];
}

/** Always quoted: nobody has to know which words YAML takes for something else. */
function quoted(value: string): string {
  // The escapes of JSON are escapes of YAML's double quotes, too.
  return /[\p{Cc}\u2028\u2029\ufeff]/u.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}

/** A pattern that matches this text alone, for JavaScript and RE2. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
