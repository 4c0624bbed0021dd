import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type Message, message } from '../../text/message.ts';
import { compareSpans, type Span } from '../../text/span.ts';
import { type BoilerplateKind, isBoilerplateKind, kindNames } from '../rules/boilerplate/kinds.ts';
import type { PatternEngine } from './patterns.ts';
import {
  type CatalogueContent,
  type CatalogueException,
  type CatalogueRule,
  emptyContent,
  foldFurniture,
  type Matcher,
  type MatcherKey,
  matcherKeys,
} from './rule.ts';
import { selectorProblem } from './selectors.ts';

/** Something in a catalogue file that cannot be used. The rest of the file is used all the same. */
export interface CatalogueProblem {
  readonly span: Span;
  readonly message: Message;
}

export interface CatalogueReading {
  readonly content: CatalogueContent;
  /** In the order of the text. */
  readonly problems: readonly CatalogueProblem[];
}

/** A catalogue is written by hand or by `copydesk learn`; what is longer, in UTF-16 units, is something else. */
const longestCatalogue = 1_000_000;

/**
 * Reads a catalogue of boilerplate from YAML (or JSON, which is YAML), as `schemas/boilerplate-catalogue.schema.json`
 * describes it. Never throws: what is wrong is a problem with its place, and the rule or exception it stands in is left out.
 *
 * @param patterns the engine in which the patterns have to be valid.
 */
export function readCatalogue(text: string, patterns: PatternEngine): CatalogueReading {
  if (text.length > longestCatalogue) {
    const span = { start: 0, end: 0 };
    return {
      content: emptyContent,
      problems: [{ span, message: message('Unexpected length: over {0} characters are not read.', longestCatalogue) }],
    };
  }
  const problems: CatalogueProblem[] = [];
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true, logLevel: 'silent' });
  for (const { message: reason, pos } of document.errors) {
    const start = Math.min(pos[0], text.length);
    const end = Math.min(Math.max(pos[1], start), text.length);
    problems.push({ span: { start, end }, message: message('This is no valid YAML: {0}', reason) });
  }
  const reader: Reader = { text, patterns, problems };
  const content = readRoot(reader, document.contents);
  return { content, problems: problems.sort((a, b) => compareSpans(a.span, b.span)) };
}

interface Reader {
  readonly text: string;
  readonly patterns: PatternEngine;
  readonly problems: CatalogueProblem[];
}

const rootKeys = ['rules', 'exceptions', 'media'] as const;

function readRoot(reader: Reader, root: Node | null): CatalogueContent {
  if (root === null || (isScalar(root) && root.value === null)) return emptyContent;
  if (!isMap(root)) {
    report(reader, root, message('Unexpected value. Expected the keys {0}.', rootKeys.join(', ')));
    return emptyContent;
  }
  let content = emptyContent;
  for (const [key, pair] of entriesOf(reader, root, rootKeys)) {
    if (key === 'rules') content = { ...content, rules: readList(reader, pair, readRule) };
    if (key === 'exceptions') content = { ...content, exceptions: readList(reader, pair, readException) };
    if (key === 'media') content = { ...content, media: readTexts(reader, pair).map(({ value }) => value) };
  }
  return content;
}

function readList<T>(reader: Reader, pair: Pair, read: (reader: Reader, map: YAMLMap) => T | undefined): readonly T[] {
  const { value } = pair;
  if (isScalar(value) && value.value === null) return [];
  if (!isSeq(value)) {
    report(reader, nodeOf(value) ?? nodeOf(pair.key), message('Unexpected value. Expected a list.'));
    return [];
  }
  return value.items.flatMap((item) => {
    if (isMap(item)) return read(reader, item) ?? [];
    report(reader, nodeOf(item) ?? value, message('Unexpected entry. Expected keys such as kind and selector.'));
    return [];
  });
}

const ruleKeys = ['kind', ...matcherKeys, 'sites', 'about'] as const;

function readRule(reader: Reader, map: YAMLMap): CatalogueRule | undefined {
  const { kind, matchers, sites, isUsable } = readFields(reader, map);
  if (kind === undefined) {
    if (isUsable) report(reader, map, message('Missing kind. Expected one of {0}.', kindNames.join(', ')));
    return undefined;
  }
  return isUsable ? { kind, matchers, sites } : undefined;
}

