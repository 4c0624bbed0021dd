import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../server/src/core/lint/fix-all.ts';
import { defaultLintConfig, type Rule, type Safety } from '../../../server/src/core/lint/rule.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { message } from '../../../server/src/core/text/message.ts';

/** Replaces every occurrence of `from`. */
function replacing(code: string, from: string, to: string, safety: Safety = 'safe'): Rule {
  return {
    code,
    severity: 'warning',
    summary: '',
    why: '',
    example: { before: '', after: '' },
    *check({ text }) {
      for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
        const span = { start: at, end: at + from.length };
        yield {
          span,
          message: message('Found {0}.', from),
          fixes: [{ title: message('Replace it.'), safety, edits: [{ span, text: to }] }],
        };
      }
    },
  };
}

describe('fixAll', () => {
  it.each([
    {
      name: 'one fix after the other where one uncovers the next',
      rules: [replacing('text.a', 'ab', 'b')],
      before: 'aaab',
      after: 'b',
      count: 3,
    },
    {
      name: 'one of two fixes that overlap, then what is left',
      rules: [replacing('text.a', 'ab', ''), replacing('text.b', 'bc', '')],
      before: 'abc bc',
      after: 'c ',
      count: 2,
    },
    {
      name: 'nothing that is only suggested',
      rules: [replacing('text.a', 'a', 'b', 'suggestion')],
      before: 'aa',
      after: 'aa',
      count: 0,
    },
  ])('applies $name', ({ rules, before, after, count }) => {
    const result = fixAll(before, defaultLintConfig, { rules });
    expect(result.text).toBe(after);
    expect(result.fixedCount).toBe(count);
    expect(applyEdits(before, result.edits)).toBe(after);
  });

  it('applies suggestions when asked to', () => {
    const rules = [replacing('text.a', 'a', 'b', 'suggestion')];
    expect(fixAll('aa', defaultLintConfig, { rules, upTo: 'suggestion' }).text).toBe('bb');
  });

  it('ends even where two rules undo each other', () => {
    const rules = [replacing('text.a', 'a', 'b'), replacing('text.b', 'b', 'a')];
    expect(fixAll('a', defaultLintConfig, { rules }).text).toMatch(/^[ab]$/);
  });
});
