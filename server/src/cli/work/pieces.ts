import { type DataFormat, framed as framedData, writeDataPiece } from '../../core/export/pieces.ts';
import type { ExportRecord } from '../../core/export/record.ts';
import { parquetFile, parquetRows } from '../parquet.ts';

/** The formats that are written article by article, so that a large result takes no memory. */
export const streamedFormats = ['json', 'jsonl', 'csv', 'parquet'] as const satisfies readonly (
  | DataFormat
  | 'parquet'
)[];
export type StreamedFormat = (typeof streamedFormats)[number];

export function isStreamed(format: string): format is StreamedFormat {
  return streamedFormats.some((streamed) => streamed === format);
}

/** One article's part of the output: all parts in {@link framed} are, byte by byte, the output at once. */
export function writePiece(record: ExportRecord, format: StreamedFormat): string {
  return format === 'parquet' ? parquetRows(record) : writeDataPiece(record, format);
}

/** The whole output from the parts of the articles. */
export function framed(
  pieces: AsyncIterable<string>,
  format: StreamedFormat,
  options: { readonly byteOrderMark: boolean },
): AsyncGenerator<string | Uint8Array> {
  return format === 'parquet' ? parquetFile(pieces) : framedData(pieces, format, options);
}
