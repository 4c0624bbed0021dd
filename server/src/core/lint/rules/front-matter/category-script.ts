import type { Article } from '../../../article/article.ts';
import { isMostlySimplified, traditionalCharacters } from '../../../article/chinese-script.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { nameLists } from './category-entries.ts';

export const categoryScript: Rule = {
  code: 'front-matter.category-script',
  severity: 'warning',
  summary: 'Traditional characters in a category of a Simplified article.',
  why:
    'Written “国內” instead of “国内”, a category becomes a second one beside the right one, and nobody who searches for it ' +
    'finds the articles. Only characters are found that Simplified Chinese never writes, and only where title, categories ' +
    'and text are mostly Simplified; the fix replaces these characters and no others.',
  example: {
    before: `---
title: '社区食堂开张'
categories:
 - 民生
 - 国內新闻
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
categories:
 - 民生
 - 国内新闻
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check(article): Iterable<Report> {
    let isSimplified: boolean | undefined;
    for (const { value } of nameLists(article.frontMatter).flat()) {
      const found = traditionalCharacters(value.text);
      if (found.length === 0) continue;
      isSimplified ??= isMostlySimplified(sampleOf(article));
      if (!isSimplified) return;
      const simplified = [...value.text];
      const characters = found.map(({ character }) => character);
      const replacements = new Map(found.map((one) => [one.character, one.simplified]));
      const edit = rewriteScalar(
        value,
        simplified.map((character) => replacements.get(character) ?? character).join(''),
      );
      yield {
        span: value.span,
        message: message(
          'Traditional “{0}” in a Simplified article; expected “{1}”.',
          characters.join(''),
          found.map((one) => one.simplified).join(''),
        ),
        fixes: edit ? [{ title: message('Write the Simplified characters'), safety: 'suggestion', edits: [edit] }] : [],
      };
    }
  },
};

/** Enough to tell the scripts apart; the whole text would cost more than all other rules. */
const sampleLength = 600;

function sampleOf({ text, frontMatter, body }: Article): string {
  let sample = frontMatter ? text.slice(frontMatter.content.start, frontMatter.content.end).slice(0, sampleLength) : '';
  for (const line of body.lines) {
    if (sample.length >= 2 * sampleLength) break;
    sample += line.text.slice(0, sampleLength);
  }
  return sample.slice(0, 2 * sampleLength);
}
