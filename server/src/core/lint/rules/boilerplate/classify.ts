import { type ChildNode, isComment, isDirective, isTag } from 'domhandler';
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
import { isWrapper, linesIn, nodeStart, type Survey, surveyBody } from './survey.ts';

/** A stretch of the body that is site furniture of one kind: as much as can go with it, tags included. */
export interface BoilerplateBlock {
  readonly kind: BoilerplateKind;
  readonly span: Span;
  /** The visible lines that have characters in it. */
  readonly lines: readonly Line[];
  /** Deletes it, and what would be left empty around it. */
  readonly removal: Edit;
}

/** The blocks of each kind, in the order of the text; a kind that an article has nothing of is left out. */
export type BoilerplateBlocks = { readonly [kind in BoilerplateKind]?: readonly BoilerplateBlock[] };

/**
 * Everything in the body that is site furniture, in disjoint blocks. One pass decides for all kinds, so that no two rules
 * claim the same characters.
 *
 * Each rule of the family asks for its own kind, one after the other, about the same article: the answer is kept as long
 * as the article is. It depends on nothing but the article, which never changes.
 */
export function classifyBoilerplate(article: Article): BoilerplateBlocks {
  const known = classified.get(article);
  if (known) return known;
  const blocks = readBlocks(article);
  classified.set(article, blocks);
  return blocks;
}

const classified = new WeakMap<Article, BoilerplateBlocks>();

function readBlocks(article: Article): BoilerplateBlocks {
  const survey = surveyBody(article);
  const nodes = furnitureNodes(survey);
  const found = sortedPieces([...nodes, ...furnitureLines(survey, nodes)]);
  const pieces = joinPieces(survey, sortedPieces([...found, ...furnitureImages(survey, found)]));
  const kept = new Set(pieces.filter(isPreformatted));
  const removed = pieces.filter((piece) => !kept.has(piece)).map(({ span }) => span);
  const removals = removalEdits(article.text, removed).values();
  const blocks: Partial<Record<BoilerplateKind, BoilerplateBlock[]>> = {};
  for (const piece of pieces) {
    const { kind, span } = piece;
    const removal = kept.has(piece) ? undefined : removals.next().value;
    const block = { kind, span, lines: linesTouching(survey, span), removal: removal ?? { span, text: '' } };
    const before = blocks[kind];
    if (before) before.push(block);
    else blocks[kind] = [block];
  }
  return blocks;
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

/** Comments and elements that are furniture by what they are, by their name, or by being empty. */
function furnitureNodes(survey: Survey): readonly Piece[] {
  const pieces: Piece[] = [];
  let passed = 0;
  for (const node of survey.nodes) {
    if (nodeStart(node) < passed) continue;
    const kind = nodeKind(node, survey);
    if (kind) pieces.push({ kind, span: nodeSpan(node), node });
    if (kind || (isTag(node) && opaque.has(node.name))) passed = nodeSpan(node).end;
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
