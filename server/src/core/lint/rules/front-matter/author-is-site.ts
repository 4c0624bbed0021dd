import type { Article } from '../../../article/article.ts';
import { readCredits } from '../../../article/credits.ts';
import { type FrontMatter, type FrontMatterEntry, findEntry, textOf, textsOf } from '../../../article/front-matter.ts';
import { insertBelow, isPlainText, quoted, rewriteScalar } from '../../../article/front-matter-writing.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Fix, Report, Rule } from '../../rule.ts';
import { beginsWithName, foldedName, partsOfName, stemOfName } from './site-names.ts';

export const authorIsSite: Rule = {
  code: 'front-matter.author-is-site',
  severity: 'warning',
  summary: 'An author that is the site the article was taken from, not a person.',
  why:
    'Feed archives write the name of the site as the author of every article. Whoever lists, cites or pays authors needs ' +
    'the person. Where the body credits an editor, the fix adds the name as `editor:` and keeps the author; where it names ' +
    'a reporter, that one can become the author. With an `editor:` in the front matter nothing is reported.',
  example: {
    before: `---
title: '社区食堂开张'
categories:
 - 民生
 - 江海新闻网
author: 江海新闻网
---

<p>第三家社区食堂昨天开张。</p>
<p>责任编辑：林晓</p>
`,
    after: `---
title: '社区食堂开张'
categories:
 - 民生
 - 江海新闻网
author: 江海新闻网
editor: 林晓
---

<p>第三家社区食堂昨天开张。</p>
<p>责任编辑：林晓</p>
`,
  },
  *check(article): Iterable<Report> {
    const { frontMatter } = article;
    const entry = findEntry(frontMatter, 'author');
    const author = textOf(entry?.value);
    if (!frontMatter || !entry || !author?.value.trim() || namesPerson(frontMatter)) return;
    if (
      !isSite(
        author.value,
        textsOf(findEntry(frontMatter, 'categories')?.value).map(({ value }) => value),
      )
    )
      return;
    const { editor, reporter } = readCredits(article.body.lines);
    yield {
      span: entry.span,
      message: complaint(author.value, editor?.value, reporter?.value),
      related: [editor, reporter]
        .filter((credit) => credit !== undefined)
        .map(({ span }) => ({ span, message: message('Named here.') })),
      fixes: fixesFor(article, entry, editor?.value, reporter?.value),
    };
  },
};

function complaint(author: string, editor: string | undefined, reporter: string | undefined): Message {
  if (editor && reporter) {
    return message(
      '“{0}” is a site; expected a person: the body names the reporter {1} and the editor {2}.',
      author,
      reporter,
      editor,
    );
  }
  if (editor) return message('“{0}” is a site; expected a person: the body names the editor {1}.', author, editor);
  if (reporter)
    return message('“{0}” is a site; expected a person: the body names the reporter {1}.', author, reporter);
  return message('“{0}” is a site; expected a person.', author);
}

function fixesFor(
  { text }: Article,
  entry: FrontMatterEntry,
  editor: string | undefined,
  reporter: string | undefined,
): readonly Fix[] {
  const fixes: Fix[] = [];
  if (editor) {
    fixes.push({
      title: message('Add "editor: {0}"', editor),
      safety: 'suggestion',
      edits: [insertBelow(text, entry, 'editor', isPlainText(editor) ? editor : quoted(editor))],
    });
  }
  const replacement = reporter && entry.value.kind === 'scalar' && rewriteScalar(entry.value, reporter);
  if (replacement) {
    fixes.push({ title: message('Name {0} as the author', reporter), safety: 'suggestion', edits: [replacement] });
  }
  return fixes;
}

function namesPerson(frontMatter: FrontMatter): boolean {
  return ['editor', 'reporter', 'writer'].some((key) => textOf(findEntry(frontMatter, key)?.value)?.value.trim());
}

/** Endings that names of media and offices have, and names of persons never. */
const siteEnding =
  /(?:[网網]|网站|網站|在线|在線|日报|日報|晚报|晚報|早报|早報|时报|時報|周刊|週刊|杂志|雜誌|通讯社|通訊社|电视台|電視台|广播|客户端|公众号|频道|编辑部|融媒体|融媒|传媒|发布|官微|门户|资讯|新闻|快讯|头条|社区|论坛|博客|委员会|办公室|人民政府|[^\s]{2,}[局厅部委]|\.(?:com|cn|net|org|io|me|info|tv|news|gov)(?:\.[a-z]{2})?)$/i;
/** What stands in the author line where nobody was named. */
const nobody =
  /^(?:admin|administrator|root|webmaster|editor|staff|guest|user|unknown|anonymous|null|undefined|none|n\/a|小编|佚名|匿名|未知|无|网络|互联网|本站|本网|本站原创|转载|原创|管理员|综合|用户|系统)$/i;

function isSite(author: string, categories: readonly string[]): boolean {
  const name = foldedName(author);
  if (siteEnding.test(name) || nobody.test(name)) return true;
  // "新华" is no less the site because it calls itself "新华网" elsewhere, but "李新" is not "李新闻".
  const isDecorated = stemOfName(name) !== name;
  return categories.map(foldedName).some((category) => {
    if (category.length < 2) return false;
    return (
      category === name ||
      beginsWithName(name, category) ||
      partsOfName(category).some((part) => part === name || (isDecorated && stemOfName(part) === stemOfName(name)))
    );
  });
}
