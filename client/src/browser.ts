import * as vscode from 'vscode';
import { activateCopydesk } from './copydesk.ts';
import { openCollected } from './export/output.ts';
import type { CreateClient, LanguageServer } from './language-server.ts';

/** The part of the web host's `Worker` that is used here; the project is compiled without the DOM library. */
declare class Worker {
  constructor(url: string, options: { readonly name: string });
  terminate(): void;
}

let server: LanguageServer | undefined;
let worker: Worker | undefined;

/** The entry for web hosts: the language server runs in a worker, which the client does not end by itself. */
export function activate(context: vscode.ExtensionContext): void {
  const createClient: CreateClient = async (options) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
    return new LanguageClient(
      'copydesk',
      'Copydesk',
      async () => {
        worker?.terminate();
        worker = new Worker(await workerAddress(script), { name: 'Copydesk' });
        // Not the worker itself: a web host wraps the class, and the client would not know its instance for a worker.
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      },
      options,
    );
  };
  server = activateCopydesk(context, createClient, openCollected);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
  worker?.terminate();
}

/**
 * A web host refuses to start a worker from an extension that is installed on a remote machine; a copy of it will do. From
 * there nothing lies beside it, so what it imports when needed is a copy, too.
 */
async function workerAddress(script: vscode.Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const engine = copyOf(await read(vscode.Uri.joinPath(script, '..', engineFile)));
  return copyOf((await read(script)).replaceAll(`./${engineFile}`, engine));
}

/** The engine for the patterns of users, which `esbuild.mjs` keeps apart from the server. */
const engineFile = 'linear-patterns.mjs';

async function read(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

function copyOf(code: string): string {
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}
