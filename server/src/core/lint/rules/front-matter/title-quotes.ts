import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { titleOf } from './title.ts';

export const titleQuotes: Rule = {
  code: 'front-matter.title-quotes',
  severity: 'warning',
  summary: 'Straight quotation marks in a Chinese title.',
  why:
    'Chinese is set with “curly” quotation marks (GB/T 15834—2011, 4.8). Straight ones come from programs that fold ' +
    'characters, and they break the YAML as soon as somebody quotes the title with the same. The fix replaces them pair by ' +
    'pair; where one has no partner a person has to look.',
  example: {
    before: `---
title: '"十五分钟生活圈"再添一家食堂'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '“十五分钟生活圈”再添一家食堂'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter }): Iterable<Report> {
    const title = titleOf(frontMatter);
    if (!title || !/\p{Script=Han}/u.test(title.text)) return;
    if (!doubleMark.test(title.text) && !singleMark.test(title.text)) return;
    if (loneInchSign.test(title.text)) return;
    const wrapped = wrappedText.exec(title.text.trim())?.[2];
    if (wrapped !== undefined) {
      const unwrapped = rewriteScalar(title, wrapped);
      yield {
        span: title.span,
        message: message('A title wrapped in several quotation marks; expected: {0}', wrapped),
        fixes: unwrapped
          ? [{ title: message('Delete the quotation marks'), safety: 'suggestion', edits: [unwrapped] }]
          : [],
      };
      return;
    }
    const curly = curled(curled(title.text, doubleMark, '“', '”'), singleMark, '‘', '’');
    const edit = curly === undefined ? undefined : rewriteScalar(title, curly);
    yield {
      span: title.span,
      message:
        edit && curly
          ? message('Straight quotation marks in a Chinese title; expected: {0}', curly)
          : message('A straight quotation mark without a partner in a Chinese title; expected a pair of curly ones.'),
      fixes: edit ? [{ title: message('Set curly quotation marks'), safety: 'suggestion', edits: [edit] }] : [],
    };
  },
};

/** Two marks or more of one kind on either side, as a program leaves them that quotes what is quoted. */
const wrappedText = /^('{2,}|"{2,})([^'"](?:.*[^'"])?)\1$/su;
const doubleMark = /"/;
/** Beside a Chinese character; elsewhere it is an apostrophe. */
const singleMark = /(?<=\p{Script=Han})'|'(?=\p{Script=Han})/u;
/** 27"显示器 */
const loneInchSign = /^[^"]*\d"[^"]*$/;

/** Replaces marks by turns; undefined where one has no partner. */
function curled(text: string | undefined, mark: RegExp, open: string, close: string): string | undefined {
  const pieces = text?.split(mark);
  if (!pieces || pieces.length % 2 === 0) return undefined;
  return pieces.reduce((result, piece, index) => result + (index % 2 === 1 ? open : close) + piece);
}
