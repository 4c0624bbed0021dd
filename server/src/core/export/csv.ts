import { stringify } from 'csv-stringify/browser/esm/sync';
import { projectColumns, projectRows } from './project-rows.ts';
import type { ExportRecord } from './record.ts';

/**
 * One row a project, in the order of the records, below a row with the column names. An article without projects has
 * no row.
 *
 * The text is RFC 4180: commas, CRLF, quotes where a cell needs them. A cell that a spreadsheet would run as a formula
 * (it begins with `=`, `+`, `-`, `@`, a tab, a carriage return, or the full-width form of one) gets an apostrophe in
 * front. `byteOrderMark` puts U+FEFF first, without which Excel reads the file in the system's code page.
 */
export function formatCsv(records: readonly ExportRecord[], options: { readonly byteOrderMark: boolean }): string {
  const rows = projectRows(records).map((row) => projectColumns.map(({ cell }) => cell(row)));
  return stringify([projectColumns.map(({ name }) => name), ...rows], {
    bom: options.byteOrderMark,
    escape_formulas: true,
    // With CRLF between records the library would leave a lone CR or LF inside a cell unquoted.
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
}
