import type { Location, ReferenceParams } from 'vscode-languageserver';
import { placeAt } from '../../core/navigation/landmarks.ts';
import { occurrencesOf } from '../../core/navigation/occurrences.ts';
import type { OpenDocument } from '../documents.ts';
import { organizationElsewhere } from '../other-articles.ts';
import type { Session } from '../session.ts';

/**
 * `textDocument/references`: the places that name a project, in its list (the declaration) and in the prose; or those
 * where an organisation stands, which is declared nowhere, in all articles of the workspace.
 */
export async function references(
  session: Session,
  { textDocument, position, context }: ReferenceParams,
): Promise<Location[]> {
  const document = session.documents.getArticle(textDocument.uri);
  const place = document && placeAt(document.landmarks().places, document.proto().toOffset(position));
  if (!place) return [];
  const { toRange } = document.proto();
  const here = occurrencesOf(document.landmarks(), place)
    .filter(({ kind }) => context.includeDeclaration || kind !== 'title')
    .map(({ span }) => ({ uri: document.uri, range: toRange(span) }));
  return place.kind === 'organization' ? [...here, ...(await elsewhere(session, document, place.identity))] : here;
}

async function elsewhere(session: Session, document: OpenDocument, identity: string): Promise<readonly Location[]> {
  const places = organizationElsewhere(session, identity, document).map(async ({ uri, start, end }) => {
    const [range] = (await session.workspace.rangesOf(uri, [{ start, end }])) ?? [];
    return range ? [{ uri, range }] : [];
  });
  return (await Promise.all(places)).flat();
}
