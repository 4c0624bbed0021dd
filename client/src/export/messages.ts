import * as vscode from 'vscode';
import type { ExportFormat, ExportResult } from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { isBinary } from './choices.ts';
import { lastSegment } from './place.ts';

/** Shows a message without waiting for anyone to read it. */
export function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}

/** Says how much went where. */
export function summary({ articleCount, projectCount }: ExportResult, place: string): string {
  if (articleCount > 1) {
    return vscode.l10n.t('Exported {0} projects from {1} articles to {2}.', projectCount, articleCount, place);
  }
  return projectCount === 1
    ? vscode.l10n.t('Exported 1 project to {0}.', place)
    : vscode.l10n.t('Exported {0} projects to {1}.', projectCount, place);
}

/** Shows the text, and what can be done with the file that was written. */
export async function offerToOpen(uri: vscode.Uri, format: ExportFormat, text: string): Promise<void> {
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

/** Names the files that are missing: the first of them in a message, all of them in the output. */
export async function warnOfUnreadable(server: LanguageServer, unreadable: readonly vscode.Uri[]): Promise<void> {
  if (unreadable.length === 0) return;
  for (const uri of unreadable) server.output().warn(`Unreadable: ${uri.toString(true)}`);
  const names = unreadable.slice(0, namesShown).map(lastSegment).join(', ');
  const text =
    unreadable.length > namesShown
      ? vscode.l10n.t(
          '{0} files could not be read and are missing from the export: {1} and others',
          unreadable.length,
          names,
        )
      : vscode.l10n.t('Some files could not be read and are missing from the export: {0}', names);
  const showOutput = vscode.l10n.t('Show Output');
  if ((await vscode.window.showWarningMessage(text, showOutput)) === showOutput) server.output().show();
}

/** Nobody reads more names than these in a message. */
const namesShown = 3;

/** Says why there is no export. */
export function tellFailure(server: LanguageServer, error: unknown): void {
  server.output().error(error instanceof Error ? error : String(error));
  const reason = error instanceof Error ? error.message : String(error);
  void vscode.window.showErrorMessage(vscode.l10n.t('Nothing was exported: {0}', reason));
}

/** The file manager of the system where the file is on the same machine as the window, else the Explorer. */
function revealCommand({ scheme }: vscode.Uri): string {
  const isLocal = scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
  return isLocal ? 'revealFileInOS' : 'revealInExplorer';
}
