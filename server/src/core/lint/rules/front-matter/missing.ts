import { isTag } from 'domhandler';
import { lineBreakOf, quoted } from '../../../article/front-matter-writing.ts';
import { readHeadlines } from '../../../article/headline.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const missing: Rule = {
  code: 'front-matter.missing',
  severity: 'error',
  summary: 'An article without any front matter.',
  why:
    'Title, date, author and categories of an article stand in its front matter; without it the text cannot be listed, ' +
    'sorted or exported under its name. Where the body states a headline, the fix begins a front matter with it. ' +
    'Texts without any markup are left alone, unless they are empty.',
  example: {
    before: `<h1>社区食堂开张</h1>
<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
---

<h1>社区食堂开张</h1>
<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter, body }): Iterable<Report> {
    if (frontMatter) return;
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const span = { start, end: start };
    if (text.slice(start).trim() === '') {
      yield { span, message: message('The article is empty; expected a front matter and a body.') };
      return;
    }
    if (!body.document.children.some(isTag)) return;
    const [headline] = readHeadlines(body.lines);
    const lineBreak = lineBreakOf(text);
    const lines = ['---', `title: ${quoted(headline?.value ?? '')}`, '---', '', ''];
    yield {
      span,
      message: message('No front matter; expected lines between "---" and "---" with at least a title.'),
      fixes: headline
        ? [
            {
              title: message('Begin a front matter with the title “{0}”', headline.value),
              safety: 'suggestion',
              edits: [{ span, text: lines.join(lineBreak) }],
            },
          ]
        : [],
    };
  },
};
