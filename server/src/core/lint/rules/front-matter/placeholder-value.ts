import { type FrontMatterEntry, findEntry, textOf, textsOf } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { readHeadlines } from '../../../article/headline.ts';
import { imageKeys } from '../../../article/images.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { listKeys } from './category-entries.ts';
import { foldedName } from './site-names.ts';

export const placeholderValue: Rule = {
  code: 'front-matter.placeholder-value',
  severity: 'warning',
  summary: 'A value that a program or a template left where it knew none.',
  why:
    '“undefined”, “{{ title }}” and “无标题” are what programs write where they found nothing, and the name of the site or ' +
    'of a channel is what they find instead of a headline. The article is then listed under a word that says nothing. ' +
    'For a title the fix takes the headline of the body; else only the source knows.',
  example: {
    before: `---
title: '新闻详情'
author: 李明
---

<h1>第三家社区食堂开张</h1>
<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '第三家社区食堂开张'
author: 李明
---

<h1>第三家社区食堂开张</h1>
<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter, body }): Iterable<Report> {
    const names = namesIn(frontMatter, ['author', 'categories']);
    for (const entry of frontMatter?.entries ?? []) {
      const { key, value } = entry;
      const written = textOf(value)?.value.trim();
      if (!written || value.kind !== 'scalar' || written.length > longestPlaceholder) continue;
      const found = complaint(entry, written, names);
      if (!found) continue;
      const headline = key.value === 'title' ? readHeadlines(body.lines)[0]?.value : undefined;
      const edit = headline && headline !== written ? rewriteScalar(value, headline) : undefined;
      yield {
        span: value.span,
        message: found,
        fixes: edit && headline ? [{ title: message('Write {0}', headline), safety: 'suggestion', edits: [edit] }] : [],
      };
    }
  },
};

function namesIn(frontMatter: Parameters<typeof findEntry>[0], keys: readonly string[]): () => readonly string[] {
  return () => {
    const names: string[] = [];
    for (const key of keys) {
      for (const { value } of textsOf(findEntry(frontMatter, key)?.value)) names.push(foldedName(value));
    }
    return names;
  };
}

function complaint(
  { key, value }: FrontMatterEntry,
  written: string,
  names: () => readonly string[],
): Message | undefined {
  const isQuotedWord = value.kind === 'scalar' && typeof value.value === 'string';
  const isTemplate = /[{[<$]/.test(written) && template.test(written);
  if (isTemplate || (isQuotedWord && nothing.test(written) && !otherRules.has(key.value))) {
    return message('“{0}” was left by a program; expected a value of this article for "{1}".', written, key.value);
  }
  if (key.value !== 'title') return undefined;
  if (noTitle.test(written)) return message('“{0}” is no title; expected the headline of the article.', written);
  return names().includes(foldedName(written))
    ? message('The title is only the name of a site or a category; expected the headline of the article.')
    : undefined;
}

const longestPlaceholder = 200;
/** Keys whose values other rules look at for such words. */
const otherRules: ReadonlySet<string> = new Set(['author', 'date', ...listKeys, ...imageKeys]);
const template = /\{\{.{0,100}\}\}|\{%.{0,100}%\}|<%.{0,100}%>|\$\{.{0,100}\}|\[object Object\]/;
const nothing = /^(?:undefined|null|none|nan|nil|n\/a|\(null\)|todo|tbd|xxx+|lorem ipsum.*)$/i;
const noTitle =
  /^(?:untitled(?:[- ]?\d+)?|no title|title|titles?|new (?:post|document|page)|hello,? world!?|index|home|test|404(?: not found)?|无标题|無標題|未命名|标题|文章标题|新闻标题|新建(?:文本)?文[档本件]|新文章|测试|首页|正文|详情|详情页|内容页?|文章|文章详情|新闻详情|新闻正文|页面不存在|页面未找到|.{0,6}访问的页面不存在)$/i;
