import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  type TextEdit,
} from 'vscode-languageserver';
import { type Completion, completionsAt, type Known } from '../../core/front-matter-help/completions.ts';
import { nameKindOf } from '../../core/front-matter-help/names.ts';
import { enumeratedValues } from '../../core/lint/schema/enumerated.ts';
import { compileSchemas } from '../../core/lint/schema/schema.ts';
import { message } from '../../core/text/message.ts';
import { isCatalogue } from '../boilerplate.ts';
import type { OpenDocument } from '../documents.ts';
import type { Session } from '../session.ts';
import type { DocumentSettings } from '../settings.ts';
import { catalogueCompletion } from './catalogue-completion.ts';

/** What may be typed to ask for values; keys are asked for by their letters. */
export const completionTriggers = [' ', '-', '['];

/** `textDocument/completion`: the keys that are missing from the front matter, and values that other articles have. */
export async function completion(session: Session, params: CompletionParams): Promise<CompletionItem[]> {
  const { textDocument, position } = params;
  if (isCatalogue(textDocument.uri)) return [...catalogueCompletion(session, params)];
  const settings = await session.settings.of(textDocument.uri);
  const document = session.documents.getArticle(textDocument.uri);
  if (!document) return [];
  const offset = document.proto().toOffset(position);
  const completions = completionsAt(document.article(), offset, knownBy(session, settings));
  return completions.slice(0, mostItems).map((one, index) => toItem(session, document, one, index));
}

/** A workspace may have ten thousand tags; those used most come first, and typing asks again for none. */
const mostItems = 1000;

function knownBy({ workspace }: Session, { lint }: DocumentSettings): Known {
  const { schemas, required, known } = compileSchemas(lint.schema);
  return {
    keys: [...lint.requiredKeys, ...required, ...known],
    valuesOf(key) {
      const enumerated = schemas.flatMap(({ root }) => enumeratedValues(root, key));
      if (enumerated.length > 0) return [...new Set(enumerated)].map((value) => ({ value }));
      const kind = nameKindOf(key) ?? (key === 'editor' ? 'author' : undefined);
      return kind ? [...workspace.index.names(kind)].toSorted((a, b) => b.articles - a.articles) : [];
    },
  };
}

function toItem(
  { render }: Session,
  document: OpenDocument,
  { kind, label, span, text, meaning, articles }: Completion,
  index: number,
): CompletionItem {
  const textEdit: TextEdit = { range: document.proto().toRange(span), newText: text };
  const used = articles === undefined ? undefined : message('Articles with it: {0}', articles);
  const detail = meaning ?? used;
  return {
    label,
    kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit,
    // What stands before the cursor is compared with this, quotes and all.
    filterText: text.startsWith('"') || text.startsWith("'") ? text : label,
    sortText: String(index).padStart(5, '0'),
    ...(detail ? { detail: render(detail) } : {}),
  };
}