function readException(reader: Reader, map: YAMLMap): CatalogueException | undefined {
  const { isUsable, ...exception } = readFields(reader, map);
  return isUsable ? exception : undefined;
}

function readFields(reader: Reader, map: YAMLMap) {
  let kind: BoilerplateKind | undefined;
  let sites: readonly string[] = [];
  const matchers: Matcher[] = [];
  const before = reader.problems.length;
  for (const [key, pair] of entriesOf(reader, map, ruleKeys)) {
    switch (key) {
      case 'kind':
        kind = readKind(reader, pair);
        break;
      case 'sites':
        sites = readTexts(reader, pair).map(({ value }) => value);
        break;
      case 'about':
        break;
      default:
        matchers.push(...readMatchers(reader, key, pair));
    }
  }
  if (matchers.length === 0 && reader.problems.length === before) {
    report(reader, map, message('Nothing to look for. Expected one of {0}.', matcherKeys.join(', ')));
  }
  return { kind, matchers, sites, isUsable: reader.problems.length === before };
}

function readKind(reader: Reader, pair: Pair): BoilerplateKind | undefined {
  const value = isScalar(pair.value) ? pair.value.value : undefined;
  // People may write the code of the rule in full.
  const name = typeof value === 'string' ? value.replace(/^boilerplate\./, '') : '';
  if (isBoilerplateKind(name)) return name;
  report(
    reader,
    nodeOf(pair.value) ?? nodeOf(pair.key),
    message('Unexpected kind. Expected one of {0}.', kindNames.join(', ')),
  );
  return undefined;
}

function readMatchers(reader: Reader, by: MatcherKey, pair: Pair): readonly Matcher[] {
  return readTexts(reader, pair).flatMap(({ value, node }) => {
    const problem = matcherProblem(reader, by, value);
    if (!problem) return { by, value };
    report(reader, node, problem);
    return [];
  });
}

function matcherProblem({ patterns }: Reader, by: MatcherKey, value: string): Message | undefined {
  switch (by) {
    case 'text':
      return foldFurniture(value) === '' ? message('Unexpected empty text. Expected words.') : undefined;
    case 'selector':
      switch (selectorProblem(value)) {
        case 'syntax':
          return message('This is no CSS selector.');
        case 'unsupported':
          return message(
            'Unexpected part of a CSS selector. Expected names, classes, ids and attributes, combined by spaces, > or +.',
          );
        default:
          return undefined;
      }
    default:
      try {
        return patterns(value).test('') ? message('This pattern matches everything, even an empty text.') : undefined;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return message('This is no regular expression: {0}', reason);
      }
  }
}

interface LocatedText {
  readonly value: string;
  readonly node: Node | undefined;
}

/** The texts of a value that is one text or a list of them. */
function readTexts(reader: Reader, pair: Pair): readonly LocatedText[] {
  const items = isSeq(pair.value) ? pair.value.items : [pair.value];
  return items.flatMap((item) => {
    const node = nodeOf(item) ?? nodeOf(pair.key);
    if (isScalar(item) && typeof item.value === 'string' && item.value.trim() !== '')
      return { value: item.value, node };
    if (isScalar(item) && typeof item.value === 'number') return { value: String(item.source ?? item.value), node };
    report(reader, node, message('Unexpected value. Expected a text, or a list of texts.'));
    return [];
  });
}

/** The pairs whose key is one of `known`; others are reported. */
function entriesOf<K extends string>(
  reader: Reader,
  map: YAMLMap,
  known: readonly K[],
): readonly (readonly [K, Pair])[] {
  return map.items.flatMap((pair) => {
    const name = isScalar(pair.key) ? pair.key.value : undefined;
    const key = known.find((candidate) => candidate === name);
    if (key !== undefined) return [[key, pair] as const];
    report(reader, nodeOf(pair.key), message('Unknown key. Expected one of {0}.', known.join(', ')));
    return [];
  });
}

function nodeOf(value: unknown): Node | undefined {
  return isMap(value) || isSeq(value) || isScalar(value) ? value : undefined;
}

function report({ text, problems }: Reader, node: Node | undefined, problem: Message): void {
  const [start, end] = node?.range ?? [0, 0];
  const trimmed = text.slice(start, end).trimEnd().length;
  problems.push({ span: { start, end: start + trimmed }, message: problem });
}
