import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import type {
  ArticleTreeItem,
  ArticleTreeList,
  ArticleTreeParams,
  FileList,
  IndexState,
} from '../../server/src/lsp/protocol.ts';
import { cleanArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, type ClientOptions, fullCapabilities, startClient } from './client.ts';

let server: Bundle;
let folder: string;
let client: Client | undefined;

beforeAll(async () => {
  server = await bundleServer('node');
});
afterAll(() => server.remove());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'copydesk-tree-'));
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
  await rm(folder, { recursive: true, force: true });
});

function uriOf(file: string): string {
  return URI.file(path.join(folder, file)).toString();
}

async function put(file: string, text: string): Promise<string> {
  const full = path.join(folder, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
  return uriOf(file);
}

/** Starts on the folder, and resolves once it is indexed. */
async function start(options: Partial<ClientOptions> = {}): Promise<Client> {
  client = await startClient(server.file, { capabilities: fullCapabilities, folders: [uriOf('')], ...options });
  await client.request('copydesk/index/settled', null);
  return client;
}

async function list(params: Omit<ArticleTreeParams, 'offset'>, offset = 0): Promise<ArticleTreeList> {
  if (!client) throw new Error('no client was started');
  return client.request('copydesk/articles/tree', { ...params, offset });
}

/** What a reader sees of an entry. */
function shown(item: ArticleTreeItem): string {
  switch (item.kind) {
    case 'group':
      return `${item.value ?? '-'}: ${item.useCount} in ${item.articleCount}${item.severity ? `, ${item.severity}` : ''}`;
    case 'article': {
      const line = item.range ? `:${item.range.start.line}` : '';
      return `${item.title} (${item.count}) ${path.basename(item.uri)}${line}`;
    }
    default:
      return `${item.kind} ${item.label} [${item.detail}] ${path.basename(item.uri)}:${item.range.start.line}`;
  }
}

async function entries(params: Omit<ArticleTreeParams, 'offset'>): Promise<readonly string[]> {
  return (await list(params)).items.map(shown);
}

const untidy = cleanArticle
  .replace('author: 陈立秋', 'author: 望川日报\nsite: 望川日报')
  .replace('便民服务项目', '便民项目')
  .replace('</div>', '<!-- 广告位 -->\n<!-- 广告位 -->\n</div>');

describe('copydesk/articles/tree', () => {
  beforeEach(async () => {
    await put('a.txt', cleanArticle.replace('categories:\n - 民生\n', 'categories: []\n'));
    await put('b.txt', untidy);
    await put('c.txt', untidy);
    await start();
  });

  it('groups by site, those without one last', async () => {
    expect(await entries({ grouping: 'site' })).toEqual(['望川日报: 2 in 2', '-: 1 in 1']);
    expect(await entries({ grouping: 'site', group: '望川日报' })).toEqual([
      '城东区公布便民项目 (4) b.txt',
      '城东区公布便民项目 (4) c.txt',
    ]);
    expect(await entries({ grouping: 'site', group: null })).toEqual(['城东区公布便民服务项目 (4) a.txt']);
    expect(await entries({ grouping: 'site', group: '望川日报', article: uriOf('b.txt') })).toEqual([
      'project 社区食堂扩建 [城东区民政局] b.txt:12',
      'project 老旧管道更换 [城东区水务局、城东区住建局] b.txt:13',
      'project 乡村书屋联网 [柳河镇人民政府] b.txt:15',
      'project 公交末班车延时 [城东区交通局] b.txt:16',
    ]);
  });

  it('groups by category', async () => {
    expect(await entries({ grouping: 'category' })).toEqual(['民生: 2 in 2', '-: 1 in 1']);
    expect(await entries({ grouping: 'category', group: '民生' })).toHaveLength(2);
    expect(await entries({ grouping: 'category', group: null })).toEqual(['城东区公布便民服务项目 (4) a.txt']);
  });

  it('groups by problem, the gravest first, and leads to the findings', async () => {
    const groups = await entries({ grouping: 'problem' });
    expect(groups).toContain('boilerplate.comment: 4 in 2, info');
    const severities = groups.map((group) => group.slice(group.lastIndexOf(' ') + 1));
    expect(severities).toEqual(severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    const group = 'boilerplate.comment';
    expect(await entries({ grouping: 'problem', group })).toEqual([
      '城东区公布便民项目 (2) b.txt:17',
      '城东区公布便民项目 (2) c.txt:17',
    ]);
    const findings = await entries({ grouping: 'problem', group, article: uriOf('b.txt') });
    expect(findings).toEqual([
      expect.stringMatching(/^finding Comment left by the site.*b\.txt:17$/),
      expect.stringMatching(/b\.txt:18$/),
    ]);
  });

  it('groups by organisation, and leads to what is said of it', async () => {
    expect(await entries({ grouping: 'organization' })).toContain('柳河镇人民政府: 3 in 3');
    expect(await entries({ grouping: 'organization', group: '柳河镇人民政府' })).toEqual([
      'project 乡村书屋联网 [城东区公布便民服务项目] a.txt:13',
      'project 乡村书屋联网 [城东区公布便民项目] b.txt:15',
      'project 乡村书屋联网 [城东区公布便民项目] c.txt:15',
    ]);
  });

  it('gives the articles of a group', async () => {
    const files = async (grouping: string, group: string | null) =>
      (await client?.request<FileList>('copydesk/articles/group', { grouping, group }))?.files;
    expect(await files('site', '望川日报')).toEqual([uriOf('b.txt'), uriOf('c.txt')]);
    expect(await files('organization', '柳河镇人民政府')).toHaveLength(3);
    expect(await files('category', null)).toEqual([uriOf('a.txt')]);
  });

  it('has nothing to say of what is gone', async () => {
    expect(await entries({ grouping: 'site', group: 'nobody' })).toEqual([]);
    expect(await entries({ grouping: 'site', group: null, article: uriOf('gone.txt') })).toEqual([]);
  });
});

const order = ['error', 'warning', 'info', 'hint'];

it('gives long lists in parts', async () => {
  const names = Array.from({ length: 450 }, (_, number) => `${String(number).padStart(3, '0')}.txt`);
  for (const name of names) await put(name, '---\ntitle: 短讯\nsite: 望川日报\n---\n<p>短讯</p>\n');
  await start();
  const site = { grouping: 'site', group: '望川日报' } as const;
  const { items, rest } = await list(site);
  expect(items).toHaveLength(200);
  expect(rest).toEqual([
    { offset: 200, length: 200, first: '200.txt', last: '399.txt' },
    { offset: 400, length: 50, first: '400.txt', last: '449.txt' },
  ]);
  const last = await list(site, 400);
  expect(last.items.map(shown).at(-1)).toBe('短讯 (0) 449.txt');
  expect({ count: last.items.length, rest: last.rest }).toEqual({ count: 50, rest: [] });
});

describe('a client that follows the index', () => {
  const follows = { initializationOptions: { followsIndex: true } };

  it('is told when it changes, and what it is', async () => {
    await put('a.txt', cleanArticle);
    const client = await start(follows);
    expect(await client.told('copydesk/index/changed')).toEqual({ state: 'complete', articleCount: 1 });
    const uri = await put('b.txt', cleanArticle);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    expect(await client.told('copydesk/index/changed')).toMatchObject({ articleCount: 2 });
  });

  it('may have folders read that the user did not want read', async () => {
    await put('a.txt', cleanArticle);
    client = await startClient(server.file, { capabilities: fullCapabilities, folders: [uriOf('')], ...follows });
    client.settings = () => ({ index: { askAbove: 0 } });
    expect(await client.request<IndexState>('copydesk/index/settled', null)).toMatchObject({ state: 'stopped' });
    await client.request('copydesk/index/build', null);
    expect(await client.request<IndexState>('copydesk/index/settled', null)).toMatchObject({
      state: 'complete',
      articleCount: 1,
    });
  });

  it('can stop it', async () => {
    const files = Array.from({ length: 400 }, (_, number) => `memfs:/shelf/${number}.txt`);
    const answer = async (method: string): Promise<unknown> => {
      if (method === 'copydesk/files/list') return { files };
      // The first file is not given before the index has been stopped.
      if (method === 'copydesk/files/read') await client?.request('copydesk/index/stop', null);
      return { text: cleanArticle };
    };
    const initializationOptions = { files: true, followsIndex: true };
    const folders = ['memfs:/shelf'];
    client = await startClient(server.file, { capabilities: fullCapabilities, folders, initializationOptions, answer });
    const { state, articleCount } = await client.request<IndexState>('copydesk/index/settled', null);
    expect({ state, isAll: articleCount === 400 }).toEqual({ state: 'stopped', isAll: false });
  });
});
