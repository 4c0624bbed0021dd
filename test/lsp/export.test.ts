import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type {
  ExportParams,
  ExportReadParams,
  ExportResult,
  ExportSource,
  ExportSources,
  ExportWriteParams,
} from '../../server/src/lsp/protocol.ts';
import { cleanArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, fullCapabilities, startClient } from './client.ts';

let server: Bundle;
let client: Client;
/** What the client gives and takes; replaced by tests. */
let read: () => ExportSources;
let write: (params: ExportWriteParams) => void;
let written: Buffer[];

beforeAll(async () => {
  server = await bundleServer('node');
});
beforeEach(async () => {
  client = await startClient(server.file, { capabilities: fullCapabilities, answer });
  written = [];
  read = () => ({ articles: [], isLast: true });
  write = ({ content, encoding }) => void written.push(Buffer.from(content, encoding));
});
afterEach(() => client.stop());
afterAll(() => server.remove());

function answer(method: string, params: unknown): unknown {
  if (method === 'copydesk/export/read') {
    expect((params as ExportReadParams).export).toBe(7);
    return read();
  }
  if (method !== 'copydesk/export/write') return null;
  expect((params as ExportWriteParams).export).toBe(7);
  write(params as ExportWriteParams);
  return null;
}

const articles: readonly ExportSource[] = ['a.txt', 'b.txt'].map((file) => ({ file, text: cleanArticle }));

/** Exports articles that come one at a time. */
async function request(
  params: Partial<ExportParams>,
  sources = articles,
): Promise<ExportResult & { readonly content: string }> {
  let position = 0;
  read = () => {
    const articles = sources.slice(position, ++position);
    return { articles, isLast: position >= sources.length };
  };
  const result = await client.request<ExportResult>('copydesk/export', order(params));
  return { ...result, content: Buffer.concat(written).toString() };
}

function order(params: Partial<ExportParams> = {}): ExportParams {
  return { export: 7, format: 'json', byteOrderMark: false, ...params };
}

describe('copydesk/export', () => {
  it('counts articles, groups and projects', async () => {
    expect(await request({})).toMatchObject({ articleCount: 2, groupCount: 4, projectCount: 8 });
    expect(await request({}, [])).toMatchObject({ articleCount: 0, groupCount: 0, projectCount: 0 });
  });

  it('exports one group', async () => {
    const { content, projectCount } = await request({ group: 1 }, articles.slice(0, 1));
    expect(projectCount).toBe(2);
    expect(JSON.parse(content)[0].groups.map(({ title }: { title: string }) => title)).toEqual(['乡镇项目']);
    expect(await request({ group: 7 })).toMatchObject({ groupCount: 0, projectCount: 0 });
  });

  it('writes one JSON text', async () => {
    const records = JSON.parse((await request({})).content);
    expect(records).toMatchObject([{ article: { file: 'a.txt' } }, { article: { file: 'b.txt' } }]);
    expect(records[0].groups[0].projects[1].organizations).toEqual(['城东区水务局', '城东区住建局']);
  });

  it('writes one JSON text a line', async () => {
    const lines = (await request({ format: 'jsonl' })).content.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).article.file)).toEqual(['a.txt', 'b.txt']);
  });

  it.each([true, false])('writes CSV, byte order mark: %s', async (byteOrderMark) => {
    const { content } = await request({ format: 'csv', byteOrderMark });
    expect(content.startsWith('\uFEFF')).toBe(byteOrderMark);
    expect(content).toContain('社区食堂扩建');
  });

  it('writes a workbook as bytes, with links to the articles', async () => {
    const linked = articles.map((article) => ({ ...article, link: `vscode://file/${article.file}:{line}` }));
    await request({ format: 'xlsx' }, linked);
    const files = unzipSync(Buffer.concat(written));
    const relationships = strFromU8(files['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array());
    expect(relationships.match(/Target="vscode:\/\/file\/a\.txt:\d+"/g)).toHaveLength(4);
    expect(relationships.match(/Target="vscode:\/\/file\/b\.txt:\d+"/g)).toHaveLength(4);
  });

  it('writes Markdown in the language of the client, and JSON-LD', async () => {
    expect((await request({ format: 'markdown' })).content).toContain('| No. | Project |');
    written = [];
    expect(JSON.parse((await request({ format: 'jsonld' })).content)['@graph']).toHaveLength(2);
  });

  it('refuses a format that it does not know', async () => {
    await expect(client.request('copydesk/export', { ...order(), format: 'docx' })).rejects.toThrow(/docx/);
  });

  it('reads as it writes, so that little has to be kept', async () => {
    const many = Array.from({ length: 20 }, () => articles).flat();
    let readCount = 0;
    let writtenLength = 0;
    let most = 0;
    const batches = 200;
    read = () => ({ articles: many, isLast: ++readCount === batches });
    write = ({ content }) => {
      writtenLength += content.length;
      most = Math.max(most, content.length);
    };
    await client.request('copydesk/export', order({ format: 'jsonl' }));
    const ofBatch = writtenLength / batches;
    expect(most).toBeLessThan(256 * 1024 + ofBatch);
    expect(writtenLength).toBeGreaterThan(20 * most);
  });

  it('fails where the client cannot write', async () => {
    read = () => ({ articles, isLast: false });
    write = () => {
      throw new Error('no space left');
    };
    await expect(client.request('copydesk/export', order())).rejects.toThrow(/no space left/);
  });

  it('lets other requests in between, and can be cancelled', async () => {
    const uri = await client.open(cleanArticle);
    const cancellation = new CancellationTokenSource();
    // There is no end to them.
    read = () => ({ articles, isLast: false });
    const exported = client.request('copydesk/export', order(), cancellation.token);
    client.request('textDocument/documentSymbol', { textDocument: { uri } }).then(() => cancellation.cancel());
    await expect(exported).rejects.toMatchObject({ code: -32800 });
  });
});
