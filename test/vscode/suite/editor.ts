import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const millisecondsToWait = 10_000;
const millisecondsBetweenLooks = 25;

/** Looks again and again until `look` no longer throws, and resolves to what it returns; rejects with its last error. */
export async function eventually<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  const deadline = Date.now() + millisecondsToWait;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, millisecondsBetweenLooks));
    }
  }
}

/** The location of a file in the folder that the tests may change. */
export function fixture(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'the tests need an open folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file in an editor, as a click in the explorer does. */
export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fixture(name)), { preview: false });
}

/** Opens a file and waits until it is known to be an article; the document has the same URI before and after. */
export async function openArticle(name: string): Promise<vscode.TextEditor> {
  await open(name);
  return eventually(() => {
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), fixture(name).toString());
    assert.equal(editor?.document.languageId, 'article');
    return editor;
  });
}

/** Throws away every change and closes every editor. */
export async function closeEverything(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The problems that Copydesk shows for a document. */
export function problemsOf(document: Pick<vscode.TextDocument, 'uri'>): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'copydesk');
}

/** The problems of a document that has some, once they are there. */
export function someProblemsOf(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  return eventually(() => {
    const problems = problemsOf(document);
    assert.notEqual(problems.length, 0, 'expected problems');
    return problems;
  });
}

/** The code of the rule that reported a problem. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  assert(typeof code === 'object', 'expected a code that links to its documentation');
  return String(code.value);
}

/** Inserts a line of text before the line that holds `before`, as typing does. */
export async function insertLine(editor: vscode.TextEditor, before: string, line: string): Promise<void> {
  const offset = editor.document.getText().indexOf(before);
  assert.notEqual(offset, -1, `expected ${before} in the document`);
  const position = new vscode.Position(editor.document.positionAt(offset).line, 0);
  assert(await editor.edit((edit) => edit.insert(position, `${line}\n`)));
}

/** Undoes in the active editor until the document has the text given. */
export async function undoTo(document: vscode.TextDocument, text: string): Promise<void> {
  await vscode.commands.executeCommand('undo');
  await eventually(() => assert.equal(document.getText(), text));
}
