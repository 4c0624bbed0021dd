import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, composeEdits, type Edit, joinEdits } from '../../../server/src/core/text/edit.ts';

function edit(start: number, end: number, text: string): Edit {
  return { span: { start, end }, text };
}

describe('joinEdits', () => {
  const cases: readonly { name: string; groups: Edit[][]; taken: number[]; result: string }[] = [
    {
      name: 'sorts what arrives in any order',
      groups: [[edit(4, 6, 'X')], [edit(0, 1, 'Y')]],
      taken: [0, 1],
      result: 'Y123X6789',
    },
    {
      name: 'keeps edits that only touch',
      groups: [[edit(0, 2, '')], [edit(2, 4, 'Z')]],
      taken: [0, 1],
      result: 'Z456789',
    },
    {
      name: 'leaves out a group that overlaps an earlier one',
      groups: [[edit(2, 5, 'A')], [edit(4, 6, 'B')]],
      taken: [0],
      result: '01A56789',
    },
    {
      name: 'takes a group whole or not at all',
      groups: [[edit(2, 5, 'A')], [edit(0, 1, 'B'), edit(3, 4, 'C')]],
      taken: [0],
      result: '01A56789',
    },
    {
      name: 'does not guess the order of two insertions',
      groups: [[edit(3, 3, 'A')], [edit(3, 3, 'B')]],
      taken: [0],
      result: '012A3456789',
    },
    {
      name: 'inserts before a deletion that begins there',
      groups: [[edit(3, 5, '')], [edit(3, 3, 'B')]],
      taken: [0, 1],
      result: '012B56789',
    },
    {
      name: 'refuses a group that overlaps itself',
      groups: [[edit(1, 4, ''), edit(2, 5, '')]],
      taken: [],
      result: '0123456789',
    },
  ];
  it.each(cases)('$name', ({ groups, taken, result }) => {
    const joined = joinEdits(groups);
    expect(joined.taken).toEqual(taken);
    expect(applyEdits('0123456789', joined.edits)).toBe(result);
  });
});

describe('applyEdits', () => {
  it.each([
    { name: 'out of order', edits: [edit(4, 5, ''), edit(0, 1, '')] },
    { name: 'overlapping', edits: [edit(0, 3, ''), edit(2, 4, '')] },
    { name: 'outside the text', edits: [edit(9, 12, '')] },
    { name: 'backwards', edits: [edit(5, 3, '')] },
  ])('refuses edits that are $name', ({ edits }) => {
    expect(() => applyEdits('0123456789', edits)).toThrow(RangeError);
  });
});

describe('composeEdits', () => {
  it('does in one step what two lists of edits do one after the other', () => {
    const text = fc.string({ minLength: 0, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat()), (original, numbers) => {
        const first = randomEdits(original.length, numbers);
        const between = applyEdits(original, first);
        const second = randomEdits(between.length, numbers);
        const composed = composeEdits(original.length, first, second);
        expect(applyEdits(original, composed)).toBe(applyEdits(between, second));
      }),
      { seed: 20220224, numRuns: 500 },
    );
  });
});

/** Up to four disjoint edits of a text of `length`, from a stream of numbers. */
function randomEdits(length: number, numbers: Iterator<number>): readonly Edit[] {
  const next = (below: number): number => (numbers.next().value ?? 0) % below;
  const groups = Array.from({ length: next(5) }, () => {
    const start = next(length + 1);
    return [edit(start, start + next(Math.min(6, length - start) + 1), '文'.repeat(next(3)))];
  });
  return joinEdits(groups).edits;
}
