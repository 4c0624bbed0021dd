import { type Line, sourceSpan } from '../article/lines.ts';
import type { Span } from '../text/span.ts';

/** The places of dates in lines of text, in reading order: a year, a month or a day of a calendar, as articles write them. */
export function datesIn(lines: readonly Line[]): readonly Span[] {
  return lines.flatMap((line) =>
    [...line.text.matchAll(datePattern)].map((match) => sourceSpan(line, match.index, match.index + match[0].length)),
  );
}

const month = '(?:1[0-2]|0?[1-9])';
const day = '(?:3[01]|[12]\\d|0?[1-9])';

/** "2022年1月18日", "1月18日", "2022年1月", "2022年", "2022-01-18"; a "3年" or a "5月" that counts is none. */
const datePattern = new RegExp(
  [
    `(?<!\\d)(?:19|20)\\d{2}年(?:${month}月(?:${day}[日号])?)?`,
    `(?<!\\d)${month}月${day}[日号]`,
    `(?<![\\d./-])(?:19|20)\\d{2}([-/.])${month}\\1${day}(?![\\d./-])`,
  ].join('|'),
  'g',
);
