import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { ClientCapabilities, SymbolInformation, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { IndexState } from '../../server/src/lsp/protocol.ts';
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
  folder = await mkdtemp(path.join(tmpdir(), 'copydesk-workspace-'));
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
  await rm(folder, { recursive: true, force: true });
});

const capabilities: ClientCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    symbol: {},
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** An article with one project of its own. */
function articleAbout(project: string): string {
  return cleanArticle.replace('社区食堂扩建', project);
}

async function put(file: string, text: string | Uint8Array): Promise<string> {
  const full = path.join(folder, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
  return uriOf(file);
}

function uriOf(file: string): string {
  return URI.file(path.join(folder, file)).toString();
}

async function start(options: Partial<ClientOptions> = {}, settings?: Client['settings']): Promise<Client> {
  const started = await startClient(server.file, { capabilities, folders: [uriOf('')], ...options });
  if (settings) started.settings = settings;
  client = started;
  return started;
}

function settled({ request }: Client): Promise<IndexState> {
  return request('copydesk/index/settled', null);
}

/** What workspace symbols find once the index has settled: the project and the path of its file in the folder. */
async function found(client: Client, query: string): Promise<readonly string[]> {
  await settled(client);
  const symbols: readonly SymbolInformation[] = await client.request('workspace/symbol', { query });
  return symbols
    .map(({ name, location }) => `${name} in ${decodeURIComponent(location.uri.slice(uriOf('').length + 1))}`)
    .sort();
}

async function tell(client: Client, uri: string, type: 1 | 2 | 3): Promise<void> {
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
}

describe('the index of a folder', () => {
  it('knows the articles that nobody opened', async () => {
    await put('a.txt', articleAbout('河堤加固'));
    await put('旧闻/b (1).md', articleAbout('河堤照明'));
    await put('gb.txt', Buffer.from([...Buffer.from('---\ntitle: a\n---\n<p>1.'), 0xba, 0xd3, ...Buffer.from('</p>')]));
    await put('notes.txt', '# 河堤\n\nno article');
    await put('binary.txt', Buffer.from([0, 1, 2]));
    const client = await start();
    expect(await settled(client)).toMatchObject({ state: 'complete', articleCount: 3 });
    expect(await found(client, '河堤')).toEqual(['河堤加固 in a.txt', '河堤照明 in 旧闻/b (1).md']);
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: '加固' });
    expect(symbols).toEqual([
      {
        name: '河堤加固',
        kind: expect.any(Number),
        containerName: '城东区民政局',
        location: {
          uri: uriOf('a.txt'),
          range: { start: { line: 11, character: 5 }, end: { line: 11, character: 19 } },
        },
      },
    ]);
  });

  it('gives positions in the encoding of the client', async () => {
    await put('a.txt', articleAbout('河堤加固'));
    const client = await start({ capabilities: { ...capabilities, general: { positionEncodings: ['utf-8'] } } });
    await settled(client);
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: '加固' });
    expect(symbols.map(({ location }) => location.range.start)).toEqual([{ line: 11, character: 9 }]);
  });

  it('says of what is too large that only its front matter was read', async () => {
    const long = articleAbout('河堤加固') + '<p>沿河步道。</p>\n'.repeat(250_000);
    await put('large.txt', long);
    await put('larger.txt', long.replace(/^author:.*\n/m, '') + long);
    await put('dump.txt', 'no article\n'.repeat(800_000));
    const client = await start();
    expect(await settled(client)).toEqual({ state: 'complete', articleCount: 2 });
    expect(await found(client, '河堤')).toEqual([]);
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const codes = items.map((item) => [
      path.basename(item.uri),
      item.kind === 'full' ? item.items.map(({ code }) => code) : [],
    ]);
    expect(codes.sort()).toEqual([
      ['large.txt', ['too-large']],
      ['larger.txt', ['too-large', 'front-matter.missing-key']],
    ]);
  });

  it('passes over what is ignored, excluded or hidden', async () => {
    for (const file of ['kept.txt', 'ignored.txt', 'cut/a.txt', 'gone/a.txt', '.git/a.txt', 'node_modules/a.txt']) {
      await put(file, articleAbout('河堤加固'));
    }
    await put('.gitignore', 'ignored.txt\n');
    const client = await start({}, (_uri, section) =>
      section === 'files.exclude' ? { '**/gone': true, '**/*.txt': false } : { index: { exclude: ['cut/**'] } },
    );
    expect(await found(client, '河堤')).toEqual(['河堤加固 in kept.txt']);
  });

  it('is not made where it is turned off, or where there is no folder', async () => {
    await put('a.txt', articleAbout('河堤加固'));
    const off = await start({}, () => ({ index: { enable: false } }));
    expect(await settled(off)).toMatchObject({ state: 'off', articleCount: 0 });
    await off.stop();
    const homeless = await start({ folders: [] });
    await homeless.open(cleanArticle);
    expect(await settled(homeless)).toMatchObject({ state: 'idle', articleCount: 0 });
  });

  describe('of many files', () => {
    const storage = () => ({ followsIndex: true, storage: uriOf('.storage') });

    /** Starts with a user who gives this answer if asked; what is told of the index first. */
    async function toldAfter(answer: string | null): Promise<{ state: unknown; articleCount: unknown; asked: number }> {
      let asked = 0;
      const client = await start(
        {
          initializationOptions: storage(),
          answer(method, params) {
            if (method !== 'window/showMessageRequest') return null;
            asked++;
            expect(params).toMatchObject({
              message: expect.stringMatching(/^There are 2 files .* in copydesk-workspace/),
            });
            return answer === null ? null : { title: answer };
          },
        },
        () => ({ index: { askAbove: 1 } }),
      );
      await settled(client);
      const told = (await client.told('copydesk/index/changed')) as IndexState;
      await client.stop();
      return { state: told.state, articleCount: told.articleCount, asked };
    }

    beforeEach(async () => {
      await put('a.txt', articleAbout('河堤加固'));
      await put('b.txt', articleAbout('河堤照明'));
    });
    afterEach(() => {
      client = undefined;
    });

    it('is made when the user agrees, and without asking from then on', async () => {
      expect(await toldAfter('Read Them')).toEqual({ state: 'complete', articleCount: 2, asked: 1 });
      expect(await toldAfter(null)).toEqual({ state: 'complete', articleCount: 2, asked: 0 });
    });

    it('is not made where the user never wants it', async () => {
      expect(await toldAfter('Never for This Folder')).toEqual({ state: 'stopped', articleCount: 0, asked: 1 });
      expect(await toldAfter('Read Them')).toEqual({ state: 'stopped', articleCount: 0, asked: 0 });
    });

    it('is asked about again where the user does not know yet', async () => {
      expect(await toldAfter('Not Now')).toEqual({ state: 'stopped', articleCount: 0, asked: 1 });
      expect(await toldAfter(null)).toEqual({ state: 'stopped', articleCount: 0, asked: 1 });
    });
  });
});

