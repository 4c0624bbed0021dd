import * as vscode from 'vscode';

/** The text of a file's bytes as an editor would read them, without byte order mark; undefined where they are binary. */
export async function decode(uri: vscode.Uri, bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await vscode.workspace.decode(bytes, { uri })).replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
