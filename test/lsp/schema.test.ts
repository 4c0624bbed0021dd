import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { cleanArticle, untidyArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, fullCapabilities, startClient } from './client.ts';

let server: Bundle;
let folder: string;
let client: Client;

beforeAll(async () => {
  server = await bundleServer('node');
});
afterAll(() => server.remove());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'copydesk-schema-'));
  client = await startClient(server.file, { capabilities: fullCapabilities, folders: [uriOf('')] });
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

function uriOf(file: string): string {
  return URI.file(path.join(folder, file)).toString();
}

function set(frontMatter: unknown): void {
  client.settings = () => ({ frontMatter });
}

async function problemsOf(uri: string): Promise<readonly string[]> {
  return (await client.diagnostics(uri)).map(({ code, message }) => `${code}: ${message}`);
}

const needsDesk = { required: ['desk'] };
const missing = 'front-matter.missing-key: The key "desk" is missing; expected it in every article.';
const everything = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

describe('the setting for a schema', () => {
  it('takes one as an object', async () => {
    set({ schema: needsDesk });
    expect(await problemsOf(await client.open(cleanArticle, { uri: uriOf('a.txt') }))).toEqual([missing]);
  });

  it('takes the path of a file in the folder, and follows its changes', async () => {
    await writeFile(path.join(folder, 'desk.json'), JSON.stringify(needsDesk));
    set({ schema: 'desk.json' });
    const uri = await client.open(cleanArticle, { uri: uriOf('a.txt') });
    expect(await problemsOf(uri)).toEqual([missing]);
    await writeFile(path.join(folder, 'desk.json'), '{}');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('desk.json'), type: 2 }] });
    expect(await problemsOf(uri)).toEqual([]);
  });

  it('can be different in each folder', async () => {
    client.settings = (uri) => ({ frontMatter: uri.includes('strict') ? { schema: needsDesk } : {} });
    expect(await problemsOf(await client.open(cleanArticle, { uri: uriOf('strict/a.txt') }))).toEqual([missing]);
    expect(await problemsOf(await client.open(cleanArticle, { uri: uriOf('loose/a.txt') }))).toEqual([]);
  });

  it.each<[schema: unknown, problem: string, file?: string]>([
    ['gone.json', 'The schema gone.json cannot be read: there is no such file.'],
    ['broken.json', 'The schema broken.json cannot be read: it is no JSON.', '{'],
    [
      'odd.json',
      'The schema odd.json cannot be used: unexpected value of "type"; expected a type of JSON, or a list of them.',
      '{"type": "text"}',
    ],
    [
      { properties: [] },
      'The schema copydesk.frontMatter.schema cannot be used: unexpected value of "properties"; expected an object with a schema a key.',
    ],
  ])('%j is reported in the article and in the log, and nothing is fixed unasked', async (schema, problem, file) => {
    if (file !== undefined) await writeFile(path.join(folder, String(schema)), file);
    set({ schema });
    const uri = await client.open(untidyArticle, { uri: uriOf('a.txt') });
    expect(await problemsOf(uri)).toContain(`front-matter.schema-mismatch: ${problem}`);
    expect(client.log).toEqual([problem]);
    expect(await client.codeActions(uri, everything, { only: ['source.fixAll.copydesk'] })).toEqual([]);
  });
});
