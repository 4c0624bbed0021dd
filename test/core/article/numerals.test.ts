import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumeral } from '../../../server/src/core/article/numerals.ts';

describe('readNumeral', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['007', 7],
    ['50,000', 50_000],
    ['1,234,567', 1_234_567],
    ['１２', 12],
    ['２０２２', 2022],
    ['〇', 0],
    ['零', 0],
    ['○', 0],
    ['一', 1],
    ['两', 2],
    ['兩', 2],
    ['九', 9],
    ['十', 10],
    ['十一', 11],
    ['十九', 19],
    ['二十', 20],
    ['二十一', 21],
    ['九十九', 99],
    ['廿', 20],
    ['廿五', 25],
    ['卅一', 31],
    ['一百廿五', 125],
    ['一百', 100],
    ['百', 100],
    ['一百〇三', 103],
    ['一百零三', 103],
    ['一百一十', 110],
    ['一百一十五', 115],
    ['一百十五', 115],
    ['一百二十', 120],
    ['一百二', 120],
    ['两百', 200],
    ['九百九十九', 999],
    ['千', 1000],
    ['一千零一', 1001],
    ['一千零一十', 1010],
    ['一千零十', 1010],
    ['一千一百', 1100],
    ['两千', 2000],
    ['三千零五', 3005],
    ['三千零五十', 3050],
    ['三千五', 3500],
    ['三千五百', 3500],
    ['万', 10_000],
    ['一万', 10_000],
    ['一万零五', 10_005],
    ['一万零三百', 10_300],
    ['一万二', 12_000],
    ['一万二千三百四十五', 12_345],
    ['十万', 100_000],
    ['十二万', 120_000],
    ['十万零三千', 103_000],
    ['百万', 1_000_000],
    ['一百二十万', 1_200_000],
    ['三千零五万零二十', 30_050_020],
    ['千万', 10_000_000],
    ['一亿', 100_000_000],
    ['亿', 100_000_000],
    ['一亿三', 130_000_000],
    ['一亿三千万', 130_000_000],
    ['一亿零三万', 100_030_000],
    ['十二亿零五', 1_200_000_005],
    ['万亿', 1_000_000_000_000],
    ['一万亿', 1_000_000_000_000],
    ['一万亿三', 1_300_000_000_000],
    ['三万五千亿', 3_500_000_000_000],
    ['壹佰贰拾叁', 123],
    ['壹拾万柒仟', 107_000],
    ['萬', 10_000],
    ['一二三', 123],
    ['二〇二二', 2022],
    ['二零二二', 2022],
    ['一九四九', 1949],
    ['〇五', 5],
    ['①', 1],
    ['⑳', 20],
    ['㉑', 21],
    ['㉟', 35],
    ['㊱', 36],
    ['㊿', 50],
    ['⓪', 0],
    ['❿', 10],
    ['⓴', 20],
    ['⑴', 1],
    ['⒇', 20],
    ['⒈', 1],
    ['㈠', 1],
    ['㈩', 10],
    ['㊉', 10],
    ['Ⅰ', 1],
    ['Ⅻ', 12],
    ['ⅳ', 4],
    ['IV', 4],
    ['XX', 20],
  ])('reads %s as %i', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    ' 1',
    '1 ',
    '-1',
    '+1',
    '1.5',
    '1,23',
    '1,2345',
    ',123',
    '12万',
    '1e3',
    '0x10',
    'Infinity',
    '第一',
    '一个',
    '（一）',
    '(1)',
    '十十',
    '一十一十',
    '百百',
    '二百三千',
    '一千百',
    '百一千',
    '一百万万',
    '一亿亿',
    '一万三万',
    '一百零',
    '一百零零三',
    '零百',
    '零三百',
    '一百二三',
    '二二十',
    '二廿',
    '两十',
    '十两',
    '十两万',
    '一百两',
    '两两',
    '一两',
    '几十',
    '兆',
    '半',
    'IIII',
    'XXI',
    'iv',
    '½',
    '²',
    '９００７１９９２５４７４０９９３',
    '9007199254740993',
    '9'.repeat(10_000),
    '九'.repeat(10_000),
    '十'.repeat(10_000),
  ])('does not read %j', (text) => {
    expect(readNumeral(text)).toBeUndefined();
  });

  it('reads back every number that a person would write', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 0, max: 100_000 }),
          fc.integer({ min: 0, max: 99_999_999 }),
          fc.maxSafeInteger().map(Math.abs),
        ),
        (value) => {
          expect(readNumeral(String(value))).toBe(value);
          expect(readNumeral(value.toLocaleString('en-US'))).toBe(value);
          expect(readNumeral(chineseNumeral(value))).toBe(value);
          expect(readNumeral(chineseNumeral(value).replace(/零/g, '〇'))).toBe(value);
          expect(readNumeral(chineseNumeral(value).replace(/^一十/, '十'))).toBe(value);
          expect(readNumeral(chineseNumeral(value).replace(/二(?=[百千万亿])(?<!十二)/g, '两'))).toBe(value);
          expect(readNumeral(formal(chineseNumeral(value)))).toBe(value);
          expect(readNumeral([...String(value)].map((digit) => digits[Number(digit)]).join(''))).toBe(value);
        },
      ),
      { seed: 20220224, numRuns: 3000 },
    );
  });

  it('never throws and gives nothing but whole numbers', () => {
    const characters = fc.constantFrom(...'0129,.〇零一二两九十百千万亿廿①Ⅳ 第个');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        const value = readNumeral(text);
        expect(value === undefined || (Number.isSafeInteger(value) && value >= 0)).toBe(true);
      }),
      { seed: 20220224, numRuns: 3000 },
    );
  });
});

const digits = '零一二三四五六七八九';

/** Writes a number as the standard has it: sections of four places, one 零 for any run of skipped places. */
function chineseNumeral(value: number): string {
  if (value === 0) return '零';
  if (value < 10_000) return section(value);
  const [unit, name] = value < 100_000_000 ? [10_000, '万'] : [100_000_000, '亿'];
  const head = chineseNumeral(Math.floor(value / unit)) + name;
  const rest = value % unit;
  if (rest === 0) return head;
  return head + (rest < unit / 10 ? '零' : '') + chineseNumeral(rest);
}

function section(value: number): string {
  let text = '';
  let skipped = false;
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10;
    if (digit === 0) {
      skipped = true;
      continue;
    }
    if (skipped && text) text += '零';
    skipped = false;
    text += digits.charAt(digit) + name;
  }
  return text;
}

function formal(text: string): string {
  const forms: Readonly<Record<string, string>> = {
    一: '壹',
    二: '贰',
    三: '叁',
    九: '玖',
    十: '拾',
    百: '佰',
    千: '仟',
  };
  return [...text].map((character) => forms[character] ?? character).join('');
}
