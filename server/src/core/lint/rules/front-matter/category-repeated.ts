import { removeLines, rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Span } from '../../../text/span.ts';
import type { Fix, Report, Rule } from '../../rule.ts';
import { type NameEntry, nameLists } from './category-entries.ts';

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
      const known = new Map<string, NameEntry>();
      for (const name of names) {
        const written = folded(name.value.text);
        if (!written) continue;
        const same = known.get(written);
        const [start, rest] = splitAtSeparator(written);
        const begun = start === undefined ? undefined : known.get(start);
        if (same) {
          yield repetition(text, name, same);
        } else {
          if (begun && rest) yield extension(name, begun, rest);
          known.set(written, name);
        }
      }
    }
  },
};

function repetition(text: string, { key, value }: NameEntry, first: NameEntry): Report {
  const item = itemSpan(text, value.span);
  const fix: Fix | undefined = item && {
    title: message('Delete the repetition'),
    safety: 'safe',
    edits: [removeLines(text, item)],
  };
  return {
    span: item ?? value.span,
    message: message('“{0}” stands twice in "{1}"; expected each name once.', value.text, key),
    related: [{ span: first.value.span, message: message('It stands here first.') }],
    fixes: fix ? [fix] : [],
  };
}

function extension({ key, value }: NameEntry, begun: NameEntry, rest: string): Report {
  const edit = rewriteScalar(value, rest);
  return {
    span: value.span,
    message: message(
      '“{0}” repeats “{1}” in "{2}"; expected only what it adds: {3}.',
      value.text,
      begun.value.text,
      key,
      rest,
    ),
    related: [{ span: begun.value.span, message: message('It stands here first.') }],
    fixes: edit ? [{ title: message('Keep only “{0}”', rest), safety: 'suggestion', edits: [edit] }] : [],
  };
}

/** The dash and the name of an item in block style; undefined in a list in brackets. */
function itemSpan(text: string, { start, end }: Span): Span | undefined {
  let dash = start - 1;
  while (text[dash] === ' ' || text[dash] === '\t') dash--;
  if (text[dash] !== '-') return undefined;
  let before = dash - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return /[\r\n]/.test(text[before] ?? '') ? { start: dash, end } : undefined;
}

const separator = /\s*[-–—－·•|｜:：/>]+\s*/;

/** "江海新闻网－要闻" is "江海新闻网" and "要闻". */
function splitAtSeparator(name: string): readonly [start: string | undefined, rest: string] {
  const match = separator.exec(name.slice(0, longestName));
  if (!match || match.index === 0) return [undefined, ''];
  return [name.slice(0, match.index), name.slice(match.index + match[0].length)];
}

const longestName = 200;

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
