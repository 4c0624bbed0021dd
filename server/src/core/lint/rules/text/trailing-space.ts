import type { Article } from '../../../article/article.ts';
import { message } from '../../../text/message.ts';
import type { Span } from '../../../text/span.ts';
import type { Report, Rule } from '../../rule.ts';
import { bodyLines, isInside, preformattedSpans } from './body-lines.ts';

export const trailingSpace: Rule = {
  code: 'text.trailing-space',
  severity: 'hint',
  summary: 'Lines of the body that end in spaces or tabs.',
  why:
    'White space at the end of a line shows nowhere in the article and makes two versions of a file differ where nothing ' +
    'was changed. All lines of an article are reported together, at the first. Inside `<pre>` it is left alone.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>  \n<p>　　第三家社区食堂昨天开张。</p> \n</div>
`,
    after: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
</div>
`,
  },
  *check(article): Iterable<Report> {
    const spans = trailingSpaces(article);
    const [first] = spans;
    if (!first) return;
    yield {
      span: first,
      message: message('Lines that end in white space: {0}; expected none.', spans.length),
      fixes: [
        {
          title: message('Remove white space at the ends of lines'),
          safety: 'safe',
          edits: spans.map((span) => ({ span, text: '' })),
        },
      ],
    };
  },
};

function trailingSpaces(article: Article): readonly Span[] {
  const { text } = article;
  const kept = preformattedSpans(article);
  const spans: Span[] = [];
  for (const { start, end } of bodyLines(article)) {
    let from = end;
    while (from > start && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
    if (from < end && !isInside(kept, end)) spans.push({ start: from, end });
  }
  return spans;
}
