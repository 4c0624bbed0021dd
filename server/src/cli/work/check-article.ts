import { parseArticle } from '../../core/article/parse.ts';
import { lint } from '../../core/lint/lint.ts';
import { defaultLintConfig, type LintConfig } from '../../core/lint/rule.ts';
import { translateTo } from '../../translations.ts';
import { configurations } from '../configuration.ts';
import { type CheckFormat, writeFindings } from '../reports/report.ts';
import { countFindings } from '../reports/text.ts';
import type { Aside, Producer } from './work.ts';

export interface CheckTask {
  readonly command: 'check';
  readonly format: CheckFormat;
  readonly language: string;
  readonly hasColors: boolean;
  readonly settings: CheckSettings;
}

/** What the command line says about rules: plain data, from which each thread makes its own configurations. */
export interface CheckSettings extends Pick<LintConfig, 'rules' | 'schema'> {
  readonly now: number;
  readonly catalogue: boolean;
  /** Left out where nobody has counted what articles repeat. */
  readonly repetition?: LintConfig['boilerplate']['repetition'];
}

/** Makes the part of a report that is an article's. */
export function checker({ format, language, hasColors, settings }: CheckTask, aside: Aside): Producer {
  const translate = translateTo(language);
  const configOf = configurations(...configurationOf(settings), aside);
  return async (text, file) => {
    const findings = lint(parseArticle(text), await configOf(file));
    return {
      piece: writeFindings({ file, text, findings }, format, { translate, hasColors }),
      counts: countFindings(findings),
      // A date that lies ahead today does not for ever.
      dependsOnTime: findings.some(({ code }) => code === 'front-matter.implausible-date'),
    };
  };
}

export function configurationOf({
  rules,
  schema,
  now,
  ...boilerplate
}: CheckSettings): readonly [base: LintConfig, choice: Pick<CheckSettings, 'catalogue' | 'repetition'>] {
  return [{ ...defaultLintConfig, rules: { ...defaultLintConfig.rules, ...rules }, schema, now }, boilerplate];
}
