import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { projectColumns, projectRows } from '../core/export/project-rows.ts';
import type { ExportRecord } from '../core/export/record.ts';

/** The rows of an article for {@link parquetFile}, as text that goes from thread to thread. */
export function parquetRows(record: ExportRecord): string {
  return JSON.stringify(projectRows([record]).map((row) => projectColumns.map(({ cell }) => cell(row))));
}

/**
 * An Apache Parquet file, one row a project, with the columns of the other tables: texts as UTF-8 strings, numbers as 64-bit
 * integers, all of them optional. It is given piece by piece, a row group at a time, so that its size is no matter of
 * memory; pages are compressed with Snappy, as every reader knows it.
 */
export async function* parquetFile(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    createdBy: 'Copydesk',
    schema: [
      { name: 'projects', num_children: projectColumns.length },
      ...projectColumns.map(({ name }) =>
        numeric.has(name)
          ? ({ name, type: 'INT64', repetition_type: 'OPTIONAL' } as const)
          : ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const),
      ),
    ],
  });
  let rows: Row[] = [];
  for await (const piece of pieces) {
    const more: readonly Row[] = JSON.parse(piece);
    rows.push(...more);
    if (rows.length < rowGroup) continue;
    await writeGroup(writer, rows);
    rows = [];
    yield takeBytes(bytes);
  }
  if (rows.length > 0) await writeGroup(writer, rows);
  await writer.finish();
  yield takeBytes(bytes);
}

type Row = readonly (string | number | null)[];

/** Rows that are kept in memory until they are written together. */
const rowGroup = 10_000;

const numeric: ReadonlySet<string> = new Set(['group_number', 'declared_count', 'number', 'start', 'end', 'line']);

async function writeGroup(writer: ParquetWriter, rows: readonly Row[]): Promise<void> {
  const columnData = projectColumns.map(({ name }, at) => ({
    name,
    data: rows.map((row) => valueAs(row[at] ?? null, numeric.has(name))),
  }));
  await writer.write({ columnData, rowGroupSize: rows.length });
}

/** A number that 64 bits cannot hold is left out; it stands in the label. */
function valueAs(cell: string | number | null, isNumber: boolean): string | bigint | null {
  if (!isNumber) return cell === null ? null : String(cell);
  return typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < 2 ** 63 ? BigInt(cell) : null;
}

/** The bytes that have been written since the last time. Offsets go on counting, as the library does when it flushes. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const taken = writer.getBytes().slice();
  writer.index = 0;
  return taken;
}
