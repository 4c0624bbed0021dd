import * as vscode from 'vscode';
import { activateCopydesk } from './copydesk.ts';
import { openOnDisk } from './export/node-output.ts';
import type { CreateClient, LanguageServer } from './language-server.ts';

/** What other extensions, and tests, can ask. */
export interface CopydeskApi {
  /** The operating system's number of the language server's process, while one runs. */
  serverProcessId(): number | undefined;
}

let server: LanguageServer | undefined;

/** The entry for hosts on Node: the language server is a process of its own. */
export function activate(context: vscode.ExtensionContext): CopydeskApi {
  let serverProcessId = (): number | undefined => undefined;
  const createClient: CreateClient = async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
    const client = new LanguageClient('copydesk', 'Copydesk', { module, transport: TransportKind.ipc }, options);
    serverProcessId = () => client.serverProcess?.pid;
    return client;
  };
  server = activateCopydesk(context, createClient, openOnDisk);
  return { serverProcessId: () => serverProcessId() };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
