import * as vscode from 'vscode';
import { type FileList, listArticlesRequest } from '../../../server/src/lsp/protocol.ts';
import { type Choice, chooseExport, formatName } from '../export/choices.ts';
import { type ExportOutcome, exportToFile } from '../export/deliver.ts';
import { linkFor } from '../export/links.ts';
import { tell } from '../export/messages.ts';
import { exportFileName, fileEndings } from '../export/names.ts';
import type { OpenOutput } from '../export/output.ts';
import type { LanguageServer } from '../language-server.ts';

/** What a key binding or another extension may say: what is left out is asked for. */
export interface ExportWorkspaceOptions extends Pick<Partial<Choice>, 'format'> {
  /** The file to write; one that is there is overwritten. */
  readonly file?: vscode.Uri;
}

/**
 * "Copydesk: Export Projects in Workspace…": the projects of all articles in all folders, as far as the settings and
 * `.gitignore` do not leave them out, in one file. Resolves as "Export Projects" does.
 */
export function createExportWorkspace(
  server: LanguageServer,
  memory: vscode.Memento,
  openOutput: OpenOutput,
): (options?: ExportWorkspaceOptions) => Promise<ExportOutcome | undefined> {
  return async (options = {}) => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) {
      tell(vscode.l10n.t('Open a folder with articles first.'));
      return undefined;
    }
    const settings = vscode.workspace.getConfiguration('copydesk', folder);
    const choice = await chooseExport({ format: options.format, destination: 'file' }, settings, memory);
    if (!choice) return undefined;
    const { format } = choice;
    const file = options.file ?? (await askForFile(folder.uri, format));
    if (!file) return undefined;
    const delivery = {
      format,
      byteOrderMark: settings.get('export.byteOrderMark', true),
      findFiles: (token: vscode.CancellationToken) => articlesIn(server, token),
      linkTo: (article: vscode.Uri) => linkFor(article, format, file),
    };
    return exportToFile(server, openOutput, delivery, file, async () => file);
  };
}

/** The dialog asks about overwriting by itself. */
function askForFile(folder: vscode.Uri, format: Choice['format']): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, exportFileName(undefined, format)),
    filters: { [formatName(format)]: [fileEndings[format]] },
    saveLabel: vscode.l10n.t('Export'),
    title: vscode.l10n.t('Export Projects in Workspace'),
  });
}

async function articlesIn(server: LanguageServer, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const client = await server.client();
  try {
    const { files } = await client.sendRequest<FileList>(listArticlesRequest, null, token);
    return files.map((uri) => vscode.Uri.parse(uri, true));
  } catch (error) {
    if (token.isCancellationRequested) return [];
    throw error;
  }
}
