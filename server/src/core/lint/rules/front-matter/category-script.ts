import type { Article } from '../../../article/article.ts';
import { areMostlySimplified, simplify, traditionalCharacters } from '../../../article/chinese-script.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { namesIn } from './category-entries.ts';

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
    for (const { value } of namesIn(article.frontMatter)) {
      if (simplify(value.text) === value.text) continue;
      const found = traditionalCharacters(value.text);
      if (found.length === 0) continue;
      isSimplified ??= areMostlySimplified(sampleOf(article));
      if (!isSimplified) return;
      const edit = rewriteScalar(value, withSimplified(value.text, found));
      yield {
        span: value.span,
        message: message(
          'Traditional “{0}” in a Simplified article; expected “{1}”.',
          found.map(({ character }) => character).join(''),
          found.map((one) => one.simplified).join(''),
        ),
        fixes: edit ? [{ title: message('Write the Simplified characters'), safety: 'suggestion', edits: [edit] }] : [],
      };
    }
  },
};

function withSimplified(text: string, found: ReturnType<typeof traditionalCharacters>): string {
  let result = '';
  let copied = 0;
  for (const { at, simplified } of found) {
    result += text.slice(copied, at) + simplified;
    copied = at + 1;
  }
  return result + text.slice(copied);
}

/** Lines of the body that are asked; far fewer have to be read before one script is ahead. */
const sampledLines = 30;

function* sampleOf({ text, frontMatter, body }: Article): Generator<string> {
  if (frontMatter) yield text.slice(frontMatter.content.start, frontMatter.content.end);
  for (let at = 0; at < sampledLines; at++) yield body.lines[at]?.text ?? '';
}
