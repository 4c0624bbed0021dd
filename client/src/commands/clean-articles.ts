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
  /** How many articles were looked at, and how many problems in them are safe to fix. */
  readonly articleCount: number;
  readonly fixableCount: number;
  /** How many articles were changed, and in how many places; 0 where the person thought better of it. */
  readonly changedCount: number;
  readonly placeCount: number;
}

/** Articles that are sent to the server at once: between them progress is shown, and the user can cancel. */
const articlesAtOnce = 50;

/**
 * "Copydesk: Clean Articles…": the fixes for the articles of the files and folders that are chosen, shown in the editor's
 * own preview of changes before they are made, and undone as one. There the safe ones are ticked, and what a person has to
 * decide about is not. Resolves to undefined where it was cancelled while the articles were read.
 */
export function createCleanArticles(
  server: LanguageServer,
): (clicked?: vscode.Uri | CleanOptions, selected?: unknown) => Promise<CleanOutcome | undefined> {
  return async (clicked, selected) => {
    const options = clicked instanceof vscode.Uri || !clicked ? {} : clicked;
    const isConfirmed = options.isConfirmed === true;
    const uris = options.uris ?? (await chosenUris(clicked, selected));
    if (uris.length === 0) return undefined;
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Cleaning articles'), cancellable: true },
      async (progress, token) => {
        const { sources: all, unreadable } = await readArticles(await findTargets(uris), progress, token);
        for (const uri of unreadable) server.output().warn(`Unreadable: ${uri.toString(true)}`);
        const sources = all.filter(({ isAsOpened }) => isAsOpened);
        tellOfOtherEncodings(all.filter(({ isAsOpened }) => !isAsOpened));
        const cleaned = await clean(server, sources, !isConfirmed, progress, token);
        return token.isCancellationRequested || !cleaned ? undefined : { articleCount: sources.length, cleaned };
      },
    );
    if (!result) return undefined;
    const { articleCount, cleaned } = result;
    const fixableCount = cleaned.reduce((sum, article) => sum + article.fixedCount, 0);
    if (cleaned.length === 0) {
      tell(vscode.l10n.t('There is nothing to clean in {0} articles.', articleCount));
      return { articleCount, fixableCount, changedCount: 0, placeCount: 0 };
    }
    const { changedCount, placeCount } = await apply(toWorkspaceEdit(cleaned, isConfirmed));
    tell(
      changedCount === 0
        ? vscode.l10n.t('No article was changed.')
        : vscode.l10n.t('Changed {0} of {1} articles, in {2} places.', changedCount, articleCount, placeCount),
    );
    return { articleCount, fixableCount, changedCount, placeCount };
  };
}

/** What the editor would read otherwise than it is written, it would spoil. */
function tellOfOtherEncodings(sources: readonly ArticleSource[]): void {
  const [first] = sources;
  if (!first) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Left alone, because the editor would not open them in their encoding: {0} articles, {1} among them. Save them as UTF-8 first.',
      sources.length,
      first.file,
    ),
  );
}

/** Makes the edits that are left ticked; only the documents tell which these were. */
async function apply(edit: vscode.WorkspaceEdit): Promise<Pick<CleanOutcome, 'changedCount' | 'placeCount'>> {
  const meant = new Set(edit.entries().map(([uri]) => uri.toString()));
  const changed = new Set<string>();
  let placeCount = 0;
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const uri = document.uri.toString();
    if (!meant.has(uri) || contentChanges.length === 0) return;
    changed.add(uri);
    placeCount += contentChanges.length;
  });
  try {
    const isApplied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    return isApplied ? { changedCount: changed.size, placeCount } : { changedCount: 0, placeCount: 0 };
  } finally {
    listener.dispose();
  }
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
  suggestions: boolean,
  progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<readonly CleanedArticle[] | undefined> {
  const client = await server.client();
  const cleaned: CleanedArticle[] = [];
  for (let start = 0; start < sources.length && !token.isCancellationRequested; start += articlesAtOnce) {
    const slice = sources.slice(start, start + articlesAtOnce);
    const articles = slice.map(({ uri, text }) => ({ uri: uri.toString(), text }));
    const params: CleanParams = { articles, suggestions };
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

/**
 * VS Code shows a preview where at least one edit asks for confirmation, and ticks the others in it. Where there is nothing
 * but safe fixes, an edit that changes nothing asks.
 */
function toWorkspaceEdit(articles: readonly CleanedArticle[], isConfirmed: boolean): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const safe = { needsConfirmation: false, label: vscode.l10n.t('Safe fixes') };
  for (const { uri, edits, suggestions, fixedCount } of articles) {
    const file = vscode.Uri.parse(uri, true);
    const description = vscode.l10n.t('{0} safe fixes', fixedCount);
    for (const { range, newText } of edits) edit.replace(file, toRange(range), newText, { ...safe, description });
    for (const suggestion of suggestions) {
      const suggested = { needsConfirmation: true, label: vscode.l10n.t('Suggestions'), description: suggestion.title };
      for (const { range, newText } of suggestion.edits) edit.replace(file, toRange(range), newText, suggested);
    }
  }
  const [first] = articles;
  if (!isConfirmed && first && articles.every(({ suggestions }) => suggestions.length === 0)) {
    edit.insert(vscode.Uri.parse(first.uri, true), new vscode.Position(0, 0), '', {
      needsConfirmation: true,
      label: vscode.l10n.t('Suggestions'),
      description: vscode.l10n.t('None: all fixes are safe'),
    });
  }
  return edit;
}

/** Shows a message without waiting for anyone to read it. */
function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}
