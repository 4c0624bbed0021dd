import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, insertLine, openArticle, problemsOf, someProblemsOf } from './editor.ts';

interface CopydeskApi {
  serverProcessId(): number | undefined;
}

describe('the language server', () => {
  afterEach(closeEverything);

  it('is started again after it was killed, and the problems come back', () =>
    checkNewServer((processId) => process.kill(processId, 'SIGKILL')));

  it('is started again by a command', () =>
    checkNewServer(() => vscode.commands.executeCommand('copydesk.restartServer')));
});

async function checkNewServer(end: (processId: number) => unknown): Promise<void> {
  const editor = await openArticle('projects.txt');
  await someProblemsOf(editor.document);
  const api = await vscode.extensions.getExtension<CopydeskApi>('copydesk.copydesk')?.activate();
  assert(api);
  const first = api.serverProcessId();
  assert(first !== undefined, 'expected a running server');
  await end(first);
  await eventually(() => {
    const second = api.serverProcessId();
    assert(second !== undefined && second !== first, 'expected another server');
  });
  // Only the new server can know of a line that was typed after the old one had gone.
  const comment = '<!-- 推荐阅读 -->';
  await insertLine(editor, '<p class="article-editor">', comment);
  await eventually(() =>
    assert(problemsOf(editor.document).some(({ range }) => editor.document.getText(range).includes(comment))),
  );
}
