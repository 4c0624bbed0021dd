import { parseArticle } from '../../core/article/parse.ts';
import { formatCsv } from '../../core/export/csv.ts';
import { formatJson } from '../../core/export/json.ts';
import { formatJsonLines } from '../../core/export/jsonl.ts';
import { type ExportRecord, toRecord } from '../../core/export/record.ts';
import { formatTable } from '../../core/export/table.ts';
import { message } from '../../core/text/message.ts';
import { readInputs } from '../files.ts';
import { type ExitCode, exitCodes, type Shell } from '../shell.ts';
import { reasonOf } from '../system-error.ts';
import { writeWhole } from '../write.ts';

export const exportFormats = ['json', 'jsonl', 'csv', 'table'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOptions {
  /** Left out: by the ending of the output file, else JSON. */
  readonly format?: ExportFormat | undefined;
  /** Left out: standard output. */
  readonly output?: string | undefined;
  /** Only for CSV. */
  readonly byteOrderMark: boolean;
}

/** Writes the projects of articles to standard output or to a file. */
export async function exportArticles(
  paths: readonly string[],
  options: ExportOptions,
  shell: Shell,
): Promise<ExitCode> {
  const records: ExportRecord[] = [];
  for await (const { file, decoded } of readInputs(paths, shell))
    records.push(toRecord(parseArticle(decoded.text), file));
  const content = formatRecords(records, options, shell);
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

function formatRecords(records: readonly ExportRecord[], options: ExportOptions, shell: Shell): string {
  switch (options.format ?? formatByEnding(options.output ?? '')) {
    case 'jsonl':
      return formatJsonLines(records);
    case 'csv':
      return formatCsv(records, { byteOrderMark: options.byteOrderMark });
    case 'table':
      return formatTable(records, { width: shell.width, translate: shell.translate });
    default:
      return formatJson(records);
  }
}

function formatByEnding(file: string): ExportFormat | undefined {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return exportFormats.find((format) => format === ending);
}
