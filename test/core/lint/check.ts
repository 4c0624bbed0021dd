import { expect } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { fixAll } from '../../../server/src/core/lint/fix-all.ts';
import { lint } from '../../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type LintConfig, type Rule, type Safety } from '../../../server/src/core/lint/rule.ts';
import { sliceSpan } from '../../../server/src/core/text/span.ts';

export interface CheckOptions {
  /** The text after all fixes of the rules. Left out, no fix is looked at; equal to the text, none may be offered. */
  readonly fixed?: string;
  /** Which fixes are applied for `fixed`. Default: suggestions, too. */
  readonly upTo?: Safety;
  /** True where a finding stays after its fixes, because it has none or another one comes to light. */
  readonly leavesFindings?: boolean;
  readonly config?: Partial<LintConfig>;
  /** Replaces the LF of the texts given. */
  readonly lineBreak?: '\r\n' | '\r';
}

/**
 * Asserts that `rules` find in a text exactly what its marker lines say. A marker line stands under the line it speaks
 * of and is no part of the text:
 *
 *     title: three lines: opened
 *            ^^^^^^^^^^^^^^^^^^^ front-matter.yaml-syntax
 *
 * Carets are counted in UTF-16 units from the start of the line. `^^~` goes on past the end of the line, `|` is an empty
 * place. Several marker lines may stand under one line.
 */
export function check(rules: readonly Rule[], marked: string, options: CheckOptions = {}): void {
  const { upTo = 'suggestion', leavesFindings = false } = options;
  const config = { ...defaultLintConfig, ...options.config };
  const lineBreak = options.lineBreak ?? '\n';
  const { text, expected } = readMarkers(marked, lineBreak);
  const findings = lint(parseArticle(text), config, { rules });
  const actual = findings.map(({ code, span }) => {
    const quote = sliceSpan(text, span).split(/[\r\n]/);
    return `${code} at ${span.start}: ${quote[0]}${quote.length > 1 ? '~' : ''}`;
  });
  expect(actual.toSorted()).toEqual(expected.toSorted());
  if (options.fixed === undefined) return;
  const fixed = options.fixed.replaceAll('\n', lineBreak);
  const result = fixAll(text, config, { rules, upTo });
  expect(result.text).toBe(fixed);
  expect(result.fixedCount === 0).toBe(fixed === text);
  const left = lint(parseArticle(fixed), config, { rules }).map(({ code }) => code);
  if (!leavesFindings) expect(left).toEqual([]);
}

const markerLine = /^\s*(?:(\^+)(~?)|(\|)) ([a-z]+(?:-[a-z]+)*\.[a-z-]+)$/;

function readMarkers(marked: string, lineBreak: string): { text: string; expected: readonly string[] } {
  const lines: string[] = [];
  const expected: string[] = [];
  let lineStart = 0;
  for (const line of marked.split('\n')) {
    const marker = markerLine.exec(line);
    if (!marker) {
      lineStart = [...lines, ''].join(lineBreak).length;
      lines.push(line);
      continue;
    }
    const [, carets = '', past = '', , code] = marker;
    const column = line.search(/[\^|]/);
    const above = lines.at(-1) ?? '';
    const quote = past ? above.slice(column) : above.slice(column, column + carets.length);
    expected.push(`${code} at ${lineStart + column}: ${quote}${past}`);
  }
  return { text: lines.join(lineBreak), expected };
}
