import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../server/src/core/article/parse.ts';
import { looksLikeArticle } from '../server/src/core/article/recognize.ts';
import { fixAll } from '../server/src/core/lint/fix-all.ts';
import { defaultLintConfig } from '../server/src/core/lint/rule.ts';
import { allRules } from '../server/src/core/lint/rules/registry.ts';
import { expectConserved } from './conservation.ts';
import { mutatedArticles } from './mutations.ts';

const root = path.join(import.meta.dirname, '..');

/** The golden articles and, where it is there, the corpus that lies beside the project. */
const articles = [
  ...readdirSync(path.join(root, 'test/articles')).map((name) => path.join(root, 'test/articles', name, 'article.txt')),
  ...['../shared/seed', '../shared/corpus'].flatMap((folder) => {
    const place = path.join(root, folder);
    if (!existsSync(place)) return [];
    return readdirSync(place)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => path.join(place, name));
  }),
].map((file) => readFileSync(file, 'utf8').replace(/^\ufeff/, ''));

/** What the front matter says of pictures changes with the pictures of the body; it has tests of its own. */
const bodyRules = allRules.filter(({ code }) => /^(?:boilerplate|text)\./.test(code));

describe.each(['safe', 'suggestion'] as const)('after all %s fixes', (upTo) => {
  it('the articles have lost nothing but what was reported, and are tidy', () => {
    for (const text of articles) expectConserved(text, upTo);
  });

  it('so have articles with furniture in any place', () => {
    fc.assert(
      fc.property(mutatedArticles(articles), (text) => expectConserved(text, upTo, bodyRules)),
      { seed: 20261125, numRuns: 400 },
    );
  }, 240_000);

  it('an article is still one', () => {
    fc.assert(
      fc.property(mutatedArticles(articles), (text) => {
        const fixed = fixAll(text, defaultLintConfig, { upTo }).text;
        expect(looksLikeArticle(fixed)).toBe(looksLikeArticle(text));
        expect(parseArticle(fixed).frontMatter?.problems.length ?? 0).toBeLessThanOrEqual(
          parseArticle(text).frontMatter?.problems.length ?? 0,
        );
      }),
      { seed: 1, numRuns: 100 },
    );
  }, 120_000);
});
