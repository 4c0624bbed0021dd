import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CompletionItem, Range, WorkspaceEdit } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { createProto } from '../../server/src/lsp/proto.ts';
import type { AddedRule, AddRuleParams, CleanResult, ProposedRule } from '../../server/src/lsp/protocol.ts';
import { inventArticles } from '../workspace/invented-sites.ts';
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
  folder = await mkdtemp(path.join(tmpdir(), 'copydesk-boilerplate-'));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

const capabilities: ClientCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

async function put(file: string, text: string): Promise<string> {
  const full = path.join(folder, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
  return uriOf(file);
}

function uriOf(file: string): string {
  return URI.file(path.join(folder, file)).toString();
}

async function start(options: { readonly locale?: string } = {}): Promise<void> {
  client = await startClient(server.file, { capabilities, folders: [uriOf('')], ...options });
}

const slogan = '江风浩荡，一路同行';
const article = `---
title: '渡口重新开航'
site: 江边晨报
---

<div>
<p>　　停航三个月的渡口昨天重新开航，首班船载着四十多名乘客和两车蔬菜驶向对岸。</p>
<p>${slogan}</p>
<div class="share-bar">分享到：<a href="#">微信</a></div>
</div>
`;

function rangeOf(mark: string): Range {
  const start = article.indexOf(mark);
  return createProto(article, 'utf-16').toRange({ start, end: start + mark.length });
}

async function codes(uri: string): Promise<readonly unknown[]> {
  const all = await client.diagnostics(uri);
  return all.map(({ code }) => code).filter((code) => String(code).startsWith('boilerplate.'));
}

/** What the edit of a file writes into a text. */
function written(text: string, edits: readonly { range: Range; newText: string }[]): string {
  const { toSpan } = createProto(text, 'utf-16');
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ span: toSpan(range), text: newText })),
  );
}

describe('the catalogue of a folder', () => {
  const catalogue = `rules:\n  - kind: ad\n    text: ${slogan}\n`;

  it('counts for its articles, as it stands in the editor', async () => {
    const file = await put('.copydesk/boilerplate.yaml', catalogue);
    await start();
    const uri = await client.open(article, { uri: uriOf('a.txt') });
    expect(await codes(uri)).toEqual(['boilerplate.ad', 'boilerplate.share']);
    await client.open(catalogue.replace('kind: ad', 'kind: profile'), { uri: file, languageId: 'yaml' });
    await client.asked('workspace/diagnostic/refresh');
    expect(await codes(uri)).toEqual(['boilerplate.profile', 'boilerplate.share']);
  });

  it('is checked itself', async () => {
    await start();
    const uri = await client.open('rules:\n  - kind: advert\n    text: a\n', {
      uri: uriOf('.copydesk/boilerplate.yaml'),
      languageId: 'yaml',
    });
    expect(await client.diagnostics(uri)).toMatchObject([
      { message: expect.stringMatching(/^Unexpected kind/), range: { start: { line: 1, character: 10 } } },
    ]);
  });

  it('is completed, in the language of the client', async () => {
    await put('b.txt', article);
    await start({ locale: 'zh-cn' });
    await client.request('copydesk/index/settled', null);
    const uri = await client.open('rules:\n  - kind: \n    sites: []\n', {
      uri: uriOf('.copydesk/boilerplate.yaml'),
      languageId: 'yaml',
    });
    const at = (line: number, character: number) =>
      client.request<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      });
    expect((await at(1, 10)).find(({ label }) => label === 'ad')).toMatchObject({ detail: '广告' });
    expect((await at(2, 12)).map(({ label }) => label)).toEqual(['江边晨报']);
  });
});

describe('"Not boilerplate"', () => {
  const title = 'Not boilerplate: make an exception for boilerplate.share in the catalogue';

  async function exception(): Promise<WorkspaceEdit | undefined> {
    const uri = await client.open(article, { uri: uriOf('a.txt') });
    const actions = await client.codeActions(uri, rangeOf('分享到'));
    return actions.find((action) => action.title === title)?.edit;
  }

  it('begins a catalogue', async () => {
    await start();
    const edit = await exception();
    const [create, change] = edit?.documentChanges ?? [];
    expect(create).toMatchObject({ kind: 'create', uri: uriOf('.copydesk/boilerplate.yaml') });
    expect(JSON.stringify(change)).toContain("exceptions:\\n  - kind: share\\n    text: '分享到：微信'");
  });

  it('adds to the catalogue there is, and keeps what stands in it', async () => {
    const mine = '# mine\nexceptions:\n  - text: 江风 # why\n';
    const file = await put('.copydesk/boilerplate.yaml', mine);
    await start();
    const edit = await exception();
    const [change] = edit?.documentChanges ?? [];
    if (!change || !('edits' in change)) throw new Error('An edit of the catalogue was expected');
    expect(change.textDocument.uri).toBe(file);
    const text = written(mine, change.edits as readonly { range: Range; newText: string }[]);
    expect(text).toBe(`${mine}  - kind: share\n    text: '分享到：微信'\n`);
    await client.open(text, { uri: file, languageId: 'yaml' });
    await client.asked('workspace/diagnostic/refresh');
    expect(await codes(uriOf('a.txt'))).toEqual([]);
  });
});

