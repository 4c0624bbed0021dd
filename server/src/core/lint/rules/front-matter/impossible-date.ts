import { type ImpossibleDate, readDate } from '../../../article/dates.ts';
import { textOf } from '../../../article/front-matter.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { dateEntries } from './date-entries.ts';

const example = `---
title: '社区食堂开张'
date: Wed, 30 Feb 2022 02:00:00 GMT
---

<p>第三家社区食堂昨天开张。</p>
`;

export const impossibleDate: Rule = {
  code: 'front-matter.impossible-date',
  severity: 'error',
  summary: 'A day, a time or a weekday that no calendar or clock has.',
  why:
    'The 30th of February, 25 o’clock or a Monday that was a Thursday: programs reject such a date or, worse, silently move ' +
    'it to another day. There is no fix, because only the source can tell which part is wrong.',
  example: { before: example, after: example },
  *check({ frontMatter }): Iterable<Report> {
    for (const { value } of dateEntries(frontMatter)) {
      const written = textOf(value);
      const date = written && readDate(written.value);
      if (written && date && 'problem' in date) yield { span: written.span, message: complaint(date) };
    }
  },
};

function complaint({ problem, weekday }: ImpossibleDate): Message {
  switch (problem) {
    case 'impossible-day':
      return message('There is no such day; expected one that the calendar has.');
    case 'impossible-time':
      return message('There is no such time or time zone; expected hours to 23, minutes and seconds to 59.');
    case 'wrong-weekday':
      return weekdays[weekday ?? 0] ?? message('There is no such day; expected one that the calendar has.');
  }
}

const weekdays: readonly Message[] = [
  message('The weekday does not fit the day, which was a Sunday; expected both to agree.'),
  message('The weekday does not fit the day, which was a Monday; expected both to agree.'),
  message('The weekday does not fit the day, which was a Tuesday; expected both to agree.'),
  message('The weekday does not fit the day, which was a Wednesday; expected both to agree.'),
  message('The weekday does not fit the day, which was a Thursday; expected both to agree.'),
  message('The weekday does not fit the day, which was a Friday; expected both to agree.'),
  message('The weekday does not fit the day, which was a Saturday; expected both to agree.'),
];
