import { describe, expect, it } from 'vitest';
import { readDates } from '../../../server/src/core/article/calendar-dates.ts';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { sliceSpan } from '../../../server/src/core/text/span.ts';

/**
 * Checks the dates of a line, which stand in brackets, in an article of 8 March 2022. Each expectation is the value, with
 * `?` behind it where the year is inferred, and the precision unless it is exact.
 */
function check(marked: string, expected: readonly string[], date = '2022-03-08'): void {
  const text = `---\ntitle: a\ndate: ${date}\n---\n<p>${marked.replace(/[[\]]/g, '')}</p>\n`;
  const dates = readDates(parseArticle(text));
  expect(dates.map(({ quote }) => quote)).toEqual([...marked.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1]));
  for (const { span, quote } of dates) expect(sliceSpan(text, span)).toBe(quote);
  const found = dates.map(
    ({ value, isYearInferred, precision }) =>
      `${value}${isYearInferred ? '?' : ''}${precision === 'exact' ? '' : ` ${precision}`}`,
  );
  expect(found).toEqual(expected);
  for (const { value, unit } of dates) {
    if (value !== undefined) expect(value.length).toBe({ year: 4, month: 7, day: 10 }[unit]);
  }
}

describe('readDates', () => {
  it.each<readonly [string, readonly string[]]>([
    ['[2022年1月18日]揭晓，[2021年12月]开工，[2020年]立项', ['2022-01-18', '2021-12', '2020']],
    ['[2022 年 1 月 18 日]、[２０２２年２月４号]', ['2022-01-18', '2022-02-04']],
    ['[二〇二二年二月二十四日]、[一九九八年十二月]、[十月一日]', ['2022-02-24', '1998-12', '1998-10-01?']],
    ['[1月18日]开工', ['2022-01-18?']],
    ['[2019年3月]开工，[5月2日]完工', ['2019-03', '2019-05-02?']],
    ['[去年12月]启动，[今年1月5日]公布，[明年6月]完成', ['2021-12?', '2022-01-05?', '2023-06?']],
    ['[2018年]立项，[次年3月]开工，[同年9月]完工', ['2018', '2019-03?', '2019-09?']],
    [
      '[1月18日]至[20日]、[25日]，[2月24日]—[3月1日]',
      ['2022-01-18?', '2022-01-20?', '2022-01-25?', '2022-02-24?', '2022-03-01?'],
    ],
    [
      '[1月18]—[20日]，[2021]—[2023年]，[2021年]至[2023年]',
      ['2022-01-18?', '2022-01-20?', '2021', '2023', '2021', '2023'],
    ],
    ['[2022年]底前完成，[6月30日]前完成，[2022年1月]起', ['2022 at-most', '2022-06-30? at-most', '2022-01 at-least']],
    ['[2019年]以来、[2015年]前后、约[1998年]、[2021年]前三季度', ['2019 at-least', '2015 about', '1998 about', '2021']],
    ['[6月]底前完成，[3月]份开工，[12月]中旬、[一月]下旬', ['2022-06? at-most', '2022-03?', '2022-12?', '2022-01?']],
    ['自[2022-01-18]起，到[2022.3.4]，或[2022/03/05]', ['2022-01-18 at-least', '2022-03-04', '2022-03-05']],
    ['On [February 24, 2022], [24 Feb. 2022] and in [May 2021]', ['2022-02-24', '2022-02-24', '2021-05']],
    ['2022年2月30日、13月40日、版本1.2022.3.4和12022年', []],
    ['等了3年，5月龄，20日，1号线，第十一月刊，一月一次，020-12345678', []],
    ['[2020年2月29日]和[2月28日]', ['2020-02-29', '2020-02-28?']],
  ])('of %s', (line, expected) => check(line, expected));

  it('without a year in the article have no value', () => {
    check('[1月18日]开工，[去年12月]启动', ['undefined?', 'undefined?'], '');
  });

  it('take the year of the article by its own clock', () => {
    check('[1月1日]开工', ['2023-01-01?'], '2023-01-01T03:00:00+08:00');
  });
});
