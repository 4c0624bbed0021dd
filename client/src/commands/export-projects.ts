import * as vscode from 'vscode';
import {
  type ExportFormat,
  type ExportParams,
  type ExportResult,
  exportRequest,
  type GroupExport,
} from '../../../server/src/lsp/protocol.ts';
import { type Articles, findTargets, readArticles, type Target } from '../export/articles.ts';
import { type Choice, chooseExport, isBinary } from '../export/choices.ts';
import { linkFor } from '../export/links.ts';
import { exportFile, lastSegment, resolveConflict } from '../export/place.ts';
import type { LanguageServer } from '../language-server.ts';
import { activeArticle } from '../served-documents.ts';

/**
 * What a key binding or another extension may say when it runs the command. What is left out is asked for; `uris` are
 * the active article then. Who names the articles is a program, which is not asked about overwriting either.
 */
export interface ExportOptions extends Partial<Choice> {
  readonly uris?: readonly vscode.Uri[];
}

export interface ExportOutcome {
  /** The file or the untitled document; undefined where there was no project, and so nothing was written. */
  readonly uri: vscode.Uri | undefined;
  readonly articleCount: number;
  readonly groupCount: number;
  readonly projectCount: number;
}

/**
 * "Copydesk: Export Projects". Called with {@link ExportOptions}, by a menu with the file or folder it was opened on and
 * all that are selected, or by the code lens of a group, which alone is exported then. Resolves when the export is written, without waiting for the message about it; to undefined
 * where there was no article, or the user thought better of it.
 */
export function createExportProjects(
  server: LanguageServer,
  memory: vscode.Memento,
): (clicked?: vscode.Uri | ExportOptions | GroupExport, selected?: unknown) => Promise<ExportOutcome | undefined> {
  return async (clicked, selected) => {
    const group = clicked && 'article' in clicked ? clicked : undefined;
    const options: ExportOptions = clicked instanceof vscode.Uri || !clicked || 'article' in clicked ? {} : clicked;
    const uris = group ? [vscode.Uri.parse(group.article)] : (options.uris ?? chosenUris(clicked, selected));
    const [first] = uris;
    if (!first) {
      tell(vscode.l10n.t('Open an article first, or choose files or a folder in the Explorer.'));
      return undefined;
    }
    const settings = vscode.workspace.getConfiguration('copydesk', first);
    const given = first.scheme === 'untitled' ? { ...options, destination: 'editor' as const } : options;
    // Before anything is read: what a person types ahead is meant for the Quick Pick, not for the article.
    const choice = await chooseExport(given, settings, memory);
    if (!choice) return undefined;
    const { format, destination } = choice;

    const targets = await findTargets(uris);
    const byteOrderMark = destination === 'file' && settings.get('export.byteOrderMark', true);
    const wanted = destination === 'file' ? exportFile(first, targets, format) : undefined;
    const linkTo = (uri: vscode.Uri) => linkFor(uri, format, wanted);
    const exported = await readAndExport(server, targets, linkTo, { format, byteOrderMark, group: group?.group });
    if (!exported) return undefined;
    const { content, encoding, ...counts } = exported;
    if (counts.projectCount === 0) {
      tell(vscode.l10n.t('There is no numbered project in what was chosen. Nothing was exported.'));
      return { uri: undefined, ...counts };
    }
    if (!wanted) {
      const { uri } = await openInEditor(content, format);
      tell(summary(counts, vscode.l10n.t('a new editor')));
      return { uri, ...counts };
    }
    const uri = options.uris ? wanted : await resolveConflict(wanted);
    if (!uri) return undefined;
    await vscode.workspace.fs.writeFile(
      uri,
      encoding === 'base64' ? decodeBase64(content) : new TextEncoder().encode(content),
    );
    void offerToOpen(uri, format, summary(counts, lastSegment(uri)));
    return { uri, ...counts };
  };
}

