import { describe, expect, it } from 'vitest';
import { linearPatterns } from '../../../../server/src/core/lint/catalogue/linear-patterns.ts';
import { readCatalogue } from '../../../../server/src/core/lint/catalogue/read.ts';
import { addEntries, escapePattern, type NewEntry } from '../../../../server/src/core/lint/catalogue/writing.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';

const entry: NewEntry = { kind: 'ad', by: 'text', value: "江风 'A'", sites: ['晨报'], comment: 'in 8\nof 9' };

function added(text: string, list: 'rules' | 'exceptions' = 'rules'): string | undefined {
  const edit = addEntries(text, list, [entry]);
  return edit && applyEdits(text, [edit]);
}

const written = "  # in 8 of 9\n  - kind: ad\n    text: '江风 ''A'''\n    sites: ['晨报']";

describe('an entry is added', () => {
  it.each([
    [
      'to a new catalogue',
      '',
      `# What Copydesk takes for boilerplate in the articles of this folder, and what it does not.\n# What can be written here: docs/boilerplate.md of Copydesk.\nrules:\n${written}\n`,
    ],
    ['below a comment', '# mine\n', `# mine\nrules:\n${written}\n`],
    [
      'to a list',
      'rules:\n  - kind: ad # a\n    text: b # c\n# d\n',
      `rules:\n  - kind: ad # a\n    text: b # c\n${written}\n# d\n`,
    ],
    [
      'behind a text of several lines',
      'rules:\n  - kind: ad\n    text: |\n      b\n\n',
      `rules:\n  - kind: ad\n    text: |\n      b\n${written}\n\n`,
    ],
    [
      'to a list that is not indented',
      'rules:\n- kind: ad\n  text: b\n',
      `rules:\n- kind: ad\n  text: b\n${written.replace(/^ {2}/gm, '')}\n`,
    ],
    ['to an empty list', 'rules: []\nmedia: a\n', `rules:\n${written}\nmedia: a\n`],
    ['to a key without a value', 'rules:\n\nmedia: a\n', `rules:\n${written}\n\nmedia: a\n`],
    ['beside other lists', 'exceptions:\n  - text: b', `exceptions:\n  - text: b\nrules:\n${written}\n`],
  ])('%s', (_name, before, after) => {
    expect(added(before)).toBe(after);
  });

  it('with the line breaks that are there', () => {
    expect(added('rules:\r\n  - kind: ad\r\n    text: b\r\n')?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it.each(['rules: [', 'rules: {a: b}\n', '- a\n', 'rules: [{kind: ad, text: b}]\n'])('but not to %j', (text) => {
    expect(added(text)).toBeUndefined();
  });

  it.each(['a: b # c', '- "x"', 'line\nline', '\u0007', '\\', "''"])('so that the text is read back: %j', (value) => {
    const edit = addEntries('', 'exceptions', [{ kind: undefined, by: 'text', value }]);
    const { content, problems } = readCatalogue(edit?.text ?? '', linearPatterns);
    expect(problems).toEqual([]);
    expect(content.exceptions).toEqual([{ kind: undefined, matchers: [{ by: 'text', value }], sites: [] }]);
  });
});

it('a pattern of a text matches that text alone', () => {
  const text = 'https://a.example/b?c=(1+2)|[x]{3}^$*\\';
  expect(linearPatterns(`^${escapePattern(text)}$`).test(text)).toBe(true);
  expect(linearPatterns(`^${escapePattern(text)}$`).test(text.replace('.', 'x'))).toBe(false);
});
