import { findEntry, type ScalarValue } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { listKeys } from './category-entries.ts';
import { withoutMarkup } from './markup.ts';

export const nameMarkup: Rule = {
  code: 'front-matter.name-markup',
  severity: 'warning',
  summary: 'HTML in a name: entities, or tags.',
  why:
    'Names of authors and categories are plain text. `R&amp;D` and `R&D` become two categories, and lists print them as ' +
    'they stand. The fix decodes the entities and leaves out the tags; the words stay.',
  example: {
    before: `---
title: '社区食堂开张'
categories:
 - '研发 R&amp;D'
author: '<a href="/u/7">林晓</a>'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
categories:
 - '研发 R&D'
author: '林晓'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter }): Iterable<Report> {
    for (const key of nameKeys) {
      const value = findEntry(frontMatter, key)?.value;
      const items = value?.kind === 'list' ? value.items : [value];
      for (const item of items) if (item?.kind === 'scalar') yield* reportName(key, item);
    }
  },
};

const nameKeys: readonly string[] = ['author', 'editor', 'source', 'description', ...listKeys];

function* reportName(key: string, value: ScalarValue): Generator<Report> {
  const text = value.text.length > longestName ? undefined : withoutMarkup(value.text);
  if (text === undefined) return;
  const edit = text && rewriteScalar(value, text);
  yield {
    span: value.span,
    message: message('HTML in "{0}", which is plain text; expected: {1}', key, text),
    fixes: edit ? [{ title: message('Write it as plain text'), safety: 'suggestion', edits: [edit] }] : [],
  };
}

const longestName = 1000;
