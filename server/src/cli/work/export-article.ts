import { parseArticle } from '../../core/article/parse.ts';
import { toRecord } from '../../core/export/record.ts';
import { type StreamedFormat, writePiece } from './pieces.ts';
import type { Producer } from './work.ts';

export interface ExportTask {
  readonly command: 'export';
  readonly format: StreamedFormat;
}

/** Makes the part of an export that is an article's. */
export function exporter({ format }: ExportTask): Producer {
  return async (text, file) => {
    const record = toRecord(parseArticle(text), file);
    const projects = record.groups.reduce((sum, group) => sum + group.projects.length, 0);
    return { piece: writePiece(record, format), counts: { articles: 1, groups: record.groups.length, projects } };
  };
}
