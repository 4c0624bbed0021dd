import {
  type ChangeAnnotation,
  LSPErrorCodes,
  type Position,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { nameAt as sharedNameAt } from '../../core/front-matter-help/names.ts';
import { placeAt } from '../../core/navigation/landmarks.ts';
import { isNamePlace, type NamePlace, occurrencesOf, organizationsNamed } from '../../core/navigation/occurrences.ts';
import { isName, type RenameEdit, renameAt } from '../../core/navigation/rename.ts';
import { hasMarkupInside } from '../../core/navigation/text-pieces.ts';
import { type Message, message } from '../../core/text/message.ts';
import type { Span } from '../../core/text/span.ts';
import type { OpenDocument } from '../documents.ts';
import { organizationElsewhere, type ReadArticle, readAnyArticle } from '../other-articles.ts';
import type { Proto } from '../proto.ts';
import type { Session } from '../session.ts';
import { annotatedWorkspaceEdit, type FileEdits } from '../workspace-edit.ts';
import { prepareNameRename, renameName } from './front-matter-rename.ts';

/** `textDocument/prepareRename`: the name at the cursor; null where there is none. Refused where markup stands inside it. */
export function prepareRename(
  session: Session,
  { textDocument, position }: PrepareRenameParams,
): PrepareRenameResult | null {
  const document = session.documents.getArticle(textDocument.uri);
  const shared = document && prepareNameRename(document, document.proto().toOffset(position));
  if (shared) return shared;
  const place = document && nameAt(document, position);
  if (!place) return null;
  if (hasMarkupInside(document.article(), place.span))
    throw refusal(session, markupInside(document.uri, document.proto(), place.span));
  return { range: document.proto().toRange(place.span), placeholder: place.text };
}

/**
 * `textDocument/rename`: the title of a project in its list and where the prose names it, or an organisation wherever it
 * stands, in the other articles of the workspace too, and so a category, a tag or an author. Every place or none: a place that
 * cannot be written is the reason for a refusal.
 */
export async function rename(
  session: Session,
  { textDocument, position, newName }: RenameParams,
): Promise<WorkspaceEdit | null> {
  const document = session.documents.getArticle(textDocument.uri);
  const shared = document && sharedNameAt(document.article(), document.proto().toOffset(position));
  if (shared) return renameName(session, document, shared, newName);
  const place = document && nameAt(document, position);
  if (!place) return null;
  if (!isName(newName)) throw refusal(session, message('Unexpected name. Expected some text on one line.'));
  const name = newName.trim();
  const { uri, version } = document;
  const own: ReadArticle = { uri, version, proto: document.proto(), landmarks: document.landmarks() };
  const files = [renamedIn(session, own, occurrencesOf(own.landmarks, place), name, annotationOf)];
  if (place.kind === 'organization') {
    for (const other of await articlesElsewhere(session, document, place.text)) {
      const places = organizationsNamed(other.landmarks, place.text);
      files.push(renamedIn(session, other, places, name, () => elsewhere));
    }
  }
  return annotatedWorkspaceEdit(session, files, annotationsFor(session));
}

/** The other articles that name the organisation. What the index does not know yet, is waited for. */
async function articlesElsewhere(
  session: Session,
  document: OpenDocument,
  name: string,
): Promise<readonly ReadArticle[]> {
  await session.workspace.settled();
  const uris = new Set(organizationElsewhere(session, name, document).map(({ uri }) => uri));
  const articles = await Promise.all([...uris].map((uri) => readAnyArticle(session, uri)));
  return articles.flatMap((article) => article ?? []);
}

function renamedIn(
  session: Session,
  { uri, version, proto, landmarks }: ReadArticle,
  places: readonly NamePlace[],
  name: string,
  annotate: (edit: RenameEdit) => string | undefined,
): FileEdits {
  const { edits, unwritable } = renameAt(landmarks.article, places, name);
  const [first] = unwritable;
  if (first) throw refusal(session, markupInside(uri, proto, first));
  return { uri, version, proto, edits: edits.map((edit) => ({ ...edit, annotation: annotate(edit) })) };
}

function nameAt(document: OpenDocument, position: Position): NamePlace | undefined {
  const names = document.landmarks().places.filter(isNamePlace);
  return placeAt(names, document.proto().toOffset(position));
}

const shortened = 'shortened';
const elsewhere = 'elsewhere';

function annotationOf({ isShortened }: RenameEdit): string | undefined {
  return isShortened ? shortened : undefined;
}

function annotationsFor({ render }: Session): Readonly<Record<string, ChangeAnnotation>> {
  return {
    [shortened]: {
      label: render(message('Shortened names')),
      description: render(message('The prose gives only a part of the name here.')),
      needsConfirmation: true,
    },
    [elsewhere]: {
      label: render(message('Other articles')),
      description: render(message('The organisation stands in this article, too.')),
      needsConfirmation: true,
    },
  };
}

function markupInside(uri: string, proto: Proto, { start }: Span): Message {
  const line = proto.toRange({ start, end: start }).start.line + 1;
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return message(
    'The name has markup inside in {0}, line {1}. Take the markup out of it first, then rename.',
    file,
    line,
  );
}

/** The client shows the message of such an error to the person who asked. */
function refusal({ render }: Session, reason: Message): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, render(reason));
}
