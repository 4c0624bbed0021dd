import { type CodeLens, type CodeLensParams, CodeLensRefreshRequest } from 'vscode-languageserver';
import type { Group } from '../../core/article/projects.ts';
import { type Message, message } from '../../core/text/message.ts';
import { containsSpan, type Span } from '../../core/text/span.ts';
import type { OpenDocument } from '../documents.ts';
import { exportCommand, type GroupExport } from '../protocol.ts';
import type { Session } from '../session.ts';

/**
 * `textDocument/codeLens`: above each group how many projects it has, against the number that its heading announces, and
 * the export of the group for a client that has such a command.
 */
export async function codeLenses(session: Session, { textDocument }: CodeLensParams): Promise<CodeLens[]> {
  const settings = await session.settings.of(textDocument.uri);
  const document = session.documents.getArticle(textDocument.uri);
  if (!document || !settings.codeLens.groups) return [];
  return document.article().groups.flatMap((group, index) => lensesOf(session, document, group, index));
}

function lensesOf(
  { render, commands }: Session,
  { uri, proto }: OpenDocument,
  group: Group,
  index: number,
): CodeLens[] {
  const range = proto().toRange(placeOf(group));
  // A command without a name makes a text that cannot be clicked.
  const count = { range, command: { title: render(countOf(group)), command: '' } };
  if (!commands.has(exportCommand)) return [count];
  const exported: GroupExport = { article: uri, group: index };
  const command = { title: render(message('Export')), command: exportCommand, arguments: [exported] };
  return [count, { range, command }];
}

function countOf({ projects, declaredCount }: Group): Message {
  const count = projects.length;
  if (declaredCount && !declaredCount.isOfBatches && declaredCount.value !== count) {
    return message('Projects: {0}, announced: {1}', count, declaredCount.value);
  }
  return count === 1 ? message('1 project') : message('{0} projects', count);
}

/** The heading; where it stands elsewhere, above another list, the beginning of the first project. */
function placeOf({ heading, span }: Group): Span {
  return heading && containsSpan(span, heading.span) ? heading.span : { start: span.start, end: span.start };
}

/** After a change of the settings the client has to ask again. */
export function refreshCodeLenses({ client, connection, settings }: Session): void {
  if (!client.refreshCodeLenses) return;
  settings.onChange(() => {
    connection.sendRequest(CodeLensRefreshRequest.type).catch((error) => {
      connection.console.error(`The client could not refresh its code lenses: ${error}`);
    });
  });
}
