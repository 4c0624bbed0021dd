import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import * as vscode from 'vscode';
import type { ExportRecord } from '../../../server/src/core/export/record.ts';
import { closeEverything, fixture, openArticle } from './editor.ts';

interface Exported {
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
      assert.deepEqual(counts, { articleCount: 1, groupCount: 2, projectCount: 6 });
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
