import type { FrontMatterEntry } from '../../../article/front-matter.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { isNear } from './near.ts';

export const misspeltKey: Rule = {
  code: 'front-matter.misspelt-key',
  severity: 'warning',
  summary: 'A key that is nearly one of those that articles have.',
  why:
    'No tool reads `catagories:` or `Title:`, and none complains. A key counts as misspelt where a usual one differs from it ' +
    'in one letter (two in long words, or only in capitals) or is its Chinese name (`标题:`), and is missing from the front ' +
    'matter. Other keys of your own are welcome. The fix changes the key and leaves the value.',
  example: {
    before: `---
titel: '社区食堂开张'
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
    const entries = frontMatter?.entries ?? [];
    let absent: readonly string[] | undefined;
    for (const entry of entries) {
      const { key } = entry;
      const isKnown = usualKeys.includes(key.value) || requiredKeys.includes(key.value) || otherKeys.has(key.value);
      if (isKnown || key.value.length > longestKey) continue;
      absent ??= absentKeys(entries, requiredKeys);
      const meant = absent.find((known) => chineseKeys.get(key.value) === known || isNear(key.value, known));
      if (meant === undefined) continue;
      const span = keyWord(text, entry);
      yield {
        span,
        message: message('Unknown key "{0}"; expected "{1}".', key.value, meant),
        fixes: [{ title: message('Change it to "{0}"', meant), safety: 'suggestion', edits: [{ span, text: meant }] }],
      };
    }
  },
};

function absentKeys(entries: readonly FrontMatterEntry[], requiredKeys: readonly string[]): readonly string[] {
  const present = new Set(entries.map(({ key }) => key.value));
  return [...new Set([...requiredKeys, ...usualKeys])].filter((key) => !present.has(key));
}

/** The keys that a misspelt one may mean. */
export const usualKeys: readonly string[] = [
  ...['title', 'date', 'author', 'categories', 'headimg', 'thumbnail', 'comments', 'tags', 'editor', 'source'],
  ...[
    'description',
    'keywords',
    'updated',
    'layout',
    'category',
    'permalink',
    'excerpt',
    'published',
    'image',
    'cover',
  ],
];

/** Right as they are, though near to one of those. */
const otherKeys: ReadonlySet<string> = new Set([
  ...['authors', 'comment', 'covers', 'data', 'editors', 'images', 'keyword', 'publish', 'sources', 'tag'],
  ...['titles', 'update', 'updates'],
]);

/** The same keys in Chinese, which no tool reads. */
const chineseKeys: ReadonlyMap<string, string> = new Map([
  ...(['标题', '題目', '题目', '文章标题'] as const).map((name) => [name, 'title'] as const),
  ...(['日期', '时间', '发布时间', '发布日期'] as const).map((name) => [name, 'date'] as const),
  ...(['作者', '记者'] as const).map((name) => [name, 'author'] as const),
  ...(['分类', '栏目', '类别', '频道'] as const).map((name) => [name, 'categories'] as const),
  ...(['标签', '关键词'] as const).map((name) => [name, 'tags'] as const),
  ...(['编辑', '责任编辑', '责编'] as const).map((name) => [name, 'editor'] as const),
  ...(['来源', '文章来源'] as const).map((name) => [name, 'source'] as const),
  ...(['头图', '题图', '封面', '图片'] as const).map((name) => [name, 'headimg'] as const),
  ...(['缩略图'] as const).map((name) => [name, 'thumbnail'] as const),
  ...(['摘要', '描述', '简介'] as const).map((name) => [name, 'description'] as const),
]);

const longestKey = 20;

/** The key without its quotes. */
function keyWord(text: string, { key }: FrontMatterEntry): FrontMatterEntry['span'] {
  const isQuoted = /["']/.test(text[key.span.start] ?? '');
  return isQuoted ? { start: key.span.start + 1, end: key.span.end - 1 } : key.span;
}
