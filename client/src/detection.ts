import * as vscode from 'vscode';
import { looksLikeArticle, recognitionLength } from '../../server/src/core/article/recognize.ts';
import { articleLanguage, isFile } from './served-documents.ts';

/** The languages in which an article may first be opened: nobody gives `.txt` or `.md` another language by accident. */
const candidateLanguages: ReadonlySet<string> = new Set(['plaintext', 'markdown']);

/**
 * Gives the language `article` to files that are articles, when they are opened or saved and at once to those already
 * open. A file whose language the user has changed back is left alone for the rest of the session, or until detection
 * is turned on anew.
 */
export function detectArticles(): vscode.Disposable {
  const switched = new WeakSet<vscode.TextDocument>();
  const declined = new Set<string>();

  const consider = (document: vscode.TextDocument) => {
    if (candidateLanguages.has(document.languageId) && isFile(document.uri) && !declined.has(document.uri.toString())) {
      if (isEnabled(document.uri) && looksLikeArticle(headOf(document))) switchLanguage(document);
    }
  };

  const switchLanguage = (document: vscode.TextDocument) => {
    switched.add(document);
    // Rejected where the document was closed in the meantime: then there is nothing left to do.
    vscode.languages.setTextDocumentLanguage(document, articleLanguage).then(undefined, () => undefined);
  };

  /** A change of language is told as closing and opening: an opened document known here was given another by hand. */
  const onOpen = (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    if (document.languageId === articleLanguage) declined.delete(uri);
    else if (switched.has(document)) declined.add(uri);
    consider(document);
  };

  vscode.workspace.textDocuments.forEach(consider);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(onOpen),
    vscode.workspace.onDidSaveTextDocument(consider),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('copydesk.detectArticles')) return;
      declined.clear();
      vscode.workspace.textDocuments.forEach(consider);
    }),
  );
}

function isEnabled(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('copydesk', uri).get('detectArticles', true);
}

/** As much of the text as recognition reads; a long file is not joined for it. */
function headOf(document: vscode.TextDocument): string {
  let head = '';
  for (let line = 0; line < document.lineCount && head.length < recognitionLength; line++) {
    head += `${document.lineAt(line).text}\n`;
  }
  return head;
}
