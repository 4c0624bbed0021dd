import { lineBreakOf } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const unclosed: Rule = {
  code: 'front-matter.unclosed',
  severity: 'error',
  summary: 'A front matter whose closing `---` is missing.',
  why:
    'Without the closing `---` tools read the whole body as YAML, or nothing as front matter. It most likely ends before ' +
    'the first line that begins with markup; the fix puts `---` there.',
  example: {
    before: `---
title: '社区食堂开张'
author: 李明

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
author: 李明
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    if (!frontMatter || frontMatter.closingFence) return;
    const { span, content } = frontMatter;
    const at = { start: content.end, end: content.end };
    const lineBreak = lineBreakOf(text);
    const isOnNewLine = /[\r\n]/.test(text[content.end - 1] ?? '');
    yield {
      span: { start: span.start, end: span.start + 3 },
      message: message('The front matter is not closed; expected a line "---" after its last key.'),
      related: [{ span: at, message: message('It seems to end here.') }],
      fixes: [
        {
          title: message('Close the front matter'),
          safety: 'suggestion',
          edits: [{ span: at, text: `${isOnNewLine ? '' : lineBreak}---${lineBreak}` }],
        },
      ],
    };
  },
};
