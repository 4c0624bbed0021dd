import type { FrontMatterEntry, FrontMatterValue, ScalarValue } from '../../../article/front-matter.ts';
import { quoted } from '../../../article/front-matter-writing.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Span } from '../../../text/span.ts';
import type { Report, Rule } from '../../rule.ts';

export const lostText: Rule = {
  code: 'front-matter.lost-text',
  severity: 'warning',
  summary: 'Words of a value that YAML drops without a word.',
  why:
    'Behind a space, `#` begins a comment, and before a value `&` and `!` have meanings of their own. Where a title has ' +
    'them and no quotes, YAML reads the rest and nobody notices. In other keys only a `#` directly before a word counts, ' +
    'since comments are written with a space. The fix puts the whole in quotes.',
  example: {
    before: `---
title: 三条新线开通 #首日见闻
---

<p>三条新线昨天开通。</p>
`,
    after: `---
title: '三条新线开通 #首日见闻'
---

<p>三条新线昨天开通。</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    if (!frontMatter || frontMatter.problems.length > 0) return;
    for (const entry of frontMatter.entries) {
      const whole = commentForValue(text, entry);
      if (whole) yield report(text, whole, whole, { start: whole.start, end: whole.start });
      for (const value of scalarsOf(entry.value)) {
        const lost = lostSpan(text, entry, value);
        if (!lost) continue;
        const span = { start: Math.min(lost.start, value.span.start), end: Math.max(lost.end, value.span.end) };
        yield report(text, span, lost, value.span);
      }
    }
  },
};

/**
 * A comment that takes the place of a value and was meant as one: `title: #首日# 食堂`. In other keys than the title only one
 * without a space behind the `#`.
 */
export function commentForValue(text: string, { key, value }: FrontMatterEntry): Span | undefined {
  if (value.kind !== 'empty') return undefined;
  const behind = /[ \t]+(#[^\r\n]*)/y;
  behind.lastIndex = value.span.end;
  const [whole = '', comment = ''] = behind.exec(text) ?? [];
  if (!/^#\S/.test(comment) && !(key.value === 'title' && /^#+ *[^#\s]/.test(comment))) return undefined;
  const start = value.span.end + whole.length - comment.length;
  return { start, end: start + comment.trimEnd().length };
}

function report(text: string, span: Span, lost: Span, value: Span): Report {
  return {
    span,
    message: complaint(text, lost, value),
    fixes: [
      {
        title: message('Put the value in quotes'),
        safety: 'suggestion',
        edits: [{ span, text: quoted(text.slice(span.start, span.end)) }],
      },
    ],
  };
}

function complaint(text: string, lost: Span, value: Span): Message {
  const words = text.slice(lost.start, lost.end).trim();
  return lost.start >= value.end
    ? message('YAML drops {0} as a comment; expected quotes around the value.', words)
    : message('YAML drops {0} as a name or a type; expected quotes around the value.', words);
}

function scalarsOf(value: FrontMatterValue): readonly ScalarValue[] {
  if (value.kind === 'list') return value.items.filter((item) => item.kind === 'scalar');
  return value.kind === 'scalar' ? [value] : [];
}

/** What stands on the line of a plain value and is not part of it. */
function lostSpan(
  text: string,
  { key, value: whole }: FrontMatterEntry,
  { span, style }: ScalarValue,
): Span | undefined {
  if (style !== 'plain' || span.end === span.start) return undefined;
  const isTitle = key.value === 'title';
  const behind = commentAt(text, span.end);
  if (/^\s+#\S/.test(behind) || (isTitle && behind !== '')) return { start: span.end, end: span.end + behind.length };
  const before = /[ \t]([&!][^ \t\r\n]+[ \t]+)$/.exec(
    text.slice(Math.max(key.span.end, span.start - longestMark), span.start),
  )?.[1];
  return before !== undefined && isTitle && whole.kind === 'scalar'
    ? { start: span.start - before.length, end: span.start }
    : undefined;
}

/** The comment behind a value with the white space before it. A list of many values on one line has none behind each. */
function commentAt(text: string, offset: number): string {
  const comment = /[ \t]+#[^\r\n]*/y;
  comment.lastIndex = offset;
  return comment.exec(text)?.[0].trimEnd() ?? '';
}

const longestMark = 200;
