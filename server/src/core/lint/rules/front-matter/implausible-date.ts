import { parseDate } from '../../../article/dates.ts';
import { textOf } from '../../../article/front-matter.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { dateEntries } from './date-entries.ts';

const example = `---
title: '社区食堂开张'
date: Thu, 01 Jan 1970 00:00:00 GMT
---

<p>第三家社区食堂昨天开张。</p>
`;

export const implausibleDate: Rule = {
  code: 'front-matter.implausible-date',
  severity: 'warning',
  summary: 'A date that lies in the future, or at which programs begin to count.',
  why:
    'An article cannot have been published tomorrow; lists put it first until that day has come. A date in 1970 or ' +
    '1900 is what programs write where they know none. There is no fix, because only the source knows the day. A ' +
    'day of grace is given, since nobody can tell how far a clock without a time zone is off.',
  example: { before: example, after: example },
  *check({ frontMatter }, { now }): Iterable<Report> {
    for (const { key, value } of dateEntries(frontMatter)) {
      const written = textOf(value);
      const date = written && parseDate(written.value);
      const found = date && complaint(key.value, date.iso, date.written, now);
      if (written && found) yield { span: written.span, ...found };
    }
  },
};

/** Keys for days that are still to come. */
const futureKeys: ReadonlySet<string> = new Set(['expiryDate', 'publishDate']);
const millisecondsPerDay = 24 * 60 * 60 * 1000;
/** The first days of Unix clocks, and of spreadsheets, in any time zone. */
const zeros = /^(?:1969-12-31|1970-01-01|1899-12-(?:29|30|31)|1900-01-0[01])/;

function complaint(
  key: string,
  iso: string,
  written: string,
  now: number | undefined,
): { readonly message: Message; readonly until?: number } | undefined {
  if (zeros.test(written) || zeros.test(iso)) {
    return {
      message: message('{0} is where the clocks of programs begin to count; expected the day of the article.', written),
    };
  }
  const until = Date.parse(iso) - millisecondsPerDay;
  if (now === undefined || futureKeys.has(key) || until <= now) return undefined;
  return {
    message: message('{0} lies in the future; expected the day on which the article was published.', written),
    until,
  };
}
