import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainYaml } from '../../../server/src/core/article/front-matter-plain.ts';
import { parseYaml } from '../../../server/src/core/article/front-matter-yaml.ts';

function plain(source: string) {
  return readPlainYaml(source, { start: 0, end: source.length });
}

describe('readPlainYaml', () => {
  it.each([
    {
      name: 'values of every kind',
      source: 'title: \'反拐：行动……\'\nauthor: 某网\ncomments: false\ndate: Thu, 24 Feb 2022 08:20:59 GMT\nx: "a b"\n',
    },
    { name: 'a list, indented or not', source: 'categories: \n - 金融\n - 某网－国内\ntags:\n- a\n- b\nlast: x\n' },
    { name: 'empty values and trailing spaces', source: 'a:\nb: \nc: x  \nd:\n  - y \n' },
    { name: 'CRLF', source: 'a: x\r\nb:\r\n - y\r\nc:\r\n' },
    {
      name: 'dates of ISO 8601',
      source:
        'a: 2022-02-24\nb: 2022-02-24T08:20:59.000Z\nc:\n - 2022-02-24T08:20+08:00\nd: 2022-02-24T08:20:59-0330\n',
    },
    { name: 'a key that stands twice', source: 'a: x\na: y\n' },
  ])('reads $name as the parser does', ({ source }) => {
    const { entries, problems } = parseYaml(source, { start: 0, end: source.length });
    expect(problems).toEqual([]);
    expect(plain(source)).toEqual(entries);
  });

  it.each([
    { name: 'comments', source: 'a: x # y\n' },
    { name: 'escapes', source: 'a: "x\\n"\n' },
    { name: 'doubled quotes', source: "a: 'it''s'\n" },
    { name: 'a colon in a plain value', source: 'a: b: c\n' },
    { name: 'numbers', source: 'a: 12\n' },
    { name: 'what looks like a date', source: 'a: 2022-2-24T1\n' },
    { name: 'null', source: 'a: null\n' },
    { name: 'flow collections', source: 'a: [b]\n' },
    { name: 'block scalars', source: 'a: |\n  b\n' },
    { name: 'anchors', source: 'a: &x b\n' },
    { name: 'tabs', source: 'a:\n\t- b\n' },
    { name: 'values over several lines', source: 'a: b\n  c\n' },
    { name: 'nested lists', source: 'a:\n -  - b\n' },
    { name: 'nested maps', source: 'a:\n  b: c\n' },
    { name: 'blank lines', source: 'a: b\n\nc: d\n' },
    { name: 'a list below a value', source: 'a: b\n - c\n' },
    { name: 'wide spaces around a value', source: 'a: 　b\n' },
    { name: 'a last line without a line break', source: 'a: b' },
  ])('leaves $name to the parser', ({ source }) => {
    expect(plain(source)).toBeUndefined();
  });

  it('agrees with the parser on whatever it reads', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b',
        'key',
        '标题',
        'true',
        'false',
        'null',
        'yes',
        '1',
        '0x1',
        '-',
        ' ',
        '  ',
        ':',
        ': ',
        "'",
        '"',
        '#',
        ' #',
      ],
      ...[
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '{',
        '}',
        '[',
        ']',
        ',',
        '?',
        '~',
        '.',
        '+',
        '/',
        '\\',
        '　',
        '“',
        '”',
        '（',
      ],
      ...[
        '\n',
        '\n',
        '\n',
        '\r\n',
        '\t',
        '\n - ',
        '\n- ',
        '\n  - ',
        '\nkey: ',
        '\nb: ',
        '🐬',
        '\u00a0',
        '<<',
        '---',
        'http://a.b/c',
        '2022-02-24',
        'T08:20:59Z',
      ],
    );
    const source = fc.array(piece, { maxLength: 14 }).map((pieces) => `key: ${pieces.join('')}\n`);
    let compared = 0;
    fc.assert(
      fc.property(source, (yaml) => {
        const entries = plain(yaml);
        if (!entries) return;
        compared++;
        const parsed = parseYaml(yaml, { start: 0, end: yaml.length });
        expect(parsed.problems).toEqual([]);
        expect(entries).toEqual(parsed.entries);
      }),
      { seed: 20220224, numRuns: 20_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
