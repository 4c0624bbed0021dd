import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { activeArticle } from '../served-documents.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('copydesk').value;

/** "Copydesk: Fix All Safe Problems" in the active article. Resolves to whether the article was changed. */
export function createFixAll(server: LanguageServer): () => Promise<boolean> {
  return async () => {
    const document = activeArticle();
    if (!document) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open an article first, then fix its problems.'));
      return false;
    }
    await server.client();
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
      fixAllKind,
      1,
    );
    const edit = actions.find((action) => action.edit)?.edit;
    if (edit) return vscode.workspace.applyEdit(edit);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no problem in this article that can be fixed safely.'),
    );
    return false;
  };
}
