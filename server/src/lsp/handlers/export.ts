import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { parseArticle } from '../../core/article/parse.ts';
import { exportFormats, formatRecords } from '../../core/export/format.ts';
import type { LinkTo } from '../../core/export/link.ts';
import { type ExportRecord, toRecord } from '../../core/export/record.ts';
import type { ExportParams, ExportResult, ExportSource } from '../protocol.ts';
import type { Session } from '../session.ts';

/**
 * `copydesk/export`: the records of many articles as one file. Between articles the server answers other requests, and
 * the client may cancel.
 */
export async function exportArticles(
  { translate }: Session,
  params: ExportParams,
  token: CancellationToken,
): Promise<ExportResult> {
  const { format, byteOrderMark, articles } = params;
  if (!exportFormats.includes(format)) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, `Unknown export format ${JSON.stringify(format)}`);
  }
  const records: ExportRecord[] = [];
  let sliceStart = Date.now();
  for (const { file, text } of articles) {
    if (Date.now() - sliceStart >= longestSlice) {
      await nextTurn();
      sliceStart = Date.now();
    }
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The export was cancelled');
    records.push(withGroup(toRecord(parseArticle(text), file), params.group));
  }
  const content = formatRecords(records, format, { byteOrderMark, translate, linkTo: linksTo(articles) });
  const groups = records.flatMap((record) => record.groups);
  return {
    ...(typeof content === 'string'
      ? { content, encoding: 'utf-8' }
      : { content: toBase64(content), encoding: 'base64' }),
    articleCount: records.length,
    groupCount: groups.length,
    projectCount: groups.reduce((sum, { projects }) => sum + projects.length, 0),
  };
}

function linksTo(articles: readonly ExportSource[]): LinkTo {
  const links = new Map(articles.map(({ file, link }) => [file.replaceAll('\\', '/'), link]));
  return (file, line) => links.get(file)?.replaceAll('{line}', String(line));
}

/** In slices, because a call takes only so many arguments; `btoa` is what Node and a worker both have. */
function toBase64(bytes: Uint8Array): string {
  const slice = 0x2000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += slice) {
    binary += String.fromCharCode(...bytes.subarray(at, at + slice));
  }
  return btoa(binary);
}

function withGroup(record: ExportRecord, index: number | undefined): ExportRecord {
  return index === undefined ? record : { ...record, groups: record.groups.slice(index, index + 1) };
}

/** In milliseconds: how long other requests may have to wait for a turn. */
const longestSlice = 20;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
