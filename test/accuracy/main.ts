/**
 * Measures the core against articles with gold labels:
 *
 *   npm run accuracy -- FOLDER… [--details]
 *
 * Reads every NAME.gold.json with its NAME.txt. `--details` also lists what is missing and what is too much. Boilerplate
 * is measured once more without the shipped catalogue, to see what the general rules can do on a site that nobody knows.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { readFigures } from '../../server/src/core/article/figures.ts';
import { readMentions } from '../../server/src/core/article/mentions.ts';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import { emptyCatalogue } from '../../server/src/core/lint/catalogue/shipped.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type LintConfig } from '../../server/src/core/lint/rule.ts';
import { parseLabel } from './label.ts';
import { type Aspect, aspects, type Comparison, measure, ratesOf, type Score, sumScores } from './measure.ts';

interface Measured {
  readonly name: string;
  readonly comparisons: ReadonlyMap<Aspect, Comparison>;
  /** Of boilerplate alone, with the catalogue switched off. */
  readonly uncatalogued: ReadonlyMap<Aspect, Comparison>;
}

const uncataloguedConfig: LintConfig = {
  ...defaultLintConfig,
  boilerplate: { ...defaultLintConfig.boilerplate, catalogue: emptyCatalogue },
};

const labelEnding = '.gold.json';
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
process.exitCode = await run(folders, process.argv.includes('--details'));

async function run(paths: readonly string[], withDetails: boolean): Promise<number> {
  if (paths.length === 0) {
    console.error('Usage: npm run accuracy -- FOLDER… [--details]');
    return 2;
  }
  const measured: Measured[] = [];
  for (const folder of paths) {
    try {
      for (const file of await labelFiles(folder)) measured.push(await measureFile(file));
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      return 2;
    }
  }
  if (withDetails) for (const file of measured) console.log(detailsOf(file));
  console.log(fileTable(measured));
  console.log(totalTable(measured));
  console.log(uncataloguedTable(measured));
  return 0;
}

async function labelFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(labelEnding))
    .sort()
    .map((name) => path.join(folder, name));
}

async function measureFile(labelFile: string): Promise<Measured> {
  const stem = labelFile.slice(0, -labelEnding.length);
  const label = parseLabel(await readFile(labelFile, 'utf8'));
  const text = (await readFile(`${stem}.txt`, 'utf8')).replace(/^\ufeff/, '');
  const article = parseArticle(text);
  const reading = { article, figures: readFigures(article.body.lines), mentions: readMentions(article) };
  const { boilerplate } = label;
  return {
    name: path.basename(stem),
    comparisons: measure(label, { ...reading, findings: lint(article, defaultLintConfig) }),
    uncatalogued: measure(boilerplate ? { boilerplate } : {}, {
      ...reading,
      findings: lint(article, uncataloguedConfig),
    }),
  };
}

function detailsOf({ name, comparisons }: Measured): string {
  const lines = [...comparisons].flatMap(([aspect, { missing, extra }]) => [
    ...missing.map((text) => `  ${aspect}  - ${text}`),
    ...extra.map((text) => `  ${aspect}  + ${text}`),
  ]);
  return [lines.length > 0 ? `${name}: missing (-) and too much (+)` : `${name}: nothing wrong`, ...lines, ''].join(
    '\n',
  );
}

/** A row a file, a column an aspect, each cell precision/recall/F1 in per cent. */
function fileTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, comparisons }) => [
    name.length > 24 ? `${name.slice(0, 23)}…` : name,
    ...aspects.map((aspect) => cell(comparisons.get(aspect))),
  ]);
  return table([['precision/recall/F1, %', ...aspects], ...rows]);
}

/** Rounded down, so that 100 means all. A dot where the aspect was not labelled, or only recall is known. */
function cell(score: Score | undefined): string {
  if (!score) return '·';
  const { precision, recall, f1 } = ratesOf(score);
  return [precision, recall, f1].map((rate) => (rate === undefined ? '·' : Math.floor(rate * 100))).join('/');
}

function totalTable(measured: readonly Measured[]): string {
  return totals(
    `all ${measured.length} files`,
    measured.map(({ comparisons }) => comparisons),
  );
}

/** The totals without the catalogue, and the files in which it makes a difference. */
function uncataloguedTable(measured: readonly Measured[]): string {
  const lines = measured.flatMap(({ name, comparisons, uncatalogued }) => {
    const differing = [...uncatalogued].filter(([aspect, { correct, found }]) => {
      const known = comparisons.get(aspect);
      return known?.correct !== correct || known.found !== found;
    });
    return differing.map(
      ([aspect, score]) => `  ${name}, ${aspect}: ${cell(score)}, not ${cell(comparisons.get(aspect))}`,
    );
  });
  const total = totals(
    'without the catalogue',
    measured.map(({ uncatalogued }) => uncatalogued),
  );
  return [total, ...lines].join('\n');
}

function totals(title: string, measured: readonly ReadonlyMap<Aspect, Comparison>[]): string {
  const rows = aspects.flatMap((aspect) => {
    const score = sumScores(measured.flatMap((comparisons) => comparisons.get(aspect) ?? []));
    if (!score) return [];
    const { precision, recall, f1 } = ratesOf(score);
    const counts = [score.expected, score.found ?? '·', score.correct].map(String);
    return [[aspect, ...counts, ...[precision, recall, f1].map((rate) => rate?.toFixed(4) ?? '·')]];
  });
  return table([[title, 'expected', 'found', 'correct', 'precision', 'recall', 'F1'], ...rows]);
}

/** The first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  ');
  return [...rows.map(line), ''].join('\n');
}
