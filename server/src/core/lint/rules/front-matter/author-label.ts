import { findEntry, type ScalarValue, textOf } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const authorLabel: Rule = {
  code: 'front-matter.author-label',
  severity: 'warning',
  summary: 'An author with words or an address around the name, or an account in place of it.',
  why:
    'Scrapers take the whole byline (“文/林晓”, “记者：林晓”, “by Jane Roe”), and feeds write the mail address that RSS 2.0 asks ' +
    'for. Articles of one person then stand under several names. The fix keeps the name. A single word in small Latin letters ' +
    'is the name of an account, for which only the source knows the person.',
  example: {
    before: `---
title: '社区食堂开张'
author: '记者：林晓'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
author: '林晓'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter }): Iterable<Report> {
    for (const key of ['author', 'editor', 'authors']) {
      const value = findEntry(frontMatter, key)?.value;
      const items = value?.kind === 'list' ? value.items : [value];
      for (const item of items) if (item?.kind === 'scalar') yield* reportName(item);
    }
  },
};

function* reportName(value: ScalarValue): Generator<Report> {
  const written = textOf(value)?.value.trim() ?? '';
  const found = written.length > longestByline ? undefined : readByline(written);
  if (!found) return;
  const { name, words } = found;
  const edit = name && rewriteScalar(value, name);
  yield {
    span: value.span,
    message: words,
    fixes: edit ? [{ title: message('Keep the name {0}', name), safety: 'suggestion', edits: [edit] }] : [],
  };
}

const longestByline = 200;

function readByline(written: string): { readonly name?: string; readonly words: Message } | undefined {
  const [, label = '', named = ''] = byline.exec(written) ?? [];
  if (named)
    return { name: named, words: message('“{0}” stands before the name; expected the name alone.', label.trim()) };
  const [address, inner = ''] = mail.exec(written) ?? [];
  if (address !== undefined) {
    return {
      ...(inner.trim() ? { name: inner.trim() } : {}),
      words: message('A mail address is no author; expected the name of a person.'),
    };
  }
  if (account.test(written))
    return { words: message('“{0}” is the name of an account; expected that of a person.', written) };
  return /^https?:\/\//i.test(written)
    ? { words: message('A web address is no author; expected the name of a person.') }
    : undefined;
}

const byline =
  /^((?:作者|记者|記者|本[报网刊台]记者|通讯员|特约撰稿人?|撰文|撰稿|编辑|編輯|责任编辑|責任編輯|责编|采写|文|图文|来源|來源|author|editor)\s{0,3}[:：/／|｜丨]\s{0,3}|(?:本[报网刊台]记者|记者)\s{1,3}|(?:written |posted )?by:?\s{1,3})(?=\S)(.+)$/i;
/** Names of people have capitals or more than one word, where they are written in Latin letters. */
const account = /^(?:@\S+|[a-z][a-z0-9]{4,30}|[a-z0-9]{2,30}[_.-][a-z0-9_.-]{2,30}|[A-Za-z]{3,30}_?\d{2,10})$/;
const mail = /^(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*(?:[(（]([^()（）]*)[)）])?$/i;
