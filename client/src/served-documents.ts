import * as vscode from 'vscode';

/** The language id that `package.json` contributes. */
export const articleLanguage = 'article';

/**
 * Schemes known to hold files, beside those of the workspace's own folders. What is missing is meant to be: the sides
 * of comparisons (`git`), chat inputs, comments, output, search results and settings are no articles of anyone.
 */
const fileSchemes: readonly string[] = ['file', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

/** Whether documents of this address are files of the user. */
export function isFile(uri: vscode.Uri): boolean {
  return servedSchemes().includes(uri.scheme) && uri.scheme !== 'untitled';
}

/** Whether an article of this address is checked: a file, or an untitled document that was given the language. */
export function isServed(uri: vscode.Uri): boolean {
  return servedSchemes().includes(uri.scheme);
}

export function servedDocuments(): readonly {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}[] {
  return servedSchemes().flatMap((scheme) => [
    { language: articleLanguage, scheme },
    { scheme, pattern: '**/.copydesk/boilerplate.yaml' },
  ]);
}

/** The file in which users keep what they know of boilerplate; the server checks it, too. */
export function isCatalogue({ path }: vscode.Uri): boolean {
  return path.endsWith('/.copydesk/boilerplate.yaml');
}

/** The article in the active editor, or else, where something like the walkthrough has the focus, the only one in sight. */
export function activeArticle(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor;
  const editors = active ? [active] : vscode.window.visibleTextEditors;
  const articles = new Set(editors.map(({ document }) => document).filter(isArticle));
  return articles.size === 1 ? [...articles][0] : undefined;
}

function isArticle({ languageId }: vscode.TextDocument): boolean {
  return languageId === articleLanguage;
}

function servedSchemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set([...fileSchemes, 'untitled', ...folders.map((folder) => folder.uri.scheme)])];
}
