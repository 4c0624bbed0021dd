import { type ChildNode, type Element, isComment, isDirective, isTag } from 'domhandler';
import type { Article } from '../../../article/article.ts';
import { closest, nodeSpan } from '../../../article/html.ts';
import type { Line } from '../../../article/lines.ts';
import { overlaps, type Span } from '../../../text/span.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { repeatedPieces } from '../../repetition/repeated-pieces.ts';
import type { BoilerplateConfig } from '../../rule.ts';
import { edgeBlocks } from './edge-blocks.ts';
import { bareElementKind, commentKind, emptyElementKind, isDirectiveComment, namedElement } from './elements.ts';
import { furnitureImages } from './furniture-images.ts';
import { furnitureLines } from './furniture-lines.ts';
import { furnitureTableKind } from './furniture-tables.ts';
import { joinPieces } from './join-pieces.ts';
import type { BoilerplateKind } from './kinds.ts';
import { isCovered, type Piece, sortedPieces } from './pieces.ts';
import { addressOf, isWrapper, linesIn, nodeStart, type Survey, surveyBody } from './survey.ts';

/** A stretch of the body that is site furniture of one kind: as much as can go with it, tags included. */
export interface BoilerplateBlock {
  readonly kind: BoilerplateKind;
  readonly span: Span;
  /** The visible lines that have characters in it. */
  readonly lines: readonly Line[];
  /** Inside `<pre>` the white space around it is content. */
  readonly isPreformatted: boolean;
  /** In how many articles of the site it stands; 0 where it is furniture by something else. */
  readonly articles: number;
}

/** The blocks of each kind, in the order of the text; a kind that an article has nothing of is left out. */
export type BoilerplateBlocks = { readonly [kind in BoilerplateKind]?: readonly BoilerplateBlock[] };

/**
 * Everything in the body that is site furniture, in disjoint blocks. One pass decides for all kinds, so that no two rules
 * claim the same characters.
 *
 * Each rule of the family asks for its own kind, one after the other, about the same article: the last answer is kept. It
 * depends on nothing but the article and the configuration, which never change.
 */
export function classifyBoilerplate(article: Article, config: BoilerplateConfig): BoilerplateBlocks {
  if (latest?.article === article && latest.config === config) return latest.blocks;
  const blocks = readBlocks(article, config);
  latest = { article, config, blocks };
  return blocks;
}

/** No `WeakMap`, whose values outlive the first collection of garbage with all that they hold, here an article's tree. */
let latest:
  | { readonly article: Article; readonly config: BoilerplateConfig; readonly blocks: BoilerplateBlocks }
  | undefined;

function readBlocks(article: Article, config: BoilerplateConfig): BoilerplateBlocks {
  const survey = surveyBody(article);
  const isException = exceptionsIn(survey, config.catalogue);
  const keep = (pieces: readonly Piece[]): readonly Piece[] =>
    isException ? pieces.filter((piece) => !isException(piece)) : pieces;
  const pieces = keep(joinPieces(survey, findPieces(survey, config, keep)));
  const blocks: Partial<Record<BoilerplateKind, BoilerplateBlock[]>> = {};
  for (const piece of pieces) {
    const { kind, span } = piece;
    const block = {
      kind,
      span,
      lines: linesTouching(survey, span),
      isPreformatted: isPreformatted(piece),
      articles: kind === 'repeated' ? (piece.articles ?? 0) : 0,
    };
    const before = blocks[kind];
    if (before) before.push(block);
    else blocks[kind] = [block];
  }
  return blocks;
}

/**
 * Much is furniture only near an edge of the article, and nearness is measured in what is no furniture itself: each find
 * can bring others nearer. So the search goes on until only the search for lines has found something, which reckons with
 * its own finds. What would come to light when all this is removed is thus known before anything is.
 */
function findPieces(
  survey: Survey,
  { catalogue, structure, repetition }: BoilerplateConfig,
  keep: (pieces: readonly Piece[]) => readonly Piece[],
): readonly Piece[] {
  const { pieces, distant } = furnitureNodes(survey, catalogue, structure);
  let known = keep(pieces);
  for (let pass = 0; pass < mostPasses; pass++) {
    known = sortedPieces([...known, ...keep(furnitureLines(survey, known, catalogue, structure))]);
    let isSettled = true;
    const add = (found: readonly Piece[]): void => {
      const kept = keep(found);
      if (kept.length === 0) return;
      known = sortedPieces([...known, ...kept]);
      isSettled = false;
    };
    if (structure) {
      add(furnitureImages(survey, known));
      add(edgeBlocks(survey, known));
    }
    add(repeatedPieces(survey, known, repetition));
    if (distant.length > 0) add(nearElements(survey, known, distant));
    if (isSettled) break;
  }
  return known;
}

/** Few articles need more than one, hardly any more than two. */
const mostPasses = 6;

