import { parseArticle } from '../core/article/parse.ts';
import { type Landmarks, readLandmarks } from '../core/navigation/landmarks.ts';
import type { Located, OrganizationUse } from '../workspace/index.ts';
import type { OpenDocument } from './documents.ts';
import { createProto, type Proto } from './proto.ts';
import type { Session } from './session.ts';
import { spelled } from './workspace.ts';

/** Where the index knows an organisation, in whatever writing, outside one article. */
export function organizationElsewhere(
  { workspace: { index } }: Session,
  identity: string,
  { uri }: OpenDocument,
): readonly Located<OrganizationUse>[] {
  const own = spelled(uri);
  return [...index.placesOfOrganization(identity)].filter((use) => use.uri !== own);
}

/** An article of the workspace as it is now, open or not. */
export interface ReadArticle {
  readonly uri: string;
  /** Null where no editor has it open. */
  readonly version: number | null;
  readonly proto: Proto;
  readonly landmarks: Landmarks;
}

/** Undefined for a file that is gone. */
export async function readAnyArticle(session: Session, uri: string): Promise<ReadArticle | undefined> {
  const open = session.documents.all().find((document) => spelled(document.uri) === uri);
  if (open) return { uri: open.uri, version: open.version, proto: open.proto(), landmarks: open.landmarks() };
  const text = await session.workspace.textOf(uri);
  if (text === undefined) return undefined;
  const landmarks = readLandmarks(parseArticle(text));
  return { uri, version: null, proto: createProto(text, session.client.encoding), landmarks };
}
