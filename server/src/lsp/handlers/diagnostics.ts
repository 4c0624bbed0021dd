import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { message } from '../../core/text/message.ts';
import { diagnosticSource, placeFinding, toDiagnostic } from '../diagnostic.ts';
import { largestDocument, type OpenDocument } from '../documents.ts';
import { type Session, trace } from '../session.ts';
import type { DocumentSettings } from '../settings.ts';

/** `textDocument/diagnostic`: the client asks when it wants to know. */
export async function pullDiagnostics(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  // Read before the settings are awaited: if they change meanwhile, the answer must count as out of date.
  const { generation } = session.settings;
  const settings = await session.settings.of(textDocument.uri);
  const document = session.documents.get(textDocument.uri);
  if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const resultId = `${sessionStart}.${document.opening}.${document.version}.${generation}`;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(session, document, settings) };
}

/** For clients that ask: after a change of the settings they have to ask again. */
export function refreshDiagnostics({ client, connection, settings }: Session): void {
  if (!client.refreshDiagnostics) return;
  settings.onChange(() => {
    connection.languages.diagnostics.refresh().catch((error) => {
      connection.console.error(`The client could not refresh its diagnostics: ${error}`);
    });
  });
}

/** `textDocument/publishDiagnostics`, for clients that do not ask: sent after every change, and emptied on closing. */
export function pushDiagnostics(session: Session): void {
  const { client, connection, documents, settings } = session;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const send = (uri: string, version: number, diagnostics: Diagnostic[]): void => {
    connection
      .sendDiagnostics({ uri, diagnostics, ...(client.diagnosticVersions ? { version } : {}) })
      .catch((error) => connection.console.error(`Diagnostics could not be sent: ${error}`));
  };
  const check = async (uri: string): Promise<void> => {
    const applying = await settings.of(uri);
    const document = documents.get(uri);
    // A document that has changed again while its settings were awaited has its next check waiting.
    if (document && !waiting.has(uri)) send(uri, document.version, diagnosticsOf(session, document, applying));
  };
  const cancel = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
  };
  const schedule = ({ uri }: OpenDocument): void => {
    cancel(uri);
    const start = (): void => {
      waiting.delete(uri);
      check(uri).catch((error) => connection.console.error(`Checking ${uri} failed: ${trace(error)}`));
    };
    waiting.set(uri, setTimeout(start, pauseInTyping));
  };

  documents.onOpenOrChange(schedule);
  documents.onClose(({ uri, version }) => {
    cancel(uri);
    send(uri, version, []);
  });
  settings.onChange(() => documents.all().forEach(schedule));
}

/** In milliseconds: long enough to skip the states between fast keystrokes, too short to be noticed as waiting. */
const pauseInTyping = 100;

/** Keeps the identifiers of results apart from those of a server that ran before this one. */
const sessionStart = Date.now().toString(36);

function diagnosticsOf(session: Session, document: OpenDocument, settings: DocumentSettings): Diagnostic[] {
  if (!settings.enable || document.kind === 'something-else') return [];
  if (document.kind === 'too-large') return [tooLarge(session, document)];
  const findings = session.findingsOf(document.article(), settings.lint);
  return findings.map((finding) => toDiagnostic(session, placeFinding(document, finding)));
}

function tooLarge({ render }: Session, document: OpenDocument): Diagnostic {
  const megabytes = largestDocument / 1024 / 1024;
  return {
    range: document.proto().toRange({ start: 0, end: 0 }),
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    message: render(message('The file is too large to check: over {0} MB.', megabytes)),
  };
}