function linesTouching(survey: Survey, span: Span): readonly Line[] {
  const { start, end } = linesIn(survey, span);
  const before = survey.lines[start - 1];
  return survey.lines.slice(before && before.span.end > span.start ? start - 1 : start, end);
}

function isPreformatted({ node }: Piece): boolean {
  return closest(node?.parent ?? null, preformatted) !== undefined;
}

const preformatted: ReadonlySet<string> = new Set(['pre']);

interface FurnitureNodes {
  readonly pieces: readonly Piece[];
  /** Elements that would be furniture, if they were nearer to an edge of the article. */
  readonly distant: readonly Element[];
}

/** Comments and elements that are furniture by what they are, by their name, or by being empty. */
function furnitureNodes(survey: Survey, catalogue: Catalogue, structure: boolean): FurnitureNodes {
  const pieces: Piece[] = [];
  const distant: Element[] = [];
  let passed = 0;
  for (const node of survey.article.body.markup) {
    if (nodeStart(node) < passed) continue;
    const found = cataloguedKind(node, survey, catalogue) ?? (structure ? nodeKind(node, survey) : undefined);
    const named = structure && !found && isTag(node) ? namedElement(node, survey, survey.charactersBefore) : undefined;
    if (named?.isNear === false && isTag(node)) distant.push(node);
    const kind = found ?? (named?.isNear ? named.kind : undefined);
    if (kind) pieces.push({ kind, span: nodeSpan(node), node });
    if (kind || (isTag(node) && opaque.has(node.name))) passed = nodeSpan(node).end;
  }
  return { pieces, distant };
}

/** Those of the elements that are near enough to an edge, when the known pieces do not count. */
function nearElements(survey: Survey, known: readonly Piece[], distant: readonly Element[]): readonly Piece[] {
  let content = 0;
  const contentBefore = [0];
  for (const { span, text } of survey.lines) {
    if (!isCovered(known, span.start)) content += text.length;
    contentBefore.push(content);
  }
  return distant.flatMap((element): readonly Piece[] => {
    if (isCovered(known, nodeStart(element))) return [];
    const named = namedElement(element, survey, contentBefore);
    return named?.isNear ? [{ kind: named.kind, span: nodeSpan(element), node: element }] : [];
  });
}

/** Elements whose insides are no markup of the article. */
const opaque: ReadonlySet<string> = new Set(['math', 'svg', 'script', 'style', 'template', 'textarea', 'object']);

function nodeKind(node: ChildNode, survey: Survey): BoilerplateKind | undefined {
  if (isComment(node)) return commentKind(node);
  if (isDirective(node)) return 'comment';
  if (!isTag(node)) return undefined;
  const kind = bareElementKind(node, survey) ?? (node.name === 'table' ? furnitureTableKind(node, survey) : undefined);
  return kind ?? (isWrapper(node) ? undefined : emptyElementKind(node, survey));
}

/** What a catalogue knows of a node. The element around the whole body is no furniture whatever its name. */
function cataloguedKind(node: ChildNode, survey: Survey, catalogue: Catalogue): BoilerplateKind | undefined {
  const { article } = survey;
  const { furniture } = catalogue;
  if (isComment(node)) return isDirectiveComment(node) ? undefined : furniture.ofComment(node, article)?.kind;
  if (!isTag(node)) return undefined;
  const rule = furniture.ofElement(node, article);
  if (rule && !isWrapper(node)) return rule.kind;
  const address = addressOf(node);
  return address ? furniture.ofImage(address, article)?.kind : undefined;
}

/** A test whether a piece is, or holds, something that the catalogue calls content; undefined where it calls nothing so. */
function exceptionsIn(
  survey: Survey,
  { exceptions, hasExceptions }: Catalogue,
): ((piece: Piece) => boolean) | undefined {
  if (!hasExceptions) return undefined;
  const { article, lines } = survey;
  const places: { readonly span: Span; readonly kind: BoilerplateKind | undefined }[] = [];
  for (const node of article.body.markup) {
    const address = isTag(node) ? addressOf(node) : undefined;
    const exception = isComment(node)
      ? exceptions.ofComment(node, article)
      : isTag(node)
        ? (exceptions.ofElement(node, article) ?? (address ? exceptions.ofImage(address, article) : undefined))
        : undefined;
    if (exception) places.push({ span: nodeSpan(node), kind: exception.kind });
  }
  for (const line of lines) {
    const exception = exceptions.ofLine(line.text, article);
    if (exception) places.push({ span: line.span, kind: exception.kind });
  }
  return ({ kind, span }) => {
    const isMeant = (meant: BoilerplateKind | undefined) => meant === undefined || meant === kind;
    if (places.some((place) => overlaps(place.span, span) && isMeant(place.kind))) return true;
    const text = linesTouching(survey, span).map((line) => line.text);
    const whole = text.length > 1 ? exceptions.ofBlock(text.join('\n'), article) : undefined;
    return whole !== undefined && isMeant(whole.kind);
  };
}
