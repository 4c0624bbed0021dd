import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  DocumentHighlight,
  Hover,
  Location,
  LocationLink,
  Position,
  PrepareRenameResult,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { sliceSpan } from '../../server/src/core/text/span.ts';
import { createProto } from '../../server/src/lsp/proto.ts';
import { storiedArticle } from './articles.ts';
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

/** The position of the `occurrence`-th `mark` in a text, counted from 1. */
function positionOf(text: string, mark: string, occurrence = 1): Position {
  const offset = text.split(mark, occurrence).join(mark).length;
  return createProto(text, 'utf-16').toRange({ start: offset, end: offset }).start;
}

/** What stands in the ranges, with the number of their line, counted from 1. */
function quotesOf(text: string, ranges: readonly Range[]): readonly string[] {
  const { toSpan } = createProto(text, 'utf-16');
  return ranges.map((range) => `${range.start.line + 1} ${sliceSpan(text, toSpan(range))}`);
}

/** Asks about the `occurrence`-th `mark` in the article. */
async function ask<Result>(
  method: string,
  mark: string,
  {
    occurrence = 1,
    text = storiedArticle,
    ...params
  }: { occurrence?: number; text?: string; [name: string]: unknown } = {},
): Promise<Result> {
  const uri = await client.open(text);
  return client.request(`textDocument/${method}`, {
    textDocument: { uri },
    position: positionOf(text, mark, occurrence),
    ...params,
  });
}

const title = '夜间还书不打烊';

describe('definition', () => {
  it('leads from a mention to the project, with the whole of both', async () => {
    await start(fullCapabilities);
    const [link, ...others] = await ask<LocationLink[]>('definition', '还书');
    expect(others).toEqual([]);
    const ranges = [link?.originSelectionRange, link?.targetSelectionRange, link?.targetRange].flatMap(
      (range) => range ?? [],
    );
    expect(quotesOf(storiedArticle, ranges)).toEqual([
      `10 ${title}`,
      `12 ${title}`,
      `12 1.${title}（牵头单位：镇文化站；配合单位：镇图书馆）`,
    ]);
  });

  it('is a plain place for a client without links', async () => {
    await start({ textDocument: { definition: {} } });
    const { range } = await ask<Location>('definition', '还书');
    expect(quotesOf(storiedArticle, [range])).toEqual([`12 ${title}`]);
  });

  it.each(['河西镇公布', '镇文化站', '试点'])('is nowhere at %s', async (mark) => {
    await start(fullCapabilities);
    expect(await ask('definition', mark)).toBeNull();
  });
});

describe('references', () => {
  const context = { includeDeclaration: true };

  it.each([
    ['a mention', '还书', 1],
    ['a title', '还书', 2],
    ['a number', '1.夜间', 1],
  ])('of a project are its title and its mentions, asked at %s', async (_where, mark, occurrence) => {
    await start(fullCapabilities);
    const places = await ask<Location[]>('references', mark, { occurrence, context });
    expect(
      quotesOf(
        storiedArticle,
        places.map(({ range }) => range),
      ),
    ).toEqual([`10 ${title}`, `12 ${title}`]);
  });

  it('leave out the title when asked', async () => {
    await start(fullCapabilities);
    const places = await ask<Location[]>('references', '还书', { context: { includeDeclaration: false } });
    expect(
      quotesOf(
        storiedArticle,
        places.map(({ range }) => range),
      ),
    ).toEqual([`10 ${title}`]);
  });

  it('of an organisation are its places in the lists', async () => {
    await start(fullCapabilities);
    const places = await ask<Location[]>('references', '镇图书馆', { context });
    expect(
      quotesOf(
        storiedArticle,
        places.map(({ range }) => range),
      ),
    ).toEqual(['12 镇图书馆', '13 镇图书馆']);
  });
});

describe('highlights', () => {
  it('are the places of the name at the cursor, its title written and its mentions read', async () => {
    await start(fullCapabilities);
    const places = await ask<DocumentHighlight[]>('documentHighlight', '还书', { occurrence: 2 });
    expect(
      quotesOf(
        storiedArticle,
        places.map(({ range }) => range),
      ),
    ).toEqual([`10 ${title}`, `12 ${title}`]);
    expect(places.map(({ kind }) => kind)).toEqual([2, 3]);
  });

  it('are left to the editor elsewhere', async () => {
    await start(fullCapabilities);
    expect(await ask('documentHighlight', '试点')).toBeNull();
  });
});

