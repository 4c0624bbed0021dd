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
import { answerArticleTree } from './handlers/article-tree.ts';
import { addRule, proposeRule } from './handlers/boilerplate.ts';
import { cleanArticles } from './handlers/clean.ts';
import { codeActions, fixAllKind } from './handlers/code-actions.ts';
import { codeLenses, refreshCodeLenses } from './handlers/code-lenses.ts';
import { completion, completionTriggers } from './handlers/completion.ts';
import { definition } from './handlers/definition.ts';
import { pullDiagnostics, pushDiagnostics, refreshDiagnostics } from './handlers/diagnostics.ts';
import { documentHighlights } from './handlers/document-highlights.ts';
import { documentLinks } from './handlers/document-links.ts';
import { documentSymbols } from './handlers/document-symbols.ts';
import { exportArticles } from './handlers/export.ts';
import { foldingRanges } from './handlers/folding-ranges.ts';
import { hover } from './handlers/hover.ts';
import { inlayHints, refreshInlayHints } from './handlers/inlay-hints.ts';
import { references } from './handlers/references.ts';
import { prepareRename, rename } from './handlers/rename.ts';
import { semanticTokens, semanticTokensLegend } from './handlers/semantic-tokens.ts';
import { answerWorkspaceDiagnostics } from './handlers/workspace-diagnostics.ts';
import { workspaceSymbols } from './handlers/workspace-symbols.ts';
import { indexState, tellIndexChanges } from './index-changes.ts';
import {
  type AddedRule,
  type AddRuleParams,
  type ArticleGroupParams,
  type ArticleTreeList,
  type ArticleTreeParams,
  addRuleRequest,
  articleGroupRequest,
  articleTreeRequest,
  buildIndexRequest,
  type CleanParams,
  type CleanResult,
  cleanRequest,
  type ExportParams,
  type ExportResult,
  exportRequest,
  type FileList,
  type IndexState,
  indexSettledRequest,
  listArticlesRequest,
  type ProposedRule,
  type ProposeRuleParams,
  proposeRuleRequest,
  stopIndexRequest,
} from './protocol.ts';
import { type Host, openSession, type Session, trace } from './session.ts';

/** Serves one client over a connection, from `initialize` to `exit`. Knows nothing of the host beyond what it is given. */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const session = openSession(connection, host, params);
    answerRequests(session);
    connection.onInitialized(() => {
      session.settings.follow();
      session.workspace.start();
    });
    return describeServer(session);
  });
  connection.listen();
}

function answerRequests(session: Session): void {
  const { connection, client } = session;
  const logged = logFailures(connection);
  if (client.pullDiagnostics) {
    connection.languages.diagnostics.on(logged('Diagnostics', (params) => pullDiagnostics(session, params)));
    const workspaceDiagnostics = answerWorkspaceDiagnostics(session);
    connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
      logged('Workspace diagnostics', () => workspaceDiagnostics(params, token, partial))(params, token),
    );
    refreshDiagnostics(session);
  } else {
    pushDiagnostics(session);
  }
  connection.onCodeAction(logged('Code actions', (params) => codeActions(session, params)));
  connection.onDocumentSymbol(logged('Document symbols', (params) => documentSymbols(session, params)));
  connection.onFoldingRanges(logged('Folding ranges', (params) => foldingRanges(session, params)));
  answerQuestions(session, logged);
  connection.onRequest(
    new RequestType<ExportParams, ExportResult, void>(exportRequest),
    logged('Export', (params, token) => exportArticles(session, params, token)),
  );
  connection.onRequest(
    new RequestType<null, FileList, void>(listArticlesRequest),
    logged('The list of articles', async () => ({ files: await session.workspace.candidates() })),
  );
  connection.onRequest(
    new RequestType<CleanParams, CleanResult, void>(cleanRequest),
    logged('Cleaning', (params, token) => cleanArticles(session, params, token)),
  );
  connection.onRequest(
    new RequestType<ProposeRuleParams, ProposedRule, void>(proposeRuleRequest),
    logged('A rule', (params, token) => proposeRule(session, params, token)),
  );
  connection.onRequest(
    new RequestType<AddRuleParams, AddedRule, void>(addRuleRequest),
    logged('A rule', (params) => addRule(session, params)),
  );
  connection.onWorkspaceSymbol(
    logged('Workspace symbols', (params, token) => workspaceSymbols(session, params, token)),
  );
  connection.onRequest(
    new RequestType<null, IndexState, void>(indexSettledRequest),
    logged('Index', async () => {
      await session.workspace.settled();
      return indexState(session);
    }),
  );
  connection.onRequest(
    new RequestType<null, null, void>(buildIndexRequest),
    logged('Index', () => {
      session.workspace.build();
      return null;
    }),
  );
  connection.onRequest(
    new RequestType<null, null, void>(stopIndexRequest),
    logged('Index', () => {
      session.workspace.stop();
      return null;
    }),
  );
  const articleTree = answerArticleTree(session);
  connection.onRequest(
    new RequestType<ArticleTreeParams, ArticleTreeList, void>(articleTreeRequest),
    logged('The tree of articles', articleTree.list),
  );
  connection.onRequest(
    new RequestType<ArticleGroupParams, FileList, void>(articleGroupRequest),
    logged('The tree of articles', articleTree.group),
  );
  if (session.followsIndex) tellIndexChanges(session);
}

