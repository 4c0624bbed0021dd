import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { parseArticle } from '../../core/article/parse.ts';
import { formatCsv } from '../../core/export/csv.ts';
import { formatJson } from '../../core/export/json.ts';
import { formatJsonLines } from '../../core/export/jsonl.ts';
import { type ExportRecord, toRecord } from '../../core/export/record.ts';
import type { ExportParams, ExportResult } from '../protocol.ts';

/**
 * `copydesk/export`: the records of many articles as one file. Between articles the server answers other requests, and
 * the client may cancel.
 */
export async function exportArticles(params: ExportParams, token: CancellationToken): Promise<ExportResult> {
  const records: ExportRecord[] = [];
  let sliceStart = Date.now();
  for (const { file, text } of params.articles) {
    if (Date.now() - sliceStart >= longestSlice) {
      await nextTurn();
      sliceStart = Date.now();
    }
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The export was cancelled');
    records.push(withGroup(toRecord(parseArticle(text), file), params.group));
  }
  const groups = records.flatMap((record) => record.groups);
  return {
    content: format(records, params),
    articleCount: records.length,
    groupCount: groups.length,
    projectCount: groups.reduce((sum, { projects }) => sum + projects.length, 0),
  };
}

function withGroup(record: ExportRecord, index: number | undefined): ExportRecord {
  return index === undefined ? record : { ...record, groups: record.groups.slice(index, index + 1) };
}

/** In milliseconds: how long other requests may have to wait for a turn. */
const longestSlice = 20;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function format(records: readonly ExportRecord[], { format, byteOrderMark }: ExportParams): string {
  switch (format) {
    case 'json':
      return formatJson(records);
    case 'jsonl':
      return formatJsonLines(records);
    case 'csv':
      return formatCsv(records, { byteOrderMark });
    default:
      throw new ResponseError(
        LSPErrorCodes.RequestFailed,
        `Unknown export format ${JSON.stringify(format satisfies never)}`,
      );
  }
}
