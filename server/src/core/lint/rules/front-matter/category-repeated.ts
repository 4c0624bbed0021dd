import { isHanOnly } from '../../../article/chinese-script.ts';
import { findEntry, textOf } from '../../../article/front-matter.ts';
import { removeLines, rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Fix, Report, Rule } from '../../rule.ts';
import { itemSpan, type NameEntry, nameLists } from './category-entries.ts';
import { foldedName, mediaEnding, stemOfName } from './site-names.ts';

export const categoryRepeated: Rule = {
  code: 'front-matter.category-repeated',
  severity: 'warning',
  summary: 'A category that stands twice, or repeats another one and adds to it.',
  why:
    'Listed twice, a category is counted twice. One that repeats the site before it (“江海新闻网－要闻” below “江海新闻网”) makes ' +
    'a category of its own for every pair. A plain repetition is deleted; of the other kind the fix keeps what is new.',
  example: {
    before: `---
title: '社区食堂开张'
categories:
 - 民生
 - 江海新闻网
 - 江海新闻网－要闻
 - 民生
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
categories:
 - 民生
 - 江海新闻网
 - 要闻
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    for (const names of nameLists(frontMatter)) {
      const first = new Map<string, NameEntry>();
      const spellings = names.map(({ value }) => folded(value.text));
      spellings.forEach((written, at) => {
        const name = names[at];
        if (name && !first.has(written)) first.set(written, name);
      });
      const site = siteAmong(names, textOf(findEntry(frontMatter, 'author')?.value)?.value);
      for (let at = 0; at < names.length; at++) {
        const [name, same] = [names[at], first.get(spellings[at] ?? '')];
        if (!name || !same || spellings[at] === '') continue;
        const report = same === name ? extensionOf(name, first, site) : repetition(text, name, same);
        if (report) yield report;
      }
    }
  },
};

function repetition(text: string, { key, value }: NameEntry, first: NameEntry): Report {
  const item = itemSpan(text, value.span);
  const fix: Fix | undefined = item && {
    title: message('Delete the repetition'),
    safety: value.text.trim() === first.value.text.trim() ? 'safe' : 'suggestion',
    edits: [removeLines(text, item)],
  };
  return {
    span: item ?? value.span,
    message: message('“{0}” stands twice in "{1}"; expected each name once.', value.text, key),
    related: [{ span: first.value.span, message: message('It stands here first.') }],
    fixes: fix ? [fix] : [],
  };
}

/** The name in a list that is that of the site: the author's, or one that ends like a medium. */
function siteAmong(names: readonly NameEntry[], author: string | undefined): NameEntry | undefined {
  const wanted = author && foldedName(author);
  const isAuthor = ({ value }: NameEntry): boolean => foldedName(value.text) === wanted;
  return names.find(isAuthor) ?? names.find(({ value }) => mediaEnding.test(value.text.trim()));
}

/** A name that begins or ends with another one of its list. */
function extensionOf(
  name: NameEntry,
  first: ReadonlyMap<string, NameEntry>,
  site: NameEntry | undefined,
): Report | undefined {
  const written = name.value.text.trim();
  for (const { part, rest } of splitAtSeparators(written)) {
    const contained = first.get(folded(part));
    if (contained && contained !== name && rest) return extension(name, contained, rest);
  }
  if (!site || site === name || stemOfName(written) !== stemOfName(site.value.text)) return undefined;
  return {
    span: name.value.span,
    message: message('“{0}” names the site “{1}” again; expected a subject.', written, site.value.text.trim()),
    related: [{ span: site.value.span, message: message('It stands here.') }],
  };
}

function extension({ key, value }: NameEntry, contained: NameEntry, rest: string): Report {
  const edit = rewriteScalar(value, rest);
  return {
    span: value.span,
    message: message(
      '“{0}” repeats “{1}” in "{2}"; expected only what it adds: {3}.',
      value.text,
      contained.value.text,
      key,
      rest,
    ),
    related: [{ span: contained.value.span, message: message('It stands here.') }],
    fixes: edit ? [{ title: message('Keep only “{0}”', rest), safety: 'suggestion', edits: [edit] }] : [],
  };
}

const separators = /\s*[-–—－·•|｜:：/>]+\s*/g;
const longestName = 200;

/** "江海新闻网－要闻" is "江海新闻网" and "要闻", either of which may be the other name. */
function splitAtSeparators(name: string): readonly { readonly part: string; readonly rest: string }[] {
  const head = name.slice(0, longestName);
  separators.lastIndex = 0;
  const first = separators.exec(head);
  if (!first) return [];
  let last = first;
  for (let next = separators.exec(head); next; next = separators.exec(head)) last = next;
  return [
    { part: name.slice(0, first.index), rest: name.slice(first.index + first[0].length) },
    { part: name.slice(last.index + last[0].length), rest: name.slice(0, last.index) },
  ];
}

/** As people read it: half-width, in small letters, one space for any white space. */
function folded(text: string): string {
  // Most names are Chinese characters and nothing else.
  if (isHanOnly(text)) return text;
  const normal = hasUsualForms.test(text) ? withHalfWidth(text) : text.normalize('NFKC');
  return normal.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** ASCII, Chinese characters with their punctuation, and full-width ASCII: normalizing changes the last alone. */
const hasUsualForms = /^[\0-\x7f\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*$/;

function withHalfWidth(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0xff01) continue;
    result += text.slice(copied, at) + String.fromCharCode(code - 0xfee0);
    copied = at + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}