/** The requests that a client may leave out; one that is not offered is never asked. */
function answerQuestions(session: Session, logged: ReturnType<typeof logFailures>): void {
  const { connection, client } = session;
  connection.onDefinition(logged('Definition', (params) => definition(session, params)));
  connection.onReferences(logged('References', (params) => references(session, params)));
  connection.onDocumentHighlight(logged('Highlights', (params) => documentHighlights(session, params)));
  connection.onPrepareRename(logged('Preparing a rename', (params) => prepareRename(session, params)));
  connection.onRenameRequest(logged('Rename', (params) => rename(session, params)));
  connection.onHover(logged('Hover', (params) => hover(session, params)));
  connection.onCompletion(logged('Completion', (params) => completion(session, params)));
  connection.onDocumentLinks(logged('Links', (params) => documentLinks(session, params)));
  connection.languages.inlayHint.on(logged('Inlay hints', (params) => inlayHints(session, params)));
  connection.onCodeLens(logged('Code lenses', (params) => codeLenses(session, params)));
  if (client.asks.semanticTokens) {
    const tokens = semanticTokens(session);
    connection.languages.semanticTokens.on(logged('Semantic tokens', tokens.full));
    connection.languages.semanticTokens.onDelta(logged('Changes of semantic tokens', tokens.delta));
    connection.languages.semanticTokens.onRange(logged('Semantic tokens of a range', tokens.range));
  }
  refreshInlayHints(session);
  refreshCodeLenses(session);
}

function describeServer({ client }: Session): InitializeResult {
  const { asks } = client;
  return {
    serverInfo: { name: 'Copydesk', version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      ...(asks.definition ? { definitionProvider: true } : {}),
      ...(asks.references ? { referencesProvider: true } : {}),
      ...(asks.documentHighlight ? { documentHighlightProvider: true } : {}),
      ...(asks.rename ? { renameProvider: client.prepareRename ? { prepareProvider: true } : true } : {}),
      ...(asks.hover ? { hoverProvider: true } : {}),
      ...(asks.completion ? { completionProvider: { triggerCharacters: completionTriggers } } : {}),
      ...(asks.documentLink ? { documentLinkProvider: {} } : {}),
      ...(asks.inlayHint ? { inlayHintProvider: true } : {}),
      ...(asks.codeLens ? { codeLensProvider: {} } : {}),
      ...(asks.semanticTokens
        ? {
            semanticTokensProvider: {
              legend: semanticTokensLegend,
              full: { delta: client.semanticTokensDelta },
              range: true,
            },
          }
        : {}),
      ...(asks.workspaceSymbol ? { workspaceSymbolProvider: true } : {}),
      ...(client.workspaceFolders
        ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
        : {}),
      ...(client.pullDiagnostics
        ? { diagnosticProvider: { identifier: 'copydesk', interFileDependencies: false, workspaceDiagnostics: true } }
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
