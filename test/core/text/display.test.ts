import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, padToWidth, printable, wrapToWidth } from '../../../server/src/core/text/display.ts';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['路灯', 4],
    ['“路灯”', 6],
    ['（1）', 5],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['é', 1],
  ])('%s is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('padToWidth', () => {
  it('fills up to columns, not characters', () => {
    expect([padToWidth('路', 4), padToWidth('1', 3, 'start'), padToWidth('路灯', 2)]).toEqual(['路  ', '  1', '路灯']);
  });
});

describe('wrapToWidth', () => {
  it.each([
    ['', 10, ['']],
    ['路灯补亮行动', 8, ['路灯补亮', '行动']],
    ['路灯补亮，行动', 8, ['路灯补', '亮，行动']],
    ['修好“路灯”吧', 6, ['修好', '“路灯”', '吧']],
    ['a quick brown fox', 10, ['a quick', 'brown fox']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['接入 platform 平台', 10, ['接入', 'platform', '平台']],
  ])('%s in %i columns', (text, width, lines) => {
    expect(wrapToWidth(text, width)).toEqual(lines);
  });

  it('loses nothing but spaces, and keeps to the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '路', '，', '“', '（', '𠮷') }),
        fc.integer({ min: 2, max: 12 }),
        (text, width) => {
          const lines = wrapToWidth(text, width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
        },
      ),
    );
  });
});

describe('printable', () => {
  it('takes the force out of control characters and direction overrides', () => {
    expect(printable('a\u001b[31m\u202eb\n路')).toBe('a\ufffd[31m\ufffdb\ufffd路');
  });
});
