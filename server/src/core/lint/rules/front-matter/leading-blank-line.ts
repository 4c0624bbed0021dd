import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const leadingBlankLine: Rule = {
  code: 'front-matter.leading-blank-line',
  severity: 'warning',
  summary: 'Blank lines or spaces before the opening `---` of the front matter.',
  why:
    'Hexo, Jekyll, Hugo and gray-matter look for `---` at the very start of a file. With a blank line before it they see ' +
    'no front matter at all and print the YAML as text. The fix deletes the white space before `---` and nothing else.',
  example: {
    before: `
---
title: '社区食堂开张'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    if (!frontMatter) return;
    const span = { start: text.startsWith('\uFEFF') ? 1 : 0, end: frontMatter.span.start };
    if (span.start >= span.end) return;
    yield {
      span,
      message: message(
        'White space before the front matter, so that many tools do not see it; expected "---" at the very start.',
      ),
      fixes: [{ title: message('Delete the white space before "---"'), safety: 'safe', edits: [{ span, text: '' }] }],
    };
  },
};
