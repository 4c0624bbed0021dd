import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { readHeadlines } from '../../../article/headline.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { titleOf } from './title.ts';

export const titleFileName: Rule = {
  code: 'front-matter.title-file-name',
  severity: 'warning',
  summary: 'A title that is the name of a file or the last part of an address.',
  why:
    'Programs that find no title take the name of the file, “report-final.docx” or “2022-03-15-new-canteen-opens”. Found ' +
    'are titles that end like a document, a page or a picture, and words that are joined by hyphens only. The fix takes ' +
    'the headline of the body; where it has none, the ending is deleted.',
  example: {
    before: `---
title: '社区食堂开张.docx'
---

<h1>第三家社区食堂开张</h1>
<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '第三家社区食堂开张'
---

<h1>第三家社区食堂开张</h1>
<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter, body }): Iterable<Report> {
    const title = titleOf(frontMatter);
    const written = title?.text.trim();
    if (!title || !written || !isFileName(written)) return;
    const headline = readHeadlines(body.lines).find(({ value }) => !isFileName(value))?.value;
    const stem = written.replace(ending, '');
    const replacement = headline ?? (stem !== written && !isFileName(stem) ? stem : undefined);
    const edit = replacement && rewriteScalar(title, replacement);
    yield {
      span: title.span,
      message: headline
        ? message('The title is the name of a file; expected as in the body: {0}', headline)
        : message('The title is the name of a file; expected the headline of the article.'),
      fixes: edit ? [{ title: message('Write {0}', replacement), safety: 'suggestion', edits: [edit] }] : [],
    };
  },
};

const ending =
  /\.(?:txt|md|markdown|[sx]?html?|php|aspx?|jsp|docx?|pdf|pptx?|xlsx?|wps|rtf|epub|jpe?g|png|gif|webp|mp4|zip)$/i;

function isFileName(title: string): boolean {
  if (ending.test(title)) {
    // "怎样打开 readme.txt" speaks of a file and is none.
    const words = title.split(/\s+/);
    return words.length === 1 || /\p{Script=Han}/u.test(words.at(-1) ?? '');
  }
  return slug.test(title) || numbered.test(title);
}

/** Four words or more, in small letters and joined by hyphens or underscores alone. */
const slug = /^[a-z0-9]+(?:[-_][a-z0-9]+){3,}$/;
/** The name of a photograph, or a number or hash that an archive gave. */
const numbered = /^(?:(?:IMG|DSC|MVI|VID|Screenshot)[-_ ]?\d{3,}[-_\d]*|[0-9a-f]{16,}|\d{1,8}[-_][0-9a-f]{8,})$/i;
