import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
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

const codes = (diagnostics: readonly { readonly code?: unknown }[]) => diagnostics.map(({ code }) => code);
const untidyCodes = ['front-matter.leading-blank-line', 'boilerplate.comment', 'boilerplate.comment'];
const deleteFirstLine = { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' };

describe('pulled diagnostics', () => {
  it('say what, where, how bad, by whom, and where to read more', async () => {
    await start(fullCapabilities);
    const [first, second] = await client.diagnostics(await client.open(untidyArticle));
    const page = pathToFileURL(path.join(server.file, '..', '..', 'docs', 'rules', 'boilerplate.comment.md')).href;
    expect(first).toMatchObject({ code: 'front-matter.leading-blank-line', source: 'copydesk' });
    expect(first?.range.start).toEqual({ line: 0, character: 0 });
    expect(second).toMatchObject({
      code: 'boilerplate.comment',
      source: 'copydesk',
      message: expect.stringMatching(/^[A-Z]/),
      tags: [1],
      codeDescription: { href: page },
    });
    const line = untidyArticle.split('\n').findIndex((text) => text.startsWith('<!--'));
    expect(second?.range.start).toEqual({ line, character: 0 });
  });

  it('link to the pages that the client names', async () => {
    await start(fullCapabilities, { initializationOptions: { documentationBase: 'https://example.org/rules/' } });
    const [, second] = await client.diagnostics(await client.open(untidyArticle));
    expect(second?.codeDescription).toEqual({ href: 'https://example.org/rules/boilerplate.comment.md' });
  });

  it('change with the text', async () => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle);
    expect(codes(await client.diagnostics(uri))).toEqual(untidyCodes);
    await client.change(uri, [deleteFirstLine]);
    expect(codes(await client.diagnostics(uri))).toEqual(untidyCodes.slice(1));
    await client.change(uri, [{ text: cleanArticle }]);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  it('are "unchanged" only for the same version and settings of the same opening', async () => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle);
    const first = await client.pull(uri);
    expect(first).toMatchObject({ kind: 'full' });
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.close(uri);
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'full', items: [] });
    await client.open(untidyArticle);
    const reopened = await client.pull(uri, first.resultId);
    expect(reopened).toMatchObject({ kind: 'full', items: { length: 3 } });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await client.pull(uri, reopened.resultId)).toMatchObject({ kind: 'full', items: { length: 3 } });
  });

  it('are in the language of the client', async () => {
    await start(fullCapabilities, { locale: 'zh-cn' });
    const [first] = await client.diagnostics(await client.open(untidyArticle));
    expect(first?.message).toMatch(/\p{Script=Han}/u);
  });

  it('are in the language of the initialization options before that of the client', async () => {
    await start(fullCapabilities, { locale: 'zh-cn', initializationOptions: { language: 'en' } });
    const [first] = await client.diagnostics(await client.open(untidyArticle));
    expect(first?.message).not.toMatch(/\p{Script=Han}/u);
  });

  it('are not for texts that are no article', async () => {
    await start(fullCapabilities);
    const uri = await client.open('\n---\nnotes: none\n---\n\nJust a *note* <!-- 广告位 -->', {
      languageId: 'markdown',
    });
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  it('are for articles under any language', async () => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle, { languageId: 'plaintext' });
    expect(codes(await client.diagnostics(uri))).toEqual(untidyCodes);
  });

  it('of an article of 10 MB say that only its front matter is checked', async () => {
    await start(fullCapabilities);
    const text = untidyArticle.replace(/^author:.*\n/m, '') + '<p>x</p>\n'.repeat(1_250_000);
    const uri = await client.open(text);
    expect(await client.diagnostics(uri)).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: 3,
        code: 'too-large',
        source: 'copydesk',
        message:
          'This article is too large to be checked while you type: over 2 million characters. Only its front matter is; "copydesk check" checks all of it.',
      },
      expect.objectContaining({ code: 'front-matter.leading-blank-line' }),
      expect.objectContaining({ code: 'front-matter.missing-key' }),
    ]);
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri } })).toEqual([]);
  });

  it('count in UTF-8 for a client that prefers it', async () => {
    await start({ ...fullCapabilities, general: { positionEncodings: ['utf-8', 'utf-16'] } });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-8');
    const text = cleanArticle.replace('名单。', '名单。<!-- 广告位 -->');
    const uri = await client.open(text);
    const line = text.split('\n').findIndex((each) => each.includes('<!--'));
    const [start_, end] = ['<!--', '</p>'].map((mark) =>
      Buffer.byteLength(text.split('\n')[line]?.split(mark)[0] ?? ''),
    );
    const range = { start: { line, character: start_ ?? 0 }, end: { line, character: end ?? 0 } };
    expect(await client.diagnostics(uri)).toMatchObject([{ code: 'boilerplate.comment', range }]);
    await client.change(uri, [{ range, text: '' }]);
    expect(await client.diagnostics(uri)).toEqual([]);
  });
});

