import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyContentChanges } from '../../server/src/lsp/content-changes.ts';

type Change = { readonly range: ReturnType<typeof range>; readonly text: string };

function range(line: number, start: number, end: number) {
  return { start: { line, character: start }, end: { line, character: end } };
}

describe('applyContentChanges', () => {
  it('replaces the whole text', () => {
    expect(applyContentChanges('old', [{ text: 'new' }], 'utf-16')).toBe('new');
  });

  it('takes each change to speak of what the one before it left', () => {
    const changes = [
      { range: range(0, 0, 0), text: 'x\n' },
      { range: range(1, 0, 1), text: 'B' },
      { text: 'c\nd' },
      { range: range(1, 1, 1), text: '!' },
    ];
    expect(applyContentChanges('bc', changes.slice(0, 2), 'utf-16')).toBe('x\nBc');
    expect(applyContentChanges('bc', changes, 'utf-16')).toBe('c\nd!');
  });

  it('keeps the order of insertions at one place', () => {
    const changes = ['first', 'second '].map((text) => ({ range: range(0, 1, 1), text }));
    expect(applyContentChanges('[]', changes, 'utf-16')).toBe('[second first]');
  });

  it('counts in the encoding agreed on', () => {
    expect(applyContentChanges('题目a', [{ range: range(0, 6, 7), text: 'b' }], 'utf-8')).toBe('题目b');
  });

  it('gives the same for many changes as for one after the other', () => {
    const text = 'alpha\nbeta\ngamma\n';
    const change: fc.Arbitrary<Change> = fc
      .record({ line: fc.nat(3), start: fc.nat(5), length: fc.nat(3), text: fc.constantFrom('', 'x', '\n', 'yz') })
      .map(({ line, start, length, text }) => ({ range: range(line, start, start + length), text }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        let current = text;
        const valid = changes.map((each) => {
          const next = inside(current, each);
          current = applyContentChanges(current, [next], 'utf-16');
          return next;
        });
        expect(applyContentChanges(text, valid, 'utf-16')).toBe(current);
      }),
    );
  });
});

/** Moves a change into its text, as the editor's own changes always are. */
function inside(text: string, change: Change): Change {
  const lines = text.split('\n');
  const line = Math.min(change.range.start.line, lines.length - 1);
  const limit = lines[line]?.length ?? 0;
  const { start, end } = change.range;
  return { range: range(line, Math.min(start.character, limit), Math.min(end.character, limit)), text: change.text };
}
