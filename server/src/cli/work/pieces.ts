import { formatCsv } from '../../core/export/csv.ts';
import { formatJson } from '../../core/export/json.ts';
import { formatJsonLines } from '../../core/export/jsonl.ts';
import type { ExportRecord } from '../../core/export/record.ts';
import { parquetFile, parquetRows } from '../parquet.ts';

/** The formats that are written article by article, so that a large result takes no memory. */
export const streamedFormats = ['json', 'jsonl', 'csv', 'parquet'] as const;
export type StreamedFormat = (typeof streamedFormats)[number];

export function isStreamed(format: string): format is StreamedFormat {
  return streamedFormats.some((streamed) => streamed === format);
}

/** One article's part of the output: all parts in {@link framed} are, byte by byte, the output at once. */
export function writePiece(record: ExportRecord, format: StreamedFormat): string {
  switch (format) {
    case 'json':
      return formatJson([record]).slice('[\n'.length, -'\n]\n'.length);
    case 'jsonl':
      return formatJsonLines([record]);
    case 'csv':
      return formatCsv([record], { byteOrderMark: false }).slice(csvHead.length);
    case 'parquet':
      return parquetRows(record);
  }
}

/** The whole output from the parts of the articles. */
export async function* framed(
  pieces: AsyncIterable<string>,
  format: StreamedFormat,
  { byteOrderMark }: { readonly byteOrderMark: boolean },
): AsyncGenerator<string | Uint8Array> {
  if (format === 'parquet') {
    yield* parquetFile(pieces);
    return;
  }
  if (format === 'csv') yield formatCsv([], { byteOrderMark });
  let isFirst = true;
  for await (const piece of pieces) {
    if (format === 'json') yield isFirst ? '[\n' : ',\n';
    isFirst = false;
    yield piece;
  }
  if (format === 'json') yield isFirst ? formatJson([]) : '\n]\n';
}

const csvHead = formatCsv([], { byteOrderMark: false });
