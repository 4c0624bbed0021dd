import { type ParsedDate, readDate } from '../../../article/dates.ts';
import { textOf } from '../../../article/front-matter.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { dateEntries } from './date-entries.ts';

export const dateFormat: Rule = {
  code: 'front-matter.date-format',
  severity: 'warning',
  summary: 'A date that YAML reads as plain text, or whose time has no time zone.',
  why:
    'YAML knows dates in ISO 8601 only; everything else it hands on as text, which no tool sorts. A time without a time ' +
    'zone is another instant on every server. The fix writes the same instant in ISO 8601 with the clock that the author ' +
    'printed. It is safe where the time zone is stated or no time is given; else the time is taken for that of China, and ' +
    'a person should look.',
  example: {
    before: `---
title: '社区食堂开张'
date: Tue, 15 Mar 2022 06:18:20 GMT
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
date: 2022-03-15T06:18:20Z
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter }): Iterable<Report> {
    for (const { value } of dateEntries(frontMatter)) {
      const written = textOf(value);
      if (!written || written.value.trim() === '') continue;
      const date = readDate(written.value.replace(label, ''));
      if (!date) {
        yield {
          span: written.span,
          message: message(
            '"{0}" is no date that can be read; expected one like 2022-02-24T08:20:59Z.',
            shortened(written.value),
          ),
        };
      } else if (!('problem' in date) && (date.format !== 'iso-8601' || label.test(written.value))) {
        yield {
          span: written.span,
          message: complaint(date),
          fixes: [
            {
              title: message('Write {0}', date.written),
              safety: date.hasTimeZone || !date.hasTime ? 'safe' : 'suggestion',
              edits: [{ span: written.span, text: date.written }],
            },
          ],
        };
      }
    }
  },
};

/** What a page prints before its date. */
const label = /^\s*(?:(?:发布|发表|更新|创建|编辑)?(?:时间|日期|于)|date|time|published|updated)\s?[:：]\s*/i;

function complaint({ format, hasTime, hasTimeZone, written }: ParsedDate): Message {
  if (format === 'rfc-1123' && hasTimeZone) {
    return message(
      'A date as in e-mail headers (RFC 1123), which YAML reads as plain text; expected ISO 8601: {0}.',
      written,
    );
  }
  if (hasTime && !hasTimeZone) {
    return message(
      'A time without a time zone; expected ISO 8601 with one, such as {0} if it is the time of China.',
      written,
    );
  }
  return message('A date that YAML reads as plain text; expected ISO 8601: {0}.', written);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
