import * as vscode from 'vscode';
import type { ExportFormat } from '../../../server/src/lsp/protocol.ts';
import { relativePath } from './names.ts';

/**
 * The address behind what an export says of a file, with `{line}` for the line. From a workbook it opens the line in this
 * editor; from a Markdown file it is relative, so that both can be moved together. Undefined where there is none: other
 * formats have no links, and an editor for the web has no address for a file.
 */
export function linkFor(file: vscode.Uri, format: ExportFormat, output: vscode.Uri | undefined): string | undefined {
  if (format === 'xlsx') return editorLink(file);
  if (format !== 'markdown' || output?.scheme !== file.scheme || output.authority !== file.authority) return undefined;
  const folder = vscode.Uri.joinPath(output, '..').path;
  return `${relativePath(folder, file.path).split('/').map(encodeURIComponent).join('/')}#L{line}`;
}

/** As VS Code documents it: `vscode://file/path:line`, and `vscode://vscode-remote/authority/path:line` for another machine. */
function editorLink({ scheme, authority, path }: vscode.Uri): string | undefined {
  const place = `${path.split('/').map(encodeURIComponent).join('/')}:{line}`;
  if (scheme === 'file') return `${vscode.env.uriScheme}://file${place}`;
  return scheme === 'vscode-remote' ? `${vscode.env.uriScheme}://vscode-remote/${authority}${place}` : undefined;
}
