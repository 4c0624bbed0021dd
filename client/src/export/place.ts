import * as vscode from 'vscode';
import type { ExportFormat } from '../../../server/src/lsp/protocol.ts';
import type { Target } from './articles.ts';
import { commonFolder, exportFileName, numberedFileName } from './names.ts';

/**
 * Where the export is written: next to a single article, else into the folder that holds all that was chosen. `first`
 * is the address of one of the targets and says which file system that is.
 */
export function exportFile(first: vscode.Uri, targets: readonly Target[], format: ExportFormat): vscode.Uri {
  const isOneArticle = targets.length === 1 && targets.every(({ isFolder }) => !isFolder);
  const folders = targets.map(({ uri, isFolder }) => (isFolder ? uri : vscode.Uri.joinPath(uri, '..')).path);
  const name = exportFileName(isOneArticle ? lastSegment(first) : undefined, format);
  return vscode.Uri.joinPath(first.with({ path: commonFolder(folders) }), name);
}

/** `file`, or another name where the user keeps what is there; undefined where the user would rather not write at all. */
export async function resolveConflict(file: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (!(await exists(file))) return file;
  const overwrite = vscode.l10n.t('Overwrite');
  const keepBoth = vscode.l10n.t('Keep Both');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} already exists. Should it be overwritten?', lastSegment(file)),
    { modal: true },
    overwrite,
    keepBoth,
  );
  if (chosen === overwrite) return file;
  return chosen === keepBoth ? freeName(file) : undefined;
}

export function lastSegment(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

async function freeName(file: vscode.Uri): Promise<vscode.Uri> {
  for (let copy = 2; ; copy++) {
    const candidate = vscode.Uri.joinPath(file, '..', numberedFileName(lastSegment(file), copy));
    if (!(await exists(candidate))) return candidate;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