describe('the files that may be articles', () => {
  it('are listed for all folders, whether they are indexed or not', async () => {
    for (const file of ['a/kept.txt', 'a/ignored.txt', 'a/cut/x.txt', 'a/notes.pdf', 'b/kept.md', 'b/inner/x.txt']) {
      await put(file, 'nobody looks at the text');
    }
    await put('a/.gitignore', 'ignored.txt\n');
    const folders = [uriOf('a'), uriOf('b'), uriOf('b/inner')];
    const client = await start({ folders }, (uri, section) => {
      if (section === 'files.exclude') return {};
      return {
        index: { enable: false, exclude: ['cut/**'], ...(uri.includes('inner') ? { include: ['*.html'] } : {}) },
      };
    });
    expect(await client.request('copydesk/articles/list', null)).toEqual({
      files: [uriOf('a/kept.txt'), uriOf('b/kept.md')],
    });
  });
});

describe('the index follows', () => {
  it('what is typed, and the file again when the document is closed', async () => {
    const uri = await put('a.txt', articleAbout('河堤加固'));
    const client = await start();
    await client.open(articleAbout('河堤照明'), { uri });
    expect(await found(client, '河堤')).toEqual(['河堤照明 in a.txt']);
    await client.change(uri, [{ text: articleAbout('河堤步道') }]);
    expect(await found(client, '河堤')).toEqual(['河堤步道 in a.txt']);
    await client.close(uri);
    expect(await found(client, '河堤')).toEqual(['河堤加固 in a.txt']);
  });

  it('an open document however the client spells its address', async () => {
    const uri = await put('第一(1).txt', articleAbout('河堤加固'));
    const client = await start();
    const otherwise = uri.replace('%28', '(').replace('%29', ')');
    expect(otherwise).not.toBe(uri);
    await client.open(articleAbout('河堤照明'), { uri: otherwise });
    expect(await found(client, '河堤')).toEqual(['河堤照明 in 第一(1).txt']);
  });

  it('not documents outside its folders, nor those it passes over', async () => {
    await put('.gitignore', 'b.txt');
    const client = await start();
    await client.open(articleAbout('河堤加固'), { uri: 'file:///elsewhere/a.txt' });
    await client.open(articleAbout('河堤照明'), { uri: uriOf('b.txt') });
    await client.open(articleAbout('河堤步道'), { uri: 'untitled:Untitled-1' });
    expect(await found(client, '河堤')).toEqual([]);
  });

  it('files that are created, changed and deleted', async () => {
    const client = await start();
    expect(await found(client, '河堤')).toEqual([]);
    const uri = await put('a.txt', articleAbout('河堤加固'));
    await tell(client, uri, 1);
    expect(await found(client, '河堤')).toEqual(['河堤加固 in a.txt']);
    await put('a.txt', articleAbout('河堤照明'));
    await tell(client, uri, 2);
    expect(await found(client, '河堤')).toEqual(['河堤照明 in a.txt']);
    await put('a.txt', 'no article any more');
    await tell(client, uri, 2);
    expect(await found(client, '河堤')).toEqual([]);
  });

  it('a folder that is deleted', async () => {
    await put('news/a.txt', articleAbout('河堤加固'));
    await put('news/deep/b.txt', articleAbout('河堤照明'));
    await put('newspaper/c.txt', articleAbout('河堤步道'));
    const client = await start();
    expect(await found(client, '河堤')).toHaveLength(3);
    await rename(path.join(folder, 'news'), path.join(folder, '.news'));
    await tell(client, uriOf('news'), 3);
    expect(await found(client, '河堤')).toEqual(['河堤步道 in newspaper/c.txt']);
  });

  it('a folder that comes with its files', async () => {
    await put('.gitignore', 'drafts\n');
    const client = await start();
    await settled(client);
    await put('news/a.txt', articleAbout('河堤加固'));
    await put('news/deep/b.txt', articleAbout('河堤照明'));
    await put('news/drafts/c.txt', articleAbout('河堤步道'));
    await tell(client, uriOf('news'), 1);
    expect(await found(client, '河堤')).toEqual(['河堤加固 in news/a.txt', '河堤照明 in news/deep/b.txt']);
    await put('drafts/c.txt', articleAbout('河堤步道'));
    await tell(client, uriOf('drafts'), 1);
    expect(await found(client, '河堤')).toHaveLength(2);
  });

  it('a .gitignore that changes', async () => {
    await put('a.txt', articleAbout('河堤加固'));
    await put('b.txt', articleAbout('河堤照明'));
    const client = await start();
    expect(await found(client, '河堤')).toHaveLength(2);
    await tell(client, await put('.gitignore', 'b.txt\n'), 1);
    expect(await found(client, '河堤')).toEqual(['河堤加固 in a.txt']);
  });

  it('folders that join and leave, and settings that change', async () => {
    await put('a/a.txt', articleAbout('河堤加固'));
    await put('b/b.txt', articleAbout('河堤照明'));
    const client = await start({ folders: [uriOf('a')] });
    expect(await found(client, '河堤')).toEqual(['河堤加固 in a/a.txt']);
    const event = { added: [{ uri: uriOf('b'), name: 'b' }], removed: [{ uri: uriOf('a'), name: 'a' }] };
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    expect(await found(client, '河堤')).toEqual(['河堤照明 in b/b.txt']);
    client.settings = () => ({ index: { exclude: ['b.txt'] } });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await found(client, '河堤')).toEqual([]);
  });
});

