import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { type OutlineNode, outlineOf } from '../../core/outline/outline.ts';
import { type Message, message } from '../../core/text/message.ts';
import type { Span } from '../../core/text/span.ts';
import type { Proto } from '../proto.ts';
import type { Session } from '../session.ts';

/** `textDocument/documentSymbol`: the outline, as a tree where the client can show one. */
export function documentSymbols(
  session: Session,
  { textDocument }: DocumentSymbolParams,
): DocumentSymbol[] | SymbolInformation[] {
  const document = session.documents.getArticle(textDocument.uri);
  if (!document) return [];
  const outline = outlineOf(document.article());
  return session.client.hierarchicalSymbols
    ? outline.map((node) => toSymbol(session, document.proto(), node))
    : outline.flatMap((node) => toFlatSymbols(session, document.uri, document.proto(), node));
}

function toSymbol(session: Session, proto: Proto, node: OutlineNode): DocumentSymbol {
  return {
    name: nameOf(session, node),
    detail: node.detail,
    kind: kinds[node.kind],
    range: proto.toRange(node.span),
    selectionRange: proto.toRange(clamp(node.selection, node.span)),
    children: node.children.map((child) => toSymbol(session, proto, child)),
  };
}

function toFlatSymbols(
  session: Session,
  uri: string,
  proto: Proto,
  node: OutlineNode,
  containerName?: string,
): SymbolInformation[] {
  const name = nameOf(session, node);
  const symbol: SymbolInformation = {
    name,
    kind: kinds[node.kind],
    location: { uri, range: proto.toRange(node.span) },
    ...(containerName === undefined ? {} : { containerName }),
  };
  return [symbol, ...node.children.flatMap((child) => toFlatSymbols(session, uri, proto, child, name))];
}

/** Editors drop the whole outline when one symbol has no name. */
function nameOf({ render }: Session, { kind, name, children }: OutlineNode): string {
  if (name.trim() !== '') return name;
  return render(kind === 'group' ? message('{0} projects', children.length) : names[kind]);
}

const names: Readonly<Record<Exclude<OutlineNode['kind'], 'group'>, Message>> = {
  'front-matter': message('Front matter'),
  key: message('Untitled'),
  body: message('Body'),
  heading: message('Untitled'),
  project: message('Untitled'),
};

/** Chosen for their icons: braces around the parts, a key, a tree for what has projects, a box for a project. */
const kinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  'front-matter': SymbolKind.Namespace,
  key: SymbolKind.Key,
  body: SymbolKind.Module,
  heading: SymbolKind.String,
  group: SymbolKind.Class,
  project: SymbolKind.Field,
};

/** Editors drop the whole outline when one selection leaves its symbol. */
function clamp({ start, end }: Span, outer: Span): Span {
  const inside = (offset: number): number => Math.min(Math.max(offset, outer.start), outer.end);
  return { start: inside(start), end: inside(end) };
}
