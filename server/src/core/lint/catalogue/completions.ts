import { type Message, message } from '../../text/message.ts';
import type { Span } from '../../text/span.ts';
import { kindLabels } from '../rules/boilerplate/kind-labels.ts';
import { isBoilerplateKind, kindNames } from '../rules/boilerplate/kinds.ts';
import { matcherKeys } from './rule.ts';

/** Something that can be written at a place of a catalogue. */
export interface CatalogueCompletion {
  readonly what: 'key' | 'kind' | 'site';
  readonly label: string;
  /** What is written in place of `span`. */
  readonly text: string;
  readonly span: Span;
  /** What it means; of a kind, what people call it. */
  readonly meaning: Message | undefined;
}

/**
 * What can be written at an offset of a catalogue: keys that are not there yet, kinds, and the sites given. Goes by the
 * lines, because a file in which somebody types is seldom YAML.
 */
export function catalogueCompletions(
  text: string,
  offset: number,
  sites: Iterable<string>,
): readonly CatalogueCompletion[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const typed = text.slice(lineStart, offset);
  if (typed.length > longestLine) return [];
  const key = /^(?<before>\s*(?:- *)?)(?<name>[\w-]*)$/.exec(typed)?.groups;
  const value = /^\s*(?:- +)?(?<name>[\w-]+) *: +(?<value>.*)$/.exec(typed)?.groups;
  const rest = /^[^\s:,\]]*/.exec(text.slice(offset, offset + longestLine))?.[0] ?? '';
  const replacing = (word: string): Span => ({ start: offset - word.length, end: offset + rest.length });
  const place = placeOf(text.slice(0, lineStart), key?.before ?? typed);
  if (value) return valuesOf(value.name ?? '', value.value ?? '', sites, replacing);
  if (!key) return place.list === 'sites' ? siteItems(sites, wordOf(typed), replacing) : [];
  if (place.list === 'sites') return siteItems(sites, key.name ?? '', replacing);
  const after = text.slice(lineStart).split(/\r?\n/).slice(1);
  return keysAt(place, after).map((name) => {
    const hasColon = /^ *:/.test(text.slice(offset + rest.length));
    return {
      what: 'key',
      label: name,
      text: `${place.isOutside ? '- ' : ''}${name}${hasColon ? '' : sections.has(name) ? ':' : ': '}`,
      span: replacing(key.name ?? ''),
      meaning: keyMeanings[name],
    };
  });
}

/** In UTF-16 units. */
const longestLine = 1000;

const entryKeys = ['kind', ...matcherKeys, 'sites', 'about'] as const;
const rootKeys = ['rules', 'exceptions', 'media'] as const;
const sections: ReadonlySet<string> = new Set(rootKeys);

type Key = (typeof entryKeys)[number] | (typeof rootKeys)[number];

/** The texts are those of `schemas/boilerplate-catalogue.schema.json`. */
export const keyMeanings: Readonly<Record<Key, Message>> = {
  rules: message('What looks like one of these is furniture.'),
  exceptions: message('What looks like one of these is no furniture, whatever a rule says.'),
  media: message('Names of media that stand in brackets behind the last sentence of what they published: （IT之家）.'),
  kind: message(
    'What it is: the code of a rule, without its family. In an exception: only findings of this kind are meant.',
  ),
  selector: message('CSS selectors of elements: names, classes, ids, attributes, combined by white space, > or +.'),
  text: message('The whole text of a line or a block. White space, case and full width do not matter.'),
  pattern: message('Regular expressions (RE2 syntax, case does not matter) that match somewhere in a visible line.'),
  comment: message('Regular expressions that match somewhere in an HTML comment, without its <!-- and -->.'),
  image: message('Regular expressions that match somewhere in the address of an image or a frame.'),
  sites: message(
    'Names of sites, as the front matter has them, or domains of addresses in the article. Left out: all.',
  ),
  about: message('What it is, for people.'),
};

