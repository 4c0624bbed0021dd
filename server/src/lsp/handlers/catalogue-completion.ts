import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver';
import { type CatalogueCompletion, catalogueCompletions } from '../../core/lint/catalogue/completions.ts';
import type { Session } from '../session.ts';

/** `textDocument/completion` in a catalogue of boilerplate: keys, kinds, and the sites of the articles, those with most first. */
export function catalogueCompletion(
  session: Session,
  { textDocument, position }: CompletionParams,
): readonly CompletionItem[] {
  const document = session.documents.get(textDocument.uri);
  if (!document) return [];
  const proto = document.proto();
  const sites = [...session.workspace.index.sites()].toSorted((a, b) => b.articles - a.articles);
  const names = sites.slice(0, mostSites).map(({ value }) => value);
  return catalogueCompletions(document.text, proto.toOffset(position), names).map((completion, index) => ({
    label: completion.label,
    kind: itemKinds[completion.what],
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: proto.toRange(completion.span), newText: completion.text },
    filterText: completion.label,
    sortText: String(index).padStart(4, '0'),
    ...describe(session, completion),
  }));
}

/** A folder may hold articles of thousands of sites. */
const mostSites = 500;

const itemKinds: Readonly<Record<CatalogueCompletion['what'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  kind: CompletionItemKind.EnumMember,
  site: CompletionItemKind.Value,
};

function describe({ render }: Session, { what, meaning }: CatalogueCompletion) {
  if (!meaning) return {};
  return what === 'key' ? { documentation: render(meaning) } : { detail: render(meaning) };
}
