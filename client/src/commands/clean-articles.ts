import * as vscode from 'vscode';
import {
  type CleanedArticle,
  type CleanParams,
  type CleanResult,
  cleanRequest,
} from '../../../server/src/lsp/protocol.ts';
import { type ArticleSource, findTargets, readArticles } from '../export/articles.ts';
import type { LanguageServer } from '../language-server.ts';
import { activeArticle } from '../served-documents.ts';
import { toRange } from '../to-range.ts';

/** What a key binding or another extension may say. */
export interface CleanOptions {
  readonly uris?: readonly vscode.Uri[];
  /** Change the articles without showing the changes first. */
  readonly isConfirmed?: boolean;
}

export interface CleanOutcome {
  /** How many articles were looked at, in how many there was something to fix, and how much. */
  readonly articleCount: number;
  readonly changedCount: number;
  readonly fixedCount: number;
  /** False where the person thought better of it, or there was nothing to do. */
  readonly isApplied: boolean;
}

/** Articles that are sent to the server at once: between them progress is shown, and the user can cancel. */
const articlesAtOnce = 50;

/**
 * "Copydesk: Clean Articles…": all safe fixes in the articles of the files and folders that are chosen, shown in the
 * editor's own preview of changes before they are made, and undone as one. Resolves to undefined where it was cancelled.
 */
export function createCleanArticles(
  server: LanguageServer,
): (clicked?: vscode.Uri | CleanOptions, selected?: unknown) => Promise<CleanOutcome | undefined> {
  return async (clicked, selected) => {
    const options = clicked instanceof vscode.Uri || !clicked ? {} : clicked;
    const uris = options.uris ?? (await chosenUris(clicked, selected));
    if (uris.length === 0) return undefined;
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Cleaning articles'), cancellable: true },
      async (progress, token) => {
        const { sources, unreadable } = await readArticles(await findTargets(uris), progress, token);
        for (const uri of unreadable) server.output().warn(`Unreadable: ${uri.toString(true)}`);
        const cleaned = await clean(server, sources, progress, token);
        return token.isCancellationRequested || !cleaned ? undefined : { articleCount: sources.length, cleaned };
      },
    );
    if (!result) return undefined;
    const { articleCount, cleaned } = result;
    const counts = {
      articleCount,
      changedCount: cleaned.length,
      fixedCount: cleaned.reduce((sum, article) => sum + article.fixedCount, 0),
    };
    if (cleaned.length === 0) {
      tell(vscode.l10n.t('There is nothing to clean in {0} articles.', articleCount));
      return { ...counts, isApplied: false };
    }
    const isApplied = await vscode.workspace.applyEdit(toWorkspaceEdit(cleaned, options.isConfirmed !== true));
    if (isApplied) {
      tell(
        vscode.l10n.t(
          'Fixed {0} problems in {1} of {2} articles.',
          counts.fixedCount,
          counts.changedCount,
          counts.articleCount,
        ),
      );
    }
    return { ...counts, isApplied };
  };
}

/** What was clicked or selected in the Explorer; else the active article, else a folder that is asked for. */
async function chosenUris(clicked: unknown, selected: unknown): Promise<readonly vscode.Uri[]> {
  const uris = Array.isArray(selected) ? selected.filter((uri) => uri instanceof vscode.Uri) : [];
  if (uris.length > 0) return uris;
  if (clicked instanceof vscode.Uri) return [clicked];
  const folders = vscode.workspace.workspaceFolders ?? [];
  const choices = [
    ...[activeArticle()].flatMap((article) =>
      article ? { label: vscode.workspace.asRelativePath(article.uri), uri: article.uri } : [],
    ),
    ...folders.map(({ name, uri }) => ({ label: vscode.l10n.t('All articles in {0}', name), uri })),
  ];
  if (choices.length === 0) {
    tell(vscode.l10n.t('Open an article first, or choose files or a folder in the Explorer.'));
    return [];
  }
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Clean Articles'),
    placeHolder: vscode.l10n.t('Which articles? The changes are shown before they are made.'),
  });
  return chosen ? [chosen.uri] : [];
}

async function clean(
  server: LanguageServer,
  sources: readonly ArticleSource[],
  progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<readonly CleanedArticle[] | undefined> {
  const client = await server.client();
  const cleaned: CleanedArticle[] = [];
  for (let start = 0; start < sources.length && !token.isCancellationRequested; start += articlesAtOnce) {
    const slice = sources.slice(start, start + articlesAtOnce);
    const params: CleanParams = { articles: slice.map(({ uri, text }) => ({ uri: uri.toString(), text })) };
    try {
      cleaned.push(...(await client.sendRequest<CleanResult>(cleanRequest, params, token)).articles);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
    progress.report({
      message: vscode.l10n.t('Checked {0} of {1} articles', start + slice.length, sources.length),
      increment: 0,
    });
  }
  return cleaned;
}

function toWorkspaceEdit(articles: readonly CleanedArticle[], needsConfirmation: boolean): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const label = vscode.l10n.t('Clean articles');
  for (const { uri, edits, fixedCount } of articles) {
    const description = vscode.l10n.t('{0} safe fixes', fixedCount);
    for (const { range, newText } of edits) {
      edit.replace(vscode.Uri.parse(uri, true), toRange(range), newText, { needsConfirmation, label, description });
    }
  }
  return edit;
}

/** Shows a message without waiting for anyone to read it. */
function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}
