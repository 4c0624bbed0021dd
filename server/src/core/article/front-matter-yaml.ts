import { isAlias, isMap, isPair, isScalar, isSeq, type Node, parseDocument, Scalar } from 'yaml';
import { compareSpans, type Span } from '../text/span.ts';
import type { FrontMatterEntry, FrontMatterValue, ScalarValue, YamlProblem } from './front-matter.ts';
import { isTooMuch } from './front-matter-limits.ts';
import { type EntryLines, itemLines, linesIn, splitEntries, trimSpan } from './front-matter-lines.ts';
import { readPlainYaml } from './front-matter-plain.ts';

export interface YamlReading {
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads the YAML in `content` of `text`. Where YAML gives up, each top-level key is read on its own, so that one broken
 * value costs no other key; the broken value itself is read as the text that stands there, or as its list of texts.
 *
 * Aliases are kept as the text `*name` and never followed. What {@link isTooMuch} for the parser is read by its lines alone.
 */
export function readYaml(text: string, content: Span): YamlReading {
  const entries = readPlainYaml(text, content);
  return entries ? { entries, problems: [] } : parseYaml(text, content);
}

/** The same, but always by the YAML parser. */
export function parseYaml(text: string, content: Span): YamlReading {
  const source = withLineFeeds(text.slice(content.start, content.end));
  if (isTooMuch(source)) {
    const span = trimSpan(text, content);
    return { entries: roughEntries(text, splitEntries(text, content)), problems: [{ ...tooMuch, span }] };
  }
  const whole = compose(source, content.start);
  return whole.problems.length === 0 && whole.isMap ? whole : repair(text, content, whole);
}

/** The problems that the YAML parser has with a text; what a fix leaves can be checked with it before it is offered. */
export function yamlProblems(source: string): readonly YamlProblem[] {
  return readYaml(source, { start: 0, end: source.length }).problems;
}

/** Reading a key on its own costs a call of the parser; past this many the whole reading stands as it is. */
const mostRepairs = 200;

const tooMuch = { code: 'TOO_MUCH', text: 'The structure is too deep or has too many parts to be read' } as const;
const noKey = { code: 'NO_KEY', text: 'A key, a colon and a space must come first' } as const;
const unknownAlias = { code: 'BAD_ALIAS', text: 'Unresolved alias' } as const;

interface Composition extends YamlReading {
  readonly isMap: boolean;
}

function compose(source: string, offset: number): Composition {
  const document = parseDocument(source, {
    prettyErrors: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  const reader: NodeReader = { source, offset, anchors: new Set(), problems: [] };
  for (const { code, message, pos } of document.errors) reader.problems.push(problemAt(reader, code, message, pos));
  for (const { code, message, pos } of document.warnings) reader.problems.push(problemAt(reader, code, message, pos));
  const { contents } = document;
  const entries = isMap(contents) ? readPairs(reader, contents.items) : [];
  const problems = reader.problems.sort(byPlace);
  return { entries, problems, isMap: isMap(contents) || contents === null || isEmptyScalar(contents) };
}

/** Reads the keys one by one where the reading of the whole does not fit what the lines show. */
function repair(text: string, content: Span, whole: Composition): YamlReading {
  const blocks = splitEntries(text, content);
  const entriesByStart = new Map(whole.entries.map((entry) => [entry.key.span.start, entry]));
  const problemsByBlock = groupByBlock(blocks, whole.problems);
  const entries: FrontMatterEntry[] = [];
  const problems: YamlProblem[] = [];
  let repairs = 0;
  blocks.forEach((block, index) => {
    const known = problemsByBlock[index] ?? [];
    const entry = block.key && entriesByStart.get(block.key.span.start);
    const fits = block.key
      ? entry !== undefined && entry.span.end <= block.span.end
      : isInsignificant(text, block.span);
    // What is missing at the end of a value is noticed at the key behind it.
    const isBlamedOnNext = problemsByBlock[index + 1]?.[0]?.span.start === block.span.end;
    if (fits && known.length === 0 && !isBlamedOnNext) {
      if (entry) entries.push(entry);
      return;
    }
    const alone = repairs++ < mostRepairs ? composeBlock(text, block, known) : { entries: [], problems: known };
    if (alone.problems.length === 0 && alone.entries.length > 0) {
      entries.push(...alone.entries);
      return;
    }
    problems.push(...(alone.problems.length > 0 ? alone.problems : problemsOfOddBlock(text, block, known)));
    entries.push(...(block.key ? roughEntries(text, [block], alone.entries) : alone.entries));
  });
  return { entries, problems: problems.length > 0 ? problems : whole.problems };
}

/** The problems that a block has by itself. Whether an alias is known only the reading of the whole can say. */
function composeBlock(text: string, { span }: EntryLines, known: readonly YamlProblem[]): YamlReading {
  const source = withLineFeeds(text.slice(span.start, span.end));
  const { entries, problems } = compose(source, span.start);
  const own = problems.filter((problem) => problem.text !== unknownAlias.text);
  const aliases = known.filter((problem) => problem.text === unknownAlias.text);
  return { entries, problems: [...own, ...aliases].sort(byPlace) };
}

function byPlace(a: YamlProblem, b: YamlProblem): number {
  return compareSpans(a.span, b.span);
}

/** A block that parses alone but holds no key: `author:Name` is a plain text to YAML. */
function problemsOfOddBlock(text: string, { span }: EntryLines, known: readonly YamlProblem[]): readonly YamlProblem[] {
  if (known.length > 0) return known;
  return isInsignificant(text, span) ? [] : [{ ...noKey, span: trimSpan(text, span) }];
}

/** Blank lines and comments only. */
function isInsignificant(text: string, span: Span): boolean {
  for (const line of linesIn(text, span)) {
    const { start, end } = trimSpan(text, line);
    if (start < end && text[start] !== '#') return false;
  }
  return true;
}

function groupByBlock(blocks: readonly EntryLines[], problems: readonly YamlProblem[]): readonly YamlProblem[][] {
  const groups: YamlProblem[][] = blocks.map(() => []);
  let index = 0;
  for (const problem of problems) {
    while (index + 1 < blocks.length && problem.span.start >= (blocks[index]?.span.end ?? 0)) index++;
    groups[index]?.push(problem);
  }
  return groups;
}

/** What the lines of each block show: a list where there are items, the parser's map where it found one, else the text. */
function roughEntries(
  text: string,
  blocks: readonly EntryLines[],
  composed: readonly FrontMatterEntry[] = [],
): readonly FrontMatterEntry[] {
  return blocks.flatMap((block) => {
    const { key } = block;
    if (!key) return [];
    const entry = composed.find((candidate) => candidate.key.span.start === key.span.start);
    const value = roughValue(text, block, entry?.value);
    return [{ key, value, span: { start: key.span.start, end: Math.max(block.colon.end, value.span.end) } }];
  });
}

function roughValue(text: string, block: EntryLines, composed: FrontMatterValue | undefined): FrontMatterValue {
  const { inline, colon } = block;
  if (inline.end > inline.start) return roughScalar(text, inline);
  const items = itemLines(text, block).flatMap(({ value }) =>
    value.end > value.start ? [roughScalar(text, value)] : [],
  );
  const [first] = items;
  const last = items.at(-1);
  if (first && last) return { kind: 'list', items, span: { start: first.span.start, end: last.span.end } };
  return composed?.kind === 'map' ? composed : { kind: 'empty', span: { start: colon.end, end: colon.end } };
}

function roughScalar(text: string, span: Span): ScalarValue {
  const written = text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/su, '$2');
  const value = written.replace(/^["'](?=[^"']*$)/, '');
  return { kind: 'scalar', value, text: value, style: 'plain', span };
}

interface NodeReader {
  readonly source: string;
  readonly offset: number;
  readonly anchors: Set<string>;
  readonly problems: YamlProblem[];
}

function readPairs(reader: NodeReader, pairs: readonly unknown[]): readonly FrontMatterEntry[] {
  return pairs.flatMap((pair) => {
    if (!isPair(pair)) return [];
    const key = readKey(reader, pair.key);
    if (!key) return [];
    const value = closeToKey(reader, key, readValue(reader, pair.value, key.span.end));
    return [{ key, value, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } }];
  });
}

/** Nothing stands directly behind the colon, not behind the spaces that may follow it. */
function closeToKey(
  { source, offset }: NodeReader,
  key: FrontMatterEntry['key'],
  value: FrontMatterValue,
): FrontMatterValue {
  if (value.kind !== 'empty') return value;
  const colon = source.indexOf(':', key.span.end - offset);
  const start = colon < 0 ? key.span.end : Math.max(key.span.end, Math.min(value.span.start, offset + colon + 1));
  return { kind: 'empty', span: { start, end: start } };
}

function readKey(reader: NodeReader, key: unknown): FrontMatterEntry['key'] | undefined {
  if (!isNode(key)) return undefined;
  const value = readValue(reader, key, 0);
  const name =
    value.kind === 'scalar'
      ? value.text
      : reader.source.slice(value.span.start - reader.offset, value.span.end - reader.offset);
  return { value: name, span: value.span };
}

function readValue(reader: NodeReader, node: unknown, after: number): FrontMatterValue {
  if (!isNode(node) || !node.range) return { kind: 'empty', span: { start: after, end: after } };
  const span = spanOfNode(reader, node);
  if (isAlias(node)) {
    if (!reader.anchors.has(node.source)) reader.problems.push({ ...unknownAlias, span });
    const text = `*${node.source}`;
    return { kind: 'scalar', value: text, text, style: 'plain', span };
  }
  if ('anchor' in node && typeof node.anchor === 'string') reader.anchors.add(node.anchor);
  if (isSeq(node)) {
    const items = node.items.map((item) =>
      isPair(item) ? mapOf(readPairs(reader, [item]), span) : readValue(reader, item, span.end),
    );
    return { kind: 'list', items, span: endingWith(span, items.at(-1)?.span, node.flow) };
  }
  if (isMap(node)) {
    const entries = readPairs(reader, node.items);
    return mapOf(entries, endingWith(span, entries.at(-1)?.span, node.flow));
  }
  if (!isScalar(node) || isEmptyScalar(node)) return { kind: 'empty', span: { start: span.start, end: span.start } };
  return readScalar(node, span);
}

function readScalar(node: Scalar, span: Span): ScalarValue {
  const text = node.source ?? String(node.value);
  const { value } = node;
  const isKnown =
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', value: isKnown ? value : text, text, style: styleOf(node), span };
}

function styleOf({ type }: Scalar): ScalarValue['style'] {
  switch (type) {
    case Scalar.QUOTE_SINGLE:
      return 'single-quoted';
    case Scalar.QUOTE_DOUBLE:
      return 'double-quoted';
    case Scalar.BLOCK_FOLDED:
    case Scalar.BLOCK_LITERAL:
      return 'block';
    default:
      return 'plain';
  }
}

function mapOf(entries: readonly FrontMatterEntry[], span: Span): FrontMatterValue {
  return { kind: 'map', entries, span };
}

/** A collection in block style ends with its last part; the parser counts the white space behind it, too. */
function endingWith(span: Span, last: Span | undefined, flow: boolean | undefined): Span {
  return !flow && last ? { start: Math.min(span.start, last.start), end: last.end } : span;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function isEmptyScalar(node: unknown): boolean {
  return (
    isScalar(node) &&
    node.source === '' &&
    node.value === null &&
    (node.type === undefined || node.type === Scalar.PLAIN)
  );
}

function spanOfNode({ source, offset }: NodeReader, { range }: Node): Span {
  const [start = 0, end = 0] = range ?? [];
  const { start: first, end: last } = trimSpan(source, { start, end });
  return { start: offset + Math.min(start, first), end: offset + Math.max(start, last) };
}

/** The parser's place, moved inside the text where it points behind it. */
function problemAt(
  { source, offset }: NodeReader,
  code: string,
  sentence: string,
  [from, to]: readonly [number, number],
): YamlProblem {
  const start = Math.max(0, Math.min(from, source.length - 1));
  const end = Math.max(start, Math.min(to, source.length));
  return { code, text: sentence, span: { start: offset + start, end: offset + end } };
}

/** The `yaml` package does not know the lone CR as a line break; the lengths stay the same. */
function withLineFeeds(source: string): string {
  return source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;
}
