import type { Article } from '../../server/src/core/article/article.ts';
import type { Figure } from '../../server/src/core/article/figures.ts';
import type { Mention } from '../../server/src/core/article/mentions.ts';
import { readNumeral } from '../../server/src/core/article/numerals.ts';
import type { Group, Project } from '../../server/src/core/article/projects.ts';
import type { Finding } from '../../server/src/core/lint/rule.ts';
import { overlaps, type Span, sliceSpan } from '../../server/src/core/text/span.ts';
import type { GroupLabel, ItemLabel, Label, MentionLabel } from './label.ts';

/** What a program under measurement says about one article. */
export interface Reading {
  readonly article: Article;
  readonly findings: readonly Finding[];
  readonly figures: readonly Figure[];
  readonly mentions: readonly Mention[];
}

export interface Score {
  /** How many the label has. */
  readonly expected: number;
  /** How many the program found; undefined where the label is a sample and only recall means anything. */
  readonly found: number | undefined;
  readonly correct: number;
}

export interface Comparison extends Score {
  /** In the label, but not found. For people. */
  readonly missing: readonly string[];
  /** Found, but not in the label. For people. */
  readonly extra: readonly string[];
}

/** What is measured, in the order in which it is printed. */
export const aspects = [
  'boilerplate',
  'visible boilerplate',
  'items',
  'groups',
  'headings',
  'front matter',
  'figures',
  'mentions',
  'numbering',
] as const;

export type Aspect = (typeof aspects)[number];

/** Compares a reading with its label, aspect by aspect. Aspects that the label leaves out are left out. */
export function measure(label: Label, reading: Reading): ReadonlyMap<Aspect, Comparison> {
  const comparisons = new Map<Aspect, Comparison>();
  const { article } = reading;
  if (label.boilerplate) {
    comparisons.set('boilerplate', compareBoilerplate(label.boilerplate, reading, everyCharacter(article)));
    comparisons.set('visible boilerplate', compareBoilerplate(label.boilerplate, reading, visibleCharacters(article)));
  }
  if (label.groups) {
    comparisons.set('items', compareItems(label.groups, article.groups));
    comparisons.set('groups', compareGroups(label.groups, article.groups));
    comparisons.set('headings', compareHeadings(label.groups, article.groups));
  }
  if (label.frontMatterProblems) {
    comparisons.set('front matter', compareFrontMatter(label.frontMatterProblems, reading));
  }
  if (label.figures) comparisons.set('figures', compareFigures(label.figures, reading.figures));
  if (label.mentions) comparisons.set('mentions', compareMentions(label.mentions, reading));
  if (label.numberingProblems) comparisons.set('numbering', compareNumbering(label.numberingProblems, reading));
  return comparisons;
}

/** Adds up scores; undefined for none. */
export function sumScores(scores: readonly Score[]): Score | undefined {
  if (scores.length === 0) return undefined;
  const sum = (count: (score: Score) => number): number => scores.reduce((total, score) => total + count(score), 0);
  return {
    expected: sum(({ expected }) => expected),
    found: scores.some(({ found }) => found === undefined) ? undefined : sum(({ found }) => found ?? 0),
    correct: sum(({ correct }) => correct),
  };
}

export interface Rates {
  readonly precision: number | undefined;
  readonly recall: number;
  readonly f1: number | undefined;
}

/** Nothing found of nothing expected is perfect; something found of nothing expected has a precision of 0. */
export function ratesOf({ expected, found, correct }: Score): Rates {
  const recall = expected === 0 ? 1 : correct / expected;
  if (found === undefined) return { precision: undefined, recall, f1: undefined };
  const precision = found === 0 ? (expected === 0 ? 1 : 0) : correct / found;
  const f1 = expected + found === 0 ? 1 : (2 * correct) / (expected + found);
  return { precision, recall, f1 };
}

/** Without any white space, as labels are compared. */
export function fold(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, '');
}

function compareBoilerplate(
  labels: NonNullable<Label['boilerplate']>,
  { article: { text }, findings }: Reading,
  counted: Uint8Array,
): Comparison {
  const places = labels.map(({ quote, occurrence = 1 }) => ({ quote, span: nthPlace(text, quote, occurrence) }));
  const expected = maskOf(
    text,
    places.flatMap(({ span }) => span ?? []),
  );
  const spans = findings.filter(({ code }) => code.startsWith('boilerplate.')).map(({ span }) => span);
  const found = maskOf(text, spans);
  const count = (isCounted: (index: number) => boolean): number => {
    let total = 0;
    for (let index = 0; index < text.length; index++) if (counted[index] && isCounted(index)) total++;
    return total;
  };
  return {
    expected: count((index) => expected[index] === 1),
    found: count((index) => found[index] === 1),
    correct: count((index) => expected[index] === 1 && found[index] === 1),
    missing: [
      ...places.filter(({ span }) => !span).map(({ quote }) => `not in the file: ${excerpt(quote)}`),
      ...runs(text, (index) => counted[index] === 1 && expected[index] === 1 && found[index] === 0),
    ],
    extra: runs(text, (index) => counted[index] === 1 && found[index] === 1 && expected[index] === 0),
  };
}

