import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { parseArticle } from '../../core/article/parse.ts';
import { exportFormats } from '../../core/export/format.ts';
import { streamRecords } from '../../core/export/pieces.ts';
import { type ExportRecord, toRecord } from '../../core/export/record.ts';
import { joinBytes } from '../../core/text/bytes.ts';
import {
  type ExportParams,
  type ExportReadParams,
  type ExportResult,
  type ExportSource,
  type ExportSources,
  type ExportWriteParams,
  exportReadRequest,
  exportWriteRequest,
} from '../protocol.ts';
import type { Session } from '../session.ts';

/**
 * `copydesk/export`: the records of articles that the client reads, in a format, to be written by the client. Between
 * articles the server answers other requests, and the client may cancel.
 */
export async function exportArticles(
  { connection, translate }: Session,
  params: ExportParams,
  token: CancellationToken,
): Promise<ExportResult> {
  const { format, byteOrderMark } = params;
  if (!exportFormats.includes(format)) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, `Unknown export format ${JSON.stringify(format)}`);
  }
  const counts = { articleCount: 0, groupCount: 0, projectCount: 0 };
  let link: string | undefined;
  const linkTo = (_file: string, line: number) => link?.replaceAll('{line}', String(line));

  const records = async function* (): AsyncGenerator<ExportRecord> {
    let sliceStart = performance.now();
    for await (const source of sources(connection, params.export)) {
      if (performance.now() - sliceStart >= longestSlice) {
        await nextTurn();
        sliceStart = performance.now();
      }
      if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The export was cancelled');
      }
      const record = withGroup(toRecord(parseArticle(source.text), source.file), params.group);
      counts.articleCount++;
      counts.groupCount += record.groups.length;
      for (const { projects } of record.groups) counts.projectCount += projects.length;
      // A format writes a record before it asks for the next.
      link = source.link;
      yield record;
    }
  };

  const output = collectOutput(connection, params.export);
  for await (const chunk of streamRecords(records(), format, { byteOrderMark, translate, linkTo })) {
    await output.add(chunk);
  }
  await output.flush();
  return counts;
}

/** The articles as the client reads them: the next are asked for while these are worked on. */
async function* sources(connection: Connection, id: number): AsyncGenerator<ExportSource> {
  const params: ExportReadParams = { export: id };
  const read = (): Promise<ExportSources> => connection.sendRequest(exportReadRequest, params);
  let next: Promise<ExportSources> | undefined = read();
  while (next) {
    const { articles, isLast }: ExportSources = await next;
    next = isLast ? undefined : read();
    // It is awaited once these are done with; until then a failure is nobody's surprise.
    next?.catch(() => undefined);
    yield* articles;
  }
}

/** Sends what is written in messages of a good size, and waits until the client has taken it. */
function collectOutput(connection: Connection, id: number) {
  let text = '';
  let bytes: Uint8Array[] = [];
  let length = 0;
  const send = (params: Omit<ExportWriteParams, 'export'>): Promise<void> =>
    connection.sendRequest(exportWriteRequest, { export: id, ...params });
  const flush = async (): Promise<void> => {
    const [content, binary] = [text, joinBytes(bytes)];
    text = '';
    bytes = [];
    length = 0;
    if (content !== '') await send({ content, encoding: 'utf-8' });
    if (binary.length > 0) await send({ content: toBase64(binary), encoding: 'base64' });
  };
  return {
    async add(chunk: string | Uint8Array): Promise<void> {
      if (typeof chunk === 'string') text += chunk;
      else bytes.push(chunk);
      length += chunk.length;
      if (length >= messageSize) await flush();
    },
    flush,
  };
}

/** In UTF-16 units or bytes. */
const messageSize = 256 * 1024;

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
