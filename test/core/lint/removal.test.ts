import { describe, expect, it } from 'vitest';
import { removalEdit, removalEdits } from '../../../server/src/core/lint/removal.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';

/** Removes what stands between ⟦ and ⟧. */
function removed(marked: string): string {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let start = 0;
  for (const character of marked) {
    if (character === '⟦') start = text.length;
    else if (character === '⟧') spans.push({ start, end: text.length });
    else text += character;
  }
  return applyEdits(text, removalEdits(text, spans));
}

describe('removalEdits', () => {
  it.each([
    ['a line with its break', 'a\n⟦x⟧\nb', 'a\nb'],
    ['the indentation and what is behind', 'a\n  ⟦x⟧ \t\nb', 'a\nb'],
    ['several lines', 'a\n⟦x\ny⟧\nb', 'a\nb'],
    ['CRLF', 'a\r\n⟦x⟧\r\nb', 'a\r\nb'],
    ['a lone CR', 'a\r⟦x⟧\rb', 'a\rb'],
    ['no break where the text ends', 'a\n⟦x⟧', 'a\n'],
    ['all of a text', '⟦x⟧', ''],
    ['blank lines below, where one is above', 'a\n\n⟦x⟧\n\n \n\nb', 'a\n\nb'],
    ['no blank lines below, where none is above', 'a\n⟦x⟧\n\nb', 'a\n\nb'],
    ['all but one of the blank lines below', 'a\n⟦x⟧\n\n \n\nb', 'a\n\nb'],
    ['all but one of the blank lines above', 'a\n\n \n⟦x⟧\nb', 'a\n\nb'],
    ['all but one of the blank lines on both sides', 'a\r\n\r\n\r\n⟦x⟧\r\n\r\n\r\nb', 'a\r\n\r\nb'],
    ['all but one of the blank lines between two', 'a\n⟦x⟧\n\n\n⟦y⟧\nb', 'a\n\nb'],
    ['blank lines at the start of the text', '⟦x⟧\n\nb', 'b'],
    ['blank lines between two removals', 'a\n\n⟦x⟧\n\n⟦y⟧\n\nb', 'a\n\nb'],
    ['blank lines behind lines that go', 'a\n\n⟦x⟧\n⟦y⟧\n\nb', 'a\n\nb'],
    ['a line of two', 'a\n ⟦x⟧ ⟦y⟧\nb', 'a\nb'],
    ['the white space before the end of a line', 'a ⟦x⟧\nb', 'a\nb'],
    ['the white space between two at the end of a line', 'a ⟦x⟧ ⟦y⟧ \nb', 'a\nb'],
    ['nothing around what stands between words', 'a ⟦x⟧ b', 'a  b'],
    ['nothing around what begins a line behind white space', '  ⟦x⟧ b', '   b'],
    ['the white space behind what begins a line', 'a\n⟦x⟧ b', 'a\nb'],
  ])('takes %s', (_name, marked, expected) => {
    expect(removed(marked)).toBe(expected);
  });

  it('gives disjoint edits in order, one for each span', () => {
    const text = 'a\n\nx y\n\nz\n\nb';
    const edits = removalEdits(text, [
      { start: 3, end: 4 },
      { start: 5, end: 6 },
      { start: 8, end: 9 },
    ]);
    expect(edits).toHaveLength(3);
    edits.forEach((edit, index) => {
      expect(edit.span.start).toBeGreaterThanOrEqual(edits[index - 1]?.span.end ?? 0);
    });
  });
});

it('removalEdit removes one span', () => {
  expect(removalEdit('a\n\nx\n\nb', { start: 3, end: 4 })).toEqual({ span: { start: 3, end: 6 }, text: '' });
});