describe('a folder that only the client can read', () => {
  it('is asked of the client', async () => {
    const texts = new Map([
      ['memfs:/shelf/a.txt', articleAbout('河堤加固')],
      ['memfs:/shelf/%E6%97%A7/b.txt', articleAbout('河堤照明')],
      ['memfs:/shelf/.gitignore', 'c.txt'],
      ['memfs:/shelf/c.txt', articleAbout('河堤步道')],
    ]);
    const answer = (method: string, params: unknown): unknown => {
      if (method === 'copydesk/files/list') return { files: [...texts.keys(), 'memfs:/shelf/vanished.txt'] };
      if (method !== 'copydesk/files/read') return null;
      const { uri } = params as { uri: string };
      return { text: texts.get(uri) ?? null };
    };
    const client = await start({ folders: ['memfs:/shelf'], initializationOptions: { files: true }, answer });
    expect(await settled(client)).toMatchObject({ state: 'complete', articleCount: 2 });
    expect(await client.request('workspace/symbol', { query: '河堤' })).toMatchObject([
      { name: '河堤照明', location: { uri: 'memfs:/shelf/%E6%97%A7/b.txt' } },
      { name: '河堤加固', location: { uri: 'memfs:/shelf/a.txt' } },
    ]);
  });
});

describe('a client that watches files', () => {
  it('is told which', async () => {
    const client = await start({}, () => ({ index: { include: ['news/*.html'] } }));
    await settled(client);
    const registrations = [
      await client.asked('client/registerCapability'),
      await client.asked('client/registerCapability'),
    ];
    expect(registrations).toContainEqual({
      registrations: [
        {
          id: expect.any(String),
          method: 'workspace/didChangeWatchedFiles',
          registerOptions: {
            watchers: [
              { globPattern: 'news/*.html' },
              { globPattern: '**/.gitignore' },
              { globPattern: '**/.copydesk/boilerplate.yaml' },
              { globPattern: '**', kind: 5 },
            ],
          },
        },
      ],
    });
  });
});

