import type { ExportRecord } from './record.ts';

/** One JSON array of all records, indented for reading, with a line break at the end. */
export function formatJson(records: readonly ExportRecord[]): string {
  return `${JSON.stringify(records, undefined, 2)}\n`;
}
