import { parseArticle } from '../../core/article/parse.ts';
import { lint } from '../../core/lint/lint.ts';
import type { Severity } from '../../core/lint/rule.ts';
import type { ConfigurationOf } from '../configuration.ts';
import { readInputs } from '../files.ts';
import type { CheckedFile } from '../reports/checked-file.ts';
import { formatFindingsJson } from '../reports/json.ts';
import { formatSarif } from '../reports/sarif.ts';
import { formatFindings, summarize } from '../reports/text.ts';
import { type ExitCode, exitCodes, type Shell } from '../shell.ts';

export const checkFormats = ['text', 'json', 'sarif'] as const;
export const failLevels = ['error', 'warning', 'info', 'never'] as const;

export interface CheckOptions {
  readonly format: (typeof checkFormats)[number];
  readonly failOn: (typeof failLevels)[number];
  readonly configOf: ConfigurationOf;
}

/** Reports what is wrong in the articles, in the format asked for. */
export async function check(paths: readonly string[], options: CheckOptions, shell: Shell): Promise<ExitCode> {
  const checked: CheckedFile[] = [];
  for await (const { file, decoded } of readInputs(paths, shell)) {
    const article = parseArticle(decoded.text);
    const result = { file, text: decoded.text, findings: lint(article, await options.configOf(file)) };
    if (options.format === 'text') await shell.write(formatFindings(result, shell));
    // The text report is written file by file; the others need every file, but of texts only those with findings.
    checked.push(options.format === 'text' || result.findings.length === 0 ? { ...result, text: '' } : result);
  }
  if (options.format === 'json') await shell.write(formatFindingsJson(checked, shell.translate));
  if (options.format === 'sarif') await shell.write(formatSarif(checked, shell.translate));
  shell.note(summarize(checked, shell.translate));
  const failing = checked.some(({ findings }) => findings.some(({ severity }) => fails(severity, options.failOn)));
  return failing ? exitCodes.findings : exitCodes.fine;
}

const gravity: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

function fails(severity: Severity, failOn: CheckOptions['failOn']): boolean {
  return failOn !== 'never' && gravity[severity] >= gravity[failOn];
}
