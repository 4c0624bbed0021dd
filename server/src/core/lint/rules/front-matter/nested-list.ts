import type { FrontMatterValue, ListValue } from '../../../article/front-matter.ts';
import type { Edit } from '../../../text/edit.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const nestedList: Rule = {
  code: 'front-matter.nested-list',
  severity: 'error',
  summary: 'A list item that is itself a list, because of a dash too many.',
  why:
    'A feed that writes “ - ” before a name that begins with “- ” produces `-  - 资讯`, which YAML reads as a list within ' +
    'the list instead of a name. Tools then show an empty category or fail. The fix deletes the inner dash.',
  example: {
    before: `---
title: '社区食堂开张'
categories:
 - 民生
 -  - 资讯
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
categories:
 - 民生
 - 资讯
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    for (const { key, value } of frontMatter?.entries ?? []) {
      if (value.kind !== 'list' || !value.items.some(isName)) continue;
      for (const item of value.items) {
        if (item.kind !== 'list' || !item.items.every(isName)) continue;
        const edits = unnest(text, item);
        yield {
          span: item.span,
          message: message('A list within the list of "{0}", because of a dash too many; expected a name.', key.value),
          fixes: edits.length > 0 ? [{ title: message('Delete the inner dash'), safety: 'safe', edits }] : [],
        };
      }
    }
  },
};

function isName(value: FrontMatterValue): boolean {
  return value.kind === 'scalar' || value.kind === 'empty';
}

/** Turns `-  - a` and the items below it, `   - b`, into items of the list around them. */
function unnest(text: string, { items, span }: ListValue): readonly Edit[] {
  const outerDash = text.lastIndexOf('-', span.start - 1);
  const [first, ...others] = items;
  if (text[span.start] !== '-' || outerDash < 0 || !first || text.slice(outerDash + 1, span.start).trim()) return [];
  const indentation = text.slice(lineStart(text, outerDash), outerDash);
  const edits: Edit[] = [
    { span: { start: outerDash + 1, end: Math.max(first.span.start, span.start + 1) }, text: ' ' },
  ];
  for (const { span: item } of others) {
    const dash = text.lastIndexOf('-', item.start - 1);
    const start = lineStart(text, dash);
    if (text.slice(start, dash).trim()) return [];
    edits.push({ span: { start, end: dash }, text: indentation });
  }
  return edits;
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}
