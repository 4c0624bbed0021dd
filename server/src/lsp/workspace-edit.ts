import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../core/text/edit.ts';
import type { OpenDocument } from './documents.ts';
import type { Proto } from './proto.ts';
import type { Session } from './session.ts';

/** The edits of one file. */
export interface FileEdits {
  readonly uri: string;
  /** The version that the edits are made for; null for a file that no editor has open. */
  readonly version: number | null;
  readonly proto: Proto;
  readonly edits: readonly AnnotatedEdit[];
}

export interface AnnotatedEdit extends Edit {
  /** The key of an annotation, with which the client presents the edit; see {@link annotatedWorkspaceEdit}. */
  readonly annotation?: string | undefined;
}

/** With the version where the client checks it, so that an edit never lands in a text it was not made for. */
export function toWorkspaceEdit(session: Session, document: OpenDocument, edits: readonly Edit[]): WorkspaceEdit {
  const { uri, version } = document;
  return annotatedWorkspaceEdit(session, [{ uri, version, proto: document.proto(), edits }], {});
}

/** The same for many files. A client that knows no annotations gets the edits without them. */
export function annotatedWorkspaceEdit(
  { client }: Session,
  files: readonly FileEdits[],
  annotations: Readonly<Record<string, ChangeAnnotation>>,
): WorkspaceEdit {
  if (!client.documentChanges) {
    return { changes: Object.fromEntries(files.map(({ uri, proto, edits }) => [uri, proto.toTextEdits(edits)])) };
  }
  const used = new Set(files.flatMap(({ edits }) => edits.flatMap(({ annotation }) => annotation ?? [])));
  const isAnnotated = client.changeAnnotations && used.size > 0;
  return {
    documentChanges: files.map(({ uri, version, proto, edits }) => ({
      textDocument: { uri, version },
      edits: edits.map((edit) => toTextEdit(proto, edit, isAnnotated)),
    })),
    ...(isAnnotated
      ? { changeAnnotations: Object.fromEntries(Object.entries(annotations).filter(([key]) => used.has(key))) }
      : {}),
  };
}

function toTextEdit(
  proto: Proto,
  { span, text, annotation }: AnnotatedEdit,
  isAnnotated: boolean,
): TextEdit | AnnotatedTextEdit {
  const edit = { range: proto.toRange(span), newText: text };
  return isAnnotated && annotation !== undefined ? { ...edit, annotationId: annotation } : edit;
}
