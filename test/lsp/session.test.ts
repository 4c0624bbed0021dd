import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanArticle, untidyArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, fullCapabilities, minimalCapabilities, startClient } from './client.ts';

let server: Bundle;
beforeAll(async () => {
  server = await bundleServer('node');
});
afterAll(() => server.remove());

describe('initialize', () => {
  it('tells name, version and what is offered', async () => {
    const client = await startClient(server.file, { capabilities: fullCapabilities });
    const manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));
    expect(client.initialized).toEqual({
      serverInfo: { name: 'Copydesk', version: manifest.version },
      capabilities: expect.objectContaining({
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2 },
        diagnosticProvider: { identifier: 'copydesk', interFileDependencies: false, workspaceDiagnostics: true },
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.copydesk'] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
      }),
    });
    expect(await client.stop()).toBe(0);
  });

  it('offers no diagnostics to pull to a client that does not pull', async () => {
    const client = await startClient(server.file, { capabilities: minimalCapabilities });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    expect(await client.stop()).toBe(0);
  });

  it.each([undefined, null, 'text', 3, { language: 4, documentationBase: [] }])(
    'takes %j as initialization options',
    async (initializationOptions) => {
      const client = await startClient(server.file, { capabilities: fullCapabilities, initializationOptions });
      expect(await client.diagnostics(await client.open(cleanArticle))).toEqual([]);
      await client.stop();
    },
  );
});

describe('the program', () => {
  it('ends with 1 when the client leaves without shutdown', async () => {
    const client = await startClient(server.file, { capabilities: fullCapabilities });
    expect(await client.abandon()).toBe(1);
  });

  it('speaks over the channel of Node as well', async () => {
    const client = await startClient(server.file, { capabilities: fullCapabilities }, 'ipc');
    expect(await client.diagnostics(await client.open(cleanArticle))).toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  it('says how to call it when it is called without a transport', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [server.file], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_GB.UTF-8' },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Unexpected call without a transport\. Expected .*--stdio\.\n$/);
  });

  it('survives a request that makes no sense, and says so', async () => {
    const client = await startClient(server.file, { capabilities: fullCapabilities });
    await expect(client.request('textDocument/documentSymbol', { textDocument: null })).rejects.toThrow();
    expect(client.log).toEqual([expect.stringMatching(/^Document symbols: TypeError/)]);
    await expect(client.request('copydesk/noSuchRequest', {})).rejects.toThrow(/Unhandled method/);
    expect(await client.diagnostics(await client.open(cleanArticle))).toEqual([]);
    expect(await client.stop()).toBe(0);
  });
});

describe('bad input', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient(server.file, { capabilities: fullCapabilities });
  });
  afterAll(async () => {
    expect(client.log).toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  it.each([
    ['an empty file', ''],
    ['a byte order mark', '\uFEFF'],
    ['only line breaks', '\r\n\r\r\n\n'],
    ['an unclosed front matter', '---\ntitle: a'],
    ['broken YAML', '---\n"a: [\n\t- b: }\n---\n<p>x'],
    ['binary', `${String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code))}---\0`],
    ['lone surrogates', '---\ntitle: \uD800\n---\n<p>\uDC00</p>'],
    ['lone CR', untidyArticle.replaceAll('\n', '\r')],
    ['CRLF', untidyArticle.replaceAll('\n', '\r\n')],
    ['astral characters', untidyArticle.replaceAll('项目', '😀𠀀')],
    ['unclosed tags', '---\ntitle: a\n---\n<div><p <b>x<!-- y'],
    ['deep nesting', `---\ntitle: a\n---\n${'<div>'.repeat(10_000)}`],
    ['one long line', `---\ntitle: a\n---\n<p>${'项目（局）'.repeat(20_000)}</p>`],
  ])('gets every answer: %s', async (name, text) => {
    const uri = await client.open(text, { uri: `file:///${encodeURIComponent(name)}` });
    const everything = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
    expect(await client.pull(uri)).toMatchObject({ kind: 'full' });
    expect(await client.codeActions(uri, everything)).toEqual(expect.any(Array));
    expect(await client.codeActions(uri, everything, { only: ['source'] })).toEqual(expect.any(Array));
    for (const method of ['documentSymbol', 'foldingRange']) {
      expect(await client.request(`textDocument/${method}`, { textDocument: { uri } })).toEqual(expect.any(Array));
    }
  });
});
