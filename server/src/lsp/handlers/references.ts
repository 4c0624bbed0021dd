import type { Location, ReferenceParams } from 'vscode-languageserver';
import { placeAt } from '../../core/navigation/landmarks.ts';
import { occurrencesOf } from '../../core/navigation/occurrences.ts';
import type { Session } from '../session.ts';

/**
 * `textDocument/references`: the places that name a project, in its list (the declaration) and in the prose, or those
 * where an organisation stands, which is declared nowhere.
 */
export function references(session: Session, { textDocument, position, context }: ReferenceParams): Location[] {
  const document = session.documents.getArticle(textDocument.uri);
  const place = document && placeAt(document.landmarks().places, document.proto().toOffset(position));
  if (!place) return [];
  const { toRange } = document.proto();
  return occurrencesOf(document.landmarks(), place)
    .filter(({ kind }) => context.includeDeclaration || kind !== 'title')
    .map(({ span }) => ({ uri: document.uri, range: toRange(span) }));
}
