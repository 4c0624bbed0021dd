import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  type CancellationToken,
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  Diagnostic,
  FullDocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
  TextEdit,
  UnchangedDocumentDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { createProto, type Encoding } from '../../server/src/lsp/proto.ts';

/** What VS Code says of itself, as far as this server reads it. */
export const fullCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { rangeLimit: 5000, lineFoldingOnly: true, foldingRange: { collapsedText: true } },
    definition: { linkSupport: true },
    references: {},
    documentHighlight: {},
    rename: { prepareSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    inlayHint: {},
    codeLens: {},
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } } },
  },
};

/** A client that only knows the oldest form of everything. */
export const minimalCapabilities: ClientCapabilities = {};

export type DiagnosticReport = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** The editor's side of a session. It keeps its own copy of each text, as an editor does. */
export interface Client {
  readonly initialized: InitializeResult;
  /** What the server wrote to the client's log. */
  readonly log: readonly string[];
  /** The section `copydesk`, as a client that can be asked answers it; by URI; and that of `files.exclude`. */
  settings: (uri: string, section: string) => unknown;
  request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result>;
  notify(method: string, params: unknown): Promise<void>;
  open(text: string, options?: { uri?: string; languageId?: string; version?: number }): Promise<string>;
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DiagnosticReport>;
  /** Pulls, and expects a full report. */
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** The next diagnostics that are pushed and were not yet taken. */
  pushed(): Promise<PublishDiagnosticsParams>;
  /** Resolves when the server has sent a request of this method, also when it was sent before. */
  asked(method: string): Promise<unknown>;
  /** The next notification of this method that was not yet taken. */
  told(method: string): Promise<unknown>;
  codeActions(uri: string, range: Range, context?: Partial<CodeActionContext>): Promise<readonly CodeAction[]>;
  /** The text of an open document after an action, as an editor would apply it. */
  applied(uri: string, action: CodeAction | undefined): string;
  /** The text of an open document after an edit of it. */
  edited(edit: WorkspaceEdit | null | undefined, uri?: string): string;
  /** Shuts down as the protocol wants it; resolves to the exit code. */
  stop(): Promise<number | null>;
  readonly processId: number | undefined;
  /** Leaves without a word; resolves to the exit code. */
  abandon(): Promise<number | null>;
}

export interface ClientOptions {
  readonly capabilities: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** URIs. */
  readonly folders?: readonly string[];
  /** Answers a request of the server beside `workspace/configuration`; null where it is left out. */
  readonly answer?: (method: string, params: unknown) => unknown;
}

/** Starts a server program and initialises a session over its standard input and output, or over Node's own channel. */
export async function startClient(
  server: string,
  options: ClientOptions,
  transport: 'stdio' | 'ipc' = 'stdio',
): Promise<Client> {
  const { processId, connection, leave, exit } = transport === 'stdio' ? startOverStdio(server) : startOverIpc(server);
  return Object.assign(await connectClient(connection, options), {
    processId,
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return exit;
    },
    abandon() {
      leave();
      return exit;
    },
  });
}

interface Program {
  readonly processId: number | undefined;
  readonly connection: MessageConnection;
  leave(): void;
  readonly exit: Promise<number | null>;
}

function startOverStdio(server: string): Program {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  return {
    processId: child.pid,
    connection: createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
    leave: () => child.stdin.end(),
    exit: once(child, 'exit').then(([code]) => code),
  };
}

function startOverIpc(server: string): Program {
  const child = fork(server, ['--node-ipc']);
  return {
    processId: child.pid,
    connection: createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)),
    leave: () => child.disconnect(),
    exit: once(child, 'exit').then(([code]) => code),
  };
}

