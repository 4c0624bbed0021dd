import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, fixture, openArticle, undoTo } from './editor.ts';

const name = '市图书馆';

describe('organisations in the editor', () => {
  afterEach(closeEverything);

  it('are found, highlighted and told about in the list and in the text', async () => {
    const { document } = await openArticle('projects.txt');
    const textOf = (places: readonly { readonly range: vscode.Range }[]) =>
      places.map(({ range }) => document.getText(range));
    await eventually(async () => {
      assert.deepEqual(textOf(await ask<vscode.Location[]>('executeReferenceProvider', document)), [name, name]);
    });
    const highlights = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', document);
    assert.deepEqual(textOf(highlights), [name, name]);
    const cards = await ask<vscode.Hover[]>('executeHoverProvider', document);
    const card = cards
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join();
    assert.match(card, /夜间还书不打烊.*Mentioned in/s);
  });

  it('are renamed in exactly their places, in one undo step', async () => {
    const { document } = await openArticle('projects.txt');
    const before = document.getText();
    const edit = await eventually(() =>
      ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', document, '市文图馆'),
    );
    assert.equal(edit.entries().length, 1);
    assert(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), before.replaceAll(name, '市文图馆'));
    await undoTo(document, before);
  });

  it('are renamed in files that are not open, unless the editor would read those otherwise', async () => {
    const { document } = await openArticle('projects.txt');
    const other = fixture('elsewhere.txt');
    const text = `---\ntitle: 公布清单\n---\n<p>1.流动书车（${name}）</p>\n<p>2.星空朗读（区文化馆）</p>\n`;
    const rename = () => ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', document, '市文图馆');
    const isKnown = async () => {
      const places = await ask<vscode.Location[]>('executeReferenceProvider', document);
      assert(places.some(({ uri }) => uri.toString() === other.toString()));
    };
    try {
      await vscode.workspace.fs.writeFile(other, new TextEncoder().encode(text));
      await eventually(isKnown);
      assert.equal((await rename()).entries().length, 2);

      const bytes = await vscode.workspace.encode(text, { encoding: 'gb18030' });
      await vscode.workspace.fs.writeFile(other, bytes);
      await eventually(async () =>
        assert.rejects(rename, /elsewhere\.txt has to change, too, but is encoded as GB18030/),
      );
      assert.deepEqual(await vscode.workspace.fs.readFile(other), bytes);
      // That is why: what VS Code opens, it has lost, and would write.
      assert.match((await vscode.workspace.openTextDocument(other)).getText(), /\ufffd/);
    } finally {
      await vscode.workspace.fs.delete(other);
    }
  });
});

/** Asks at the first place of the organisation, which is in the text. */
async function ask<Result>(command: string, document: vscode.TextDocument, ...more: unknown[]): Promise<Result> {
  const offset = document.getText().indexOf(name);
  assert.notEqual(offset, -1);
  return vscode.commands.executeCommand<Result>(
    `vscode.${command}`,
    document.uri,
    document.positionAt(offset),
    ...more,
  );
}
