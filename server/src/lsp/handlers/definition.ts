import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { placeAt } from '../../core/navigation/landmarks.ts';
import type { Session } from '../session.ts';

/**
 * `textDocument/definition`: from a mention in the prose to the project in its list. At the project itself the answer is
 * that place, from which editors go on to its references.
 */
export function definition(
  session: Session,
  { textDocument, position }: DefinitionParams,
): Location | LocationLink[] | null {
  const document = session.documents.getArticle(textDocument.uri);
  const place = document && placeAt(document.landmarks().places, document.proto().toOffset(position));
  if (!place || place.kind === 'organization') return null;
  const { toRange } = document.proto();
  const title = toRange(place.project.title.span);
  if (!session.client.definitionLinks) return { uri: document.uri, range: title };
  return [
    {
      originSelectionRange: toRange(place.span),
      targetUri: document.uri,
      targetRange: toRange(place.project.span),
      targetSelectionRange: title,
    },
  ];
}
