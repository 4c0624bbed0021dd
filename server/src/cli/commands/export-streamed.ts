import { framed } from '../../core/export/pieces.ts';
import { message, renderMessage } from '../../core/text/message.ts';
import { listInputs, standardInput } from '../files.ts';
import { createProgressBar } from '../progress.ts';
import { type ExitCode, exitCodes, type Shell } from '../shell.ts';
import { openStandardInput } from '../standard-input.ts';
import { reasonOf } from '../system-error.ts';
import { jobsFor } from '../work/jobs.ts';
import type { StreamedFormat } from '../work/pieces.ts';
import { inOrder } from '../work/pool.ts';
import type { Item, Outcome } from '../work/work.ts';
import { writeWhole } from '../write.ts';

export interface StreamedOptions {
  /** Left out: JSON, or JSON Lines for a stream of items. */
  readonly format: StreamedFormat | undefined;
  readonly output: string | undefined;
  readonly byteOrderMark: boolean;
  /** Left out: as many as there are processors for many files, one for what comes over standard input. */
  readonly jobs: number | undefined;
}

/** Writes records one after the other, as they come from as many threads as there are jobs, in the order of the files. */
export async function exportStreamed(
  paths: readonly string[],
  options: StreamedOptions,
  shell: Shell,
): Promise<ExitCode> {
  const source = await openSource(paths, options.jobs, shell);
  const { output } = options;
  const format = options.format ?? (source.isFilter ? 'jsonl' : 'json');
  const progress = createProgressBar(process.stderr, source.total, () => performance.now());
  const counts = { projects: 0, groups: 0, articles: 0 };

  const pieces = async function* (): AsyncGenerator<string> {
    let done = 0;
    for await (const outcome of inOrder(source.batches, { format }, source.jobs)) {
      const { file, notes, failure, piece, groupCount, projectCount } = outcome;
      if (notes.length > 0 || failure) progress.clear();
      for (const note of notes) shell.note(note);
      if (failure && source.isFilter && format === 'jsonl') yield failureLine(outcome);
      else if (failure) shell.fail(file, failure);
      progress.show(++done);
      if (piece === undefined) continue;
      counts.projects += projectCount;
      counts.groups += groupCount;
      counts.articles++;
      yield piece;
    }
    progress.clear();
  };

  const content = framed(pieces(), format, options);
  if (output === undefined) {
    for await (const part of content) await shell.write(part);
    shell.note(message('Projects: {0}; groups: {1}; articles: {2}', counts.projects, counts.groups, counts.articles));
    return exitCodes.fine;
  }
  try {
    await writeWhole(output, content);
    shell.note(
      message(
        'Projects: {0}; groups: {1}; articles: {2}; written to {3}',
        counts.projects,
        counts.groups,
        counts.articles,
        output,
      ),
    );
  } catch (error) {
    progress.clear();
    shell.fail(output, reasonOf(error));
  }
  return exitCodes.fine;
}

interface Source {
  readonly batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>;
  readonly jobs: number;
  /** How many items there are, 0 where that is not known. */
  readonly total: number;
  /** Lines come in and go out one for one: then errors are data. */
  readonly isFilter: boolean;
}

async function openSource(paths: readonly string[], jobs: number | undefined, shell: Shell): Promise<Source> {
  if (paths.length === 1 && paths[0] === standardInput) {
    const input = await openStandardInput();
    return input.kind === 'items'
      ? { batches: input.batches, jobs: jobs ?? 1, total: 0, isFilter: true }
      : { batches: [[input.item]], jobs: 1, total: 1, isFilter: false };
  }
  const items = await listInputs(paths, shell);
  return { batches: inBatches(items), jobs: jobsFor(items.length, jobs), total: items.length, isFilter: false };
}

function* inBatches(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}

/** Enough that handing it over costs nothing beside the work, few enough that no thread is left without. */
const batchSize = 16;

/** In English and with stable keys: it is for programs. */
function failureLine({ file, failure }: Outcome): string {
  return `${JSON.stringify({ file, error: failure && renderMessage(failure) })}\n`;
}
