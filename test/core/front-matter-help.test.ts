import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import { completionsAt, type Known } from '../../server/src/core/front-matter-help/completions.ts';
import { noteAt } from '../../server/src/core/front-matter-help/hover.ts';
import { linksIn } from '../../server/src/core/front-matter-help/links.ts';
import { nameAt, renameNames } from '../../server/src/core/front-matter-help/names.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { sliceSpan } from '../../server/src/core/text/span.ts';

/** A text with `|` at the place that is asked about. */
function marked(head: string): { readonly text: string; readonly offset: number } {
  const text = `---\n${head}\n---\n\n<p>正文</p>\n`;
  const offset = text.indexOf('|');
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

const known: Known = {
  keys: ['title', 'desk'],
  valuesOf: (key) =>
    key === 'categories'
      ? [{ value: '民生', articles: 9 }, { value: '时政' }, { value: 'C: 综合' }]
      : key === 'author'
        ? [{ value: '林晓' }]
        : [],
};

/** The text after a completion is taken. */
function complete(head: string, label: string): string | undefined {
  const { text, offset } = marked(head);
  const one = completionsAt(parseArticle(text), offset, known).find((candidate) => candidate.label === label);
  return (
    one && applyEdits(text, [{ span: one.span, text: one.text }]).replace(/^---\n([\s\S]*)\n---\n\n[\s\S]*$/, '$1')
  );
}

describe('completion', () => {
  it.each<[head: string, label: string, completed: string | undefined]>([
    ['title: a\n|', 'author', 'title: a\nauthor: '],
    ['title: a\nau|', 'author', 'title: a\nauthor: '],
    ['title: a\nau|: x', 'author', 'title: a\nauthor: x'],
    ['title: a\n|', 'tags', 'title: a\ntags:\n  - '],
    ['title: a\n|', 'desk', 'title: a\ndesk: '],
    ['title: a\n|', 'title', undefined],
    ['categories:\n  - |', '民生', 'categories:\n  - 民生'],
    ['categories:\n  - 民|', '民生', 'categories:\n  - 民生'],
    ["categories:\n  - '民|'", '民生', "categories:\n  - '民生'"],
    ['categories:\n  - |', 'C: 综合', "categories:\n  - 'C: 综合'"],
    ['categories:\n  - 民生\n  - |', '民生', undefined],
    ['categories:\n  - 民生\n  - |', '时政', 'categories:\n  - 民生\n  - 时政'],
    ['categories: [民生, |]', '时政', 'categories: [民生, 时政]'],
    ['categories: [时|, 民生]', '时政', 'categories: [时政, 民生]'],
    ['author: |', '林晓', 'author: 林晓'],
    ['author: "|"', '林晓', 'author: "林晓"'],
    ['comments: |', 'false', 'comments: false'],
    ['title: |', '林晓', undefined],
    ['author|: x', '林晓', undefined],
    ['categories:\n  |', '民生', undefined],
  ])('%s, %s', (head, label, completed) => {
    expect(complete(head, label)).toBe(completed);
  });

  it('offers nothing in the body', () => {
    const text = '---\ntitle: a\n---\n\n<p>au</p>\n';
    expect(completionsAt(parseArticle(text), text.indexOf('au') + 2, known)).toEqual([]);
    expect(completionsAt(parseArticle('au'), 2, known)).toEqual([]);
  });
});

describe('names', () => {
  it.each<[head: string, name: string | undefined]>([
    ["categories:\n - '民|生'", 'category 民生 in 民生'],
    ['tags: [a, b|]', 'tag b in b'],
    ['author: 林晓|', 'author 林晓 in 林晓'],
    ['title: 林|晓', undefined],
    ['categ|ories: [a]', undefined],
  ])('%s', (head, name) => {
    const { text, offset } = marked(head);
    const found = nameAt(parseArticle(text), offset);
    expect(found && `${found.kind} ${found.value} in ${sliceSpan(text, found.span)}`).toBe(name);
  });

  it.each<[head: string, renamed: string | undefined]>([
    ["categories:\n - '民生' # why\n - 时政", "categories:\n - '社会' # why\n - 时政"],
    ['categories: [民生, "民生"]', 'categories: [社会, "社会"]'],
    ['categories:\n - 民生\n - 社会', 'categories:\n - 社会'],
    ['tags: [民生]', 'tags: [民生]'],
    ['categories:\n - |\n   民生', undefined],
  ])('%s', (head, renamed) => {
    const text = `---\n${head}\n---\n`;
    const edits = renameNames(parseArticle(text), 'category', '民生', '社会');
    expect(edits && applyEdits(text, edits)).toBe(renamed === undefined ? undefined : `---\n${renamed}\n---\n`);
  });
});

describe('notes and links', () => {
  it.each<[head: string, span: string, extra: object]>([
    ['ti|tle: a', 'title', {}],
    [
      'date: 2022-02-24T|16:20:59+08:00',
      '2022-02-24T16:20:59+08:00',
      { instant: '2022-02-24T08:20:59Z', hasTime: true },
    ],
    ['date: 2022-02-|24', '2022-02-24', { hasTime: false }],
    ["headimg: 'https://i.exam|ple/a.jpg'", "'https://i.example/a.jpg'", { image: 'https://i.example/a.jpg' }],
    ['headimg: |a.jpg', 'a.jpg', { image: undefined }],
  ])('%s', (head, span, extra) => {
    const { text, offset } = marked(head);
    const note = noteAt(parseArticle(text), offset);
    expect(note && sliceSpan(text, note.span)).toBe(span);
    expect(note).toMatchObject(extra);
  });

  it('finds the addresses that are values, without their quotes', () => {
    const text =
      "---\nlink: https://a.example/x\nheadimg: 'https://b.example/y'\nseo: {image: http://c.example/}\ntitle: https\ntags: [https://d.example/]\n---\n";
    const links = linksIn(parseArticle(text));
    expect(links.map(({ value }) => value)).toEqual([
      'https://a.example/x',
      'https://b.example/y',
      'http://c.example/',
      'https://d.example/',
    ]);
    for (const { value, span } of links) expect(sliceSpan(text, span)).toBe(value);
  });
});
