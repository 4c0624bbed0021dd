/**
 * How long the engine takes, beside what the libraries under it take for the same text in the same run; how the programs
 * do on an archive of `--articles` articles; and how large the bundles are. `--only SECTION`, which may be repeated, leaves
 * out the rest. Prints tables and writes `bench.json` at the root of the project; times of an article are medians.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio/slim';
import { parseDocument } from 'yaml';
import type { Article } from '../../server/src/core/article/article.ts';
import { readFigures } from '../../server/src/core/article/figures.ts';
import { readGroups } from '../../server/src/core/article/groups.ts';
import { readLines } from '../../server/src/core/article/lines.ts';
import { readMentions } from '../../server/src/core/article/mentions.ts';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import { createCatalogue } from '../../server/src/core/lint/catalogue/catalogue.ts';
import { linearPatterns } from '../../server/src/core/lint/catalogue/linear-patterns.ts';
import { readCatalogue } from '../../server/src/core/lint/catalogue/read.ts';
import { shippedLayer } from '../../server/src/core/lint/catalogue/shipped.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type LintConfig } from '../../server/src/core/lint/rule.ts';
import { allRules } from '../../server/src/core/lint/rules/registry.ts';
import { outlineOf } from '../../server/src/core/outline/outline.ts';
import { sliceSpan } from '../../server/src/core/text/span.ts';
import { frontMatterGoal, frontMatterTimes } from './front-matter.ts';
import { medians, type Task } from './measure.ts';
import { measureScale, printGoals, scaleSections } from './scale/scale.ts';
import { exponentOf, kilobytes, milliseconds, printTable } from './table.ts';

/** Parsing, linting and outlining may take this many times as long as the floor. */
const goal = 2.5;

/** Reading lines, groups, items, organisations, mentions and figures may take this many times as long as loading the HTML. */
const readingGoal = 1.5;

/** Entries of the lists that show how the time for reading them grows. */
const listLengths = [500, 5000];

/** UTF-16 units of the articles that show how the time grows. */
const sizes = [10_000, 100_000, 1_000_000];

const root = path.join(import.meta.dirname, '../..');
const articles = ['docs/sample', '../shared/seed'].flatMap(firstArticleIn);

const sections = ['articles', 'growth', 'hostile', 'lists', 'front-matter', ...scaleSections, 'bundles'] as const;

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '20000' }, only: { type: 'string', multiple: true } },
});
for (const name of values.only ?? []) {
  if (!sections.some((section) => section === name)) {
    console.error(`Unknown section ${name}; expected one of ${sections.join(', ')}`);
    process.exit(2);
  }
}

const isWanted = (section: (typeof sections)[number]): boolean => values.only?.includes(section) ?? true;

function measured<T>(section: (typeof sections)[number], measure: () => readonly T[]): readonly T[] {
  return isWanted(section) ? measure() : [];
}

const machine = `${os.cpus()[0]?.model ?? 'unknown'}, ${os.cpus().length} cores, Node ${process.version}`;
console.log(machine);

const scale = await measureScale(Number(values.articles), isWanted);
const result = {
  machine,
  articles: measured('articles', () =>
    articles.map(({ name, text }) => ({ name, characters: text.length, ...timesOf(text) })),
  ),
  scaling: measured('growth', () => articles.slice(0, 1).map(({ text }) => scalingOf(text))),
  hostile: measured('hostile', () => hostileInputs().map(hostileTimes)),
  lists: measured('lists', () => [listTimes()]),
  frontMatter: measured('front-matter', () => articles.slice(-1).flatMap(({ text }) => frontMatterTimes(text))),
  scale,
  bundles: measured('bundles', bundleSizes),
};
writeFileSync(path.join(root, 'bench.json'), `${JSON.stringify(result, undefined, 2)}\n`);
print();

function firstArticleIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  const directory = path.join(root, folder);
  if (!existsSync(directory)) return [];
  const [name] = readdirSync(directory)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  return name === undefined
    ? []
    : [{ name: `${folder}/${name}`, text: readFileSync(path.join(directory, name), 'utf8') }];
}

