import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, openArticle, problemsOf } from './editor.ts';

describe('front matter', () => {
  afterEach(closeEverything);

  it('offers the keys that are missing', async () => {
    const { document } = await openArticle('projects.txt');
    const list = await eventually(async () => {
      const found = await ask<vscode.CompletionList>('CompletionItem', document, placeOf(document, 'thumbnail', 0));
      assert(labelsOf(found).includes('editor'));
      return found;
    });
    assert(!labelsOf(list).includes('title'));
  });

  it('offers the values of other articles', async () => {
    const editor = await openArticle('projects.txt');
    const { document } = editor;
    const place = placeOf(document, 'author: ', 'author: '.length);
    const end = document.lineAt(place.line).range.end;
    assert(await editor.edit((edit) => edit.delete(new vscode.Range(place, end))));
    await eventually(async () => {
      assert.notEqual(labelsOf(await ask<vscode.CompletionList>('CompletionItem', document, place)).length, 0);
    });
  });

  it('tells what a key means and when a date was by the reader’s clock', async () => {
    const { document } = await openArticle('projects.txt');
    const textAt = async (words: string): Promise<string> => {
      const hovers = await ask<vscode.Hover[]>('Hover', document, placeOf(document, words, 1));
      return hovers
        .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
        .join();
    };
    await eventually(async () => assert.match(await textAt('title:'), /headline/));
    assert.match(await textAt('Tue, 09 May'), /2023/);
  });

  it('links its addresses', async () => {
    const { document } = await openArticle('projects.txt');
    await eventually(async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      assert(links.some(({ target }) => target?.toString().startsWith('https://img.example.com/')));
    });
  });

  it('renames a category', async () => {
    const { document } = await openArticle('projects.txt');
    const edit = await eventually(async () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        placeOf(document, '- 城市', 3),
        '都市',
      ),
    );
    const own = edit.entries().find(([uri]) => uri.toString() === document.uri.toString());
    assert.deepEqual(
      own?.[1].map(({ newText }) => newText),
      ['都市'],
    );
  });

  it('has code actions that mend it', async () => {
    const { document } = await openArticle('projects.txt');
    const problem = await eventually(() => {
      const found = problemsOf(document).find(({ message }) => message.includes('RFC 1123'));
      assert(found);
      return found;
    });
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert(actions.some(({ title }) => title.includes('2023-05-09T02:15:30Z')));
  });
});

function ask<Result>(
  provider: 'CompletionItem' | 'Hover',
  { uri }: vscode.TextDocument,
  place: vscode.Position,
): Thenable<Result> {
  return vscode.commands.executeCommand<Result>(`vscode.execute${provider}Provider`, uri, place);
}

function labelsOf({ items }: vscode.CompletionList): readonly string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** So many characters into the first place where `words` stand. */
function placeOf(document: vscode.TextDocument, words: string, characters: number): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.notEqual(at, -1, `expected ${words} in the document`);
  return document.positionAt(at + characters);
}
