import * as vscode from 'vscode';
import type { GroupExport } from '../../../server/src/lsp/protocol.ts';
import { filesUnder, findTargets } from '../export/articles.ts';
import { type Choice, chooseExport } from '../export/choices.ts';
import { type Delivery, type ExportOutcome, exportToEditor, exportToFile } from '../export/deliver.ts';
import { linkFor } from '../export/links.ts';
import { tell } from '../export/messages.ts';
import type { OpenOutput } from '../export/output.ts';
import { exportFile, resolveConflict } from '../export/place.ts';
import type { LanguageServer } from '../language-server.ts';
import { activeArticle } from '../served-documents.ts';

/**
 * What a key binding or another extension may say when it runs the command. What is left out is asked for; `uris` are
 * the active article then. Who names the articles is a program, which is not asked about overwriting either.
 */
export interface ExportOptions extends Partial<Choice> {
  readonly uris?: readonly vscode.Uri[];
}

/**
 * "Copydesk: Export Projects". Called with {@link ExportOptions}, by a menu with the file or folder it was opened on and
 * all that are selected, or by the code lens of a group, which alone is exported then. Resolves when the export is written, without waiting for the message about it; to undefined
 * where there was no article, or the user thought better of it.
 */
export function createExportProjects(
  server: LanguageServer,
  memory: vscode.Memento,
  openOutput: OpenOutput,
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
    const wanted = destination === 'file' ? exportFile(first, targets, format) : undefined;
    const delivery: Delivery = {
      format,
      byteOrderMark: wanted !== undefined && settings.get('export.byteOrderMark', true),
      group: group?.group,
      findFiles: (token) => filesUnder(targets, token),
      linkTo: (file) => linkFor(file, format, wanted),
    };
    if (!wanted) return exportToEditor(server, delivery);
    const settle = options.uris ? async () => wanted : resolveConflict;
    return exportToFile(server, openOutput, delivery, wanted, settle);
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
