import path from 'node:path';
import { parseArticle } from '../../core/article/parse.ts';
import * as core from '../../core/export/format.ts';
import type { LinkTo } from '../../core/export/link.ts';
import { type ExportRecord, toRecord } from '../../core/export/record.ts';
import { formatTable } from '../../core/export/table.ts';
import { message } from '../../core/text/message.ts';
import { type ChangedFiles, isChanged } from '../changed-files.ts';
import { readInputs } from '../files.ts';
import { type ExitCode, exitCodes, type Shell } from '../shell.ts';
import { reasonOf } from '../system-error.ts';
import { isStreamed, type StreamedFormat } from '../work/pieces.ts';
import { writeWhole } from '../write.ts';
import { exportStreamed } from './export-streamed.ts';

export const exportFormats = [...core.exportFormats, 'parquet', 'table'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOptions {
  /** Left out: by the ending of the output file, else JSON. */
  readonly format?: ExportFormat | undefined;
  /** Left out: standard output. */
  readonly output?: string | undefined;
  /** Only for CSV. */
  readonly byteOrderMark: boolean;
  readonly jobs?: number | undefined;
  /** Whether results are kept for the next time. */
  readonly cache: boolean;
  readonly changed: ChangedFiles | undefined;
}

/** Writes the projects of articles to standard output or to a file. */
export async function exportArticles(
  paths: readonly string[],
  options: ExportOptions,
  shell: Shell,
): Promise<ExitCode> {
  const format = options.format ?? formatByEnding(options.output ?? '');
  if ((format === 'xlsx' || format === 'parquet') && options.output === undefined && shell.isTerminal) {
    shell.fail(format, message('this is no text for a terminal; name a file with --output'));
    return exitCodes.unusable;
  }
  if (format === undefined || isStreamed(format)) return exportStreamed(paths, { ...options, format }, shell);
  const { changed } = options;
  const records: ExportRecord[] = [];
  for await (const { file, decoded } of readInputs(paths, shell, (file) => !changed || isChanged(changed, file)))
    records.push(toRecord(parseArticle(decoded.text), file));
  const content = formatRecords(records, format, options, shell);
  const groups = records.flatMap((record) => record.groups);
  const projects = groups.flatMap((group) => group.projects);
  const counts = [projects.length, groups.length, records.length] as const;
  if (options.output === undefined) {
    await shell.write(content);
    shell.note(message('Projects: {0}; groups: {1}; articles: {2}', ...counts));
    return exitCodes.fine;
  }
  try {
    await writeWhole(options.output, content);
    shell.note(message('Projects: {0}; groups: {1}; articles: {2}; written to {3}', ...counts, options.output));
  } catch (error) {
    shell.fail(options.output, reasonOf(error));
  }
  return exitCodes.fine;
}

function formatRecords(
  records: readonly ExportRecord[],
  format: Exclude<ExportFormat, StreamedFormat>,
  { output, byteOrderMark }: ExportOptions,
  { width, translate }: Shell,
): string | Uint8Array {
  if (format === 'table') return formatTable(records, { width, translate });
  return core.formatRecords(records, format, { byteOrderMark, translate, linkTo: relativeLinks(output) });
}

/** Addresses relative to the output, so that both can be moved together. Standard input has none. */
function relativeLinks(output: string | undefined): LinkTo {
  const folder = output === undefined ? process.cwd() : path.dirname(path.resolve(output));
  return (file, line) => {
    if (file === '-') return undefined;
    const relative = path.relative(folder, path.resolve(file)).split(path.sep);
    return `${relative.map(encodeURIComponent).join('/')}#L${line}`;
  };
}

function formatByEnding(file: string): ExportFormat | undefined {
  const ending = path.extname(file).slice(1).toLowerCase();
  if (ending === 'parquet') return 'parquet';
  return core.exportFormats.find((format) => core.fileEndings[format] === ending);
}
