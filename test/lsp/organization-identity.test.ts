import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {
  DocumentHighlight,
  Hover,
  Location,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { encodeLike } from '../../server/src/cli/encode.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { createProto } from '../../server/src/lsp/proto.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, fullCapabilities, startClient } from './client.ts';

function article(title: string, ...lines: readonly string[]): string {
  return `---\ntitle: ${title}\ncategories: [民生]\nauthor: 陈立秋\ndate: 2022-03-08\n---\n\n<div>\n${lines
    .map((line) => `<p>${line}</p>\n`)
    .join('')}</div>\n`;
}

/** 市水务局 is that of the article's own place, which the third article does not tell and the fourth has another of. */
const articles: Readonly<Record<string, string>> = {
  'a.txt': article(
    '云水市公布实事',
    '由云水市水务局负责的项目开工，云水市水务局城东分局没有项目。',
    '1.管道更换（市水务局）',
    '2.泵站扩容（云水市水务局）',
  ),
  'b.txt': article('云水市公布清单', '市水务局介绍了情况。', '1.水表更新（云水市水务局）', '2.水质监测（市环境局）'),
  'c.txt': article('公布清单', '1.水表更新（市水务局）', '2.水质监测（市环境局）'),
  'd.txt': article('晴川市公布清单', '1.水表更新（市水务局）', '2.水质监测（市环境局）'),
};

let server: Bundle;
let folder: string;
let client: Client;

beforeAll(async () => {
  server = await bundleServer('node');
});
afterAll(() => server.remove());
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the first of the articles in a folder with all of them. */
async function start(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  folder = await mkdtemp(path.join(tmpdir(), 'copydesk-identity-'));
  for (const [file, content] of Object.entries(files)) await writeFile(path.join(folder, file), content);
  client = await startClient(server.file, { capabilities: fullCapabilities, folders: [URI.file(folder).toString()] });
  await client.open(articles['a.txt'] ?? '', { uri: uriOf('a.txt') });
  await client.request('copydesk/index/settled', null);
}

function uriOf(file: string): string {
  return URI.file(path.join(folder, file)).toString();
}

/** Asks at the first place of `mark` in the first article. */
function ask<Result>(method: string, mark: string, params: object = {}): Promise<Result> {
  const text = articles['a.txt'] ?? '';
  const offset = text.indexOf(mark);
  const position = createProto(text, 'utf-16').toRange({ start: offset, end: offset }).start;
  return client.request(`textDocument/${method}`, { textDocument: { uri: uriOf('a.txt') }, position, ...params });
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** The articles that a rename changes, each line that is not as it was. */
function changedLines(edit: WorkspaceEdit): Readonly<Record<string, readonly string[]>> {
  const changed = (edit.documentChanges ?? []).map((change) => {
    if (!('textDocument' in change)) throw new Error('The rename does more than change texts');
    const file = nameOf(change.textDocument.uri);
    const text = articles[file] ?? '';
    const { toSpan } = createProto(text, 'utf-16');
    const edits = (change.edits as TextEdit[]).map(({ range, newText }) => ({ span: toSpan(range), text: newText }));
    const before = text.split('\n');
    return [
      file,
      applyEdits(text, edits)
        .split('\n')
        .filter((line, index) => line !== before[index]),
    ] as const;
  });
  return Object.fromEntries(changed);
}

describe('an organisation that is written with its place and without', () => {
  it('has the references of both, in the list, in the text and in other articles', async () => {
    await start(articles);
    const places = await ask<Location[]>('references', '市水务局）', { context: { includeDeclaration: true } });
    expect(places.map(({ uri, range }) => `${nameOf(uri)} ${range.start.line}`)).toEqual([
      ...['a.txt 8', 'a.txt 9', 'a.txt 10'],
      ...['b.txt 9', 'b.txt 8'],
    ]);
  });

  it('is highlighted at all of them, asked in the text', async () => {
    await start(articles);
    expect(await ask<DocumentHighlight[]>('documentHighlight', '云水市水务局负责')).toHaveLength(3);
  });

  it('is one on its card', async () => {
    await start(articles);
    expect(JSON.stringify(await ask<Hover>('hover', '云水市水务局负责'))).toMatch(
      /\*\*云水市水务局\*\*.*Also written: 市水务局.*Projects: .*管道更换.*泵站扩容.*Mentioned in: .*line 9.*Other articles: 1/,
    );
  });

  it.each([
    ['云水市水务局负责', '云水市水利局'],
    ['市水务局）', '市水利局'],
  ])('keeps both ways when it is renamed at %s', async (mark, newName) => {
    await start(articles);
    const edit = await ask<WorkspaceEdit>('rename', mark, { newName });
    expect(changedLines(edit)).toEqual({
      'a.txt': [
        '<p>由云水市水利局负责的项目开工，云水市水务局城东分局没有项目。</p>',
        '<p>1.管道更换（市水利局）</p>',
        '<p>2.泵站扩容（云水市水利局）</p>',
      ],
      'b.txt': ['<p>市水利局介绍了情况。</p>', '<p>1.水表更新（云水市水利局）</p>'],
    });
    expect(edit.changeAnnotations).toMatchObject({
      variant: { label: 'Other ways of writing it', needsConfirmation: true },
      elsewhere: { needsConfirmation: true },
    });
  });

  it('takes a new name without the place everywhere', async () => {
    await start(articles);
    const edit = await ask<WorkspaceEdit>('rename', '云水市水务局负责', { newName: '清源水务中心' });
    expect(changedLines(edit)['a.txt']?.slice(1)).toEqual([
      '<p>1.管道更换（清源水务中心）</p>',
      '<p>2.泵站扩容（清源水务中心）</p>',
    ]);
  });

  it('is found by its whole name among the symbols of the folder, and by the one that is written', async () => {
    await start(articles);
    const ask = async (query: string) => {
      const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query });
      return symbols.map(({ name, containerName }) => `${name} ${containerName}`).toSorted();
    };
    expect(await ask('云水市水务局')).toEqual(
      ['水表更新', '泵站扩容', '管道更换'].map((title) => `云水市水务局 ${title}`),
    );
    expect(await ask('晴川水务局')).toEqual(['晴川市水务局 水表更新']);
    expect(await ask('泵站')).toEqual(['泵站扩容 云水市水务局']);
  });
});

