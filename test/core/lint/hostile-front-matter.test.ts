import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { lint } from '../../../server/src/core/lint/lint.ts';
import { defaultLintConfig } from '../../../server/src/core/lint/rule.ts';
import { allRules } from '../../../server/src/core/lint/rules/registry.ts';
import { renderMessage } from '../../../server/src/core/text/message.ts';
import { expectInvariants } from '../invariants.ts';

const rules = allRules.filter(({ code }) => code.startsWith('front-matter.'));
/** A schema that compares, counts and searches, so that its work is bounded, too. */
const config = {
  ...defaultLintConfig,
  schema: {
    builtIn: true,
    sources: [
      {
        name: 'own',
        schema: {
          properties: { tags: { uniqueItems: true, items: { pattern: '^[^<>]*$' } } },
          additionalProperties: { maxLength: 1_000_000 },
        },
      },
    ],
    problems: [],
  },
};

function article(head: string): string {
  return `---\n${head}\n---\n\n<p>第三家社区食堂昨天开张。</p>\n`;
}

function codesOf(text: string): readonly string[] {
  return lint(parseArticle(text), config, { rules }).map(({ code }) => code);
}

/** Each list holds the one before nine times: twelve levels would be 280 billion entries if they were written out. */
function aliasBomb(levels: number): string {
  const lists = Array.from({ length: levels }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`);
  return `l0: &l0 食堂\n${lists.join('\n')}`;
}

const megabyte = 1_000_000;

describe('a hostile front matter', () => {
  it.each<[name: string, head: string, code: string]>([
    ['a bomb of aliases in a title', `${aliasBomb(12)}\ntitle: *l12`, 'front-matter.missing-key'],
    ['an alias of nothing', 'title: *nothing', 'front-matter.yaml-syntax'],
    ['an alias of itself', 'title: &a [*a]', 'front-matter.schema-mismatch'],
    ['a list of a thousand levels', `title: ${'['.repeat(1000)}${']'.repeat(1000)}`, 'front-matter.yaml-syntax'],
    ['dashes of a thousand levels', `tags:\n ${'- '.repeat(1000)}a`, 'front-matter.yaml-syntax'],
    ['maps of a thousand levels', `a: ${'{a: '.repeat(1000)}${'}'.repeat(1000)}`, 'front-matter.yaml-syntax'],
    ['two hundred thousand values', `tags: [${'a,'.repeat(200_000)}]`, 'front-matter.yaml-syntax'],
    [
      'five thousand values',
      `tags: [${Array.from({ length: 5000 }, (_, at) => `t${at}`)}]`,
      'front-matter.schema-mismatch',
    ],
    ['a title of a megabyte', `title: ${'食'.repeat(megabyte)}`, 'front-matter.schema-mismatch'],
    [
      'a quote that a megabyte does not close',
      `title: '${'食'.repeat(megabyte)}\nauthor: 李明`,
      'front-matter.yaml-syntax',
    ],
    ['a megabyte of quotes', `title: ${"'".repeat(megabyte)}`, 'front-matter.schema-mismatch'],
    ['a megabyte of colons', `title: ${': '.repeat(megabyte / 2)}`, 'front-matter.yaml-syntax'],
    ['a megabyte in a key', `${'k'.repeat(megabyte)}: 1`, 'front-matter.missing'],
    ['a megabyte of a block', `title: |\n${'  食堂\n'.repeat(megabyte / 5)}`, 'front-matter.yaml-syntax'],
    [
      'twenty thousand keys',
      Array.from({ length: 20_000 }, (_, at) => `key${at}: 食堂`).join('\n'),
      'front-matter.schema-mismatch',
    ],
    ['the prototype as a key, twice', '__proto__: {polluted: true}\n__proto__: 1', 'front-matter.duplicate-key'],
    [
      'a constructor with a prototype',
      'constructor: {prototype: {polluted: true}}\nconstructor: 1',
      'front-matter.duplicate-key',
    ],
    [
      'a merge key with the prototype',
      'a: &a {__proto__: {polluted: true}}\nb: {<<: *a}\ntitle: [1]',
      'front-matter.schema-mismatch',
    ],
    ['a tag that would run code', "title: !!js/function 'function () { return 1 }'", 'front-matter.yaml-syntax'],
    ['a tag of one’s own', 'title: !<tag:example.org,2022:x> 食堂', 'front-matter.yaml-syntax'],
    ['binary', 'title: !!binary 6aOf5aCC', 'front-matter.yaml-syntax'],
  ])('with %s gives a clear finding, and nothing else happens', (_, head, code) => {
    const text = article(head);
    expect(codesOf(text)).toContain(code);
    for (const { message } of lint(parseArticle(text), config, { rules })) {
      expect(renderMessage(message).length).toBeLessThan(5000);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('of any mixture of these is read, checked and fixed soundly', () => {
    const pieces = fc.constantFrom(
      ...['&a ', '*a', '*b', '[', ']', '{', '}', ',', '- ', '? ', ': ', '\n', '\n  ', '\n\t', '<<: *a', '<<: [*a, *b]'],
      ...[
        '__proto__',
        'constructor',
        'toString',
        '!!js/undefined ',
        '!!binary ',
        '!!set ',
        '!x ',
        '!<tag:x> ',
        '%TAG ! x\n',
      ],
      ...[
        '|\n  ',
        '>-\n  ',
        "'",
        '"',
        '\\x00',
        '\\u0000',
        '# ',
        '---\n',
        '...\n',
        'title: ',
        'tags: ',
        'date: ',
        '食堂',
        '1e999',
        '.nan',
      ],
      ...['['.repeat(80), '- '.repeat(80), `'${'x'.repeat(3000)}'`, 'y'.repeat(2000)],
    );
    const head = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(head, (written) => {
        const text = article(written);
        expectInvariants(text);
        codesOf(text);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { seed: 20220317, numRuns: 400 },
    );
  }, 120_000);
});
