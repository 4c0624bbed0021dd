import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { lint } from '../../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type LintConfig, type Rule } from '../../../server/src/core/lint/rule.ts';
import { message } from '../../../server/src/core/text/message.ts';

/** Reports every occurrence of a word. */
function wordRule(code: string, word: string): Rule {
  return {
    code,
    severity: 'warning',
    summary: '',
    why: '',
    example: { before: '', after: '' },
    *check({ text }) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        yield { span: { start: at, end: at + word.length }, message: message('Found {0}.', word) };
      }
    },
  };
}

const rules = [wordRule('text.rain', '雨'), wordRule('text.wind', '风'), wordRule('structure.snow', '雪')];

function found(text: string, config: Partial<LintConfig> = {}): readonly string[] {
  const findings = lint(parseArticle(text), { ...defaultLintConfig, ...config }, { rules });
  return findings.map(({ code, severity, span }) => `${code} ${severity} ${span.start}`);
}

describe('lint', () => {
  it('lists findings by place, whatever the order of the rules', () => {
    expect(found('风雨雪雨')).toEqual([
      'text.wind warning 0',
      'text.rain warning 1',
      'structure.snow warning 2',
      'text.rain warning 3',
    ]);
  });

  it.each([
    {
      name: 'turns a rule off',
      rules: { 'text.rain': 'off' as const },
      codes: ['text.wind warning 0', 'structure.snow warning 2'],
    },
    {
      name: 'changes a severity',
      rules: { 'text.rain': 'error' as const, 'text.wind': 'off' as const },
      codes: ['text.rain error 1', 'structure.snow warning 2'],
    },
    { name: 'speaks of a family', rules: { 'text.*': 'off' as const }, codes: ['structure.snow warning 2'] },
    {
      name: 'prefers a code to its family',
      rules: { 'text.*': 'off' as const, 'text.rain': 'hint' as const },
      codes: ['text.rain hint 1', 'structure.snow warning 2'],
    },
  ])('$name by configuration', ({ rules: configured, codes }) => {
    expect(found('风雨雪', { rules: configured })).toEqual(codes);
  });

  it('lets a failing rule cost its own findings only, where somebody wants to hear of it', () => {
    const failing: Rule = {
      ...wordRule('text.broken', ''),
      check: () => {
        throw new Error('broken');
      },
    };
    const failures: string[] = [];
    const findings = lint(parseArticle('雨'), defaultLintConfig, {
      rules: [failing, ...rules],
      onRuleFailure: (code) => failures.push(code),
    });
    expect(failures).toEqual(['text.broken']);
    expect(findings.map(({ code }) => code)).toEqual(['text.rain']);
    expect(() => lint(parseArticle('雨'), defaultLintConfig, { rules: [failing] })).toThrow('broken');
  });
});

describe('directives', () => {
  const article = (...body: readonly string[]): string => ['---', 'title: 雨', '---', ...body, ''].join('\n');
  const codes = (text: string): readonly string[] =>
    lint(parseArticle(text), defaultLintConfig, { rules }).map(
      ({ code, span }) => `${code} line ${text.slice(0, span.start).split('\n').length}`,
    );

  it.each([
    {
      name: 'the rest of the file',
      body: ['<p>雨</p>', '<!-- copydesk-disable -->', '<p>雨风</p>'],
      left: ['text.rain line 2', 'text.rain line 4'],
    },
    {
      name: 'up to an enable comment',
      body: ['<!-- copydesk-disable text.rain -->', '<p>雨风</p>', '<!-- copydesk-enable text.rain -->', '<p>雨</p>'],
      left: ['text.rain line 2', 'text.wind line 5', 'text.rain line 7'],
    },
    {
      name: 'its own line',
      body: ['<p>雨</p><!-- copydesk-disable-line -->', '<p>雨</p>'],
      left: ['text.rain line 2', 'text.rain line 5'],
    },
    {
      name: 'the next line',
      body: ['<!-- copydesk-disable-next-line text.rain -->', '<p>雨风</p>', '<p>雨</p>'],
      left: ['text.rain line 2', 'text.wind line 5', 'text.rain line 6'],
    },
    {
      name: 'the next line, through other directives',
      body: [
        '<!-- copydesk-disable-next-line text.rain -->',
        '<!-- copydesk-disable-next-line text.wind -->',
        '<p>雨风</p>',
      ],
      left: ['text.rain line 2'],
    },
    { name: 'the whole file', body: ['<p>雨</p>', '<!-- copydesk-disable-file text.rain -->'], left: [] },
    {
      name: 'a family',
      body: ['<!-- copydesk-disable-file text.* -->', '<p>雨风雪</p>'],
      left: ['structure.snow line 5'],
    },
    {
      name: 'several codes, and gives a reason',
      body: ['<!-- copydesk-disable-next-line text.rain, text.wind -- quoted from the source -->', '<p>雨风雪</p>'],
      left: ['text.rain line 2', 'structure.snow line 5'],
    },
  ])('silence $name', ({ body, left }) => {
    expect(codes(article(...body))).toEqual(left);
  });

  it('work as comments of the front matter', () => {
    expect(codes('---\n# copydesk-disable-next-line text.rain\ntitle: 雨\nauthor: 风\n---\n<p>雨</p>\n')).toEqual([
      'text.wind line 4',
      'text.rain line 6',
    ]);
    expect(codes('---\ntitle: 雨 # copydesk-disable-line\n---\n<p>雨</p>\n')).toEqual(['text.rain line 4']);
  });
});