describe('a rename that would change a file in another encoding', () => {
  const original = { text: '', encoding: 'gb18030', byteOrderMark: false, replaced: 0 } as const;
  const inGb18030 = (text: string) => encodeLike(original, new Uint8Array(), text) ?? new Uint8Array();

  it('is refused while nobody has the file open', async () => {
    await start({ ...articles, 'b.txt': inGb18030(articles['b.txt'] ?? '') });
    await expect(ask('rename', '市水务局）', { newName: '市水利局' })).rejects.toThrow(
      /b\.txt has to change, too, but is encoded as GB18030/,
    );
    await client.open(articles['b.txt'] ?? '', { uri: uriOf('b.txt') });
    const edit = await ask<WorkspaceEdit>('rename', '市水务局）', { newName: '市水利局' });
    expect(Object.keys(changedLines(edit))).toEqual(['a.txt', 'b.txt']);
  });

  it('is refused where bytes of the file are damaged', async () => {
    const whole = Buffer.from(articles['b.txt'] ?? '');
    await start({ ...articles, 'b.txt': Buffer.concat([whole, Buffer.from([0xe4, 0xbd])]) });
    await expect(ask('rename', '市水务局）', { newName: '市水利局' })).rejects.toThrow(
      /b\.txt has to change, too, but holds/,
    );
  });

  it('is refused for a category, too', async () => {
    await start({ ...articles, 'b.txt': inGb18030(articles['b.txt'] ?? '') });
    await expect(ask('rename', '民生', { newName: '便民' })).rejects.toThrow(/b\.txt has to change, too/);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('is made in %s with a byte order mark', async (encoding) => {
    const marked = encodeLike(
      { ...original, encoding, byteOrderMark: true },
      new Uint8Array(encoding === 'utf-8' ? [0xef, 0xbb, 0xbf] : encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff]),
      articles['b.txt'] ?? '',
    );
    await start({ ...articles, 'b.txt': marked ?? new Uint8Array() });
    const edit = await ask<WorkspaceEdit>('rename', '市水务局）', { newName: '市水利局' });
    expect(Object.keys(changedLines(edit))).toEqual(['a.txt', 'b.txt']);
  });
});
