import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { ExportParams, ExportResult } from '../../server/src/lsp/protocol.ts';
import { cleanArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, fullCapabilities, startClient } from './client.ts';

let server: Bundle;
let client: Client;
beforeAll(async () => {
  server = await bundleServer('node');
});
beforeEach(async () => {
  client = await startClient(server.file, { capabilities: fullCapabilities });
});
afterEach(() => client.stop());
afterAll(() => server.remove());

const articles = ['a.txt', 'b.txt'].map((file) => ({ file, text: cleanArticle }));
const request = (params: Partial<ExportParams>): Promise<ExportResult> =>
  client.request('copydesk/export', { format: 'json', byteOrderMark: false, articles, ...params });

describe('copydesk/export', () => {
  it('counts articles, groups and projects', async () => {
    expect(await request({})).toMatchObject({ articleCount: 2, groupCount: 4, projectCount: 8 });
    expect(await request({ articles: [] })).toMatchObject({ articleCount: 0, groupCount: 0, projectCount: 0 });
  });

  it('exports one group', async () => {
    const { content, projectCount } = await request({ articles: articles.slice(0, 1), group: 1 });
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

  it('writes a workbook as bytes in Base64, with links to the articles', async () => {
    const linked = articles.map((article) => ({ ...article, link: 'vscode://file/a.txt:{line}' }));
    const { content, encoding } = await request({ format: 'xlsx', articles: linked });
    expect(encoding).toBe('base64');
    const files = unzipSync(Buffer.from(content, 'base64'));
    const relationships = strFromU8(files['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array());
    expect(relationships.match(/Target="vscode:\/\/file\/a\.txt:\d+"/g)).toHaveLength(8);
  });

  it('writes Markdown in the language of the client, and JSON-LD', async () => {
    expect((await request({ format: 'markdown' })).content).toContain('| No. | Project |');
    expect(JSON.parse((await request({ format: 'jsonld' })).content)['@graph']).toHaveLength(2);
  });

  it('refuses a format that it does not know', async () => {
    await expect(client.request('copydesk/export', { format: 'docx', byteOrderMark: false, articles })).rejects.toThrow(
      /docx/,
    );
  });

  it('lets other requests in between, and can be cancelled', async () => {
    const uri = await client.open(cleanArticle);
    const cancellation = new CancellationTokenSource();
    const many = Array.from({ length: 20_000 }, (_, index) => ({ file: `${index}.txt`, text: cleanArticle }));
    const params = { format: 'json', byteOrderMark: false, articles: many };
    const exported = client.request('copydesk/export', params, cancellation.token);
    // Answered while the export goes on: were it not, the export would be complete by now and could not be cancelled.
    const between = client.request('textDocument/documentSymbol', { textDocument: { uri } });
    between.then(() => cancellation.cancel());
    await expect(exported).rejects.toMatchObject({ code: -32800 });
  });
});
