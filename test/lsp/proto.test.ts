import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProto, type Encoding, negotiateEncoding } from '../../server/src/lsp/proto.ts';

describe('negotiateEncoding', () => {
  it.each<[readonly string[] | undefined, Encoding]>([
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-16', 'utf-8'], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-32'], 'utf-32'],
    [['utf-7', 'utf-8'], 'utf-8'],
  ])('of %j is %s', (offered, expected) => {
    expect(negotiateEncoding(offered)).toBe(expected);
  });
});

describe('positions', () => {
  const text = 'ab\r\n题é😀x\rend';
  it.each<[Encoding, number, number]>([
    ['utf-8', 3 + 2, 3 + 2 + 4],
    ['utf-16', 2, 4],
    ['utf-32', 2, 3],
  ])('count units of %s', (encoding, before, after) => {
    const span = { start: text.indexOf('😀'), end: text.indexOf('x') };
    const range = { start: { line: 1, character: before }, end: { line: 1, character: after } };
    const proto = createProto(text, encoding);
    expect(proto.toRange(span)).toEqual(range);
    expect(proto.toSpan(range)).toEqual(span);
  });

  it.each<Encoding>(['utf-8', 'utf-16', 'utf-32'])('outside the text are moved inside in %s', (encoding) => {
    const { toSpan } = createProto(text, encoding);
    const at = (line: number, character: number) => ({ line, character });
    expect(toSpan({ start: at(0, 99), end: at(99, 0) })).toEqual({ start: 2, end: text.length });
    expect(toSpan({ start: at(2, 1), end: at(0, 0) })).toEqual({ start: text.length - 2, end: text.length - 2 });
  });

  it('inside a character are moved to its start', () => {
    const { toSpan } = createProto('a题b', 'utf-8');
    expect(toSpan({ start: { line: 0, character: 3 }, end: { line: 0, character: 4 } })).toEqual({ start: 1, end: 2 });
  });

  it.each<Encoding>(['utf-8', 'utf-16', 'utf-32'])('come back as they went in %s', (encoding) => {
    const piece = fc.constantFrom('a', 'é', '题', '😀', '\n', '\r\n', '\r', 'x'.repeat(1000));
    const texts = fc.array(piece).map((pieces) => ({ pieces, text: pieces.join('') }));
    fc.assert(
      fc.property(texts, fc.nat(), ({ pieces, text }, seed) => {
        const start = pieces.slice(0, seed % (pieces.length + 1)).join('').length;
        // Between CR and LF no line ends: the protocol has no position there.
        fc.pre(!(text[start - 1] === '\r' && text[start] === '\n'));
        const span = { start, end: start };
        const proto = createProto(text, encoding);
        expect(proto.toSpan(proto.toRange(span))).toEqual(span);
      }),
    );
  });
});