describe('workspace diagnostics', () => {
  const untidy = articleAbout('河堤加固').replace('</div>', '<!-- 广告位 -->\n</div>');

  /** Pulls; the problems by path in the folder. */
  async function pull(client: Client, previousResultIds: readonly { uri: string; value: string }[] = []) {
    const { items }: WorkspaceDiagnosticReport = await client.request('workspace/diagnostic', { previousResultIds });
    const reports = items.flatMap((item) => (item.kind === 'full' ? [item] : []));
    return {
      problems: Object.fromEntries(
        reports.map(({ uri, items }) => [uri.slice(uriOf('').length + 1), items.map(({ code }) => code)]),
      ),
      reports,
      ids: reports.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }])),
    };
  }

  it('tell the problems of articles that are not open, once', async () => {
    const first = await put('a.txt', untidy);
    await put('b.txt', cleanArticle);
    const open = await put('c.txt', untidy);
    const client = await start();
    await client.open(untidy, { uri: open });
    await settled(client);
    const before = await pull(client);
    expect(before.problems).toEqual({ 'a.txt': ['boilerplate.comment'] });
    expect(before.reports[0]?.items).toEqual(await client.diagnostics(await client.open(untidy, { uri: first })));
    // Nothing is new now, so the request waits until something is.
    const next = pull(client, before.ids);
    await tell(client, await put('d.txt', untidy), 1);
    expect((await next).problems).toEqual({ 'd.txt': ['boilerplate.comment'] });
  });

  it('follow fixes, deletions and closing', async () => {
    const uris = [await put('a.txt', untidy), await put('b.txt', untidy), await put('c.txt', untidy)] as const;
    const client = await start();
    await client.open(untidy, { uri: uris[2] });
    await settled(client);
    const before = await pull(client);
    await put('a.txt', cleanArticle);
    await rm(path.join(folder, 'b.txt'));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: uris[0], type: 2 },
        { uri: uris[1], type: 3 },
      ],
    });
    await client.close(uris[2]);
    await settled(client);
    const after = await pull(client, before.ids);
    expect(after.problems).toEqual({ 'a.txt': [], 'b.txt': [], 'c.txt': ['boilerplate.comment'] });
    expect(after.ids.map(({ uri }) => uri)).toEqual([uris[0], uris[2]]);
  });

  it('follow the day', async () => {
    const soon = new Date(Date.now() + 24 * 60 * 60 * 1000 + 3000).toISOString();
    await put('a.txt', cleanArticle.replace('2022-03-08T02:10:00Z', soon));
    const client = await start();
    await settled(client);
    const before = await pull(client);
    expect(before.problems).toEqual({ 'a.txt': ['front-matter.implausible-date'] });
    // Nothing happens now but that time passes.
    expect((await pull(client, before.ids)).problems).toEqual({ 'a.txt': [] });
  });

  it('end when they are cancelled', async () => {
    const client = await start();
    await settled(client);
    const source = new CancellationTokenSource();
    const waiting = client.request('workspace/diagnostic', { previousResultIds: [] }, source.token);
    source.cancel();
    await expect(waiting).resolves.toEqual({ items: [] });
  });

  it('are not told where they are not wanted', async () => {
    await put('a/a.txt', untidy);
    await put('b/b.txt', untidy);
    const client = await start({ folders: [uriOf('a'), uriOf('b')] }, (uri) => ({
      index: { problems: !uri.includes('/a') },
    }));
    await settled(client);
    expect((await pull(client)).problems).toEqual({ 'b/b.txt': ['boilerplate.comment'] });
  });
});

