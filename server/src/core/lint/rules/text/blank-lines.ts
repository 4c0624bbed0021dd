import type { Article } from '../../../article/article.ts';
import { message } from '../../../text/message.ts';
import type { Span } from '../../../text/span.ts';
import { surveyCharacters } from '../../character-survey.ts';
import type { Report, Rule } from '../../rule.ts';
import { isInside, preformattedSpans } from './preformatted.ts';

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
  check: (article) =>
    blankRuns(article).map(
      ({ span, count, surplus }): Report => ({
        span,
        message: message('{0} blank lines in a row; expected at most {1}.', count, mostBlankLines),
        fixes: [{ title: message('Keep one blank line'), safety: 'safe', edits: [{ span: surplus, text: '' }] }],
      }),
    ),
};

interface BlankRun {
  readonly count: number;
  readonly span: Span;
  /** All but the first of the lines. */
  readonly surplus: Span;
}

/**
 * Runs of too many lines with nothing but white space, the line breaks behind them included. What follows the last line
 * of text is no such run.
 */
function blankRuns(article: Article): readonly BlankRun[] {
  const { text, body } = article;
  const runs: BlankRun[] = [];
  let kept: readonly Span[] | undefined;
  for (const { start, end } of surveyCharacters(text).gaps) {
    if (end >= body.span.end) break;
    if (end <= body.span.start) continue;
    const run = runIn(text, Math.max(body.span.start, start === 0 ? 0 : afterLine(text, start)), end);
    if (run.count <= mostBlankLines) continue;
    kept ??= preformattedSpans(article);
    if (!isInside(kept, run.surplus.start)) runs.push(run);
  }
  return runs;
}

/** The lines that begin and end in `text` from `start` to `end`, which is white space. */
function runIn(text: string, start: number, end: number): BlankRun {
  let count = 0;
  let second = start;
  let last = start;
  for (let at = start; at < end; ) {
    const next = afterBreak(text, at);
    if (next > at) {
      count++;
      if (count === 1) second = next;
      last = next;
    }
    at = Math.max(next, at + 1);
  }
  return { count, span: { start, end: last }, surplus: { start: second, end: last } };
}

/** Behind the next line break. */
function afterLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && afterBreak(text, at) === at) at++;
  return afterBreak(text, at);
}

/** Behind the line break (LF, CRLF or CR) at `offset`; `offset` itself where there is none. */
function afterBreak(text: string, offset: number): number {
  if (text[offset] === '\n') return offset + 1;
  if (text[offset] !== '\r') return offset;
  return text[offset + 1] === '\n' ? offset + 2 : offset + 1;
}
