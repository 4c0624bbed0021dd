import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from 'vscode-languageserver';
import { placeAt } from '../../core/navigation/landmarks.ts';
import { occurrencesOf } from '../../core/navigation/occurrences.ts';
import type { Session } from '../session.ts';

/** `textDocument/documentHighlight`: the places in the article that name what the cursor is at. */
export function documentHighlights(
  session: Session,
  { textDocument, position }: DocumentHighlightParams,
): DocumentHighlight[] | null {
  const document = session.documents.getArticle(textDocument.uri);
  const place = document && placeAt(document.landmarks().places, document.proto().toOffset(position));
  // Not an empty list: the editor may have its own idea of what to highlight.
  if (!place) return null;
  const { toRange } = document.proto();
  return occurrencesOf(document.landmarks(), place).map(({ kind, span }) => ({
    range: toRange(span),
    kind: kind === 'title' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