describe('a selection', () => {
  async function propose(mark: string): Promise<ProposedRule> {
    for (const name of ['b.txt', 'c.txt']) await put(name, article);
    await put('d.txt', article.replace(slogan, '别的话'));
    await start();
    await client.request('copydesk/index/settled', null);
    const uri = await client.open(article, { uri: uriOf('a.txt') });
    await client.request('copydesk/index/settled', null);
    return client.request<ProposedRule>('copydesk/boilerplate/propose', { uri, range: rangeOf(mark) });
  }

  async function add(mark: string, choice: Pick<AddRuleParams, 'by' | 'kind'>): Promise<AddedRule['edit']> {
    const place = { uri: uriOf('a.txt'), range: rangeOf(mark) };
    return (await client.request<AddedRule>('copydesk/boilerplate/add', { ...place, ...choice })).edit;
  }

  it('becomes a rule, after it is said how many articles that touches', async () => {
    const { choices, ...rest } = await propose('浩荡');
    expect(rest).toEqual({ site: '江边晨报', articleCount: 4 });
    expect(choices).toMatchObject([{ by: 'text', values: [slogan], touchedCount: 3 }]);
    expect(choices[0]?.kinds[0]).toEqual({ kind: 'repeated', label: 'Repeated by the site' });
    const edit = await add('浩荡', { by: 'text', kind: 'profile' });
    expect(edit).toMatchObject({ uri: uriOf('.copydesk/boilerplate.yaml'), isNew: true });
    const text = written('', edit?.edits ?? []);
    expect(text).toContain(`  - kind: profile\n    text: '${slogan}'\n    sites: ['江边晨报']\n`);
    await client.open(text, { uri: edit?.uri ?? '', languageId: 'yaml' });
    await client.asked('workspace/diagnostic/refresh');
    expect(await codes(uriOf('a.txt'))).toEqual(['boilerplate.profile', 'boilerplate.share']);
  });

  it('that covers an element becomes a rule by its words or by its name', async () => {
    const { choices } = await propose('<div class="share-bar">分享到：<a href="#">微信</a></div>');
    expect(choices.map(({ by, values, touchedCount, kinds }) => [by, values, touchedCount, kinds[0]?.kind])).toEqual([
      ['text', ['分享到：微信'], 4, 'share'],
      ['selector', ['div.share-bar'], 4, 'share'],
    ]);
    const edit = await add('分享到', { by: 'selector', kind: 'share' });
    expect(written('', edit?.edits ?? [])).toContain("  - kind: share\n    selector: 'div.share-bar'\n");
  });
});

it('articles that are not open are cleaned', async () => {
  await start();
  const uri = uriOf('a.txt');
  const { articles } = await client.request<CleanResult>('copydesk/clean', {
    articles: [
      { uri, text: article },
      { uri: uriOf('b.txt'), text: '---\ntitle: 渡口\n---\n\n<p>停航三个月的渡口昨天重新开航。</p>\n' },
    ],
    suggestions: false,
  });
  expect(articles.map((cleaned) => cleaned.uri)).toEqual([uri]);
  const text = written(article, articles[0]?.edits ?? []);
  expect(text).toBe(article.replace(/<div class="share-bar">.*\n/, ''));
});

it('what a person has to decide about is offered beside what is safe', async () => {
  await start();
  const text = article.replace('</div>\n</div>', '</div>\n<p>责任编辑：周小满</p>\n</div>');
  const params = { articles: [{ uri: uriOf('a.txt'), text }], suggestions: true };
  const [cleaned] = (await client.request<CleanResult>('copydesk/clean', params)).articles;
  expect(cleaned?.suggestions.map(({ title }) => title)).toEqual(['Move to the front matter: editor: 周小满']);
  const all = [...(cleaned?.edits ?? []), ...(cleaned?.suggestions.flatMap(({ edits }) => edits) ?? [])];
  const ordered = all.toSorted((a, b) => a.range.start.line - b.range.start.line);
  expect(written(text, ordered)).toBe(
    article.replace(/<div class="share-bar">.*\n/, '').replace('江边晨报\n---', '江边晨报\neditor: 周小满\n---'),
  );
});

it('what the articles of a folder repeat is reported in each', async () => {
  const articles = inventArticles(60);
  for (const { file, text } of articles) await put(file, text);
  await start();
  await client.request('copydesk/index/settled', null);
  await client.asked('workspace/diagnostic/refresh');
  const [first] = articles;
  const uri = await client.open(first?.text ?? '', { uri: uriOf(first?.file ?? '') });
  expect(await codes(uri)).toContain('boilerplate.repeated');
});
