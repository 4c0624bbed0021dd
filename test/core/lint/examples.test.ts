import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { defaultLintConfig, type Report, type Rule } from '../../../server/src/core/lint/rule.ts';
import { allRules } from '../../../server/src/core/lint/rules/registry.ts';
import { applyEdits, joinEdits } from '../../../server/src/core/text/edit.ts';
import { renderMessage } from '../../../server/src/core/text/message.ts';

/** A rule that needs more rounds than this never comes to rest. */
const mostRounds = 10;

describe.each(allRules.map((rule) => ({ code: rule.code, rule })))('the example of $code', ({ rule }) => {
  const { before, after } = rule.example;

  it('has something to find, and says what it is', () => {
    const reports = check(rule, before);
    expect(reports).not.toEqual([]);
    for (const report of reports) {
      const sentence = renderMessage(report.message);
      expect(sentence).not.toMatch(/\{\d\}/);
      expect(sentence.trim()).not.toBe('');
      expect(report.span.start).toBeLessThanOrEqual(report.span.end);
      expect(report.span.end).toBeLessThanOrEqual(before.length);
    }
  });

  it('becomes what the documentation shows when every fix is taken', () => {
    expect(takeAllFixes(rule, before)).toBe(after);
  });

  it('has nothing left to find afterwards, unless there is no fix', () => {
    if (after !== before) expect(check(rule, after).map(({ message }) => renderMessage(message))).toEqual([]);
    else expect(check(rule, before).flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });
});

it('the codes of the rules are dotted by family and unique', () => {
  const codes = allRules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^(?:front-matter|boilerplate|structure|text)\.[a-z]+(?:-[a-z]+)*$/);
});

function check(rule: Rule, text: string): readonly Report[] {
  return [...rule.check(parseArticle(text), { ...defaultLintConfig, ...rule.example.config })];
}

/** Takes the best fix of each report, safe or suggested, round by round until none is offered. */
function takeAllFixes(rule: Rule, text: string): string {
  let result = text;
  for (let round = 0; round < mostRounds; round++) {
    const groups = check(rule, result).flatMap(({ fixes = [] }) => (fixes[0] ? [fixes[0].edits] : []));
    if (groups.length === 0) return result;
    result = applyEdits(result, joinEdits(groups).edits);
  }
  throw new Error(`${rule.code} still offers fixes after ${mostRounds} rounds`);
}
