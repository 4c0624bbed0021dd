import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type InitializeResult,
  RequestType,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { codeActions, fixAllKind } from './handlers/code-actions.ts';
import { pullDiagnostics, pushDiagnostics, refreshDiagnostics } from './handlers/diagnostics.ts';
import { documentSymbols } from './handlers/document-symbols.ts';
import { exportArticles } from './handlers/export.ts';
import { foldingRanges } from './handlers/folding-ranges.ts';
import { type ExportParams, type ExportResult, exportRequest } from './protocol.ts';
import { type Host, openSession, type Session, trace } from './session.ts';

/** Serves one client over a connection, from `initialize` to `exit`. Knows nothing of the host beyond what it is given. */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const session = openSession(connection, host, params);
    answerRequests(session);
    return describeServer(session);
  });
  connection.listen();
}

function answerRequests(session: Session): void {
  const { connection, client } = session;
  const logged = logFailures(connection);
  if (client.pullDiagnostics) {
    connection.languages.diagnostics.on(logged('Diagnostics', (params) => pullDiagnostics(session, params)));
    refreshDiagnostics(session);
  } else {
    pushDiagnostics(session);
  }
  connection.onCodeAction(logged('Code actions', (params) => codeActions(session, params)));
  connection.onDocumentSymbol(logged('Document symbols', (params) => documentSymbols(session, params)));
  connection.onFoldingRanges(logged('Folding ranges', (params) => foldingRanges(session, params)));
  connection.onRequest(
    new RequestType<ExportParams, ExportResult, void>(exportRequest),
    logged('Export', exportArticles),
  );
}

function describeServer({ client }: Session): InitializeResult {
  return {
    serverInfo: { name: 'Copydesk', version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      ...(client.pullDiagnostics
        ? { diagnosticProvider: { identifier: 'copydesk', interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
    },
  };
}

/** A handler that fails costs its request an error, and leaves its trace in the log; the server goes on. */
function logFailures(connection: Connection) {
  return <P, R>(name: string, handle: (params: P, token: CancellationToken) => R | Promise<R>) =>
    async (params: P, token: CancellationToken): Promise<R> => {
      try {
        return await handle(params, token);
      } catch (error) {
        if (!(error instanceof ResponseError)) connection.console.error(`${name}: ${trace(error)}`);
        throw error;
      }
    };
}
