import { parseArticle } from '../../../../server/src/core/article/parse.ts';
import { createCatalogue } from '../../../../server/src/core/lint/catalogue/catalogue.ts';
import { linearPatterns } from '../../../../server/src/core/lint/catalogue/linear-patterns.ts';
import { readCatalogue } from '../../../../server/src/core/lint/catalogue/read.ts';
import { lint } from '../../../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type LintConfig } from '../../../../server/src/core/lint/rule.ts';
import { sliceSpan } from '../../../../server/src/core/text/span.ts';

/** A configuration in which only a user's catalogue, given as YAML, knows furniture; with `structure`, the rules do, too. */
export function configWith(yaml: string, structure = false): LintConfig {
  const { content, problems } = readCatalogue(yaml, linearPatterns);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const catalogue = createCatalogue([{ content, patterns: linearPatterns }]);
  return { ...defaultLintConfig, boilerplate: { catalogue, structure, repetition: new Map() } };
}

/** What the boilerplate rules find, as "kind: text". */
export function boilerplateIn(text: string, config: LintConfig): readonly string[] {
  return lint(parseArticle(text), config)
    .filter(({ code }) => code.startsWith('boilerplate.'))
    .map(({ code, span }) => `${code.slice('boilerplate.'.length)}: ${sliceSpan(text, span)}`);
}
