/**
 * How the programs do on an archive of many articles, as they are shipped: against Readability, on one processor and on
 * two, in memory, in the editor while the index is built, and as archive and article grow.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kilobytes, milliseconds, printTable } from '../table.ts';
import { measureExport } from './export.ts';
import { measureIndex } from './folder-index.ts';
import type { Latency } from './keystrokes.ts';
import { measureLongArticles } from './long-articles.ts';
import { measurePipeline } from './pipeline.ts';
import { buildPrograms } from './programs.ts';

export const scaleSections = ['pipeline', 'export', 'index', 'long-articles'] as const;

export interface ScaleResults {
  readonly pipeline?: ReturnType<typeof measurePipeline>;
  readonly export?: Awaited<ReturnType<typeof measureExport>>;
  readonly index?: Awaited<ReturnType<typeof measureIndex>>;
  readonly longArticles?: Awaited<ReturnType<typeof measureLongArticles>>;
}

/** Prints each section as soon as it has been measured. @param count articles make the archive. */
export async function measureScale(
  count: number,
  isWanted: (section: (typeof scaleSections)[number]) => boolean,
): Promise<ScaleResults> {
  if (scaleSections.some(isWanted)) buildPrograms();
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-bench-'));
  try {
    let results: ScaleResults = {};
    const take = (section: ScaleResults): void => {
      printScale(section);
      results = { ...results, ...section };
    };
    if (isWanted('pipeline')) take({ pipeline: measurePipeline() });
    if (isWanted('export')) take({ export: await measureExport(count, folder) });
    if (isWanted('index')) take({ index: await measureIndex(count, folder) });
    if (isWanted('long-articles')) take({ longArticles: await measureLongArticles() });
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printScale({ pipeline, export: exported, index, longArticles }: ScaleResults): void {
  if (pipeline) {
    printTable(`one article of ${kilobytes(pipeline.bytes)} on one core, medians`, [
      ['floor: HTML and YAML alone', milliseconds(pipeline.floor)],
      ['parse + lint + projects + record', milliseconds(pipeline.pipeline)],
      ['Readability with linkedom', milliseconds(pipeline.readability)],
    ]);
  }
  if (exported) {
    printTable(
      'export to JSON Lines as the archive grows, one job; the memory is that of the process with all its threads',
      [
        ...exported.growth.map(({ articles, seconds, megabytes }) => [
          `${articles} articles`,
          `${seconds.toFixed(2)} s`,
          `${megabytes.toFixed(0)} MiB`,
        ]),
        ['exponent (1 is linear)', exported.exponent.toFixed(2)],
        ['the largest again', `${exported.one.seconds.toFixed(2)} s`, `${exported.one.megabytes.toFixed(0)} MiB`],
        ['  with two jobs', `${exported.two.seconds.toFixed(2)} s`, `${exported.two.megabytes.toFixed(0)} MiB`],
      ],
    );
  }
  if (index) {
    printTable(`index of ${index.articles} articles in the language server`, [
      ['cold', `${index.cold.toFixed(2)} s`],
      ['warm, from the cache', `${index.warm.toFixed(2)} s`],
      ['most memory of the server', `${index.megabytes.toFixed(0)} MiB`],
      ['keystroke to diagnostics while it is built', ...latencies(index.keystrokes)],
    ]);
  }
  if (longArticles) {
    const { growth, exponent, huge } = longArticles;
    printTable('keystroke to diagnostics as the article grows, over LSP', [
      ...growth.map(({ bytes, floor, keystrokes }) => [
        kilobytes(bytes),
        milliseconds(keystrokes.median),
        `95th percentile ${milliseconds(keystrokes.p95)}; HTML alone ${milliseconds(floor)}`,
      ]),
      ['exponent (1 is linear)', exponent.toFixed(2)],
    ]);
    printTable(`with an article of ${kilobytes(huge.bytes)} open`, [
      ['  it says', String(huge.notice ?? 'everything that the rules find').split('.')[0] ?? ''],
      ['keystroke in it', ...latencies(huge.huge)],
      ['keystroke in another article', ...latencies(huge.other)],
      ['most memory of the server', `${huge.megabytes.toFixed(0)} MiB`],
    ]);
  }
}

/** What has to be shown, line by line, with what was measured. */
export function printGoals({ pipeline, export: exported, index, longArticles }: ScaleResults): void {
  const rows = [];
  if (pipeline) {
    rows.push(atMost('pipeline per article, times the floor', pipeline.pipeline / pipeline.floor, 2.5, '×'));
    rows.push(atLeast('articles per second, times Readability', pipeline.readability / pipeline.pipeline, 5, '×'));
  }
  if (exported) {
    const { one, two, growth, exponent } = exported;
    const articles = growth.at(-1)?.articles;
    const most = Math.max(...[one, two, ...growth].map(({ megabytes }) => megabytes));
    rows.push(atLeast(`export of ${articles}: two cores, times one`, one.seconds / two.seconds, 1.7, '×'));
    rows.push(atMost(`export of ${articles}: most memory`, most, 400, ' MiB'));
    rows.push(atMost('exponent of the number of articles', exponent, 1.1, ''));
  }
  if (index) {
    rows.push(atLeast(`index of ${index.articles}: warm, times as fast as cold`, index.cold / index.warm, 10, '×'));
    rows.push(atMost('keystroke while it is built, 95th percentile', index.keystrokes.p95, 50, ' ms'));
  }
  if (longArticles) {
    const { growth, exponent, huge } = longArticles;
    const long = growth.at(-1);
    if (long) {
      rows.push(
        atMost('keystroke in 1 MB, 95th percentile, times HTML alone', long.keystrokes.p95 / long.floor, 3, '×'),
      );
    }
    rows.push(
      atMost('keystroke with 10 MB open, 95th percentile', Math.max(huge.huge.p95, huge.other.p95), 100, ' ms'),
    );
    rows.push(['notice that 10 MB are too much', '', huge.notice === undefined ? 'missed' : 'met']);
    rows.push(atMost('exponent of the size of an article', exponent, 1.1, ''));
  }
  if (rows.length > 0) printTable('goals', rows);
}

function atMost(what: string, figure: number, goal: number, unit: string): readonly string[] {
  return [what, `${figure.toFixed(2)}${unit}`, `goal ≤ ${goal}${unit}: ${figure <= goal ? 'met' : 'missed'}`];
}

function atLeast(what: string, figure: number, goal: number, unit: string): readonly string[] {
  return [what, `${figure.toFixed(2)}${unit}`, `goal ≥ ${goal}${unit}: ${figure >= goal ? 'met' : 'missed'}`];
}

function latencies({ count, median, p95, most }: Latency): readonly [string, string] {
  return [milliseconds(median), `95th percentile of ${count}: ${milliseconds(p95)}; most ${milliseconds(most)}`];
}
