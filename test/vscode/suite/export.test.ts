import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import * as vscode from 'vscode';
import type { ExportRecord } from '../../../server/src/core/export/record.ts';
import { closeEverything, fixture, insertLine, openArticle } from './editor.ts';

interface Exported {
  readonly unreadableCount: number;
  readonly uri: vscode.Uri;
  readonly articleCount: number;
  readonly groupCount: number;
  readonly projectCount: number;
}

describe('Export Projects', () => {
  afterEach(closeEverything);

  it('writes a file next to the article', async () => {
    await openArticle('projects.txt');
    const { uri, ...counts } = await exportProjects({ uris: [fixture('projects.txt')], destination: 'file' });
    try {
      assert.deepEqual(counts, { articleCount: 1, groupCount: 2, projectCount: 6, unreadableCount: 0 });
      assert.equal(vscode.Uri.joinPath(uri, '..').toString(), fixture('.').toString().replace(/\/\.$/, ''));
      checkRecords(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('opens an editor', async () => {
    const { uri } = await exportProjects({ uris: [fixture('projects.txt')], destination: 'editor' });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.isUntitled, true);
    assert.equal(document.languageId, 'json');
    checkRecords(document.getText());
  });

  it('reads GB18030, which the editor would spoil, so that cleaning leaves it alone', async () => {
    const file = fixture('in-gb18030.txt');
    const text = '\n---\ntitle: 公布清单\n---\n<p>1.流动书车（县图书馆）</p>\n<p>2.星空朗读（县文化馆）</p>\n';
    const bytes = await vscode.workspace.encode(text, { encoding: 'gb18030' });
    await vscode.workspace.fs.writeFile(file, bytes);
    try {
      const { uri } = await exportProjects({ uris: [file], destination: 'editor' });
      const exported = (await vscode.workspace.openTextDocument(uri)).getText();
      assert.match(exported, /流动书车.*县文化馆/s);
      await vscode.commands.executeCommand('copydesk.cleanArticles', { uris: [file], isConfirmed: true });
      assert.deepEqual(await vscode.workspace.fs.readFile(file), bytes);
      assert(!vscode.workspace.textDocuments.some((document) => document.uri.toString() === file.toString()));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('writes a workbook, byte for byte', async () => {
    const { uri } = await vscode.commands.executeCommand<Exported>('copydesk.exportProjects', {
      uris: [fixture('projects.txt')],
      destination: 'file',
      format: 'xlsx',
    });
    try {
      assert.match(uri.path, /\/projects\.projects\.xlsx$/);
      const bytes = await vscode.workspace.fs.readFile(uri);
      assert.deepEqual([...bytes.subarray(0, 4)], [0x50, 0x4b, 3, 4]);
      const parts = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('xl/worksheets/sheet'));
      assert.equal(parts.length, 3);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('takes several articles, and counts an article without projects', async () => {
    const { articleCount, projectCount } = await exportProjects({
      uris: [fixture('projects.txt'), fixture('interview.txt')],
      destination: 'editor',
    });
    assert.deepEqual({ articleCount, projectCount }, { articleCount: 2, projectCount: 6 });
  });
});

describe('Export Projects in Workspace', () => {
  const archive = fixture('archive');
  const out = fixture('out');
  const within = (name: string) => vscode.Uri.joinPath(archive, name);
  const put = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const namesIn = async (folder: vscode.Uri) => (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);

  before(async () => {
    await vscode.workspace.fs.createDirectory(out);
    for (const name of ['a.txt', 'b.txt', 'ignored.txt']) {
      await vscode.workspace.fs.copy(fixture('projects.txt'), within(name), { overwrite: true });
    }
    await put(within('.gitignore'), 'ignored.txt\n');
    // A link to nowhere: it is listed, and cannot be read.
    await symlink('/nowhere/at/all.txt', within('gone.txt').fsPath);
  });
  after(async () => {
    for (const folder of [archive, out]) await vscode.workspace.fs.delete(folder, { recursive: true });
  });
  afterEach(closeEverything);

  it('writes the articles of all folders into one file, and counts what cannot be read', async () => {
    const file = vscode.Uri.joinPath(out, 'all.jsonl');
    const { uri, ...counts } = await exportWorkspace({ file, format: 'jsonl' });
    assert.equal(uri.toString(), file.toString());
    const lines = new TextDecoder()
      .decode(await vscode.workspace.fs.readFile(file))
      .trimEnd()
      .split('\n');
    const files = lines.map((line) => (JSON.parse(line) as ExportRecord).article.file);
    assert.deepEqual(
      files.filter((name) => name.startsWith('archive/')),
      ['archive/a.txt', 'archive/b.txt'],
    );
    assert.equal(counts.articleCount, lines.length);
    assert.equal(counts.unreadableCount, 1);
    assert.deepEqual(await namesIn(out), ['all.jsonl']);
  });

  it('takes what is not saved yet', async () => {
    const editor = await openArticle('archive/a.txt');
    await insertLine(editor, '<p>', '<!-- unsaved -->');
    const file = vscode.Uri.joinPath(out, 'all.json');
    await exportWorkspace({ file, format: 'json' });
    const records = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as ExportRecord[];
    const [a, b] = ['a', 'b'].map((name) => records.find(({ article }) => article.file === `archive/${name}.txt`));
    const start = (record: ExportRecord | undefined) => record?.groups[0]?.projects[0]?.start ?? 0;
    assert.equal(start(a) - start(b), '<!-- unsaved -->\n'.length);
  });

  it('leaves nothing behind where it cannot be written', async () => {
    const file = vscode.Uri.joinPath(out, 'taken.csv');
    await vscode.workspace.fs.createDirectory(file);
    assert.equal(await exportWorkspace({ file, format: 'csv' }), undefined);
    assert.deepEqual(
      (await namesIn(out)).filter((name) => name.includes('taken')),
      ['taken.csv'],
    );
    const nowhere = vscode.Uri.joinPath(out, 'no-such-folder', 'all.csv');
    assert.equal(await exportWorkspace({ file: nowhere, format: 'csv' }), undefined);
  });
});

function exportWorkspace(options: { file: vscode.Uri; format: string }): Thenable<Exported> {
  return vscode.commands.executeCommand('copydesk.exportWorkspace', options);
}

function exportProjects(options: { uris: vscode.Uri[]; destination: 'file' | 'editor' }): Thenable<Exported> {
  return vscode.commands.executeCommand('copydesk.exportProjects', { ...options, format: 'json' });
}

function checkRecords(json: string): void {
  const parsed: unknown = JSON.parse(json);
  const [record, ...others] = [parsed].flat() as ExportRecord[];
  assert.deepEqual(others, []);
  assert.equal(record?.article.published, '2023-05-09T02:15:30Z');
  assert.deepEqual(
    record?.groups.map(({ title, projects }) => [title, projects.map(({ organizations }) => organizations)]),
    [
      ['三个市级项目', [['市图书馆'], ['市城管局', '市供电公司'], ['市政务服务中心']]],
      ['三个区级项目', [['东渡区交通局'], ['石桥区市场监管局'], ['南浦区民政局']]],
    ],
  );
}
