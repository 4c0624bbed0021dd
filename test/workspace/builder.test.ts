import { expect, it } from 'vitest';
import type { Article } from '../../server/src/core/article/article.ts';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultLintConfig } from '../../server/src/core/lint/rule.ts';
import { createIndexBuilder } from '../../server/src/workspace/builder.ts';
import type { SummaryCache } from '../../server/src/workspace/cache.ts';
import { createWorkspaceIndex } from '../../server/src/workspace/index.ts';
import { type ArticleSummary, summarize } from '../../server/src/workspace/summary.ts';
import { cleanArticle } from '../lsp/articles.ts';

const day = 24 * 60 * 60 * 1000;
const published = Date.UTC(2030, 4, 20);

it.each([
  ['before it', published - 3 * day, 1],
  ['the day before, which is a day of grace', published - day, 2],
  ['after it', published + 3 * day, 2],
])(
  'a summary that was kept of an article of tomorrow counts as long as it says the same: %s',
  async (_name, now, reads) => {
    const kept = cacheInMemory();
    const read = { count: 0 };
    expect(await codesAt(published - 5 * day, kept, read)).toEqual(['front-matter.implausible-date']);
    expect(await codesAt(now, kept, read)).toEqual(reads === 1 ? ['front-matter.implausible-date'] : []);
    expect(read.count).toBe(reads);
  },
);

/** The findings in a folder of one article, opened at a moment. */
async function codesAt(now: number, cache: SummaryCache, read: { count: number }): Promise<readonly string[]> {
  const index = createWorkspaceIndex();
  const builder = createIndexBuilder({
    index,
    openDocument: () => undefined,
    now: () => 0,
    today: () => now,
    giveWay: () => Promise.resolve(),
    onProgress: () => undefined,
    onFailure(_uri, error) {
      throw error;
    },
  });
  builder.build([
    {
      uri: 'file:///a/',
      files: {
        async *list() {
          yield { uri: 'file:///a/a.txt', stamp: '1' };
        },
        async read() {
          read.count++;
          return cleanArticle.replace('2022-03-08T02:10:00Z', new Date(published).toISOString());
        },
        encodingOf: async () => undefined,
      },
      filter: { enters: async () => true, accepts: async () => true },
      openCache: async () => cache,
      confirm: async () => true,
      summarize: (source: Article | string) => {
        const article = typeof source === 'string' ? parseArticle(source) : source;
        return summarize(article, lint(article, { ...defaultLintConfig, now }));
      },
    },
  ]);
  await builder.settled();
  return index.get('file:///a/a.txt')?.findings.map(({ code }) => code) ?? [];
}

function cacheInMemory(): SummaryCache {
  const kept = new Map<string, ArticleSummary | null>();
  return {
    get: (name) => kept.get(name),
    put: (name, _stamp, summary) => void kept.set(name, summary),
    finish: async () => undefined,
  };
}
