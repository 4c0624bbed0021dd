import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDifference } from '../../../server/src/core/text/difference.ts';

describe('describeDifference', () => {
  it.each<[before: string, after: string, expected: string | undefined]>([
    ['食堂开张', '食堂开张', undefined],
    ['食堂开张', '食堂开业', '食堂开[-张-]{+业+}'],
    ['第三家社区食堂昨天在城东开张', '第三家社区食堂昨天在城西开张', '…食堂昨天在城[-东-]{+西+}开张'],
    ['a b', 'ab', 'a[-␣-]b'],
    ['食堂', '书店', undefined],
    ['😀开张', '😃开张', '[-😀-]{+😃+}开张'],
  ])('%s → %s', (before, after, expected) => {
    expect(describeDifference(before, after)).toBe(expected);
  });

  it('tells both texts, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '食', '堂'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const difference = describeDifference(before, after);
        if (difference === undefined || difference.includes('…')) return;
        expect(difference.replace(/\{\+.*?\+\}/g, '').replace(/\[-(.*?)-\]/g, '$1')).toBe(before);
        expect(difference.replace(/\[-.*?-\]/g, '').replace(/\{\+(.*?)\+\}/g, '$1')).toBe(after);
      }),
      { seed: 20220315, numRuns: 2000 },
    );
  });

  it('compares long texts by their ends', () => {
    const long = 'ab'.repeat(5000);
    expect(describeDifference(`${long}x${long}`, `${long}y${long}`)).toBe('…ababab[-x-]{+y+}ababab…');
  });
});
