import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClientCapabilities, Range } from 'vscode-languageserver';
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

/** A cursor before the first occurrence of `mark`. */
function cursorAt(text: string, mark: string): Range {
  const before = text.slice(0, text.indexOf(mark)).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start: position, end: position };
}

const firstComment = '<!-- 广告位 begin -->';
const disableLine = 'Disable boilerplate.comment on this line';
const disableFile = 'Disable boilerplate.comment in this file';
const fixKind = 'Fix all safe problems of this kind (boilerplate.comment)';

describe('quick fixes', () => {
  it('belong to the finding at the cursor, and the first safe one is preferred', async () => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle);
    const actions = await client.codeActions(uri, cursorAt(untidyArticle, firstComment));
    expect(actions.map(({ title }) => title)).toEqual([expect.any(String), fixKind, disableLine, disableFile]);
    expect(actions.map(({ kind }) => kind)).toEqual(actions.map(() => 'quickfix'));
    expect(actions.map(({ isPreferred }) => isPreferred)).toEqual([true, undefined, undefined, undefined]);
    const [, diagnostic] = await client.diagnostics(uri);
    for (const action of actions) expect(action.diagnostics).toEqual([diagnostic]);
  });

  it('mend the one finding', async () => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle);
    const [fix] = await client.codeActions(uri, cursorAt(untidyArticle, firstComment));
    const text = client.applied(uri, fix);
    expect(text).not.toContain(firstComment);
    expect(text.replace(/\n+/g, '\n')).toBe(untidyArticle.replace(firstComment, '').replace(/\n+/g, '\n'));
  });

  it('mend all of one kind', async () => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle);
    const actions = await client.codeActions(uri, cursorAt(untidyArticle, firstComment));
    const text = client.applied(
      uri,
      actions.find(({ title }) => title === fixKind),
    );
    expect(text).not.toContain('<!--');
    expect(text.startsWith('\n---')).toBe(true);
  });

  it.each([disableLine, disableFile])('silence: %s', async (title) => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle);
    const actions = await client.codeActions(uri, cursorAt(untidyArticle, firstComment));
    const text = client.applied(
      uri,
      actions.find((action) => action.title === title),
    );
    await client.change(uri, [{ text }]);
    const codes = (await client.diagnostics(uri)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'boilerplate.comment')).toHaveLength(title === disableLine ? 1 : 0);
    expect(codes).toContain('front-matter.leading-blank-line');
  });

  it('offer each way to silence once for many findings', async () => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle);
    const end = cursorAt(untidyArticle, '</div>').end;
    const actions = await client.codeActions(uri, { start: cursorAt(untidyArticle, firstComment).start, end });
    const titles = actions.map(({ title }) => title);
    expect(titles.filter((title) => title === disableFile)).toHaveLength(1);
    expect(titles.filter((title) => title === fixKind)).toHaveLength(1);
    expect(actions.find(({ title }) => title === disableFile)?.diagnostics).toHaveLength(2);
  });

  it('that are suggestions are not preferred', async () => {
    await start(fullCapabilities);
    const credit = '<p>责任编辑：王小明</p>';
    const text = cleanArticle.replace('</div>', `${credit}\n</div>`);
    const uri = await client.open(text);
    const actions = await client.codeActions(uri, cursorAt(text, '责任编辑'));
    const [fix] = actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === 'boilerplate.editor-credit');
    expect(fix?.isPreferred).toBeUndefined();
    expect(client.applied(uri, fix)).not.toContain('责任编辑：王小明</p>');
  });

  it('are nowhere but at findings', async () => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle);
    expect(await client.codeActions(uri, cursorAt(untidyArticle, '公交末班车'))).toEqual([]);
  });

  it('are translated', async () => {
    await start(fullCapabilities, { locale: 'zh-cn' });
    const uri = await client.open(untidyArticle);
    for (const { title } of await client.codeActions(uri, cursorAt(untidyArticle, firstComment))) {
      expect(title).toMatch(/\p{Script=Han}/u);
    }
  });

  it('come as plain changes for a client without versioned edits', async () => {
    await start(minimalCapabilities);
    const uri = await client.open(untidyArticle);
    const [fix] = await client.codeActions(uri, cursorAt(untidyArticle, firstComment));
    expect(Object.keys(fix?.edit ?? {})).toEqual(['changes']);
    expect(client.applied(uri, fix)).not.toContain(firstComment);
  });
});

describe('fix all', () => {
  const anywhere = cursorAt(untidyArticle, '公交末班车');

  it.each(['source', 'source.fixAll', 'source.fixAll.copydesk'])('answers to %s', async (kind) => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle);
    const actions = await client.codeActions(uri, anywhere, { only: [kind] });
    expect(actions).toMatchObject([{ kind: 'source.fixAll.copydesk', title: 'Fix all safe problems' }]);
    const text = client.applied(uri, actions[0]);
    expect(text.replace(/\n+/g, '\n')).toBe(cleanArticle.replace(/\n+/g, '\n'));
    await client.change(uri, [{ text }]);
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(await client.codeActions(uri, anywhere, { only: [kind] })).toEqual([]);
  });

  it.each(['refactor', 'source.organizeImports', 'source.fixAll.other', 'source.fix'])(
    'does not answer to %s',
    async (kind) => {
      await start(fullCapabilities);
      const uri = await client.open(untidyArticle);
      expect(await client.codeActions(uri, cursorAt(untidyArticle, firstComment), { only: [kind] })).toEqual([]);
    },
  );

  it('keeps line ends and everything else of a file with CRLF', async () => {
    await start(fullCapabilities);
    const uri = await client.open(untidyArticle.replaceAll('\n', '\r\n'));
    const [action] = await client.codeActions(uri, anywhere, { only: ['source.fixAll'] });
    const text = client.applied(uri, action);
    expect(text.replace(/(\r\n)+/g, '\r\n')).toBe(cleanArticle.replace(/\n+/g, '\r\n'));
  });

  it('is not there where checking is turned off', async () => {
    await start(fullCapabilities);
    client.settings = () => ({ enable: false });
    const uri = await client.open(untidyArticle);
    expect(await client.codeActions(uri, anywhere, { only: ['source'] })).toEqual([]);
    expect(await client.codeActions(uri, cursorAt(untidyArticle, firstComment))).toEqual([]);
  });
});
