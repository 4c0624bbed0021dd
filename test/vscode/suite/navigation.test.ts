import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, openArticle, undoTo } from './editor.ts';

const title = '夜间还书不打烊';

describe('projects and figures in the editor', () => {
  afterEach(closeEverything);

  it('lead from a mention to the project', async () => {
    const { document } = await openArticle('projects.txt');
    const [link] = await at<vscode.LocationLink[]>(document, 'vscode.executeDefinitionProvider', '还书');
    assert(link);
    assert(document.lineAt((link.targetSelectionRange ?? link.targetRange).start).text.includes(`1.${title}（`));
  });

  it('have their references', async () => {
    const { document } = await openArticle('projects.txt');
    const places = await at<vscode.Location[]>(document, 'vscode.executeReferenceProvider', '还书');
    assert.deepEqual(
      places.map(({ range }) => document.getText(range)),
      [title, title],
    );
  });

  it('are renamed in exactly their places, in one undo step', async () => {
    const { document } = await openArticle('projects.txt');
    const before = document.getText();
    const edit = await at<vscode.WorkspaceEdit>(document, 'vscode.executeDocumentRenameProvider', '还书', '夜读书房');
    assert.equal(edit.entries().length, 1);
    assert(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), before.replaceAll(title, '夜读书房'));
    await undoTo(document, before);
  });

  it('have cards', async () => {
    const { document } = await openArticle('projects.txt');
    assert.match(await cardAt(document, '还书'), /Organisations: 市图书馆/);
    assert.match(await cardAt(document, '3.2万'), /32,000 人次/);
  });

  it('are counted above each group, with a link that exports it', async () => {
    const { document } = await openArticle('projects.txt');
    const lenses = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      assert.notEqual(found.length, 0);
      return found;
    });
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['3 projects', 'Export', '3 projects', 'Export'],
    );
    assert.equal(lenses[1]?.command?.command, 'copydesk.exportProjects');
  });

  it('show what figures amount to only for who wants it', async () => {
    const { document } = await openArticle('projects.txt');
    assert.deepEqual(await hintsOf(document), []);
    const settings = vscode.workspace.getConfiguration('copydesk');
    await settings.update('inlayHints.figures', true, vscode.ConfigurationTarget.Workspace);
    try {
      await eventually(async () => assert.deepEqual(await hintsOf(document), ['= 32,000 人次', '≈ 150,000 元']));
    } finally {
      await settings.update('inlayHints.figures', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('have tokens for themes to colour', async () => {
    const { document } = await openArticle('projects.txt');
    const legend = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      );
      assert(found);
      return found;
    });
    assert.deepEqual(legend.tokenTypes, [
      ...['projectNumber', 'projectTitle', 'organization', 'projectMention', 'figure', 'date'],
    ]);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert(tokens.data.length >= 5 * 20);
  });
});

/** What a provider answers once it answers something, asked at the first place of `mark`. */
function at<Result>(document: vscode.TextDocument, command: string, mark: string, ...more: unknown[]): Promise<Result> {
  const offset = document.getText().indexOf(mark);
  assert.notEqual(offset, -1);
  return eventually(async () => {
    const result = await vscode.commands.executeCommand<Result | undefined>(
      command,
      document.uri,
      document.positionAt(offset),
      ...more,
    );
    assert(result && !(Array.isArray(result) && result.length === 0), `expected an answer to ${command}`);
    return result;
  });
}

async function cardAt(document: vscode.TextDocument, mark: string): Promise<string> {
  const hovers = await at<vscode.Hover[]>(document, 'vscode.executeHoverProvider', mark);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

async function hintsOf(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}
