import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type IndexState, indexChangedNotification } from '../../server/src/lsp/protocol.ts';
import { answerExports } from './export/run.ts';
import { lendFiles } from './workspace-files.ts';

export type ServerState = 'stopped' | 'starting' | 'running';

/** Builds the client of one host, without starting it. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The language server as the rest of the extension sees it. */
export interface LanguageServer extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** What the server has last told of the articles of the folders. */
  readonly index: IndexState;
  readonly onDidChangeIndex: vscode.Event<IndexState>;
  /** Starts the server if nobody has yet. After that it stays as it is: stopped, if it could not be kept running. */
  startOnce(): void;
  /** Starts the server unless it runs. Resolves to its client when it answers, rejects when it cannot be started. */
  client(): Promise<BaseLanguageClient>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** The output channel, which is made when it is first needed. */
  output(): vscode.LogOutputChannel;
}

const unknownIndex: IndexState = { state: 'idle', articleCount: 0 };

/** @param storage is a folder for the server to keep things in; undefined where there is no workspace. */
export function createLanguageServer(
  extensionUri: vscode.Uri,
  storage: vscode.Uri | undefined,
  createClient: CreateClient,
): LanguageServer {
  const changed = new vscode.EventEmitter<ServerState>();
  const indexChanged = new vscode.EventEmitter<IndexState>();
  let state: ServerState = 'stopped';
  let index = unknownIndex;
  let current: Promise<BaseLanguageClient> | undefined;
  let channel: vscode.LogOutputChannel | undefined;

  const output = () => {
    channel ??= vscode.window.createOutputChannel('Copydesk', { log: true });
    return channel;
  };

  const enter = (next: ServerState) => {
    state = next;
    changed.fire(next);
    if (next !== 'running') takeIndex(unknownIndex);
  };
  const takeIndex = (next: IndexState) => {
    index = next;
    indexChanged.fire(next);
  };

  const create = async () => {
    enter('starting');
    const { clientOptions, serverState } = await import('./language-client.ts');
    const client = await createClient(clientOptions(extensionUri, storage, output(), offerRestart));
    lendFiles(client);
    answerExports(client);
    client.onNotification(indexChangedNotification, takeIndex);
    client.onDidChangeState(({ newState }) => enter(serverState(newState)));
    return client;
  };

  const running = async () => {
    current ??= create();
    const client = await current;
    await client.start();
    return client;
  };

  const stop = async () => {
    const stopping = current;
    current = undefined;
    try {
      await (await stopping)?.dispose();
    } catch (error) {
      // A server that never started cannot be stopped, and one that hangs is ended by its transport.
      output().debug(String(error));
    }
    enter('stopped');
  };

  const startQuietly = async () => {
    try {
      await running();
    } catch (error) {
      output().error(String(error));
      enter('stopped');
    }
  };

  const restart = async () => {
    await stop();
    await startQuietly();
  };

  /** Called when the server has died too often to be started again unasked. */
  const offerRestart = async () => {
    const restartButton = vscode.l10n.t('Restart');
    const outputButton = vscode.l10n.t('Show Output');
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        'Copydesk stopped several times in a short while and is not started again. Articles are not checked.',
      ),
      restartButton,
      outputButton,
    );
    if (chosen === restartButton) await restart();
    if (chosen === outputButton) output().show();
  };

  return {
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    get index() {
      return index;
    },
    onDidChangeIndex: indexChanged.event,
    startOnce: () => {
      if (current === undefined) void startQuietly();
    },
    client: running,
    restart,
    stop,
    output,
    dispose: () => {
      changed.dispose();
      indexChanged.dispose();
      channel?.dispose();
    },
  };
}
