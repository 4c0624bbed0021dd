import { describe, expect, it } from 'vitest';
import {
  type FrontMatterValue,
  findEntry,
  readFrontMatter,
  textOf,
  textsOf,
} from '../../../server/src/core/article/front-matter.ts';
import { sliceSpan } from '../../../server/src/core/text/span.ts';

/** A value as plain data; `undefined` stands for nothing behind the colon. */
function plain(value: FrontMatterValue): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return value.entries.map((entry) => [entry.key.value, plain(entry.value)]);
    case 'empty':
      return undefined;
  }
}

function read(text: string) {
  const { frontMatter, bodyStart } = readFrontMatter(text);
  if (!frontMatter) return { bodyStart };
  const { span, content, closingFence, entries, problems } = frontMatter;
  return {
    whole: sliceSpan(text, span),
    content: sliceSpan(text, content),
    closing: closingFence && sliceSpan(text, closingFence),
    body: text.slice(bodyStart),
    entries: entries.map(({ key, value }) => [key.value, plain(value)]),
    problems: problems.map(({ code, span: place }) => `${code}: ${sliceSpan(text, place)}`),
  };
}

describe('where the front matter begins and ends', () => {
  it.each([
    ['as usual', '---\na: 1\n---\n<p>', { whole: '---\na: 1\n---', content: 'a: 1\n', closing: '---', body: '<p>' }],
    ['CRLF', '---\r\na: 1\r\n---\r\n<p>', { content: 'a: 1\r\n', closing: '---', body: '<p>', entries: [['a', 1]] }],
    [
      'lone CR',
      '---\ra: 1\rb: x\r---\r<p>',
      {
        content: 'a: 1\rb: x\r',
        body: '<p>',
        entries: [
          ['a', 1],
          ['b', 'x'],
        ],
      },
    ],
    ['a byte order mark', '\uFEFF---\na: 1\n---\n', { whole: '---\na: 1\n---', body: '' }],
    ['blank lines first', ' \n\n\u3000\n---\na: 1\n---\n', { whole: '---\na: 1\n---' }],
    [
      'spaces around the fences',
      '  --- \t\na: 1\n---  \n<p>',
      { whole: '--- \t\na: 1\n---', closing: '---', body: '<p>' },
    ],
    ['three dots', '---\na: 1\n...\n<p>', { closing: '...', body: '<p>' }],
    ['no line break at the end', '---\na: 1\n---', { closing: '---', body: '' }],
    ['nothing between the fences', '---\n---\n<p>', { content: '', entries: [], body: '<p>' }],
    ['dashes inside a value', '---\na: b --- c\n---\n', { content: 'a: b --- c\n' }],
    [
      'unclosed before markup',
      '---\na: 1\n\n<p>x</p>\n',
      { closing: undefined, content: 'a: 1\n', body: '\n<p>x</p>\n', whole: '---\na: 1\n' },
    ],
    [
      'unclosed with dashes in the body',
      '---\na: 1\n<div>\n---\n</div>',
      { closing: undefined, content: 'a: 1\n', body: '<div>\n---\n</div>' },
    ],
    [
      'unclosed before two blank lines',
      '---\na: 1\n\n\ntext\n',
      { closing: undefined, content: 'a: 1\n', body: '\n\ntext\n' },
    ],
    ['unclosed to the end', '---\na: 1', { closing: undefined, content: 'a: 1', body: '', whole: '---\na: 1' }],
    [
      'a merge key is no markup',
      '---\na: 1\n<<: 2\n---\n',
      {
        closing: '---',
        entries: [
          ['a', 1],
          ['<<', 2],
        ],
      },
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it.each([
    ['empty', ''],
    ['blank', ' \n \n'],
    ['no fence', 'title: x\n'],
    ['text first', 'x\n---\na: 1\n---\n'],
    ['four dashes', '----\na: 1\n----\n'],
    ['a rule in Markdown', '---\nSome words.\n---\n'],
    ['a list between fences', '---\n- a\n- b\n---\n'],
    ['a fence alone', '---'],
    ['a fence and markup', '---\n<p>a: b</p>\n'],
  ])('none: %s', (_, text) => {
    expect(readFrontMatter(text)).toEqual({ frontMatter: undefined, bodyStart: 0 });
  });
});

/** The front matter with `content` between fences, none of whose problems are looked at. */
function entriesOf(content: string) {
  return read(`---\n${content}\n---\n`).entries;
}

describe('values', () => {
  it.each([
    ["a: 'it''s'", [['a', "it's"]]],
    ['a: "tab\\there"', [['a', 'tab\there']]],
    ['a: 2022-03-04', [['a', '2022-03-04']]],
    [
      'a: true\nb: 12\nc: ~',
      [
        ['a', true],
        ['b', 12],
        ['c', null],
      ],
    ],
    [
      'a:\nb: ',
      [
        ['a', undefined],
        ['b', undefined],
      ],
    ],
    ['a:\n - x\n -  - y\n - \n', [['a', ['x', ['y'], undefined]]]],
    [
      'a: [x, y]\nb: {c: d}',
      [
        ['a', ['x', 'y']],
        ['b', [['c', 'd']]],
      ],
    ],
    ['a: |\n  one\n  two\n', [['a', 'one\ntwo\n']]],
    [
      'date: 1\ndate: 2',
      [
        ['date', 1],
        ['date', 2],
      ],
    ],
    [
      '"q": 1\n\'r\': 2',
      [
        ['q', 1],
        ['r', 2],
      ],
    ],
    [
      '__proto__: x\nconstructor: y',
      [
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ],
    ],
    [
      'a: &x 1\nb: *x',
      [
        ['a', 1],
        ['b', '*x'],
      ],
    ],
    [
      'a: 1\n? [k]\n: v',
      [
        ['a', 1],
        ['[k]', 'v'],
      ],
    ],
    ['# comment\n\na: 1 # more', [['a', 1]]],
  ])('%s', (content, expected) => {
    expect(entriesOf(content)).toEqual(expected);
  });

  it('keeps the text that YAML takes for a number, and how it was written', () => {
    const { frontMatter } = readFrontMatter('---\na: 007\nb: \'x\'\nc: "x"\nd: x\ne: |\n  x\n---\n');
    const values = frontMatter?.entries.map(({ value }) => (value.kind === 'scalar' ? [value.text, value.style] : []));
    expect(values).toEqual([
      ['007', 'plain'],
      ['x', 'single-quoted'],
      ['x', 'double-quoted'],
      ['x', 'plain'],
      ['x\n', 'block'],
    ]);
  });

  it('has the place of every part', () => {
    const text = '\n---\n"a" : [x, y] # c\nb:\n  - z\n  -  - w \n\nc:\n---\n';
    const entries = readFrontMatter(text).frontMatter?.entries ?? [];
    const places = entries.map(({ key, value, span }) =>
      [key.span, value.span, span].map((place) => sliceSpan(text, place)),
    );
    expect(places).toEqual([
      ['"a"', '[x, y]', '"a" : [x, y]'],
      ['b', '- z\n  -  - w', 'b:\n  - z\n  -  - w'],
      ['c', '', 'c:'],
    ]);
  });
});

describe('broken YAML keeps every key', () => {
  it.each([
    [
      'title: a: b\nauthor: x',
      [
        ['title', 'a: b'],
        ['author', 'x'],
      ],
    ],
    [
      "title: 'it's'\nauthor: x",
      [
        ['title', "it's"],
        ['author', 'x'],
      ],
    ],
    [
      "title: 'it\nauthor: 'x'",
      [
        ['title', 'it'],
        ['author', 'x'],
      ],
    ],
    [
      'title: "it\nauthor: x',
      [
        ['title', 'it'],
        ['author', 'x'],
      ],
    ],
    [
      'list:\n\t- a\n\t- b\nauthor: x',
      [
        ['list', ['a', 'b']],
        ['author', 'x'],
      ],
    ],
    [
      'title:x\nauthor: y',
      [
        ['title', 'x'],
        ['author', 'y'],
      ],
    ],
    [
      'title：x\nauthor: y',
      [
        ['title', 'x'],
        ['author', 'y'],
      ],
    ],
    [
      'title: [x] y\nauthor: z',
      [
        ['title', '[x] y'],
        ['author', 'z'],
      ],
    ],
    [
      'list: [a, b\nauthor: z',
      [
        ['list', '[a, b'],
        ['author', 'z'],
      ],
    ],
    [
      'a: b\nstray words\nauthor: z',
      [
        ['a', 'b'],
        ['author', 'z'],
      ],
    ],
    [
      ' a: b\nauthor: z',
      [
        ['a', 'b'],
        ['author', 'z'],
      ],
    ],
    [
      'list:\n - a\n- b\nauthor: z',
      [
        ['list', ['a', 'b']],
        ['author', 'z'],
      ],
    ],
    [
      'map:\n  a: 1\n b: 2\nauthor: z',
      [
        ['map', [['a', 1]]],
        ['author', 'z'],
      ],
    ],
    [
      'title: @x\nauthor: z',
      [
        ['title', '@x'],
        ['author', 'z'],
      ],
    ],
  ])('%s', (content, expected) => {
    const { problems, entries } = read(`---\n${content}\n---\n`);
    expect(problems).not.toEqual([]);
    expect(entries).toEqual(expected);
  });

  it('has one problem for each that the parser names, at its place', () => {
    expect(read('---\na: 1\nb: x: y\nc: @z\nd: *no\n---\n').problems).toEqual([
      'BLOCK_AS_IMPLICIT_KEY: x',
      'BAD_SCALAR_START: @',
      'BAD_ALIAS: *no',
    ]);
    expect(read('---\na: !odd x\n---\n').problems).toEqual(['TAG_RESOLVE_FAILED: !odd']);
    expect(read('---\na:x\n---\n').problems).toEqual(['NO_KEY: a:x']);
  });
});

describe('hostile YAML', () => {
  const many = 20_000;
  it.each([
    ['brackets', `a: ${'['.repeat(many)}`],
    ['braces', `a: ${'{x: '.repeat(many)}`],
    ['dashes', `a:\n ${'- '.repeat(many)}x`],
    ['question marks', `${'? '.repeat(many)}x\na: b`],
    ['colons', `${'a: '.repeat(many)}x`],
    ['deep maps', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['many items', `a: [${','.repeat(200_000)}]`],
  ])('is not read but named: %s', (_, content) => {
    const { problems } = read(`---\n${content}\nauthor: x\n---\n`);
    expect(problems).toEqual([expect.stringContaining('TOO_MUCH')]);
    expect(
      textOf(findEntry(readFrontMatter(`---\n${content}\nauthor: x\n---\n`).frontMatter, 'author')?.value)?.value,
    ).toBe('x');
  });

  it('does not follow aliases', () => {
    const bomb = Array.from(
      { length: 40 },
      (_, level) => `k${level + 1}: &x${level + 1} [*x${level}, *x${level}]`,
    ).join('\n');
    const { frontMatter } = readFrontMatter(`---\nk0: &x0 y\n${bomb}\n---\n`);
    expect(frontMatter?.problems).toEqual([]);
    expect(frontMatter?.entries).toHaveLength(41);
    expect(textsOf(findEntry(frontMatter, 'k40')?.value).map(({ value }) => value)).toEqual(['*x39', '*x39']);
  });

  it.each([
    ['plain', (words: string) => words],
    ['single-quoted', (words: string) => `'${words}'`],
    ['double-quoted', (words: string) => `"${words}"`],
  ])('reads a title of a megabyte: %s', (_, write) => {
    const words = 'words, and [more] - of them '.repeat(40_000).trim();
    expect(entriesOf(`title: ${write(words)}`)).toEqual([['title', words]]);
  });

  it('reads many keys and many categories', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `k${index}: ${index}`).join('\n');
    const items = Array.from({ length: 5000 }, (_, index) => ` - c${index}`).join('\n');
    expect(entriesOf(`${keys}\ncategories:\n${items}`)).toHaveLength(5001);
  });
});

describe('findEntry, textOf, textsOf', () => {
  const { frontMatter } = readFrontMatter('---\nx: 1\nx: two\nlist: [a, [b], 3, ~]\nempty:\n---\n');

  it('takes the last of a key that stands twice', () => {
    expect(textOf(findEntry(frontMatter, 'x')?.value)?.value).toBe('two');
    expect(findEntry(frontMatter, 'y')).toBeUndefined();
    expect(findEntry(undefined, 'x')).toBeUndefined();
  });

  it('reads texts', () => {
    expect(textsOf(findEntry(frontMatter, 'list')?.value).map(({ value }) => value)).toEqual(['a', '3']);
    expect(textsOf(findEntry(frontMatter, 'x')?.value).map(({ value }) => value)).toEqual(['two']);
    expect(textsOf(findEntry(frontMatter, 'empty')?.value)).toEqual([]);
    expect(textOf(findEntry(frontMatter, 'list')?.value)).toBeUndefined();
  });
});
