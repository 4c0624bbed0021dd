import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileList,
  type FileText,
  type ListFilesParams,
  listFilesRequest,
  type ReadFileParams,
  readFileRequest,
} from '../../server/src/lsp/protocol.ts';
import { decode } from './decode.ts';

/** Lends the server the editor's own access to files, for folders that are not on the server's disk. */
export function lendFiles(client: BaseLanguageClient): void {
  client.onRequest(listFilesRequest, listFiles);
  client.onRequest(readFileRequest, readFile);
}

/** What `files.exclude` hides is left out by the editor, everything else by the server. */
async function listFiles({ folder }: ListFilesParams, token: vscode.CancellationToken): Promise<FileList> {
  const uri = vscode.Uri.parse(folder, true);
  const include = vscode.workspace.getConfiguration('copydesk', uri).get<readonly string[]>('index.include', []);
  const found = await Promise.all(
    include.map((glob) =>
      vscode.workspace.findFiles(new vscode.RelativePattern(uri, glob), '**/node_modules/**', undefined, token),
    ),
  );
  return { files: [...new Set(found.flat().map(String))] };
}

async function readFile({ uri }: ReadFileParams): Promise<FileText> {
  const file = vscode.Uri.parse(uri, true);
  try {
    const decoded = await decode(file, await vscode.workspace.fs.readFile(file));
    return { text: decoded?.isAsOpened ? decoded.text : null };
  } catch {
    return { text: null };
  }
}
