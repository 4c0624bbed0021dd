import type { Article } from '../../../article/article.ts';
import { message } from '../../../text/message.ts';
import type { Span } from '../../../text/span.ts';
import type { Report, Rule } from '../../rule.ts';
import { bodyLines, isInside, preformattedSpans } from './body-lines.ts';

/** In a row; two are what people use to set parts of a file apart. */
const mostBlankLines = 2;

export const blankLines: Rule = {
  code: 'text.blank-lines',
  severity: 'hint',
  summary: 'More than two blank lines in a row in the body.',
  why:
    'Where a page had scripts, advertisements or boxes, scraping leaves dozens of blank lines, and the end of the article ' +
    'moves out of sight. The fix leaves one. Inside `<pre>` blank lines are left alone.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>



<p>　　周末也营业。</p>
</div>
`,
    after: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>

<p>　　周末也营业。</p>
</div>
`,
  },
  *check(article): Iterable<Report> {
    for (const { span, count, surplus } of blankRuns(article)) {
      if (count <= mostBlankLines) continue;
      yield {
        span,
        message: message('{0} blank lines in a row; expected at most {1}.', count, mostBlankLines),
        fixes: [{ title: message('Keep one blank line'), safety: 'safe', edits: [{ span: surplus, text: '' }] }],
      };
    }
  },
};

interface BlankRun {
  readonly count: number;
  readonly span: Span;
  /** All but the first of the lines. */
  readonly surplus: Span;
}

/** Runs of lines with nothing but white space, the line breaks behind them included. */
function* blankRuns(article: Article): Generator<BlankRun> {
  const { text } = article;
  const kept = preformattedSpans(article);
  let count = 0;
  let start = 0;
  let second = 0;
  for (const line of bodyLines(article)) {
    if (text.slice(line.start, line.end).trim() === '' && !isInside(kept, line.start)) {
      count++;
      if (count === 1) start = line.start;
      if (count === 2) second = line.start;
    } else {
      if (count > 1) yield { count, span: { start, end: line.start }, surplus: { start: second, end: line.start } };
      count = 0;
    }
  }
}
