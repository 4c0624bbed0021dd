import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type DocumentSymbol,
  type FoldingRange,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { cleanArticle, untidyArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, type ClientOptions, fullCapabilities, minimalCapabilities, startClient } from './client.ts';

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

const request = <Result>(name: string, uri: string): Promise<readonly Result[]> =>
  client.request(`textDocument/${name}`, { textDocument: { uri } });

const flatten = (symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children ?? [])]);

describe('document symbols', () => {
  it('are the tree of front matter, groups and projects', async () => {
    await start(fullCapabilities);
    const roots = await request<DocumentSymbol>('documentSymbol', await client.open(cleanArticle));
    expect(roots[0]).toMatchObject({ name: 'Front matter', kind: SymbolKind.Namespace });
    expect(roots[0]?.children?.map(({ name }) => name)).toEqual(['title', 'categories', 'author', 'date']);
    const groups = flatten(roots).filter(({ kind }) => kind === SymbolKind.Class);
    expect(groups.map(({ name }) => name)).toEqual(['一、街道项目', '二、乡镇项目']);
    const projects = groups[0]?.children ?? [];
    expect(projects.map(({ name }) => name)).toEqual([
      expect.stringContaining('社区食堂扩建'),
      expect.stringContaining('老旧管道更换'),
    ]);
    expect(projects[1]?.detail).toMatch(/城东区水务局.*城东区住建局/);
    expect(projects[0]?.selectionRange.start.line).toBe(
      cleanArticle.split('\n').findIndex((line) => line.includes('社区食堂')),
    );
  });

  it('have a name, and a selection inside their range', async () => {
    await start(fullCapabilities);
    for (const { name, range, selectionRange } of flatten(
      await request<DocumentSymbol>('documentSymbol', await client.open(untidyArticle)),
    )) {
      expect(name.trim()).not.toBe('');
      expect(range.start.line * 1e6 + range.start.character).toBeLessThanOrEqual(
        selectionRange.start.line * 1e6 + selectionRange.start.character,
      );
      expect(range.end.line * 1e6 + range.end.character).toBeGreaterThanOrEqual(
        selectionRange.end.line * 1e6 + selectionRange.end.character,
      );
    }
  });

  it('call a group without a heading by the number of its projects', async () => {
    await start(fullCapabilities);
    const text = cleanArticle
      .replace(/<p>　　城东区今天.*\n<p>　　一、.*\n/, '')
      .replace(/<p>　　二、[\s\S]*(?=<\/div>)/, '');
    const groups = flatten(await request<DocumentSymbol>('documentSymbol', await client.open(text))).filter(
      ({ kind }) => kind === SymbolKind.Class,
    );
    expect(groups.map(({ name, children }) => [name, children?.length])).toEqual([['2 projects', 2]]);
  });

  it('are flat for a client that knows no tree', async () => {
    await start(minimalCapabilities);
    const uri = await client.open(cleanArticle);
    const symbols = await request<SymbolInformation>('documentSymbol', uri);
    const project = symbols.find(({ name }) => name.includes('乡村书屋联网'));
    const line = cleanArticle.split('\n').findIndex((each) => each.includes('乡村书屋'));
    expect(project).toMatchObject({ containerName: '二、乡镇项目', location: { uri, range: { start: { line } } } });
  });

  it('are named in the language of the client', async () => {
    await start(fullCapabilities, { locale: 'zh-cn' });
    const [first] = await request<DocumentSymbol>('documentSymbol', await client.open(cleanArticle));
    expect(first?.name).toBe('前置元数据');
  });

  it('are not for texts that are no article', async () => {
    await start(fullCapabilities);
    const uri = await client.open('# A heading\n\n1. one\n2. two\n', { languageId: 'markdown' });
    expect(await request('documentSymbol', uri)).toEqual([]);
    expect(await request('foldingRange', uri)).toEqual([]);
  });
});

describe('folding ranges', () => {
  const lines = untidyArticle.split('\n');
  const lineOf = (text: string) => lines.findIndex((line) => line.includes(text));

  it('are the front matter, the groups and what takes more than one line', async () => {
    await start(fullCapabilities);
    expect(await request<FoldingRange>('foldingRange', await client.open(untidyArticle))).toEqual([
      { startLine: 1, endLine: lines.lastIndexOf('---'), collapsedText: '… 城东区公布便民服务项目' },
      { startLine: lineOf('一、街道'), endLine: lineOf('老旧管道'), collapsedText: '… 2 projects' },
      { startLine: lineOf('二、乡镇'), endLine: lineOf('公交末班车'), collapsedText: '… 2 projects' },
      { startLine: lines.lastIndexOf('<!-- 广告位'), endLine: lineOf('end -->'), kind: 'comment' },
    ]);
  });

  it('are no more than the client wants, the largest parts first', async () => {
    await start({
      ...fullCapabilities,
      textDocument: { ...fullCapabilities.textDocument, foldingRange: { rangeLimit: 2 } },
    });
    expect(await request<FoldingRange>('foldingRange', await client.open(untidyArticle))).toEqual([
      { startLine: 1, endLine: lines.lastIndexOf('---') },
      { startLine: lineOf('一、街道'), endLine: lineOf('老旧管道') },
    ]);
  });
});
