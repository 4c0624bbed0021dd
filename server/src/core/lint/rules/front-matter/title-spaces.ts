import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { titleOf } from './title.ts';

export const titleSpaces: Rule = {
  code: 'front-matter.title-spaces',
  severity: 'warning',
  summary: 'White space around a title, or several spaces in a row inside it.',
  why:
    'Inside quotes YAML keeps every space: two articles with one title then sort apart, and a search for the title finds ' +
    'one of them. A single space between words stays, a wide one (U+3000) too; spaces around the title, runs of spaces, ' +
    'tabs and line breaks become none or one.',
  example: {
    before: `---
title: ' 社区食堂开张  首日两百人 '
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张 首日两百人'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter }): Iterable<Report> {
    const title = titleOf(frontMatter);
    if (!title || !stray.test(title.text) || title.text.trim() === '') return;
    const edit = rewriteScalar(
      title,
      title.text.trim().replace(runOfSpaces, (run) => (/^\u3000+$/.test(run) ? '\u3000' : ' ')),
    );
    yield {
      span: title.span,
      message: message('Spaces around the title or several in a row; expected none around and one between words.'),
      fixes: edit ? [{ title: message('Delete the spaces'), safety: 'safe', edits: [edit] }] : [],
    };
  },
};

const space = '[ \\t\\r\\n\\u00a0\\u2002-\\u200a\\u3000]';
const stray = new RegExp(`^${space}|${space}$|${space}{2}|[\\t\\r\\n]`);
const runOfSpaces = new RegExp(`${space}{2,}|[\\t\\r\\n]`, 'g');
