import { type FrontMatterValue, isUnreadable } from '../../../article/front-matter.ts';
import { removeEntry } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { commentForValue } from './lost-text.ts';

export const emptyValue: Rule = {
  code: 'front-matter.empty-value',
  severity: 'warning',
  summary: 'A key with nothing behind it.',
  why:
    "An empty value is worse than none: a theme draws a broken picture for `headimg: ''` where it would use its default " +
    'if the key were missing. The fix deletes the line, unless the key is one that every article must have: then only a ' +
    'person can fill it in.',
  example: {
    before: `---
title: '社区食堂开张'
headimg: ''
author: 李明
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
author: 李明
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter }, { requiredKeys }): Iterable<Report> {
    for (const entry of frontMatter?.entries ?? []) {
      if (!frontMatter || !isEmpty(entry.value) || isUnreadable(frontMatter, entry) || commentForValue(text, entry))
        continue;
      const key = entry.key.value;
      yield requiredKeys.includes(key)
        ? { span: entry.span, message: message('The key "{0}" is empty; expected a value.', key) }
        : {
            span: entry.span,
            message: message('The key "{0}" is empty; expected a value, or no such line.', key),
            fixes: [{ title: message('Delete the line'), safety: 'suggestion', edits: [removeEntry(text, entry)] }],
          };
    }
  },
};

function isEmpty(value: FrontMatterValue): boolean {
  switch (value.kind) {
    case 'empty':
      return true;
    case 'scalar':
      return value.value === null || value.text.trim() === '';
    case 'list':
      return value.items.length === 0;
    case 'map':
      return value.entries.length === 0;
  }
}
