import { parseDocument } from 'yaml';
import { readFrontMatter } from '../../server/src/core/article/front-matter.ts';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import { defaultLintConfig } from '../../server/src/core/lint/rule.ts';
import { allRules } from '../../server/src/core/lint/rules/registry.ts';
import { sliceSpan } from '../../server/src/core/text/span.ts';
import { medians } from './measure.ts';

/** Reading and checking front matter may take this many times as long as the YAML parser alone. */
export const frontMatterGoal = 2;

export interface FrontMatterTimes {
  readonly name: string;
  readonly yaml: number;
  readonly ours: number;
}

const rules = allRules.filter(({ code, isOptional }) => code.startsWith('front-matter.') && !isOptional);

/** Reading the front matter and applying every rule for it, beside `parseDocument` of the same YAML in the same run. */
export function frontMatterTimes(article: string): readonly FrontMatterTimes[] {
  const body = '\n<p>第三家社区食堂昨天开张。</p>\n';
  const categories = Array.from({ length: 1000 }, (_, at) => ` - 分类${at}\n`).join('');
  return [
    timesOf('a typical article', article),
    timesOf('1,000 categories', `---\ntitle: '食堂'\ncategories:\n${categories}---\n${body}`),
    timesOf('a title of 1 MB', `---\ntitle: '${'食堂'.repeat(500_000)}'\nauthor: 李明\n---\n${body}`),
  ];
}

function timesOf(name: string, text: string): FrontMatterTimes {
  const { frontMatter } = parseArticle(text);
  const yaml = frontMatter ? sliceSpan(text, frontMatter.content) : '';
  let fresh = parseArticle(text);
  const before = () => {
    fresh = parseArticle(text);
  };
  const ours = () => [readFrontMatter(text), rules.map((rule) => [...rule.check(fresh, defaultLintConfig)])];
  return {
    name,
    ...medians({ yaml: { run: () => parseDocument(yaml) }, ours: { before, run: ours } }, { seconds: 5, rounds: 1000 }),
  };
}
