import { type ChildNode, isComment, isDirective, isTag, type ParentNode } from 'domhandler';
import type { Article } from '../../../article/article.ts';
import { closest, nodeSpan } from '../../../article/html.ts';
import type { Line } from '../../../article/lines.ts';
import type { Edit } from '../../../text/edit.ts';
import type { Span } from '../../../text/span.ts';
import { removalEdits } from '../../removal.ts';
import { bareElementKind, commentKind, emptyElementKind, namedElementKind } from './elements.ts';
import { furnitureImages } from './furniture-images.ts';
import { furnitureLines } from './furniture-lines.ts';
import { joinPieces } from './join-pieces.ts';
import type { BoilerplateKind } from './kinds.ts';
import { type Piece, sortedPieces } from './pieces.ts';
import { isWrapper, linesIn, type Survey, surveyBody } from './survey.ts';

/** A stretch of the body that is site furniture of one kind: as much as can go with it, tags included. */
export interface BoilerplateBlock {
  readonly kind: BoilerplateKind;
  readonly span: Span;
  /** The visible lines that have characters in it. */
  readonly lines: readonly Line[];
  /** Deletes it, and what would be left empty around it. */
  readonly removal: Edit;
}

/**
 * Everything in the body that is site furniture, in the order of the text, disjoint. One pass decides for all kinds, so
 * that no two rules claim the same characters.
 *
 * Each rule of the family asks for its own kind, one after the other, about the same article: the answer is kept as long
 * as the article is. It depends on nothing but the article, which never changes.
 */
export function classifyBoilerplate(article: Article): readonly BoilerplateBlock[] {
  const known = classified.get(article);
  if (known) return known;
  const blocks = readBlocks(article);
  classified.set(article, blocks);
  return blocks;
}

const classified = new WeakMap<Article, readonly BoilerplateBlock[]>();

function readBlocks(article: Article): readonly BoilerplateBlock[] {
  const survey = surveyBody(article);
  const nodes = furnitureNodes(survey);
  const found = sortedPieces([...nodes, ...furnitureLines(survey, nodes)]);
  const pieces = joinPieces(survey, sortedPieces([...found, ...furnitureImages(survey, found)]));
  const removals = removalEdits(
    article.text,
    pieces.filter((piece) => !isPreformatted(piece)).map(({ span }) => span),
  ).values();
  return pieces.map((piece) => {
    const { kind, span } = piece;
    const removal = isPreformatted(piece) ? undefined : removals.next().value;
    return { kind, span, lines: linesTouching(survey, span), removal: removal ?? { span, text: '' } };
  });
}

function linesTouching(survey: Survey, span: Span): readonly Line[] {
  const { start, end } = linesIn(survey, span);
  const before = survey.lines[start - 1];
  return survey.lines.slice(before && before.span.end > span.start ? start - 1 : start, end);
}

/** Inside `<pre>` the white space around a piece is content. */
function isPreformatted({ node }: Piece): boolean {
  return closest(node?.parent ?? null, preformatted) !== undefined;
}

const preformatted: ReadonlySet<string> = new Set(['pre']);

/** Comments and elements that are furniture by what they are, by their name, or by being empty. Walks without recursion. */
function furnitureNodes(survey: Survey): readonly Piece[] {
  const { document } = survey.article.body;
  const pieces: Piece[] = [];
  let node: ChildNode | null | undefined = document.children[0];
  while (node) {
    const kind = nodeKind(node, survey);
    if (kind) pieces.push({ kind, span: nodeSpan(node), node });
    else if (isTag(node) && node.children.length > 0 && !opaque.has(node.name)) {
      node = node.children[0];
      continue;
    }
    while (node && !node.next) {
      const parent: ParentNode | null = node.parent;
      node = parent && isTag(parent) ? parent : undefined;
    }
    node = node?.next;
  }
  return pieces;
}

/** Elements whose insides are no markup of the article. */
const opaque: ReadonlySet<string> = new Set(['math', 'svg', 'script', 'style', 'template', 'textarea', 'object']);

function nodeKind(node: ChildNode, survey: Survey): BoilerplateKind | undefined {
  if (isComment(node)) return commentKind(node);
  if (isDirective(node)) return 'comment';
  if (!isTag(node)) return undefined;
  const kind = bareElementKind(node, survey);
  if (kind) return kind;
  if (isWrapper(node)) return undefined;
  return emptyElementKind(node, survey) ?? namedElementKind(node, survey);
}
