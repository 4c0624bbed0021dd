import * as vscode from 'vscode';

const millisecondsToWait = 20_000;

/**
 * What VS Code calls in a web worker, as on vscode.dev: no Node, no processes, no mocha. Rejects unless the extension
 * recognises an article, the language server (in a worker of its own) reports problems, also by a pattern of the user's
 * catalogue, and projects can be exported.
 */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('The test needs an open folder');
  if (vscode.extensions.getExtension('copydesk.copydesk')?.extensionKind !== vscode.ExtensionKind.UI) {
    throw new Error('The extension runs beside Node');
  }
  const article = vscode.Uri.joinPath(folder, 'projects.txt');
  await vscode.window.showTextDocument(article);
  await until('the article is recognised', () => vscode.window.activeTextEditor?.document.languageId === 'article');
  await until('problems are reported', () =>
    vscode.languages.getDiagnostics(article).some(({ source }) => source === 'copydesk'),
  );
  const catalogue = vscode.Uri.joinPath(folder, '.copydesk', 'boilerplate.yaml');
  const rule = "rules:\n  - kind: profile\n    pattern: '^.{0,3}由市图书馆负责'\n";
  await vscode.workspace.fs.writeFile(catalogue, new TextEncoder().encode(rule));
  await vscode.window.showTextDocument(catalogue);
  await vscode.window.showTextDocument(article);
  await until("a pattern of the user's catalogue finds its line", () =>
    vscode.languages
      .getDiagnostics(article)
      .some(({ code }) => typeof code === 'object' && code.value === 'boilerplate.profile'),
  );
  const exported = await vscode.commands.executeCommand<{ readonly projectCount: number }>('copydesk.exportProjects', {
    uris: [article],
    format: 'json',
    destination: 'editor',
  });
  if (exported.projectCount !== 6) throw new Error(`Expected 6 projects, exported ${exported.projectCount}`);
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + millisecondsToWait;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Expected that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