function timesOf(text: string) {
  const article = parseArticle(text);
  const body = sliceSpan(text, article.body.span);
  const head = article.frontMatter ? sliceSpan(text, article.frontMatter.content) : '';
  // What rules find out about an article is kept with it, so each round of linting needs an article of its own.
  let fresh = article;
  const before = () => {
    fresh = parseArticle(text);
  };
  // In turn and alone: a floor that comes right after its own parts finds them warm, and nothing else does.
  const compared = medians(
    { floor: { run: () => [load(body), parseDocument(head)] }, all: { run: () => everything(text) } },
    { seconds: 10, rounds: 3000 },
  );
  const parts = medians(
    {
      html: { run: () => load(body) },
      yaml: { run: () => parseDocument(head) },
      parse: { run: () => parseArticle(text) },
      lint: { before, run: () => lint(fresh, defaultLintConfig) },
      outline: { run: () => outlineOf(article) },
      reading: { run: () => [readGroups(readLines(article.body.document)), readMentions(article), figuresOf(article)] },
      lines: { run: () => readLines(article.body.document) },
      groups: { run: () => readGroups(article.body.lines) },
      mentions: { run: () => readMentions(article) },
      figures: { run: () => figuresOf(article) },
    },
    { seconds: 10, rounds: 3000 },
  );
  const times = { ...compared, ...parts };
  const checks = Object.fromEntries(
    allRules.map((rule): [string, Task] => [
      rule.code,
      { before, run: () => [...rule.check(fresh, defaultLintConfig)] },
    ]),
  );
  return { times, ratio: times.all / times.floor, rules: medians(checks, { seconds: 15, rounds: 500 }) };
}

function figuresOf(article: Article): unknown {
  return readFigures(article.body.lines);
}

/** How long it takes to read all that is in lists of growing length. */
function listTimes() {
  const points = listLengths.map((entries) => {
    const item = (_: unknown, at: number): string =>
      `<p>${at + 1}.街巷照明改造第${at + 1}段（市城管局、市财政局）投资${at + 3}万元</p>`;
    const text = Array.from({ length: entries }, item).join('\n');
    const run = (): unknown => {
      const article = parseArticle(text);
      return [readMentions(article), figuresOf(article)];
    };
    return { entries, ...medians({ time: { run } }, { seconds: 5, rounds: 100 }) };
  });
  return { points, exponent: exponentOf(points.map(({ entries, time }) => ({ size: entries, time }))) };
}

function scalingOf(text: string) {
  const points = sizes.map((size) => {
    const long = stretched(text, size);
    const { time } = medians({ time: { run: () => everything(long) } }, { seconds: 10, rounds: 100 });
    return { characters: long.length, time };
  });
  return { points, exponent: exponentOf(points.map(({ characters, time }) => ({ size: characters, time }))) };
}

interface HostileInput {
  readonly name: string;
  readonly sizes: readonly number[];
  /** A text of about `size` characters. */
  text(size: number): string;
  readonly config?: LintConfig;
}

/** What would take for ever if anything looked at it more than a fixed number of times. */
function hostileInputs(): readonly HostileInput[] {
  const head = '---\ntitle: 渡口\n---\n';
  const megabyte = [62_500, 250_000, 1_000_000];
  return [
    { name: 'nested comments', sizes: megabyte, text: (size) => head + '<!--'.repeat(size / 4) },
    { name: 'comments', sizes: megabyte, text: (size) => head + '<!-- 广告 -->\n'.repeat(size / 12) },
    // At 8 characters each, the longest is 100,000 paragraphs.
    {
      name: 'empty paragraphs',
      sizes: [50_000, 200_000, 800_000],
      text: (size) => head + '<p></p>\n'.repeat(size / 8),
    },
    // At 11 characters each, the deepest has 90,000 elements inside each other.
    {
      name: 'nested elements',
      sizes: [61_875, 247_500, 990_000],
      text: (size) => `${head}${'<div>'.repeat(size / 11)}${'</div>'.repeat(size / 11)}`,
    },
    {
      name: "users' patterns that explode in other engines",
      sizes: megabyte,
      text: (size) => `${head}${`<p>${'a'.repeat(1000)}!</p>\n`.repeat(size / 1009)}`,
      config: configWith("rules:\n  - kind: ad\n    pattern: ['^(?:a+)+$', '(a|aa)+$', '(?:a?){25}a{25}$']\n"),
    },
    {
      name: "users' selectors in deep nesting",
      sizes: [11_000, 55_000, 220_000],
      text: (size) => `${head}${'<div>'.repeat(size / 11)}${'</div>'.repeat(size / 11)}`,
      config: configWith('rules:\n  - kind: ad\n    selector: [".x div", "div > div + div", "p:only-child"]\n'),
    },
  ];
}