describe('pushed diagnostics', () => {
  it('come after opening and each change, and go on closing', async () => {
    await start(minimalCapabilities);
    const uri = await client.open(untidyArticle);
    const first = await client.pushed();
    expect(first.uri).toBe(uri);
    expect(codes(first.diagnostics)).toEqual(untidyCodes);
    await client.change(uri, [deleteFirstLine]);
    expect(codes((await client.pushed()).diagnostics)).toEqual(untidyCodes.slice(1));
    await client.close(uri);
    expect(await client.pushed()).toEqual({ uri, diagnostics: [] });
  });

  it('have nothing that the client did not say it knows', async () => {
    await start(minimalCapabilities);
    await client.open(untidyArticle);
    const keys = (await client.pushed()).diagnostics.flatMap((diagnostic) => Object.keys(diagnostic));
    expect([...new Set(keys)].sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });

  it('carry the version for a client that knows it', async () => {
    await start({ textDocument: { publishDiagnostics: { versionSupport: true } } });
    await client.open(untidyArticle, { version: 7 });
    expect(await client.pushed()).toMatchObject({ version: 7, diagnostics: { length: 3 } });
  });

  it('follow settings that are pushed', async () => {
    await start(minimalCapabilities);
    await client.open(untidyArticle);
    await client.pushed();
    await client.notify('workspace/didChangeConfiguration', {
      settings: { copydesk: { rules: { 'boilerplate.comment': 'off', 'front-matter.leading-blank-line': 'hint' } } },
    });
    expect((await client.pushed()).diagnostics).toMatchObject([{ code: untidyCodes[0], severity: 4 }]);
  });
});

describe('settings', () => {
  it('are asked for document by document', async () => {
    await start(fullCapabilities);
    client.settings = (uri) => (uri.includes('/quiet/') ? { enable: false } : null);
    const loud = await client.open(untidyArticle, { uri: 'file:///loud/a.txt' });
    const quiet = await client.open(untidyArticle, { uri: 'file:///quiet/a.txt' });
    expect(await client.diagnostics(loud)).toHaveLength(3);
    expect(await client.diagnostics(quiet)).toEqual([]);
  });

  it('take effect when they change: the client is told to ask again', async () => {
    await start(fullCapabilities);
    expect(await client.asked('client/registerCapability')).toMatchObject({
      registrations: [
        { method: 'workspace/didChangeConfiguration', registerOptions: { section: ['copydesk', 'files.exclude'] } },
      ],
    });
    const uri = await client.open(untidyArticle);
    const before = await client.pull(uri);
    client.settings = () => ({ rules: { 'boilerplate.*': 'off' } });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.asked('workspace/diagnostic/refresh');
    const after = await client.pull(uri, before.resultId);
    expect(after.kind === 'full' && codes(after.items)).toEqual(untidyCodes.slice(0, 1));
  });

  it('that make no sense are named in the log once, and not applied', async () => {
    await start(fullCapabilities);
    client.settings = () => ({ enable: 'maybe', rules: { 'no.such-rule': 'off', 'boilerplate.comment': 'info' } });
    for (const name of ['a', 'b']) {
      const uri = await client.open(untidyArticle, { uri: `file:///articles/${name}.txt` });
      expect(await client.diagnostics(uri)).toMatchObject([{}, { severity: 3 }, { severity: 3 }]);
    }
    expect(client.log).toEqual([
      'Unexpected value "maybe" of the setting copydesk.enable. Expected true or false.',
      'Unknown rule no.such-rule in the setting copydesk.rules.',
    ]);
  });
});
