import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Hover, Location, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { createProto } from '../../server/src/lsp/proto.ts';
import { cleanArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, fullCapabilities, startClient } from './client.ts';

/** Three articles name the organisation: one is open, one is open and changed, one is a file only. */
const organization = '城东区水务局';
const unsaved = cleanArticle.replace(organization, `${organization}，${organization}`);

let server: Bundle;
let folder: string;
let client: Client;

beforeAll(async () => {
  server = await bundleServer('node');
});
afterAll(() => server.remove());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'copydesk-organizations-'));
  for (const file of ['a.txt', 'b.txt', 'c.txt']) await writeFile(path.join(folder, file), cleanArticle);
  await writeFile(path.join(folder, 'd.txt'), cleanArticle.replaceAll(organization, '河东区水务局'));
  client = await startClient(server.file, { capabilities: fullCapabilities, folders: [URI.file(folder).toString()] });
  await client.open(cleanArticle, { uri: uriOf('a.txt') });
  await client.open(unsaved, { uri: uriOf('b.txt'), version: 7 });
  await client.request('copydesk/index/settled', null);
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

function uriOf(file: string): string {
  return URI.file(path.join(folder, file)).toString();
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** Asks about the organisation in the first article. */
function ask<Result>(method: string, params: object = {}): Promise<Result> {
  const offset = cleanArticle.indexOf(organization);
  const position = createProto(cleanArticle, 'utf-16').toRange({ start: offset, end: offset }).start;
  return client.request(`textDocument/${method}`, { textDocument: { uri: uriOf('a.txt') }, position, ...params });
}

describe('an organisation in several articles', () => {
  it('has its references in all of them, as they are in the editor', async () => {
    const places = await ask<Location[]>('references', { context: { includeDeclaration: true } });
    expect(places.map(({ uri }) => nameOf(uri)).toSorted()).toEqual(['a.txt', 'b.txt', 'b.txt', 'c.txt']);
    const [first, ...others] = places.map(({ range }) => range);
    for (const range of others) expect(range.start.line).toBe(first?.start.line);
  });

  it('is renamed in all of them, and what is not in sight is to be confirmed', async () => {
    const edit = await ask<WorkspaceEdit>('rename', { newName: '城东区水利局' });
    const changed = new Map<string, string>();
    for (const change of edit.documentChanges ?? []) {
      if (!('textDocument' in change)) throw new Error('The rename does more than change texts');
      const { uri, version } = change.textDocument;
      const text = nameOf(uri) === 'b.txt' ? unsaved : await readFile(path.join(folder, nameOf(uri)), 'utf8');
      const proto = createProto(text, 'utf-16');
      const edits = change.edits as (TextEdit & { annotationId?: string })[];
      const applied = edits.map(({ range, newText }) => ({ span: proto.toSpan(range), text: newText }));
      changed.set(`${nameOf(uri)} ${version} ${edits[0]?.annotationId}`, applyEdits(text, applied));
    }
    expect(Object.fromEntries(changed)).toEqual({
      'a.txt 1 undefined': cleanArticle.replace(organization, '城东区水利局'),
      'b.txt 7 elsewhere': unsaved.replaceAll(organization, '城东区水利局'),
      'c.txt null elsewhere': cleanArticle.replace(organization, '城东区水利局'),
    });
    expect(edit.changeAnnotations).toMatchObject({ elsewhere: { label: 'Other articles', needsConfirmation: true } });
  });

  it('is not renamed at all where one of them has markup in the name', async () => {
    const uri = uriOf('b.txt');
    await client.change(uri, [{ text: cleanArticle.replace(organization, '城东区<b>水务局</b>') }]);
    await client.request('copydesk/index/settled', null);
    await expect(ask('rename', { newName: '城东区水利局' })).rejects.toThrow(/markup inside in b\.txt, line 13/);
  });

  it('says so on its card', async () => {
    expect(JSON.stringify(await ask<Hover>('hover'))).toContain('Other articles: 2');
  });
});
