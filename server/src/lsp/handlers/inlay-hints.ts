import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { normalizedFigure, takesWorkingOut } from '../../core/navigation/normalized.ts';
import { overlaps } from '../../core/text/span.ts';
import type { Session } from '../session.ts';

/** `textDocument/inlayHint`: what a figure amounts to, behind each that has to be worked out. For who wants it. */
export async function inlayHints(session: Session, { textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
  const settings = await session.settings.of(textDocument.uri);
  const document = session.documents.getArticle(textDocument.uri);
  if (!document || !settings.inlayHints.figures) return [];
  const proto = document.proto();
  const visible = proto.toSpan(range);
  return document.landmarks().figures.flatMap((figure): InlayHint[] => {
    const label = overlaps(figure.span, visible) && takesWorkingOut(figure) ? normalizedFigure(figure) : undefined;
    return label ? [{ position: proto.toRange(figure.span).end, label, paddingLeft: true, paddingRight: true }] : [];
  });
}

/** After a change of the settings the client has to ask again. */
export function refreshInlayHints({ client, connection, settings }: Session): void {
  if (!client.refreshInlayHints) return;
  settings.onChange(() => {
    connection.languages.inlayHint.refresh().catch((error) => {
      connection.console.error(`The client could not refresh its inlay hints: ${error}`);
    });
  });
}
