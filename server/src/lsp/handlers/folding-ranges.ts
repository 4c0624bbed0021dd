import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import type { Article } from '../../core/article/article.ts';
import { nodeSpan } from '../../core/article/html.ts';
import { message } from '../../core/text/message.ts';
import type { Span } from '../../core/text/span.ts';
import type { Proto } from '../proto.ts';
import type { Session } from '../session.ts';

/**
 * `textDocument/foldingRange`: the front matter, each group under its heading, and projects, comments, styles and
 * scripts of more than one line. Whole lines only, which every client understands. Where the client wants fewer, the
 * ranges first listed here stay.
 */
export function foldingRanges(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] {
  const document = session.documents.getArticle(textDocument.uri);
  if (!document) return [];
  const { foldingRangeLimit } = session.client;
  return foldsOf(session, document.article())
    .flatMap((fold) => toFoldingRange(session, document.proto(), fold) ?? [])
    .slice(0, foldingRangeLimit)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

interface Fold {
  readonly span: Span;
  readonly kind?: FoldingRangeKind;
  /** What stands for the folded lines. */
  readonly collapsedText?: string;
}

function foldsOf({ render }: Session, { frontMatter, groups, body }: Article): readonly Fold[] {
  const title = frontMatter?.entries.find(({ key }) => key.value === 'title')?.value;
  return [
    ...(frontMatter
      ? [{ span: frontMatter.span, ...(title?.kind === 'scalar' ? collapsed(String(title.value)) : {}) }]
      : []),
    // A group without a heading would hide its projects behind the first of them.
    ...groups
      .filter(({ heading }) => heading !== undefined)
      .map(({ span, projects }) => ({ span, ...collapsed(render(message('{0} projects', projects.length))) })),
    ...groups.flatMap(({ projects }) => projects.map(({ span }) => ({ span }))),
    ...furnitureOf(body.markup),
  ];
}

function collapsed(text: string): Pick<Fold, 'collapsedText'> {
  return { collapsedText: `… ${text}` };
}

function furnitureOf(markup: Article['body']['markup']): readonly Fold[] {
  return markup.flatMap((node) => {
    if (node.type === 'comment') return [{ span: nodeSpan(node), kind: FoldingRangeKind.Comment }];
    return node.type === 'style' || node.type === 'script' ? [{ span: nodeSpan(node) }] : [];
  });
}

function toFoldingRange(
  { client }: Session,
  proto: Proto,
  { span, kind, collapsedText }: Fold,
): FoldingRange | undefined {
  const { start, end } = proto.toRange(span);
  const endLine = end.character === 0 ? end.line - 1 : end.line;
  if (endLine <= start.line) return undefined;
  return {
    startLine: start.line,
    endLine,
    ...(kind === undefined ? {} : { kind }),
    ...(client.collapsedText && collapsedText !== undefined ? { collapsedText } : {}),
  };
}
