import type { Severity } from '../../core/lint/rule.ts';
import type { ChangedFiles } from '../changed-files.ts';
import { type CheckFormat, reported } from '../reports/report.ts';
import { summarize } from '../reports/text.ts';
import { type ExitCode, exitCodes, type Shell } from '../shell.ts';
import type { CheckSettings } from '../work/check-article.ts';
import { createTotal, failureAsJson, piecesOf, type Total } from '../work/run.ts';
import { openSource } from '../work/source.ts';

export const failLevels = ['error', 'warning', 'info', 'never'] as const;

export interface CheckOptions {
  /** Left out: text, or JSON Lines for a stream of items. */
  readonly format?: CheckFormat | undefined;
  /** Left out: error; never for a stream of items, in which findings are data. */
  readonly failOn?: (typeof failLevels)[number] | undefined;
  readonly jobs?: number | undefined;
  /** Whether results are kept for the next time. */
  readonly cache: boolean;
  readonly changed: ChangedFiles | undefined;
  readonly settings: CheckSettings;
}

/** Reports what is wrong in the articles, article by article, in the format asked for. */
export async function check(paths: readonly string[], options: CheckOptions, shell: Shell): Promise<ExitCode> {
  const { jobs, changed, settings } = options;
  const source = await openSource(paths, { jobs, changed }, shell);
  const format = options.format ?? (source.isFilter ? 'jsonl' : 'text');
  const { language, hasColors } = shell;
  const run = {
    task: { command: 'check', format, language, hasColors, settings },
    cache: options.cache ? { catalogue: settings.catalogue } : undefined,
    failureLine: source.isFilter && format === 'jsonl' ? failureAsJson : undefined,
    sharesScreen: shell.isTerminal,
  } as const;
  const total = createTotal();
  const report = reported(piecesOf(source, run, total, shell), format, shell.translate);
  for await (const part of report) if (part !== '') await shell.write(part);
  shell.note(summarize(total, shell.translate));
  return fails(total, options.failOn ?? (source.isFilter ? 'never' : 'error')) ? exitCodes.findings : exitCodes.fine;
}

const fatal: Readonly<Record<NonNullable<CheckOptions['failOn']>, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
};

function fails(total: Total, failOn: NonNullable<CheckOptions['failOn']>): boolean {
  return fatal[failOn].some((severity) => total.of(severity) > 0);
}
