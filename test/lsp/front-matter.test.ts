import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  DocumentLink,
  Hover,
  Position,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { cleanArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, fullCapabilities, startClient } from './client.ts';

const capabilities: ClientCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    ...fullCapabilities.textDocument,
    completion: {},
    documentLink: {},
    hover: { contentFormat: ['markdown'] },
    rename: { prepareSupport: true },
  },
};

let server: Bundle;
let folder: string;
let client: Client;

beforeAll(async () => {
  server = await bundleServer('node');
});
afterAll(() => server.remove());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'copydesk-front-matter-'));
  await writeFile(path.join(folder, 'b.txt'), cleanArticle.replace('陈立秋', '林晓'));
  await writeFile(path.join(folder, 'c.txt'), cleanArticle.replace(' - 民生', ' - "民生" # why\n - 社会'));
  client = await startClient(server.file, {
    capabilities,
    folders: [uriOf('')],
    initializationOptions: { timeZone: 'Asia/Shanghai', language: 'en' },
  });
  await client.request('copydesk/index/settled', null);
});
afterEach(async () => {
  expect(client.log).toEqual([]);
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

function uriOf(file: string): string {
  return URI.file(path.join(folder, file)).toString();
}

/** Opens an article and gives the place behind `words` in it. */
async function openAt(text: string, words: string): Promise<{ uri: string; position: Position }> {
  const uri = await client.open(text, { uri: uriOf('a.txt') });
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  await client.request('copydesk/index/settled', null);
  return { uri, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

async function ask<Result>(method: string, text: string, words: string, more: object = {}): Promise<Result> {
  const { uri, position } = await openAt(text, words);
  return client.request(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
}

describe('completion', () => {
  it('offers the keys that are missing, those that are required first', async () => {
    const items = await ask<CompletionItem[]>(
      'completion',
      cleanArticle.replace('author: 陈立秋\n', '\n'),
      'categories:\n - 民生\n',
    );
    expect(items[0]).toMatchObject({ label: 'author', detail: 'Who wrote the article: a person, not the site.' });
    expect(items.map(({ label }) => label)).not.toContain('title');
  });

  it('offers the values of the workspace, those used most first', async () => {
    const text = cleanArticle.replace(' - 民生', ' - ').replace('author: 陈立秋', 'author: ');
    const categories = await ask<CompletionItem[]>('completion', text, 'categories:\n - ');
    expect(categories.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
      '民生: Articles with it: 2',
      '社会: Articles with it: 1',
    ]);
    const authors = await ask<CompletionItem[]>('completion', text, 'author: ');
    expect(authors.map(({ label }) => label).toSorted()).toEqual(['林晓', '陈立秋']);
  });

  it('offers what a schema enumerates', async () => {
    client.settings = () => ({ frontMatter: { schema: { properties: { desk: { enum: ['时政', '民生'] } } } } });
    const items = await ask<CompletionItem[]>('completion', cleanArticle.replace('author', 'desk: \nauthor'), 'desk: ');
    expect(items.map(({ label }) => label)).toEqual(['时政', '民生']);
  });
});

describe('hover', () => {
  /** The text of a card, without the marks that escape punctuation in Markdown. */
  const cardOf = (hover: Hover | null): string => JSON.stringify(hover?.contents ?? null).replaceAll('\\', '');

  it('tells a date by the reader’s clock', async () => {
    expect(cardOf(await ask('hover', cleanArticle, 'date: 2022'))).toMatch(/10:10:00\sAM GMT\+8/);
  });

  it('tells what a key means, and where a name is shared', async () => {
    expect(cardOf(await ask('hover', cleanArticle, 'tit'))).toContain('headline');
    expect(cardOf(await ask('hover', cleanArticle, '- 民'))).toContain('Articles with it: 3');
  });

  it('shows a picture only where the setting allows it', async () => {
    const text = cleanArticle.replace('date:', 'headimg: https://img.example.org/a.jpg\ndate:');
    expect(cardOf(await ask('hover', text, 'https://img'))).not.toContain('![');
    client.settings = () => ({ hover: { images: true } });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(cardOf(await ask('hover', text, 'https://img'))).toContain('![](<https://img.example.org/a.jpg>)');
  });
});

it('links lead to the addresses of the front matter', async () => {
  const text = cleanArticle.replace('date:', "headimg: 'https://img.example.org/a.jpg'\ndate:");
  const { uri } = await openAt(text, 'title');
  const links: DocumentLink[] = await client.request('textDocument/documentLink', { textDocument: { uri } });
  expect(links).toEqual([
    {
      range: { start: { line: 5, character: 10 }, end: { line: 5, character: 39 } },
      target: 'https://img.example.org/a.jpg',
    },
  ]);
});

describe('rename of a category', () => {
  it('is offered on its name', async () => {
    expect(await ask('prepareRename', cleanArticle, '- 民')).toMatchObject({ placeholder: '民生' });
  });

  it('changes every article, and asks before it changes another one', async () => {
    const edit = await ask<WorkspaceEdit>('rename', cleanArticle, '- 民', { newName: '社会' });
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    const summary = changes.map(({ textDocument, edits }) => [
      textDocument.uri.slice(-5),
      textDocument.version,
      edits.map((one) => ('newText' in one ? one.newText : '')),
      edits.every((one) => 'annotationId' in one),
    ]);
    expect(summary.toSorted()).toEqual([
      ['a.txt', 1, ['社会'], false],
      ['b.txt', null, ['社会'], true],
      ['c.txt', null, [''], true],
    ]);
    expect(Object.values(edit.changeAnnotations ?? {})).toEqual([
      { label: 'Other articles', description: '“民生” becomes “社会”', needsConfirmation: true },
    ]);
  });

  it('refuses a name of several lines', async () => {
    await expect(ask('rename', cleanArticle, '- 民', { newName: 'a\nb' })).rejects.toThrow(/one line/);
  });
});
