import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { fixAll } from '../../../server/src/core/lint/fix-all.ts';
import { lint } from '../../../server/src/core/lint/lint.ts';
import { defaultLintConfig } from '../../../server/src/core/lint/rule.ts';
import { allRules } from '../../../server/src/core/lint/rules/registry.ts';
import { check } from './check.ts';

const rules = allRules.filter(({ code }) => code.startsWith('front-matter.') || code === 'text.trailing-space');
const config = { ...defaultLintConfig, requiredKeys: [] };

interface Case {
  readonly name: string;
  readonly marked: string;
  readonly fixed: string;
}

const cases = readCases(readFileSync(path.join(import.meta.dirname, 'broken-front-matter.txt'), 'utf8'));

describe('broken front matter', () => {
  it('stands in a table of more than forty cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  describe.each(cases)('$name', ({ marked, fixed }) => {
    it.each(['\n', '\r\n'] as const)(
      'is found, mended and then without a finding, with line breaks %j',
      (lineBreak) => {
        check(rules, marked, { fixed, config, ...(lineBreak === '\n' ? {} : { lineBreak }) });
      },
    );

    it('can be read once it is mended, and fixing comes to rest', () => {
      expect(parseArticle(fixed).frontMatter?.problems).toEqual([]);
      expect(fixAll(fixed, config, { rules, upTo: 'suggestion' }).fixedCount).toBe(0);
    });

    it('loses no letter of what the author wrote', () => {
      const text = marked.replace(/^\s*(?:\^+~?|\|) [a-z-]+\.[a-z-]+\n/gm, '');
      const quotesOnly = lint(parseArticle(text), config, { rules }).every(
        ({ code }) => code === 'front-matter.yaml-syntax',
      );
      if (quotesOnly) expect(lettersOf(fixed)).toBe(lettersOf(text));
    });
  });
});

function readCases(file: string): readonly Case[] {
  return file
    .split(/^===== /m)
    .slice(1)
    .map((part) => {
      const [head = '', fixed = ''] = part.split('\n=====>\n');
      const [name = '', ...marked] = head.split('\n');
      return { name, marked: marked.join('\n'), fixed: fixed.replace(/\n$/, '') };
    });
}

/** Without quotes, punctuation of YAML and white space: what a person has to find again. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
