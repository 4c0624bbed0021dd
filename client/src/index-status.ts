import * as vscode from 'vscode';
import type { IndexState } from '../../server/src/lsp/protocol.ts';
import type { LanguageServer } from './language-server.ts';

/**
 * Shows in the status bar how far the articles of the folders have been read, where a click stops that, and goes on after
 * it was stopped. Tells menus and views, too: `copydesk.index` is the state of the index.
 */
export function showIndexStatus(server: LanguageServer): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.index', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Copydesk: reading articles');
  const show = (index: IndexState) => {
    void vscode.commands.executeCommand('setContext', 'copydesk.index', index.state);
    const look = lookOf(index);
    if (!look) {
      item.hide();
      return;
    }
    Object.assign(item, look);
    item.show();
  };
  show(server.index);
  return vscode.Disposable.from(item, server.onDidChangeIndex(show));
}

function lookOf({ state, articleCount, progress }: IndexState): Partial<vscode.StatusBarItem> | undefined {
  if (state === 'building' && progress) {
    const { done, total } = progress;
    const share = Math.floor((100 * done) / total);
    return {
      text: `$(sync~spin) ${vscode.l10n.t('Reading articles: {0}%', share)}`,
      tooltip: vscode.l10n.t('{0} of {1} files have been read. Click to stop.', done, total),
      command: 'copydesk.stopReadingArticles',
    };
  }
  if (state === 'stopped' && articleCount > 0) {
    return {
      text: `$(debug-pause) ${vscode.l10n.t('Not all articles read')}`,
      tooltip: vscode.l10n.t('{0} articles are known. Click to read the others.', articleCount),
      command: 'copydesk.readArticles',
    };
  }
  return undefined;
}
