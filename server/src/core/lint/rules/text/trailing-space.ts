import type { Article } from '../../../article/article.ts';
import { message } from '../../../text/message.ts';
import { type Span, sliceSpan } from '../../../text/span.ts';
import { surveyCharacters } from '../../character-survey.ts';
import type { Report, Rule } from '../../rule.ts';
import { isInside, preformattedSpans } from './preformatted.ts';

export const trailingSpace: Rule = {
  code: 'text.trailing-space',
  severity: 'hint',
  summary: 'Lines that end in spaces or tabs.',
  why:
    'White space at the end of a line shows nowhere in the article and makes two versions of a file differ where nothing ' +
    'was changed. All lines of an article are reported together, at the first. Inside `<pre>`, ' +
    'and in front matter values of several lines, it is left alone.',
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
  const { text, frontMatter, body } = article;
  const spans: Span[] = [];
  let kept: readonly Span[] | undefined;
  // What YAML cannot read may end in spaces that belong to a value.
  const isReadable = frontMatter?.problems.length === 0;
  const textStart = isReadable ? frontMatter.span.start : body.span.start;
  for (const end of surveyCharacters(text).trailingSpaceEnds) {
    if (end <= textStart) continue;
    let start = end - 1;
    while (start > textStart && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
    kept ??= [...valuesOfSeveralLines(article), ...preformattedSpans(article)];
    if (!isInside(kept, end)) spans.push({ start, end });
  }
  return spans;
}

/** Where spaces at the end of a line may belong to a value of the front matter, in the order of the text. */
function valuesOfSeveralLines({ text, frontMatter }: Article): readonly Span[] {
  const spans: Span[] = [];
  for (const { value } of frontMatter?.entries ?? []) {
    for (const { kind, span } of value.kind === 'list' ? value.items : [value]) {
      if (kind !== 'scalar' || !/[\r\n]/.test(sliceSpan(text, span))) continue;
      const rest = /[ \t]*/y;
      rest.lastIndex = span.end;
      spans.push({ start: span.start, end: span.end + (rest.exec(text)?.[0].length ?? 0) + 1 });
    }
  }
  return spans;
}
