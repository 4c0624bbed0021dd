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
import { placeAt } from '../../core/navigation/landmarks.ts';
import { isNamePlace, type NamePlace, occurrencesOf } from '../../core/navigation/occurrences.ts';
import { isName, type RenameEdit, renameAt } from '../../core/navigation/rename.ts';
import { hasMarkupInside } from '../../core/navigation/text-pieces.ts';
import { type Message, message } from '../../core/text/message.ts';
import type { Span } from '../../core/text/span.ts';
import type { OpenDocument } from '../documents.ts';
import type { Session } from '../session.ts';
import { annotatedWorkspaceEdit } from '../workspace-edit.ts';

/** `textDocument/prepareRename`: the name at the cursor; null where there is none. Refused where markup stands inside it. */
export function prepareRename(
  session: Session,
  { textDocument, position }: PrepareRenameParams,
): PrepareRenameResult | null {
  const document = session.documents.getArticle(textDocument.uri);
  const place = document && nameAt(document, position);
  if (!place) return null;
  if (hasMarkupInside(document.article(), place.span)) throw refusal(session, markupInside(document, place.span));
  return { range: document.proto().toRange(place.span), placeholder: place.text };
}

/**
 * `textDocument/rename`: the title of a project in its list and where the prose names it, or an organisation wherever it
 * stands. Every place or none: a place that cannot be written is the reason for a refusal.
 */
export function rename(session: Session, { textDocument, position, newName }: RenameParams): WorkspaceEdit | null {
  const document = session.documents.getArticle(textDocument.uri);
  const place = document && nameAt(document, position);
  if (!place) return null;
  if (!isName(newName)) throw refusal(session, message('Unexpected name. Expected some text on one line.'));
  const { edits, unwritable } = renameAt(
    document.article(),
    occurrencesOf(document.landmarks(), place),
    newName.trim(),
  );
  const [first] = unwritable;
  if (first) throw refusal(session, markupInside(document, first));
  const { uri, version } = document;
  const annotated = edits.map((edit) => ({ ...edit, annotation: annotationOf(edit) }));
  return annotatedWorkspaceEdit(
    session,
    [{ uri, version, proto: document.proto(), edits: annotated }],
    annotationsFor(session),
  );
}

function nameAt(document: OpenDocument, position: Position): NamePlace | undefined {
  const names = document.landmarks().places.filter(isNamePlace);
  return placeAt(names, document.proto().toOffset(position));
}

const shortened = 'shortened';

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
  };
}

function markupInside(document: OpenDocument, { start }: Span): Message {
  const line = document.proto().toRange({ start, end: start }).start.line + 1;
  return message('The name has markup inside in line {0}. Take the markup out of it first, then rename.', line);
}

/** The client shows the message of such an error to the person who asked. */
function refusal({ render }: Session, reason: Message): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, render(reason));
}
