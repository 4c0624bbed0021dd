import type { ExportRecord } from './record.ts';

/** JSON Lines: one record a line, each line ended by LF. */
export function formatJsonLines(records: readonly ExportRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
