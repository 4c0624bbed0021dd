import { LSPErrorCodes, type PrepareRenameResult, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { parseArticle } from '../../core/article/parse.ts';
import { type FrontMatterName, nameAt, renameNames } from '../../core/front-matter-help/names.ts';
import { message } from '../../core/text/message.ts';
import type { OpenDocument } from '../documents.ts';
import { unsafeToEdit } from '../editor-encoding.ts';
import { createProto } from '../proto.ts';
import type { Session } from '../session.ts';
import { spelled } from '../workspace.ts';
import { annotatedWorkspaceEdit, type FileEdits } from '../workspace-edit.ts';

/** The category, tag or author at an offset, for renaming; null where there is none. */
export function prepareNameRename(document: OpenDocument, offset: number): PrepareRenameResult | null {
  const name = nameAt(document.article(), offset);
  return name ? { range: document.proto().toRange(name.span), placeholder: name.value } : null;
}

/**
 * Gives a category, a tag or an author another name in all articles of the workspace. A client that can shows the changes
 * of other files for confirmation first.
 */
export async function renameName(
  session: Session,
  document: OpenDocument,
  name: FrontMatterName,
  newName: string,
): Promise<WorkspaceEdit> {
  const to = newName.trim();
  if (to === '' || /[\r\n]/.test(to)) {
    throw refusal(session.render(message('Unexpected name. Expected some text on one line.')));
  }
  await session.workspace.settled();
  const own = spelled(document.uri);
  const uris = new Set([own]);
  for (const { uri } of session.workspace.index.placesOfName(name.kind, name.value)) uris.add(uri);
  const files: FileEdits[] = [];
  for (const uri of uris) {
    const edits = await editsOf(session, uri === own ? document : openDocument(session, uri), uri, name, to);
    if (edits)
      files.push(uri === own ? edits : { ...edits, edits: edits.edits.map((edit) => ({ ...edit, annotation })) });
  }
  return annotatedWorkspaceEdit(session, files, {
    [annotation]: {
      label: session.render(message('Other articles')),
      description: session.render(message('“{0}” becomes “{1}”', name.value, to)),
      needsConfirmation: true,
    },
  });
}

const annotation = 'other-articles';

function openDocument({ documents }: Session, uri: string): OpenDocument | undefined {
  return documents.all().find((document) => spelled(document.uri) === uri && document.kind === 'article');
}

/** The edits of one file, by its text of this moment; undefined where the name no longer stands in it. */
async function editsOf(
  session: Session,
  document: OpenDocument | undefined,
  uri: string,
  { kind, value }: FrontMatterName,
  to: string,
): Promise<FileEdits | undefined> {
  const text = document?.text ?? (await session.workspace.textOf(uri));
  if (text === undefined) return undefined;
  const edits = renameNames(document?.article() ?? parseArticle(text), kind, value, to);
  if (!edits) {
    const reason = message('The name stands in {0} in a form that cannot be renamed. Write it on one line first.', uri);
    throw refusal(session.render(reason));
  }
  if (edits.length === 0) return undefined;
  const reason = await unsafeToEdit(session, uri);
  if (reason) throw refusal(session.render(reason));
  return {
    uri: document?.uri ?? uri,
    version: document?.version ?? null,
    proto: document?.proto() ?? createProto(text, session.client.encoding),
    edits,
  };
}

/** The client shows the message of such an error to the person who asked. */
function refusal(reason: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