describe('the index that is kept', () => {
  /** Starts with storage in the folder, and says what is found. */
  async function foundWithStorage(query: string, settings?: Client['settings']): Promise<readonly string[]> {
    const started = await start({ initializationOptions: { storage: uriOf('.storage') } }, settings);
    const projects = await found(started, query);
    expect(started.log).toEqual([]);
    await started.stop();
    client = undefined;
    return projects;
  }

  /** Changes a file so that only its text tells. */
  async function replaceSecretly(file: string, text: string): Promise<void> {
    const full = path.join(folder, file);
    const { atime, mtime } = await stat(full);
    await writeFile(full, text);
    await utimes(full, atime, mtime);
  }

  async function cacheFile(): Promise<string> {
    const [name, ...others] = await readdir(path.join(folder, '.storage'));
    expect({ name, others }).toEqual({ name: expect.stringMatching(/^index-[0-9a-f]{32}\.txt$/), others: [] });
    return path.join(folder, '.storage', name ?? '');
  }

  beforeEach(async () => {
    const whole = new Date(1_700_000_000_000);
    for (const [file, project] of [
      ['a.txt', '河堤加固'],
      ['b.txt', '河堤照明'],
    ] as const) {
      await put(file, articleAbout(project));
      await utimes(path.join(folder, file), whole, whole);
    }
    expect(await foundWithStorage('河堤')).toEqual(['河堤加固 in a.txt', '河堤照明 in b.txt']);
    await replaceSecretly('a.txt', articleAbout('河堤步道'));
  });

  it('saves reading what has not changed', async () => {
    expect(await foundWithStorage('河堤')).toEqual(['河堤加固 in a.txt', '河堤照明 in b.txt']);
  });

  it('is not asked about files that have changed', async () => {
    await put('a.txt', articleAbout('河堤步道'));
    await put('c.txt', articleAbout('河堤栏杆'));
    await rm(path.join(folder, 'b.txt'));
    expect(await foundWithStorage('河堤')).toEqual(['河堤栏杆 in c.txt', '河堤步道 in a.txt']);
  });

  it.each([
    ['in one place', (bytes: Buffer) => bytes.map((byte, at) => (at === bytes.indexOf('加固') ? byte ^ 1 : byte))],
    ['because its writing was cut short', (bytes: Buffer) => bytes.subarray(0, bytes.indexOf('加固'))],
    ['from the beginning', (bytes: Buffer) => bytes.subarray(7)],
    ['beyond recognition', () => Buffer.alloc(1000, 9)],
    ['down to nothing', () => Buffer.alloc(0)],
  ])('is thrown away where it is damaged %s', async (_name, damage) => {
    const file = await cacheFile();
    await writeFile(file, damage(await readFile(file)));
    expect(await foundWithStorage('河堤步道')).toEqual(['河堤步道 in a.txt']);
    // And then it is sound again.
    await replaceSecretly('a.txt', articleAbout('河堤加固'));
    expect(await foundWithStorage('河堤')).toEqual(['河堤步道 in a.txt', '河堤照明 in b.txt']);
  });

  it('does not outlive the settings that it was made with', async () => {
    expect(await foundWithStorage('河堤', () => ({ frontMatter: { requiredKeys: [] } }))).toContain(
      '河堤步道 in a.txt',
    );
  });

  it('is done without where it cannot be written', async () => {
    await rm(path.join(folder, '.storage'), { recursive: true });
    await put('.storage', 'a file where the folder should be');
    const client = await start({ initializationOptions: { storage: uriOf('.storage') } });
    expect(await found(client, '河堤')).toEqual(['河堤步道 in a.txt', '河堤照明 in b.txt']);
    expect(client.log).toEqual([expect.stringMatching(/^The index cannot be kept: /)]);
  });
});
