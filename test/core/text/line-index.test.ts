import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineIndex } from '../../../server/src/core/text/line-index.ts';

describe('createLineIndex', () => {
  const text = 'a\nbc\r\nd\re𝒇g\n';
  it.each([
    { offset: 0, line: 0, character: 0 },
    { offset: 1, line: 0, character: 1 },
    { offset: 2, line: 1, character: 0 },
    { offset: 6, line: 2, character: 0 },
    { offset: 8, line: 3, character: 0 },
    { offset: 11, line: 3, character: 3 },
    { offset: 13, line: 4, character: 0 },
  ])('finds offset $offset at $line:$character', ({ offset, line, character }) => {
    expect(createLineIndex(text).positionAt(offset)).toEqual({ line, character });
    expect(createLineIndex(text).offsetAt({ line, character })).toBe(offset);
  });

  it.each([
    { name: 'before the text', position: { line: -1, character: 5 }, offset: 0 },
    { name: 'after the text', position: { line: 99, character: 0 }, offset: 13 },
    { name: 'past the end of a line', position: { line: 1, character: 99 }, offset: 4 },
    { name: 'before the beginning of a line', position: { line: 1, character: -3 }, offset: 2 },
  ])('moves a position $name inside', ({ position, offset }) => {
    expect(createLineIndex(text).offsetAt(position)).toBe(offset);
  });

  it('moves an offset outside the text to its nearest end', () => {
    const index = createLineIndex('ab\nc');
    expect(index.positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(50)).toEqual({ line: 1, character: 1 });
  });

  it('gives back every offset that is not inside a CRLF', () => {
    const pieces = fc.array(fc.constantFrom('a', '文', '\n', '\r', '\r\n', '🐬'), { maxLength: 40 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const joined = parts.join('');
        const index = createLineIndex(joined);
        for (let offset = 0; offset <= joined.length; offset++) {
          if (joined[offset] === '\n' && joined[offset - 1] === '\r') continue;
          expect(index.offsetAt(index.positionAt(offset))).toBe(offset);
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
