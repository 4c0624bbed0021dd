import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, fixture, open, openArticle } from './editor.ts';

describe('language detection', () => {
  afterEach(closeEverything);

  it('recognises an article that starts with a blank line', async () => {
    const { document } = await openArticle('projects.txt');
    assert.equal(document.lineAt(0).text, '');
  });

  it('recognises an article of another layout', async () => {
    const { document } = await openArticle('interview.txt');
    assert.equal(document.lineAt(0).text, '---');
  });

  it('leaves plain text alone', () => stays('notes.txt', 'plaintext'));

  it('leaves Markdown with front matter alone', () => stays('handbook.md', 'markdown'));

  it('leaves an untitled document alone', async () => {
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(fixture('projects.txt')));
    const untitled = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
    await vscode.window.showTextDocument(untitled, { preview: false });
    await openArticle('projects.txt');
    assert.equal(languageOf(untitled.uri), 'plaintext');
  });

  it('leaves an article alone that a person has named plain text', async () => {
    const { document } = await openArticle('projects.txt');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await openArticle('interview.txt');
    assert.equal(languageOf(document.uri), 'plaintext');
  });

  it('follows the setting that turns detection off', async () => {
    const settings = vscode.workspace.getConfiguration('copydesk');
    await settings.update('detectArticles', false, vscode.ConfigurationTarget.Workspace);
    try {
      await open('projects.txt');
      await open('interview.txt');
      assert.equal(languageOf(fixture('projects.txt')), 'plaintext');
    } finally {
      await settings.update('detectArticles', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually(() => assert.equal(languageOf(fixture('projects.txt')), 'article'));
  });
});

/**
 * That nothing happens cannot be waited for, so an article is opened after the file: once that has been recognised, the
 * turn of the file is over.
 */
async function stays(name: string, language: string): Promise<void> {
  const { document } = await open(name);
  await openArticle('interview.txt');
  assert.equal(languageOf(document.uri), language);
}

function languageOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId;
}