function everyCharacter({ text }: Article): Uint8Array {
  return new Uint8Array(text.length).fill(1);
}

function visibleCharacters({ text, body }: Article): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const { segments } of body.lines) {
    for (const { start, sourceLength } of segments) mask.fill(1, start, start + sourceLength);
  }
  return mask;
}

/** 1 for every character in a span that is not white space. */
function maskOf(text: string, spans: readonly Span[]): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const { start, end } of spans) mask.fill(1, start, end);
  for (let index = 0; index < text.length; index++) if (mask[index] && /\s/.test(text.charAt(index))) mask[index] = 0;
  return mask;
}

function nthPlace(text: string, quote: string, occurrence: number): Span | undefined {
  let start = -1;
  for (let count = 0; count < occurrence; count++) {
    start = text.indexOf(quote, start + 1);
    if (start < 0) return undefined;
  }
  return { start, end: start + quote.length };
}

/** Stretches of characters of a kind, joined over white space. */
function runs(text: string, isOfKind: (index: number) => boolean): readonly string[] {
  const result: string[] = [];
  let run = '';
  for (let index = 0; index < text.length; index++) {
    const isSpace = /\s/.test(text.charAt(index));
    if (isOfKind(index) || (run && isSpace)) {
      run += text.charAt(index);
    } else if (run && !isSpace) {
      result.push(excerpt(run));
      run = '';
    }
  }
  return run ? [...result, excerpt(run)] : result;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 70)}…${line.slice(-29)}` : line;
}

function compareItems(labels: readonly GroupLabel[], groups: readonly Group[]): Comparison {
  return compareLists(
    labels.flatMap(({ items }, order) => items.map((item) => labelledItem(order, item))),
    groups.flatMap(({ projects }, order) => projects.map((project) => foundItem(order, project))),
  );
}

interface Entry {
  /** What has to be equal. */
  readonly key: string;
  /** For people. */
  readonly text: string;
}

function labelledItem(order: number, { number, title, organizations }: ItemLabel): Entry {
  return itemEntry(order, wholeNumber(number) ?? fold(number), title, organizations);
}

function foundItem(order: number, { number, title, organizations }: Project): Entry {
  const names = organizations.map(({ name }) => name.value);
  return itemEntry(order, number, title.value, names);
}

function itemEntry(order: number, number: number | string, title: string, organizations: readonly string[]): Entry {
  const names = [...new Set(organizations.map(fold))].sort();
  return {
    key: JSON.stringify([order, number, fold(title), names]),
    text: `group ${order + 1}, ${number}: ${excerpt(title)} (${organizations.join('、')})`,
  };
}

/** The number in a printed label such as "01", "①", "案例一", "第二天" or "b". */
function wholeNumber(label: string): number | undefined {
  const folded = fold(label);
  if (/^[a-z]$/.test(folded)) return folded.charCodeAt(0) - 96;
  const inner = /[\d０-９〇一二三四五六七八九十百]+/.exec(folded)?.[0];
  return readNumeral(folded) ?? (inner === undefined ? undefined : readNumeral(inner));
}

function compareGroups(labels: readonly GroupLabel[], groups: readonly Group[]): Comparison {
  return compareLists(
    labels.map(({ heading, items }, order) => groupEntry(order, heading, items.length)),
    groups.map(({ heading, projects }, order) => groupEntry(order, heading?.value ?? null, projects.length)),
  );
}

function groupEntry(order: number, heading: string | null, count: number): Entry {
  const text = `${order + 1}. ${heading ?? '(no heading)'}: ${count} items`;
  return { key: JSON.stringify([order, heading === null ? null : fold(heading), count]), text };
}

function compareHeadings(labels: readonly GroupLabel[], groups: readonly Group[]): Comparison {
  return compareLists(
    labels.flatMap(({ heading }) => (heading === null ? [] : { key: fold(heading), text: heading })),
    groups.flatMap(({ heading }) => (heading ? { key: fold(heading.value), text: heading.value } : [])),
  );
}

function compareFrontMatter(
  labels: NonNullable<Label['frontMatterProblems']>,
  { article, findings }: Reading,
): Comparison {
  const keys = (entries: readonly Entry[]): readonly Entry[] => [
    ...new Map(entries.map((entry) => [entry.key, entry])).values(),
  ];
  return compareLists(
    keys(labels.map(({ key, kind }) => ({ key, text: `${key} (${kind})` }))),
    keys(
      findings
        .filter(({ code }) => code.startsWith('front-matter.'))
        .map((finding) => {
          const key = frontMatterKey(article, finding);
          return { key, text: `${key} (${finding.code})` };
        }),
    ),
  );
}

/** The top-level key that a finding is about; `(yaml)` for the front matter as a whole. */
function frontMatterKey({ frontMatter }: Article, { span, code, message }: Finding): string {
  const [argument] = message.args;
  if (/missing/.test(code) && typeof argument === 'string') return argument;
  const entry = frontMatter?.entries.find((candidate) => contains(candidate.span, span));
  return entry?.key.value ?? '(yaml)';
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.start < outer.end && inner.end <= outer.end;
}

function compareFigures(labels: NonNullable<Label['figures']>, figures: readonly Figure[]): Comparison {
  const missing = labels.filter((label) => !figures.some((figure) => isFigure(label, figure)));
  return {
    expected: labels.length,
    found: undefined,
    correct: labels.length - missing.length,
    missing: missing.map(({ quote, value, unit }) => {
      const near = figures.find((figure) => fold(figure.quote).slice(0, 2) === fold(quote).slice(0, 2));
      return `${quote} = ${value} ${unit}${near ? `, found ${near.quote} = ${near.value} ${near.unit}` : ''}`;
    }),
    extra: [],
  };
}

/** Labels differ in whether the counted noun is part of the quote and the general 个 part of the unit. */
function isFigure(label: NonNullable<Label['figures']>[number], { quote, value, unit }: Figure): boolean {
  const [longer, shorter] = [fold(label.quote), fold(quote)].sort((a, b) => b.length - a.length);
  const hasQuote = longer !== undefined && shorter !== undefined && longer.startsWith(shorter);
  const units = new Set([label.unit, label.unit.replace(/^个(?=.)/, '')]);
  const hasUnit =
    units.has(unit) || units.has(unit.replace(/^个(?=.)/, '')) || (label.unit === '个' && quote.includes('个'));
  return hasQuote && hasUnit && (label.value === null ? value === undefined : isClose(label.value, value));
}

function isClose(expected: number, value: number | undefined): boolean {
  return value !== undefined && Math.abs(expected - value) <= Math.abs(expected) * 1e-9;
}

function compareMentions(labels: readonly MentionLabel[], { article, mentions }: Reading): Comparison {
  const groupOf = new Map(article.groups.flatMap((group, order) => group.projects.map((project) => [project, order])));
  const found = mentions.map((mention) => ({ mention, group: groupOf.get(mention.project) }));
  const isSame = (label: MentionLabel, { mention, group }: (typeof found)[number]): boolean => {
    const context = article.text.indexOf(label.in);
    const start = context + Math.max(0, label.in.indexOf(label.quote));
    const number = wholeNumber(label.project.slice(label.project.lastIndexOf('-') + 1));
    const place = { start, end: start + label.quote.length };
    const isThere = context >= 0 && overlaps(place, mention.span);
    return isThere && mention.project.number === number && group === groupIndex(label, article.groups);
  };
  const missing = labels.filter((label) => !found.some((candidate) => isSame(label, candidate)));
  const extra = found.filter((candidate) => !labels.some((label) => isSame(label, candidate)));
  return {
    expected: labels.length,
    found: found.length,
    correct: labels.length - missing.length,
    missing: missing.map(({ quote, project }) => `${quote} → ${project}`),
    extra: extra.map(({ mention: { quote, span, project } }) => {
      const context = sliceSpan(article.text, { start: span.start - 10, end: span.end + 10 });
      return `${quote} → ${project.title.value}, in ${excerpt(context)}`;
    }),
  };
}

function groupIndex({ group, project }: MentionLabel, groups: readonly Group[]): number {
  if (group !== undefined) return group;
  const printed = project.slice(0, project.lastIndexOf('-'));
  const byLabel = groups.findIndex(({ label }) => label === printed);
  return byLabel >= 0 ? byLabel : (wholeNumber(printed) ?? 0) - 1;
}

const problemCodes: Readonly<Record<string, string>> = {
  'structure.numbering-gap': 'gap',
  'structure.numbering-duplicate': 'duplicate',
  'structure.declared-count': 'count',
};

function compareNumbering(labels: NonNullable<Label['numberingProblems']>, { article, findings }: Reading): Comparison {
  return compareLists(
    labels.map(({ group, problem }) => numberingEntry(group, problem)),
    findings.flatMap(({ code, span }) => {
      const problem = problemCodes[code];
      if (problem === undefined) return [];
      const group = article.groups.findIndex((candidate) => contains(candidate.span, span));
      return numberingEntry(group < 0 ? null : group, problem);
    }),
  );
}

function numberingEntry(group: number | null, problem: string): Entry {
  const place = group === null ? 'the article' : `group ${group + 1}`;
  return { key: `${group} ${problem}`, text: `${problem} in ${place}` };
}

/** Each entry found answers one entry of the label with an equal key. */
function compareLists(expected: readonly Entry[], found: readonly Entry[]): Comparison {
  const open = new Map<string, Entry[]>();
  for (const entry of expected) open.set(entry.key, [...(open.get(entry.key) ?? []), entry]);
  const extra = found.filter(({ key }) => open.get(key)?.shift() === undefined);
  const missing = expected.filter((entry) => open.get(entry.key)?.includes(entry));
  return {
    expected: expected.length,
    found: found.length,
    correct: expected.length - missing.length,
    missing: missing.map(({ text }) => text),
    extra: extra.map(({ text }) => text),
  };
}
