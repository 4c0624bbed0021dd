import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { linksIn } from '../../core/front-matter-help/links.ts';
import type { Session } from '../session.ts';

/** `textDocument/documentLink`: the web addresses of the front matter. */
export function documentLinks(session: Session, { textDocument }: DocumentLinkParams): DocumentLink[] {
  const document = session.documents.getArticle(textDocument.uri);
  if (!document) return [];
  return linksIn(document.article()).map(({ value, span }) => ({
    range: document.proto().toRange(span),
    target: value,
  }));
}