describe('rename', () => {
  const rename = (mark: string, newName: string, options: Parameters<typeof ask>[2] = {}) =>
    ask<WorkspaceEdit | null>('rename', mark, { newName, ...options });

  it.each([
    ['还书', 1],
    ['还书', 2],
  ])('changes a project in its list and in the prose, and nothing else: %s %i', async (mark, occurrence) => {
    await start(fullCapabilities);
    const edit = await rename(mark, '夜读书房', { occurrence });
    expect(client.edited(edit)).toBe(storiedArticle.replaceAll(title, '夜读书房'));
    expect(edit?.changeAnnotations).toBeUndefined();
  });

  it('changes an organisation wherever it stands', async () => {
    await start(fullCapabilities);
    expect(client.edited(await rename('镇图书馆', '镇文图中心'))).toBe(
      storiedArticle.replaceAll('镇图书馆', '镇文图中心'),
    );
  });

  it('asks before it writes the whole name for a part of one', async () => {
    await start(fullCapabilities);
    const text = storiedArticle.replace(`“${title}”`, '“还书不打烊”');
    const edit = await rename('还书', '夜读书房', { text, occurrence: 2 });
    expect(client.edited(edit)).toBe(text.replace('“还书不打烊”', '“夜读书房”').replace(title, '夜读书房'));
    expect(Object.values(edit?.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
  });

  it('writes text, not markup', async () => {
    await start(fullCapabilities);
    expect(client.edited(await rename('还书', 'A&B<C>'))).toBe(storiedArticle.replaceAll(title, 'A&amp;B&lt;C>'));
  });

  it('gives a client without versioned edits plain ones', async () => {
    await start({ textDocument: { rename: {} } });
    expect(client.initialized.capabilities.renameProvider).toBe(true);
    const edit = await rename('还书', '夜读书房');
    expect(Object.keys(edit ?? {})).toEqual(['changes']);
    expect(client.edited(edit)).toBe(storiedArticle.replaceAll(title, '夜读书房'));
  });

  it.each(['', ' ', 'a\nb'])('refuses the name %j', async (newName) => {
    await start(fullCapabilities);
    await expect(rename('还书', newName)).rejects.toThrow(/Expected some text on one line/);
  });

  it('refuses a name with markup inside, and says where it is', async () => {
    await start(fullCapabilities);
    const text = storiedArticle.replace(`1.${title}`, '1.夜间<b>还书</b>不打烊');
    await expect(rename('还书', '夜读书房', { text })).rejects.toThrow(/markup inside in a\.txt, line 12/);
    await expect(ask('prepareRename', '还书', { text, occurrence: 2 })).rejects.toThrow(
      /markup inside in a\.txt, line 12/,
    );
  });

  it('begins with the name at the cursor', async () => {
    await start(fullCapabilities);
    const text = storiedArticle.replace(`1.${title}`, '1.夜间还书&amp;打烊').replace(`“${title}”`, '');
    expect(await ask<PrepareRenameResult>('prepareRename', '还书', { text })).toMatchObject({
      range: { start: positionOf(text, '夜间') },
      placeholder: '夜间还书&打烊',
    });
  });

  it.each(['1.夜间', '试点', '3.2万'])('is not offered at %s', async (mark) => {
    await start(fullCapabilities);
    expect(await ask('prepareRename', mark)).toBeNull();
    expect(await rename(mark, 'a')).toBeNull();
  });
});

describe('hover', () => {
  it('is a card on a project, wherever it is named', async () => {
    await start(fullCapabilities);
    const card = await ask<Hover>('hover', '还书');
    expect(card.contents).toEqual({
      kind: 'markdown',
      value: [
        `**1\\. ${title}**`,
        '一、两个镇级项目',
        'Organisations: 镇文化站 \\(lead\\), 镇图书馆 \\(support\\)',
        'Mentioned in: [line 10](<file:///articles/a.txt#L10,25>)',
      ].join('  \n'),
    });
    expect(await ask<Hover>('hover', '还书', { occurrence: 2 })).toMatchObject({ contents: card.contents });
  });

  it('tells what a figure amounts to', async () => {
    await start(fullCapabilities);
    const { contents, range } = await ask<Hover>('hover', '2万人次');
    expect(contents).toEqual({ kind: 'markdown', value: '3\\.2万人次 **= 32,000 人次**  \nAn exact figure' });
    expect(quotesOf(storiedArticle, range ? [range] : [])).toEqual(['10 3.2万人次']);
  });

  it('tells which day a date is', async () => {
    await start(fullCapabilities);
    const { contents, range } = await ask<Hover>('hover', '2022年1月8日');
    expect(contents).toEqual({ kind: 'markdown', value: '2022年1月8日 **2022\\-01\\-08**  \nA day' });
    expect(quotesOf(storiedArticle, range ? [range] : [])).toEqual(['10 2022年1月8日']);
    const inferred = storiedArticle.replace('2022年1月8日', '1月8日前');
    expect(JSON.stringify(await ask('hover', '1月8日', { text: inferred }))).toMatch(
      /2022\\\\-01\\\\-08.*By then.*The year is that of the text before, or of the article/,
    );
  });

  it('is both where a figure stands in a title', async () => {
    await start(fullCapabilities);
    const { contents } = await ask<Hover>('hover', '1200盏');
    expect(JSON.stringify(contents)).toMatch(/1,200 盏.*---.*老街路灯更新/);
  });

  it('lists the projects of an organisation', async () => {
    await start(fullCapabilities);
    const { contents } = await ask<Hover>('hover', '镇图书馆', { occurrence: 2 });
    expect(JSON.stringify(contents)).toMatch(/\*\*镇图书馆\*\*.*夜间还书不打烊.*老街路灯更新1200盏/);
  });

  it('is plain text for a client that knows nothing else', async () => {
    await start({ textDocument: { hover: {} } });
    const { contents } = await ask<Hover>('hover', '还书', { text: storiedArticle.replace('两个镇级', '*两个*镇级') });
    expect(contents).toMatchObject({
      kind: 'plaintext',
      value: expect.stringContaining('一、*两个*镇级项目\nOrganisations'),
    });
  });

  it('speaks the language of the client', async () => {
    await start(fullCapabilities, { locale: 'zh-cn' });
    expect(JSON.stringify(await ask('hover', '还书'))).toContain('单位：镇文化站');
  });

  it('is nothing elsewhere', async () => {
    await start(fullCapabilities);
    expect(await ask('hover', '试点')).toBeNull();
  });
});

describe('what a client does not ask for', () => {
  it('is not offered', async () => {
    await start(minimalCapabilities);
    expect(Object.keys(client.initialized.capabilities).toSorted()).toEqual([
      'codeActionProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
      'positionEncoding',
      'textDocumentSync',
    ]);
  });
});
