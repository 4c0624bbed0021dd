import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { readUserCatalogue } from '../../workspace/catalogues.ts';
import { findingsInHead } from '../../workspace/large-articles.ts';
import { isCatalogue } from '../boilerplate.ts';
import { diagnosticSource, placeFinding, toDiagnostic } from '../diagnostic.ts';
import type { OpenDocument } from '../documents.ts';
import { createProto } from '../proto.ts';
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
  const { generation: repetition } = session.boilerplate;
  const resultId = `${sessionStart}.${document.opening}.${document.version}.${generation}.${repetition}`;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await diagnosticsOf(session, document, settings) };
}

/** For clients that ask: after a change of the settings, or of what articles repeat, they have to ask again. */
export function refreshDiagnostics({ boilerplate, client, connection, settings }: Session): void {
  if (!client.refreshDiagnostics) return;
  const refresh = (): void => {
    connection.languages.diagnostics.refresh().catch((error) => {
      connection.console.error(`The client could not refresh its diagnostics: ${error}`);
    });
  };
  settings.onChange(refresh);
  boilerplate.onChange(refresh);
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
    if (document && !waiting.has(uri)) send(uri, document.version, await diagnosticsOf(session, document, applying));
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
  session.boilerplate.onChange(() => documents.all().forEach(schedule));
}

/** In milliseconds: long enough to skip the states between fast keystrokes, too short to be noticed as waiting. */
const pauseInTyping = 100;

/** Keeps the identifiers of results apart from those of a server that ran before this one. */
const sessionStart = Date.now().toString(36);

async function diagnosticsOf(
  session: Session,
  document: OpenDocument,
  settings: DocumentSettings,
): Promise<Diagnostic[]> {
  if (isCatalogue(document.uri)) return catalogueDiagnostics(session, document);
  if (!settings.enable || document.kind === 'something-else') return [];
  const article = document.article();
  const findings = session.findingsOf(article, settings.lint);
  if (document.kind !== 'too-large') {
    return findings.map((finding) => toDiagnostic(session, placeFinding(document, finding)));
  }
  const proto = createProto(article.text, session.client.encoding);
  const head = { uri: document.uri, proto: () => proto };
  return findingsInHead(findings).map((finding) => toDiagnostic(session, placeFinding(head, finding)));
}

/** What is wrong in a catalogue of boilerplate. */
async function catalogueDiagnostics({ render }: Session, document: OpenDocument): Promise<Diagnostic[]> {
  const { problems } = await readUserCatalogue(document.text);
  const { toRange } = document.proto();
  return problems.map((problem) => ({
    range: toRange(problem.span),
    severity: DiagnosticSeverity.Error,
    source: diagnosticSource,
    message: render(problem.message),
  }));
}
