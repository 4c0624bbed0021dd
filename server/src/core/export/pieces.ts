import { formatCsv } from './csv.ts';
import type { ExportFormat, FormatOptions } from './format.ts';
import { formatJson } from './json.ts';
import { formatJsonLines } from './jsonl.ts';
import { formatJsonLd } from './jsonld.ts';
import { formatMarkdown } from './markdown.ts';
import type { ExportRecord } from './record.ts';
import { openXlsx } from './xlsx.ts';

/** The formats that are text, and so a piece of text an article. */
export type TextFormat = Exclude<ExportFormat, 'xlsx'>;

/** Those of them that are data alone, without links back or words for people. */
export type DataFormat = 'json' | 'jsonl' | 'csv';

/**
 * What `formatRecords` gives at once, in chunks while the records come, so that a large result takes no memory. Of a
 * workbook only the sheets that are not the first are kept, compressed.
 */
export async function* streamRecords(
  records: AsyncIterable<ExportRecord>,
  format: ExportFormat,
  options: FormatOptions,
): AsyncGenerator<string | Uint8Array> {
  if (format !== 'xlsx') {
    yield* framed(piecesOf(records, format, options), format, options);
    return;
  }
  const chunks: Uint8Array[] = [];
  const workbook = openXlsx(options.linkTo, (bytes) => void chunks.push(bytes));
  for await (const record of records) {
    workbook.add(record);
    yield* chunks.splice(0);
  }
  workbook.finish();
  yield* chunks.splice(0);
}

async function* piecesOf(
  records: AsyncIterable<ExportRecord>,
  format: TextFormat,
  options: FormatOptions,
): AsyncGenerator<string> {
  for await (const record of records) yield writePiece(record, format, options);
}

/** One article's part of the output: all parts in {@link framed} are, character by character, the output at once. */
export function writePiece(
  record: ExportRecord,
  format: TextFormat,
  options: Pick<FormatOptions, 'linkTo' | 'translate'>,
): string {
  switch (format) {
    case 'markdown':
      return formatMarkdown([record], options);
    case 'jsonld':
      return formatJsonLd([record]).slice(graphHead.length, -graphTail.length);
    default:
      return writeDataPiece(record, format);
  }
}

/** The same in a format that needs to know nothing but the record. */
export function writeDataPiece(record: ExportRecord, format: DataFormat): string {
  switch (format) {
    case 'json':
      return formatJson([record]).slice('[\n'.length, -'\n]\n'.length);
    case 'jsonl':
      return formatJsonLines([record]);
    case 'csv':
      return formatCsv([record], { byteOrderMark: false }).slice(csvHead.length);
  }
}

/** The whole output from the parts of the articles. */
export async function* framed(
  pieces: AsyncIterable<string>,
  format: TextFormat,
  { byteOrderMark }: Pick<FormatOptions, 'byteOrderMark'>,
): AsyncGenerator<string> {
  if (format === 'csv') yield formatCsv([], { byteOrderMark });
  const { head, separator, tail, empty } = frames[format];
  let isFirst = true;
  for await (const piece of pieces) {
    yield (isFirst ? head : separator) + piece;
    isFirst = false;
  }
  yield isFirst ? empty : tail;
}

const csvHead = formatCsv([], { byteOrderMark: false });

const noGraph = formatJsonLd([]);
const graphHead = `${noGraph.slice(0, noGraph.lastIndexOf('[') + 1)}\n`;
const graphTail = '\n  ]\n}\n';

/** What stands around and between the parts; `empty` where there are none. */
interface Frame {
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
  readonly empty: string;
}

const bare: Frame = { head: '', separator: '', tail: '', empty: '' };

const frames: Readonly<Record<TextFormat, Frame>> = {
  json: { head: '[\n', separator: ',\n', tail: '\n]\n', empty: formatJson([]) },
  jsonl: bare,
  csv: bare,
  markdown: { ...bare, separator: '\n' },
  jsonld: { head: graphHead, separator: ',\n', tail: graphTail, empty: noGraph },
};
