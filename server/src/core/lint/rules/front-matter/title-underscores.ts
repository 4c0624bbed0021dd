import type { Body } from '../../../article/article.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { readHeadlines } from '../../../article/headline.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { hasLostMarks, lettersOf, titleOf } from './title.ts';
import { withoutSite } from './title-site.ts';

export const titleUnderscores: Rule = {
  code: 'front-matter.title-underscores',
  severity: 'warning',
  summary: 'Underscores in a title where punctuation was.',
  why:
    'A title that was once a file name has lost the characters that file names may not have: quotation marks, colons and ' +
    'question marks became underscores. Where the body has the same words with their marks, the fix takes those over. ' +
    'Underscores between Latin letters (`snake_case`) are left alone.',
  example: {
    before: `---
title: '全市_一老一小_服务再添_三张网_'
---

<p>今年，“一老一小”服务有了新抓手。</p>
<p>全市将织密“三张网”。</p>
`,
    after: `---
title: '全市“一老一小”服务再添“三张网”'
---

<p>今年，“一老一小”服务有了新抓手。</p>
<p>全市将织密“三张网”。</p>
`,
  },
  *check({ frontMatter, body }): Iterable<Report> {
    const title = titleOf(frontMatter);
    // The underscores before the name of a site never were punctuation.
    if (!title || !hasLostMarks(withoutSite(title.text, frontMatter))) return;
    const restored = restore(title.text, body);
    const edit = restored === undefined ? undefined : rewriteScalar(title, restored);
    yield {
      span: title.span,
      message:
        edit && restored
          ? message('Underscores stand in the title where punctuation was; expected as in the body: {0}', restored)
          : message('Underscores stand in the title where punctuation was; expected the marks of the original.'),
      fixes: edit
        ? [{ title: message('Take the punctuation from the body'), safety: 'suggestion', edits: [edit] }]
        : [],
    };
  },
};

/** The title with its marks: from a headline of the same letters, else pair by pair; undefined where one stays unknown. */
function restore(title: string, { lines }: Body): string | undefined {
  const letters = lettersOf(title);
  const headline = readHeadlines(lines).find(({ value }) => lettersOf(value) === letters && !hasLostMarks(value));
  if (headline) return headline.value;
  const text = lines.map((line) => line.text).join('\n');
  const restored = title.replace(/_([^_]{1,40})_/gu, (whole, words: string) => quotedIn(text, words) ?? whole);
  return hasLostMarks(restored) ? undefined : restored;
}

/** `words` with the marks around them that a text has. */
function quotedIn(text: string, words: string): string | undefined {
  const pair = marks.find(([open, close]) => text.includes(`${open}${words}${close}`));
  return pair && `${pair[0]}${words}${pair[1]}`;
}

const marks = [
  ['“', '”'],
  ['「', '」'],
  ['《', '》'],
  ['‘', '’'],
  ['【', '】'],
] as const;