/** Explorer menus give the clicked entry and the selection, editor menus the document and other things. */
function chosenUris(clicked: unknown, selected: unknown): readonly vscode.Uri[] {
  const uris = Array.isArray(selected) ? selected.filter((uri) => uri instanceof vscode.Uri) : [];
  if (uris.length > 0) return uris;
  if (clicked instanceof vscode.Uri) return [clicked];
  const article = activeArticle();
  return article ? [article.uri] : [];
}

/** Undefined where there is no article, and when the user cancels. */
async function readAndExport(
  server: LanguageServer,
  targets: readonly Target[],
  linkTo: (file: vscode.Uri) => string | undefined,
  options: Omit<ExportParams, 'articles'>,
): Promise<ExportResult | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting projects'), cancellable: true },
    async (progress, token) => {
      const articles = await readArticles(targets, linkTo, progress, token);
      if (token.isCancellationRequested) return undefined;
      reportUnreadable(server, articles);
      if (articles.sources.length === 0) {
        tell(vscode.l10n.t('There is no article in what was chosen. An article is a YAML front matter, then HTML.'));
        return undefined;
      }
      const client = await server.client();
      const params: ExportParams = {
        ...options,
        articles: articles.sources.map(({ file, text, link }) => ({ file, text, link })),
      };
      try {
        return await client.sendRequest<ExportResult>(exportRequest, params, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
}

function reportUnreadable(server: LanguageServer, { unreadable }: Articles): void {
  if (unreadable.length === 0) return;
  for (const uri of unreadable) server.output().warn(`Unreadable: ${uri.toString(true)}`);
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Some files could not be read and are missing from the export: {0}',
      unreadable.map(lastSegment).join(', '),
    ),
  );
}

const languages: Readonly<Record<ExportFormat, string>> = {
  json: 'json',
  jsonl: 'jsonl',
  csv: 'csv',
  xlsx: 'plaintext',
  markdown: 'markdown',
  jsonld: 'json',
};

/** Shows the text in an untitled editor, in the language of its format where the editor knows one. */
async function openInEditor(content: string, format: ExportFormat): Promise<vscode.TextDocument> {
  const isKnown = (await vscode.languages.getLanguages()).includes(languages[format]);
  const language = isKnown ? languages[format] : 'plaintext';
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return document;
}

function summary({ articleCount, projectCount }: Omit<ExportOutcome, 'uri'>, place: string): string {
  if (articleCount > 1) {
    return vscode.l10n.t('Exported {0} projects from {1} articles to {2}.', projectCount, articleCount, place);
  }
  return projectCount === 1
    ? vscode.l10n.t('Exported 1 project to {0}.', place)
    : vscode.l10n.t('Exported {0} projects to {1}.', projectCount, place);
}

async function offerToOpen(uri: vscode.Uri, format: ExportFormat, text: string): Promise<void> {
  const open = vscode.l10n.t('Open');
  const reveal = vscode.l10n.t('Reveal');
  const copyPath = vscode.l10n.t('Copy Path');
  const chosen = await vscode.window.showInformationMessage(text, open, reveal, copyPath);
  // What is no text is opened by the program that the system has for it.
  if (chosen === open && isBinary(format) && uri.scheme === 'file') await vscode.env.openExternal(uri);
  else if (chosen === open) await vscode.commands.executeCommand('vscode.open', uri);
  if (chosen === reveal) await vscode.commands.executeCommand(revealCommand(uri), uri);
  if (chosen === copyPath) await vscode.env.clipboard.writeText(uri.scheme === 'file' ? uri.fsPath : uri.toString());
}

/** The file manager of the system where the file is on the same machine as the window, else the Explorer. */
function revealCommand({ scheme }: vscode.Uri): string {
  const isLocal = scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
  return isLocal ? 'revealFileInOS' : 'revealInExplorer';
}

function decodeBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}

/** Shows a message without waiting for anyone to read it. */
function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}
