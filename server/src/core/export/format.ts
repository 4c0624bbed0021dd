import type { Translate } from '../text/message.ts';
import { formatCsv } from './csv.ts';
import { formatJson } from './json.ts';
import { formatJsonLines } from './jsonl.ts';
import { formatJsonLd } from './jsonld.ts';
import type { LinkTo } from './link.ts';
import { formatMarkdown } from './markdown.ts';
import type { ExportRecord } from './record.ts';
import { formatXlsx } from './xlsx.ts';

/** The formats that an export can have, in the order in which a person is offered them. */
export const exportFormats = ['json', 'jsonl', 'csv', 'xlsx', 'markdown', 'jsonld'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How the name of a file in a format ends, without the dot. */
export const fileEndings: Readonly<Record<ExportFormat, string>> = {
  json: 'json',
  jsonl: 'jsonl',
  csv: 'csv',
  xlsx: 'xlsx',
  markdown: 'md',
  jsonld: 'jsonld',
};

export interface FormatOptions {
  /** Only for CSV: begin with a byte order mark. */
  readonly byteOrderMark: boolean;
  /** For the words of a format that is meant for people. */
  readonly translate: Translate;
  /** For the formats with links back to the files. */
  readonly linkTo: LinkTo;
}

/** The whole file: text to be written as UTF-8, or bytes. */
export function formatRecords(
  records: readonly ExportRecord[],
  format: ExportFormat,
  options: FormatOptions,
): string | Uint8Array {
  switch (format) {
    case 'json':
      return formatJson(records);
    case 'jsonl':
      return formatJsonLines(records);
    case 'csv':
      return formatCsv(records, options);
    case 'xlsx':
      return formatXlsx(records, options.linkTo);
    case 'markdown':
      return formatMarkdown(records, options);
    case 'jsonld':
      return formatJsonLd(records);
  }
}
