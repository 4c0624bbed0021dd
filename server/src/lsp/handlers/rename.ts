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
import { isNamePlace, type NamePlace, occurrencesOf, organizationPlacesOf } from '../../core/navigation/occurrences.ts';
import { isName, type RenameEdit, renameAt } from '../../core/navigation/rename.ts';
import { hasMarkupInside } from '../../core/navigation/text-pieces.ts';
import { type Message, message } from '../../core/text/message.ts';
import type { Span } from '../../core/text/span.ts';
import type { OpenDocument } from '../documents.ts';
import { unsafeToEdit } from '../editor-encoding.ts';
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
  const { uri, version } = document;
  const own: ReadArticle = { uri, version, proto: document.proto(), landmarks: document.landmarks() };
  const change: NameChange = { from: place.text, to: newName.trim() };
  const files = [renamedIn(session, own, occurrencesOf(own.landmarks, place), change, ({ doubt }) => doubt)];
  if (place.kind === 'organization') {
    for (const other of await articlesElsewhere(session, document, place.identity)) {
      const places = organizationPlacesOf(other.landmarks, place.identity);
      files.push(renamedIn(session, other, places, change, () => elsewhere));
    }
  }
  return annotatedWorkspaceEdit(session, files, annotationsFor(session));
}

interface NameChange {
  readonly from: string;
  readonly to: string;
}

/**
 * The other articles that name the organisation. What the index does not know yet, is waited for; one that cannot be
 * changed without harm is the reason for a refusal.
 */
async function articlesElsewhere(
  session: Session,
  document: OpenDocument,
  identity: string,
): Promise<readonly ReadArticle[]> {
  await session.workspace.settled();
  const uris = new Set(organizationElsewhere(session, identity, document).map(({ uri }) => uri));
  for (const uri of uris) {
    const reason = await unsafeToEdit(session, uri);
    if (reason) throw refusal(session, reason);
  }
  const articles = await Promise.all([...uris].map((uri) => readAnyArticle(session, uri)));
  return articles.flatMap((article) => article ?? []);
}

function renamedIn(
  session: Session,
  { uri, version, proto, landmarks }: ReadArticle,
  places: readonly NamePlace[],
  { from, to }: NameChange,
  annotate: (edit: RenameEdit) => string | undefined,
): FileEdits {
  const { edits, unwritable } = renameAt(landmarks.article, places, from, to);
  const [first] = unwritable;
  if (first) throw refusal(session, markupInside(uri, proto, first));
  return { uri, version, proto, edits: edits.map((edit) => ({ ...edit, annotation: annotate(edit) })) };
}

function nameAt(document: OpenDocument, position: Position): NamePlace | undefined {
  const names = document.landmarks().places.filter(isNamePlace);
  return placeAt(names, document.proto().toOffset(position));
}

/** The keys of annotations: beside this one those of {@link RenameEdit.doubt}. */
const elsewhere = 'elsewhere';

function annotationsFor({
  render,
}: Session): Readonly<Record<NonNullable<RenameEdit['doubt']> | typeof elsewhere, ChangeAnnotation>> {
  return {
    shortened: {
      label: render(message('Shortened names')),
      description: render(message('The prose gives only a part of the name here.')),
      needsConfirmation: true,
    },
    variant: {
      label: render(message('Other ways of writing it')),
      description: render(message('The organisation is written with its place here, or without.')),
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
