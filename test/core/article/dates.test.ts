import { describe, expect, it } from 'vitest';
import { type DateFormat, parseDate, readDate, toIso } from '../../../server/src/core/article/dates.ts';

describe('parseDate', () => {
  it.each<[text: string, iso: string, written: string, format: DateFormat]>([
    ['Thu, 24 Feb 2022 08:20:59 GMT', '2022-02-24T08:20:59Z', '2022-02-24T08:20:59Z', 'rfc-1123'],
    ['Thu, 24 Feb 2022 16:20:59 +0800', '2022-02-24T08:20:59Z', '2022-02-24T16:20:59+08:00', 'rfc-1123'],
    ['Thu, 24 Feb 2022 08:20:59', '2022-02-24T00:20:59Z', '2022-02-24T08:20:59+08:00', 'rfc-1123'],
    ['24 Feb 2022 08:20 EST', '2022-02-24T13:20:00Z', '2022-02-24T08:20:00-05:00', 'rfc-1123'],
    ['thursday, 24 february 2022 08:20:59 gmt', '2022-02-24T08:20:59Z', '2022-02-24T08:20:59Z', 'rfc-1123'],
    ['Tue, 29 Feb 2000 23:59:59 -0330', '2000-03-01T03:29:59Z', '2000-02-29T23:59:59-03:30', 'rfc-1123'],
    ['2022-03-16T09:30:00+08:00', '2022-03-16T01:30:00Z', '2022-03-16T09:30:00+08:00', 'iso-8601'],
    ['2022-03-16T09:30:00.123Z', '2022-03-16T09:30:00Z', '2022-03-16T09:30:00Z', 'iso-8601'],
    ['2022-03-16 09:30:00 -5', '2022-03-16T14:30:00Z', '2022-03-16T09:30:00-05:00', 'iso-8601'],
    ['2022-03-04', '2022-03-03T16:00:00Z', '2022-03-04', 'iso-8601'],
    ['2021-10-10 11:06:15', '2021-10-10T03:06:15Z', '2021-10-10T11:06:15+08:00', 'local'],
    ['2022-03-04 17:20', '2022-03-04T09:20:00Z', '2022-03-04T17:20:00+08:00', 'local'],
    ['2022-03-04T17:20:00', '2022-03-04T09:20:00Z', '2022-03-04T17:20:00+08:00', 'local'],
    ['2022-03-04T17:20Z', '2022-03-04T17:20:00Z', '2022-03-04T17:20:00Z', 'local'],
    ['2022-03-04 17:20:00 UTC', '2022-03-04T17:20:00Z', '2022-03-04T17:20:00Z', 'local'],
    ['2022/3/4 8:05', '2022-03-04T00:05:00Z', '2022-03-04T08:05:00+08:00', 'local'],
    ['2022.3.4', '2022-03-03T16:00:00Z', '2022-03-04', 'local'],
    ['2022年1月18日', '2022-01-17T16:00:00Z', '2022-01-18', 'chinese'],
    ['2022年1月18日 08:30', '2022-01-18T00:30:00Z', '2022-01-18T08:30:00+08:00', 'chinese'],
    ['2022 年 01 月 18 日 8：30', '2022-01-18T00:30:00Z', '2022-01-18T08:30:00+08:00', 'chinese'],
    ['2022年1月18日 星期二 下午3时05分', '2022-01-18T07:05:00Z', '2022-01-18T15:05:00+08:00', 'chinese'],
    ['2022年1月18日（周二）晚上8点', '2022-01-18T12:00:00Z', '2022-01-18T20:00:00+08:00', 'chinese'],
    ['2022年1月18日凌晨12点30分', '2022-01-17T16:30:00Z', '2022-01-18T00:30:00+08:00', 'chinese'],
    [
      'Thu Feb 24 2022 16:20:59 GMT+0800 (中国标准时间)',
      '2022-02-24T08:20:59Z',
      '2022-02-24T16:20:59+08:00',
      'javascript',
    ],
  ])('%s', (text, iso, written, format) => {
    expect(parseDate(text)).toMatchObject({ iso, written, format });
    expect(toIso(`  ${text}\n`)).toBe(iso);
    expect(parseDate(written)).toMatchObject({ iso, format: 'iso-8601' });
  });

  it.each([
    ['2022-03-04', false, false],
    ['2022-03-04 17:20', true, false],
    ['2022-03-04T17:20:00Z', true, true],
    ['2022年1月18日', false, false],
    ['Thu, 24 Feb 2022 08:20:59 GMT', true, true],
  ])('%s: time %s, time zone %s', (text, hasTime, hasTimeZone) => {
    expect(parseDate(text)).toMatchObject({ hasTime, hasTimeZone });
  });
});

describe('what no calendar or clock has', () => {
  it.each([
    ['Wed, 30 Feb 2022 02:00:00 GMT', { problem: 'impossible-day' }],
    ['2021-02-29', { problem: 'impossible-day' }],
    ['1900-02-29', { problem: 'impossible-day' }],
    ['2022年13月1日', { problem: 'impossible-day' }],
    ['2022/0/10', { problem: 'impossible-day' }],
    ['9999-12-31T23:59:59-12:00', { problem: 'impossible-day' }],
    ['2022-03-04 25:00', { problem: 'impossible-time' }],
    ['2022-03-04 23:60:00', { problem: 'impossible-time' }],
    ['2022-03-04T23:00:00+15:00', { problem: 'impossible-time' }],
    ['Fri, 24 Feb 2022 08:20:59 GMT', { problem: 'wrong-weekday', weekday: 4 }],
    ['2022年1月18日 星期天', { problem: 'wrong-weekday', weekday: 2 }],
  ])('%s', (text, expected) => {
    expect(readDate(text)).toEqual(expected);
    expect(parseDate(text)).toBeUndefined();
  });
});

it.each([
  '',
  '昨天',
  '164569085',
  '20221324',
  '22-03-04',
  '2022-03',
  'March 2022',
  '2022-03-04 und so weiter',
  '24/02/2022',
  '9'.repeat(1e6),
])('no date: %.40s', (text) => {
  expect(readDate(text)).toBeUndefined();
});