/** Where a line stands, by the lines above it and its own beginning. */
interface Place {
  /** `root`: where the sections are named; `sites`: in a list of sites; undefined: where nothing is known to belong. */
  readonly list: 'root' | 'entry' | 'sites' | undefined;
  /** The lines of the entry above it, the nearest first; none where the line begins an entry. */
  readonly entry: readonly string[];
  /** How far the keys of the entry are indented. */
  readonly indent: number;
  /** Whether the line stands below a section, but in no entry yet. */
  readonly isOutside: boolean;
  /** The keys of all lines above that are not indented. */
  readonly rootKeys: readonly string[];
}

function placeOf(above: string, beginning: string): Place {
  const lines = above.split(/\r?\n/).slice(0, -1).toReversed();
  const isUsed = lines.flatMap((line) => /^([\w-]+) *:/.exec(line)?.[1] ?? []);
  const [section] = isUsed;
  const indent = indentOf(beginning);
  const begins = /^\s*-/.test(beginning);
  const none = { entry: [], indent, isOutside: false, rootKeys: isUsed };
  if (indent === 0 && !begins) return { ...none, list: 'root' };
  const parent = lines.find((line) => line.trim() !== '' && indentOf(line) < indent);
  if (begins && /^\s*(?:- +)?sites *: *$/.test(parent ?? '')) return { ...none, list: 'sites' };
  if (section !== 'rules' && section !== 'exceptions') return { ...none, list: undefined };
  const keyIndent = beginning.length;
  const entry: string[] = [];
  for (const line of begins ? [] : lines) {
    if (line.trim() !== '' && indentOf(line) < keyIndent && !/^\s*-/.test(line)) break;
    entry.push(line);
    if (/^\s*-/.test(line)) break;
  }
  const isOutside = !begins && !/^\s*-/.test(entry.at(-1) ?? '');
  return { list: 'entry', entry: isOutside ? [] : entry, indent: keyIndent, isOutside, rootKeys: isUsed };
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** The keys that are missing at a place, when the lines after it are known, too. */
function keysAt({ list, entry, indent, rootKeys: used }: Place, after: readonly string[]): readonly Key[] {
  if (list === 'root') {
    const later = after.flatMap((line) => /^([\w-]+) *:/.exec(line)?.[1] ?? []);
    return rootKeys.filter((key) => !used.includes(key) && !later.includes(key));
  }
  if (list !== 'entry') return [];
  const end = after.findIndex((line) => line.trim() !== '' && (indentOf(line) < indent || /^\s*-/.test(line)));
  const own = [...entry, ...after.slice(0, end < 0 ? after.length : end)];
  const known = new Set(own.flatMap((line) => /^\s*(?:- *)?([\w-]+) *:/.exec(line)?.[1] ?? []));
  return entryKeys.filter((key) => !known.has(key));
}

function valuesOf(
  key: string,
  typed: string,
  sites: Iterable<string>,
  replacing: (word: string) => Span,
): readonly CatalogueCompletion[] {
  if (key === 'sites') return siteItems(sites, wordOf(typed), replacing);
  if (key !== 'kind' || !/^[\w.-]*$/.test(typed)) return [];
  return kindNames.filter(isBoilerplateKind).map((kind) => ({
    what: 'kind',
    label: kind,
    text: kind,
    span: replacing(typed),
    meaning: kindLabels[kind],
  }));
}

/** The part of a list in brackets that is being typed. */
function wordOf(typed: string): string {
  return /[^\s,[\]-][^,[\]]*$/.exec(typed)?.[0] ?? '';
}

function siteItems(
  sites: Iterable<string>,
  typed: string,
  replacing: (word: string) => Span,
): readonly CatalogueCompletion[] {
  return [...sites].map((site) => ({
    what: 'site',
    label: site,
    text: /^[\p{L}][\p{L}\p{N} .-]*$/u.test(site) ? site : `'${site.replaceAll("'", "''")}'`,
    span: replacing(typed),
    meaning: undefined,
  }));
}
