import { message } from '../../core/text/message.ts';
import type { ChangedFiles } from '../changed-files.ts';
import { type ExitCode, exitCodes, type Shell } from '../shell.ts';
import { reasonOf } from '../system-error.ts';
import { framed, type StreamedFormat } from '../work/pieces.ts';
import { createTotal, failureAsJson, piecesOf } from '../work/run.ts';
import { openSource } from '../work/source.ts';
import { writeWhole } from '../write.ts';

export interface StreamedOptions {
  /** Left out: JSON, or JSON Lines for a stream of items. */
  readonly format: StreamedFormat | undefined;
  readonly output?: string | undefined;
  readonly byteOrderMark: boolean;
  readonly jobs?: number | undefined;
  /** Whether results are kept for the next time. */
  readonly cache: boolean;
  readonly changed: ChangedFiles | undefined;
}

/** Writes records one after the other, as they come from as many threads as there are jobs, in the order of the files. */
export async function exportStreamed(
  paths: readonly string[],
  options: StreamedOptions,
  shell: Shell,
): Promise<ExitCode> {
  const { output, jobs, changed } = options;
  const source = await openSource(paths, { jobs, changed }, shell);
  const format = options.format ?? (source.isFilter ? 'jsonl' : 'json');
  const run = {
    task: { command: 'export', format },
    cache: options.cache ? {} : undefined,
    failureLine: source.isFilter && format === 'jsonl' ? failureAsJson : undefined,
    sharesScreen: shell.isTerminal && output === undefined,
  } as const;
  const total = createTotal();
  const content = framed(piecesOf(source, run, total, shell), format, options);
  const counts = () => [total.of('projects'), total.of('groups'), total.of('articles')] as const;
  if (output === undefined) {
    for await (const part of content) await shell.write(part);
    shell.note(message('Projects: {0}; groups: {1}; articles: {2}', ...counts()));
    return exitCodes.fine;
  }
  try {
    await writeWhole(output, content);
    shell.note(message('Projects: {0}; groups: {1}; articles: {2}; written to {3}', ...counts(), output));
  } catch (error) {
    shell.fail(output, reasonOf(error));
  }
  return exitCodes.fine;
}