function configWith(yaml: string): LintConfig {
  const { content } = readCatalogue(yaml, linearPatterns);
  const catalogue = createCatalogue([{ content, patterns: linearPatterns }, shippedLayer]);
  return { ...defaultLintConfig, boilerplate: { ...defaultLintConfig.boilerplate, catalogue } };
}

function hostileTimes({ name, sizes: lengths, text, config = defaultLintConfig }: HostileInput) {
  const points = lengths.map((length) => {
    const long = text(length);
    const { time } = medians({ time: { run: () => lint(parseArticle(long), config) } }, { seconds: 5, rounds: 5 });
    return { characters: long.length, time };
  });
  return { name, points, exponent: exponentOf(points.map(({ characters, time }) => ({ size: characters, time }))) };
}

function everything(text: string): unknown {
  const article = parseArticle(text);
  return [lint(article, defaultLintConfig), outlineOf(article)];
}

/** The article with its body's lines repeated, or cut, to about `size` characters. */
function stretched(text: string, size: number): string {
  const { span } = parseArticle(text).body;
  const body = sliceSpan(text, span);
  const missing = Math.max(0, size - text.length);
  return (text + body.repeat(Math.ceil(missing / Math.max(1, body.length)))).slice(0, size);
}

function bundleSizes(): readonly { readonly name: string; readonly bytes: number; readonly gzipped: number }[] {
  const dist = path.join(root, 'dist');
  if (!existsSync(dist)) return [];
  return readdirSync(dist)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => {
      const content = readFileSync(path.join(dist, name));
      return { name: `dist/${name}`, bytes: content.length, gzipped: gzipSync(content).length };
    });
}

function print(): void {
  for (const { name, characters, times, ratio, rules } of result.articles) {
    printTable(`${name} (${characters} characters), medians`, [
      ['HTML alone (cheerio/slim)', milliseconds(times.html)],
      ['YAML alone (yaml)', milliseconds(times.yaml)],
      ['floor: both', milliseconds(times.floor)],
      ['parse + lint + outline', milliseconds(times.all)],
      ['  parse', milliseconds(times.parse)],
      ['  lint', milliseconds(times.lint)],
      ['  outline', milliseconds(times.outline)],
    ]);
    const verdict = ratio <= goal ? 'met' : 'missed';
    console.log(`${ratio.toFixed(2)}× the floor, goal ≤ ${goal}×: ${verdict}`);
    printTable('reading projects, mentions and figures', [
      ['all', milliseconds(times.reading)],
      ['  lines', milliseconds(times.lines)],
      ['  groups, items, organisations', milliseconds(times.groups)],
      ['  mentions', milliseconds(times.mentions)],
      ['  figures', milliseconds(times.figures)],
    ]);
    const share = times.reading / times.html;
    console.log(
      `${share.toFixed(2)}× the HTML alone, goal ≤ ${readingGoal}×: ${share <= readingGoal ? 'met' : 'missed'}`,
    );
    const costs = Object.entries(rules).toSorted(([, a], [, b]) => b - a);
    printTable(
      'each rule alone, with the groundwork that it shares with its family',
      costs.map(([code, time]) => [code, milliseconds(time)]),
    );
  }
  for (const { points, exponent } of result.scaling) {
    printTable('parse + lint + outline as the article grows', [
      ...points.map(({ characters, time }): readonly string[] => [`${characters} characters`, milliseconds(time)]),
      ['exponent (1 is linear)', exponent.toFixed(2)],
    ]);
  }
  for (const { points, exponent } of result.lists) {
    printTable('parse, mentions and figures as a list grows', [
      ...points.map(({ entries, time }): readonly string[] => [`${entries} entries`, milliseconds(time)]),
      ['exponent (1 is linear)', exponent.toFixed(2)],
    ]);
  }
  printTable(
    'parse + lint of hostile input: time over size',
    result.hostile.map(({ name, points, exponent }): readonly string[] => [
      name,
      points.map(({ characters, time }) => `${kilobytes(characters)}: ${milliseconds(time)}`).join('  '),
      `exponent ${exponent.toFixed(2)}`,
    ]),
  );
  printTable(
    `front matter: read and checked, beside YAML alone (goal for an article ≤ ${frontMatterGoal}×)`,
    result.frontMatter.map(({ name, yaml, ours }) => [
      name,
      milliseconds(ours),
      `${(ours / yaml).toFixed(2)}× YAML alone`,
    ]),
  );
  printTable(
    'bundles',
    result.bundles.map(({ name, bytes, gzipped }) => [name, kilobytes(bytes), `${kilobytes(gzipped)} gzipped`]),
  );
  printGoals(result.scale);
}
