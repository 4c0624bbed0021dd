import * as vscode from 'vscode';
import type { LanguageServer, ServerState } from './language-server.ts';
import { articleLanguage } from './served-documents.ts';

/** Shows in the language status of articles how the server is, and offers what can be done about it. */
export function showServerStatus(server: LanguageServer): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('copydesk.server', { language: articleLanguage });
  item.name = 'Copydesk';
  const show = (state: ServerState) => {
    item.busy = state === 'starting';
    item.severity =
      state === 'stopped' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.text = textFor(state);
    item.command =
      state === 'stopped'
        ? { title: vscode.l10n.t('Restart'), command: 'copydesk.restartServer' }
        : { title: vscode.l10n.t('Show Output'), command: 'copydesk.showOutput' };
  };
  show(server.state);
  return vscode.Disposable.from(item, server.onDidChangeState(show));
}

function textFor(state: ServerState): string {
  switch (state) {
    case 'starting':
      return vscode.l10n.t('Copydesk is starting');
    case 'running':
      return vscode.l10n.t('Copydesk checks this article');
    case 'stopped':
      return vscode.l10n.t('Copydesk has stopped');
  }
}
