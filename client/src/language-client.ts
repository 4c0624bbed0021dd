import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler, type LanguageClientOptions, State } from 'vscode-languageclient';
import { exportCommand, type InitializationOptions } from '../../server/src/lsp/protocol.ts';
import type { ServerState } from './language-server.ts';
import { servedDocuments } from './served-documents.ts';

/** @param gaveUp is called when the server has died so often that it is not started again. */
export function clientOptions(
  extensionUri: vscode.Uri,
  storage: vscode.Uri | undefined,
  outputChannel: vscode.LogOutputChannel,
  gaveUp: () => void,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    documentationBase: `${vscode.Uri.joinPath(extensionUri, 'docs', 'rules')}/`,
    language: vscode.env.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    commands: [exportCommand],
    files: true,
    followsIndex: true,
    ...(storage ? { storage: storage.toString() } : {}),
  };
  return {
    documentSelector: [...servedDocuments()],
    initializationOptions,
    outputChannel,
    errorHandler: restartPolicy(gaveUp),
  };
}

export function serverState(state: State): ServerState {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'stopped';
}

const restartLimit = 4;
const restartPeriodInMilliseconds = 3 * 60 * 1000;
const toleratedErrors = 3;

/** Starts a dead server again, up to four times in three minutes. The numbers are those of the library's own handler. */
function restartPolicy(gaveUp: () => void): ErrorHandler {
  let deaths: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= toleratedErrors ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      const now = Date.now();
      deaths = [...deaths.filter((death) => now - death < restartPeriodInMilliseconds), now];
      if (deaths.length <= restartLimit) return { action: CloseAction.Restart, handled: true };
      deaths = [];
      gaveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
