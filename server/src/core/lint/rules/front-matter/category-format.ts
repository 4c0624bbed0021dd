import type { FrontMatterEntry, FrontMatterValue, ScalarValue } from '../../../article/front-matter.ts';
import { isPlainText, lineBreakOf, quoted, removeLines, rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import { sliceSpan } from '../../../text/span.ts';
import type { Report, Rule } from '../../rule.ts';
import { itemSpan, listKeys, readableEntry } from './category-entries.ts';

export const categoryFormat: Rule = {
  code: 'front-matter.category-format',
  severity: 'warning',
  summary: 'Categories that are no list of plain names.',
  why:
    'Tools expect a list with one name an item. A single text works in some and fails in others; a dash that a template ' +
    'left before a name, or two names joined by a dash, make categories that nobody meant. A single name becomes a list ' +
    'of one, a stray dash is deleted, joined names are taken apart.',
  example: {
    before: `---
title: '社区食堂开张'
categories:
 - 民生
 - — 分类
 - 江海新闻网 - 要闻
tags: 社区
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
categories:
 - 民生
 - 分类
 - 江海新闻网
 - 要闻
tags:
  - 社区
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    for (const key of listKeys) {
      const entry = readableEntry(frontMatter, key);
      if (!entry) continue;
      const { value } = entry;
      if (value.kind === 'scalar' && value.text.trim()) yield singleName(text, entry, value);
      if (value.kind !== 'list') continue;
      const before = new Set<string>();
      for (const item of value.items) {
        yield* reportItem(text, key, item, before);
        if (item.kind === 'scalar') before.add(item.text.trim());
      }
    }
  },
};

function singleName(text: string, { key, span }: FrontMatterEntry, value: ScalarValue): Report {
  const names = value.text.split(/\s*[,，、;；]\s*/).filter(Boolean);
  const lineBreak = lineBreakOf(text);
  const written = names.length > 1 ? names.map(asItem) : [sliceSpan(text, value.span)];
  const colon = text.slice(key.span.end, value.span.start).indexOf(':');
  const isFixable = value.style !== 'block' && colon >= 0;
  return {
    span,
    message: message('"{0}" is a single text; expected a list with one name an item.', key.value),
    fixes: isFixable
      ? [
          {
            title: message('Make it a list'),
            safety: names.length > 1 ? 'suggestion' : 'safe',
            edits: [
              {
                span: { start: key.span.end + colon + 1, end: value.span.end },
                text: written.map((name) => `${lineBreak}  - ${name}`).join(''),
              },
            ],
          },
        ]
      : [],
  };
}

function* reportItem(
  text: string,
  key: string,
  item: FrontMatterValue,
  before: ReadonlySet<string>,
): Generator<Report> {
  if (item.kind === 'map') {
    yield {
      span: item.span,
      message: message(
        'An item of "{0}" is read as a key with a value; expected a name, in quotes where it has a colon.',
        key,
      ),
      fixes: /[\r\n]/.test(sliceSpan(text, item.span))
        ? []
        : [
            {
              title: message('Put the name in quotes'),
              safety: 'suggestion',
              edits: [{ span: item.span, text: quoted(sliceSpan(text, item.span)) }],
            },
          ],
    };
  }
  if (item.kind === 'empty' || (item.kind === 'scalar' && item.text.trim() === '')) {
    const line = itemSpan(text, item.span);
    yield {
      span: line ?? item.span,
      message: message('An item of "{0}" is empty; expected a name, or no such item.', key),
      fixes: line ? [{ title: message('Delete the line'), safety: 'safe', edits: [removeLines(text, line)] }] : [],
    };
    return;
  }
  if (item.kind !== 'scalar') return;
  if (/^(?:https?:)?\/\/\S+$/i.test(item.text.trim())) {
    yield { span: item.span, message: message('An address stands among the names of "{0}"; expected a subject.', key) };
    return;
  }
  const stray = strayMark.exec(item.text.trim())?.[0];
  if (stray) {
    const edit = rewriteScalar(item, item.text.trim().slice(stray.length));
    yield {
      span: item.span,
      message: message('A stray “{0}” before a name of "{1}"; expected the name alone.', stray.trim(), key),
      fixes: edit ? [{ title: message('Delete it'), safety: 'safe', edits: [edit] }] : [],
    };
    return;
  }
  const names = item.text
    .trim()
    .split(joint)
    .map((name) => name.trim());
  const [first = ''] = names;
  if (names.length < 2 || names.includes('') || before.has(first)) return;
  yield {
    span: item.span,
    message: message('“{0}” joins several names of "{1}"; expected one name an item.', item.text, key),
    fixes: [
      {
        title: message('Take the names apart'),
        safety: 'suggestion',
        edits: [{ span: item.span, text: takeApart(text, item, names) }],
      },
    ],
  };
}

/** The names below each other with the indentation and dash of the item, or one after the other in a list in brackets. */
function takeApart(text: string, { span }: ScalarValue, names: readonly string[]): string {
  let start = span.start;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  const marker = text.slice(start, span.start);
  const isBlock = /^[ \t]*-[ \t]+$/.test(marker);
  return names.map(asItem).join(isBlock ? `${lineBreakOf(text)}${marker}` : ', ');
}

function asItem(name: string): string {
  return isPlainText(name) ? name : quoted(name);
}

/** A mark that a list had before its names, or a label that the page had before the list. */
const strayMark =
  /^(?:[-–—－·•・#＃>»]+|(?:分类|分類|栏目|标签|标籤|频道|所属栏目|categor(?:y|ies)|tags?)\s?[:：])\s*(?=\S)/i;
/** What stands between the names of a path or of a list in one line. */
const joint = /\s+[-–—|｜/]\s+|\s*[|｜,，;；、»›→]\s*|\s*&?>+\s*/;
