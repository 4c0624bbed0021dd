import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ArticleSummary } from '../../workspace/summary.ts';
import { toDiagnostic } from '../diagnostic.ts';
import type { Session } from '../session.ts';

/**
 * `workspace/diagnostic`: the problems of the articles that are not open, from the index. While nothing is new the
 * request stays open, as the protocol wants it, and a client that takes partial results gets them as the index grows.
 * An article that is gone is reported as empty; an open one is asked about by itself.
 */
export function answerWorkspaceDiagnostics(
  session: Session,
): (
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
  partial?: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>,
) => Promise<WorkspaceDiagnosticReport> {
  const resultIds = createResultIds();
  return async ({ previousResultIds }, token, partial) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    let hasAnswer = false;
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    while (!token.isCancellationRequested) {
      const { generation } = session.workspace.index;
      for await (const item of newReports(session, known, resultIds, token)) {
        items.push(item);
        hasAnswer = true;
        if (partial && items.length === partialResult) {
          partial.report({ items });
          items = [];
        }
      }
      if (hasAnswer && (!partial || session.workspace.state !== 'building')) break;
      if (partial && items.length > 0) {
        partial.report({ items });
        items = [];
      }
      if (session.workspace.index.generation === generation) await nextChange(session, token);
    }
    return { items };
  };
}

/** Articles in one partial result: enough that their number does not count, few enough to be sent between two keystrokes. */
const partialResult = 200;

/** What differs from what the client knows, which is kept up to date. */
async function* newReports(
  session: Session,
  known: Map<string, string>,
  resultIds: (summary: ArticleSummary) => string,
  token: CancellationToken,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
  const { workspace } = session;
  const { index } = workspace;
  for (const uri of [...known.keys()]) {
    const isOpen = workspace.isOpen(uri);
    if (!isOpen && index.get(uri) && workspace.reportsProblems(uri)) continue;
    known.delete(uri);
    if (!isOpen) yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
  }
  let sliceStart = performance.now();
  for (const [uri, summary] of index.entries()) {
    if (token.isCancellationRequested) return;
    const resultId = resultIds(summary);
    if (known.get(uri) === resultId || workspace.isOpen(uri) || !workspace.reportsProblems(uri)) continue;
    const ranges = await workspace.rangesOf(uri, summary.findings);
    if (!ranges) continue;
    const wasKnown = known.has(uri);
    known.set(uri, resultId);
    // Of articles without problems nobody has to hear, unless they had some.
    if (summary.findings.length === 0 && !wasKnown) continue;
    const items = summary.findings.flatMap((finding, position) => {
      const range = ranges[position];
      return range ? [toDiagnostic(session, { uri, range, related: [], ...finding })] : [];
    });
    yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
    if (performance.now() - sliceStart < longestSlice) continue;
    await delay(0);
    sliceStart = performance.now();
  }
}

/** A summary that was made anew has a new identifier, also when it says the same. */
function createResultIds(): (summary: ArticleSummary) => string {
  const start = Date.now().toString(36);
  const ids = new WeakMap<ArticleSummary, string>();
  let count = 0;
  return (summary) => {
    const id = ids.get(summary) ?? `${start}.${count++}`;
    ids.set(summary, id);
    return id;
  };
}

/** Resolves some time after the index has changed, or when the request is cancelled. */
function nextChange({ workspace }: Session, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      endListening();
      cancelled.dispose();
      resolve();
    };
    const endListening = workspace.onChange(() => {
      endListening();
      setTimeout(finish, collecting);
    });
    const cancelled = token.onCancellationRequested(finish);
  });
}

/** In milliseconds: changes that come this close together are answered together. */
const collecting = 300;

/** In milliseconds: how long other requests may have to wait for a turn. */
const longestSlice = 8;

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