/** Initialises a session over any connection. */
export async function connectClient(
  connection: MessageConnection,
  { capabilities, locale, initializationOptions, folders, answer = () => null }: ClientOptions,
): Promise<Omit<Client, 'stop' | 'abandon' | 'processId'>> {
  const log: string[] = [];
  const texts = new Map<string, { readonly text: string; readonly version: number }>();
  const pushes = createMailbox<PublishDiagnosticsParams>();
  const requestsOf = createMailboxes();
  const notificationsOf = createMailboxes();

  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onNotification('textDocument/publishDiagnostics', pushes.put);
  connection.onNotification((method, params) => notificationsOf(method).put(params));
  connection.onRequest((method, params) => {
    requestsOf(method).put(params);
    if (method !== 'workspace/configuration') return answer(method, params);
    const { items } = params as { items: readonly { scopeUri: string; section: string }[] };
    return items.map(({ scopeUri, section }) => client.settings(scopeUri, section));
  });
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities,
    locale,
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  const encoding = (initialized.capabilities.positionEncoding ?? 'utf-16') as Encoding;
  const textOf = (uri: string): string => texts.get(uri)?.text ?? '';
  const applyTextEdits = (text: string, edits: readonly TextEdit[]): string => {
    const proto = createProto(text, encoding);
    const located = edits.map(({ range, newText }) => ({ span: proto.toSpan(range), text: newText }));
    return applyEdits(text, located);
  };

  const client: Omit<Client, 'stop' | 'abandon' | 'processId'> = {
    initialized,
    log,
    settings: () => null,
    // An absent token has to be left out: the library would send it as a second parameter.
    request: (method, params, token) =>
      token ? connection.sendRequest(method, params, token) : connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    async open(text, { uri = 'file:///articles/a.txt', languageId = 'article', version = 1 } = {}) {
      texts.set(uri, { text, version });
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
      return uri;
    },
    async change(uri, changes) {
      const version = (texts.get(uri)?.version ?? 0) + 1;
      let text = textOf(uri);
      for (const change of changes) {
        text = 'range' in change ? applyTextEdits(text, [{ range: change.range, newText: change.text }]) : change.text;
      }
      texts.set(uri, { text, version });
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: changes,
      });
    },
    async close(uri) {
      texts.delete(uri);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId }),
    async diagnostics(uri) {
      const report = await client.pull(uri);
      if (report.kind !== 'full') throw new Error('The server answered a first question with "unchanged"');
      return report.items;
    },
    pushed: () => pushes.take(),
    asked: (method) => requestsOf(method).take(),
    told: (method) => notificationsOf(method).take(),
    codeActions: (uri, range, context = {}) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...context },
      }),
    applied: (uri, action) => client.edited(action?.edit, uri),
    edited(edit, uri = 'file:///articles/a.txt') {
      const { documentChanges, changes } = edit ?? {};
      const versioned = documentChanges?.[0];
      if (versioned && 'textDocument' in versioned) {
        if (versioned.textDocument.uri !== uri || versioned.textDocument.version !== texts.get(uri)?.version) {
          throw new Error(`The edit is made for ${JSON.stringify(versioned.textDocument)}`);
        }
        return applyTextEdits(textOf(uri), versioned.edits as TextEdit[]);
      }
      const edits = changes?.[uri];
      if (!edits) throw new Error(`No edit of ${uri} in ${JSON.stringify(edit)}`);
      return applyTextEdits(textOf(uri), edits);
    },
  };
  return client;
}

interface Mailbox<T> {
  put(value: T): void;
  take(): Promise<T>;
}

/** A mailbox a method. */
function createMailboxes(): (method: string) => Mailbox<unknown> {
  const mailboxes = new Map<string, Mailbox<unknown>>();
  return (method) => {
    const mailbox = mailboxes.get(method) ?? createMailbox();
    mailboxes.set(method, mailbox);
    return mailbox;
  };
}

function createMailbox<T>(): Mailbox<T> {
  const values: T[] = [];
  const takers: ((value: T) => void)[] = [];
  return {
    put(value) {
      const taker = takers.shift();
      if (taker) taker(value);
      else values.push(value);
    },
    take: () =>
      new Promise((resolve) => {
        const value = values.shift();
        if (value === undefined) takers.push(resolve);
        else resolve(value);
      }),
  };
}
