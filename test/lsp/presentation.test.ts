import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  InlayHint,
  Range,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver';
import { sliceSpan } from '../../server/src/core/text/span.ts';
import { createProto } from '../../server/src/lsp/proto.ts';
import { storiedArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, type ClientOptions, fullCapabilities, startClient } from './client.ts';

let server: Bundle;
let client: Client;
beforeAll(async () => {
  server = await bundleServer('node');
});
afterEach(() => client.stop());
afterAll(() => server.remove());

async function start(capabilities: ClientCapabilities, options: Omit<ClientOptions, 'capabilities'> = {}) {
  client = await startClient(server.file, { capabilities, ...options });
}

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('inlay hints', () => {
  const hints = async (text: string, range = everything): Promise<readonly string[]> => {
    const uri = await client.open(text);
    const { toOffset } = createProto(text, 'utf-16');
    const found = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    return found.map(({ position, label }) => `${text.slice(toOffset(position) - 5, toOffset(position))} ${label}`);
  };

  it('are off unless they are wanted', async () => {
    await start(fullCapabilities);
    expect(await hints(storiedArticle)).toEqual([]);
  });

  it('write out what has to be worked out', async () => {
    await start(fullCapabilities);
    client.settings = () => ({ inlayHints: { figures: true } });
    const text = storiedArticle.replace('3.2万人次', '3.2万人次，147亿余元，占三成，60所，百分之三十五，12%');
    expect(await hints(text)).toEqual([
      '.2万人次 = 32,000 人次',
      '47亿余元 ≥ 14,700,000,000 元',
      '元，占三成 = 30%',
      '分之三十五 = 35%',
    ]);
  });

  it('are only those in sight', async () => {
    await start(fullCapabilities);
    client.settings = () => ({ inlayHints: { figures: true } });
    expect(await hints(storiedArticle, { start: { line: 10, character: 0 }, end: { line: 13, character: 0 } })).toEqual(
      [],
    );
  });

  it('are asked for anew when the settings change', async () => {
    await start(fullCapabilities);
    expect(await hints(storiedArticle)).toEqual([]);
    client.settings = () => ({ inlayHints: { figures: true } });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.asked('workspace/inlayHint/refresh');
    expect(await hints(storiedArticle)).toHaveLength(1);
  });
});

describe('code lenses', () => {
  const lenses = async (text: string): Promise<CodeLens[]> => {
    const uri = await client.open(text);
    return client.request('textDocument/codeLens', { textDocument: { uri } });
  };
  const withExport = { initializationOptions: { commands: ['copydesk.exportProjects'] } };

  it('count the projects of a group, and export it where the client can', async () => {
    await start(fullCapabilities, withExport);
    const found = await lenses(storiedArticle);
    expect(found.map(({ command, range }) => [command?.title, command?.command, range.start.line])).toEqual([
      ['2 projects', '', 10],
      ['Export', 'copydesk.exportProjects', 10],
    ]);
    expect(found[1]?.command?.arguments).toEqual([{ article: 'file:///articles/a.txt', group: 0 }]);
  });

  it('say so where the heading announces another number', async () => {
    await start(fullCapabilities);
    const found = await lenses(storiedArticle.replace('两个镇级', '三个镇级'));
    expect(found.map(({ command }) => command?.title)).toEqual(['Projects: 2, announced: 3']);
  });

  it('can be turned off, at once', async () => {
    await start(fullCapabilities);
    expect(await lenses(storiedArticle)).toHaveLength(1);
    client.settings = () => ({ codeLens: { groups: false } });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.asked('workspace/codeLens/refresh');
    expect(await lenses(storiedArticle)).toEqual([]);
  });
});

describe('semantic tokens', () => {
  const request = <Result>(name: string, uri: string, params: object = {}): Promise<Result> =>
    client.request(`textDocument/semanticTokens/${name}`, { textDocument: { uri }, ...params });

  /** "type text" for each token. */
  const decode = (text: string, data: readonly number[]): readonly string[] => {
    const types = client.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const { toSpan } = createProto(text, 'utf-16');
    const tokens: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
      character = lines > 0 ? characters : character + characters;
      line += lines;
      const range = { start: { line, character }, end: { line, character: character + length } };
      tokens.push(`${types[type]} ${sliceSpan(text, toSpan(range))}`);
    }
    return tokens;
  };

  const inProse = ['date 2022年1月8日', 'projectMention 夜间还书不打烊', 'figure 3.2万人次'];
  const inLists = [
    ...['projectNumber 1', 'projectTitle 夜间还书不打烊', 'organization 镇文化站', 'organization 镇图书馆'],
    ...[
      'projectNumber 2',
      'projectTitle 老街路灯更新',
      'figure 1200盏',
      'organization 镇城建办',
      'organization 镇图书馆',
    ],
  ];

  it('tell apart what themes may colour, a figure in a title too', async () => {
    await start(fullCapabilities);
    const { data } = await request<SemanticTokens>('full', await client.open(storiedArticle));
    expect(decode(storiedArticle, data)).toEqual(['date 2022-03-08T02:10:00Z', ...inProse, ...inLists]);
  });

  it('leave markup out', async () => {
    await start(fullCapabilities);
    const text = storiedArticle.replace('1.夜间还书不打烊', '1.夜间<b>还书</b>\n不打烊');
    const { data } = await request<SemanticTokens>('full', await client.open(text));
    const titles = decode(text, data).filter((token) => token.startsWith('projectTitle'));
    expect(titles.slice(0, 3)).toEqual(['projectTitle 夜间', 'projectTitle 还书', 'projectTitle 不打烊']);
  });

  it('of a range are those in it', async () => {
    await start(fullCapabilities);
    const uri = await client.open(storiedArticle);
    const range = { start: { line: 9, character: 0 }, end: { line: 10, character: 0 } };
    const { data } = await request<SemanticTokens>('range', uri, { range });
    expect(decode(storiedArticle, data)).toEqual(inProse);
  });

  it('can be had as what has changed', async () => {
    await start(fullCapabilities);
    const uri = await client.open(storiedArticle);
    const before = await request<SemanticTokens>('full', uri);
    const text = storiedArticle.replace('3.2万人次', '不少读者');
    await client.change(uri, [{ text }]);
    const delta = await request<SemanticTokensDelta>('full/delta', uri, { previousResultId: before.resultId });
    expect(delta.edits).toHaveLength(1);
    const data = [...before.data];
    for (const { start, deleteCount, data: inserted = [] } of delta.edits) data.splice(start, deleteCount, ...inserted);
    expect(data).toEqual((await request<SemanticTokens>('full', uri)).data);
    expect(decode(text, data)).not.toContain('figure 3.2万人次');
    expect(await request('full/delta', uri, { previousResultId: delta.resultId })).toMatchObject({ edits: [] });
  });

  it('come in full to a client that asks for changes of something forgotten', async () => {
    await start(fullCapabilities);
    const uri = await client.open(storiedArticle);
    expect(await request('full/delta', uri, { previousResultId: 'another' })).toHaveProperty('data');
  });

  it('are none in a text that is no article', async () => {
    await start(fullCapabilities);
    const uri = await client.open('# A heading\n\n1. one\n2. two\n', { languageId: 'markdown' });
    expect(await request('full', uri)).toEqual({ data: [] });
  });
});
