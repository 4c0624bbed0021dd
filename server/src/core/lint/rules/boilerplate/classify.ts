import { type ChildNode, type Element, isComment, isDirective, isTag } from 'domhandler';
import { decodeHTML } from 'entities';
import type { Article } from '../../../article/article.ts';
import { closest, nodeSpan } from '../../../article/html.ts';
import type { Line } from '../../../article/lines.ts';
import { overlaps, type Span } from '../../../text/span.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { repeatedPieces } from '../../repetition/repeated-pieces.ts';
import type { BoilerplateConfig } from '../../rule.ts';
import { edgeBlocks } from './edge-blocks.ts';
import { bareElementKind, commentKind, emptyElementKind, isDirectiveComment, namedElementKind } from './elements.ts';
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

function readBlocks(article: Article, { catalogue, structure, repetition }: BoilerplateConfig): BoilerplateBlocks {
  const survey = surveyBody(article);
  const isException = exceptionsIn(survey, catalogue);
  const keep = (pieces: readonly Piece[]): readonly Piece[] =>
    isException ? pieces.filter((piece) => !isException(piece)) : pieces;
  const nodes = keep(furnitureNodes(survey, catalogue, structure));
  const lines = keep(furnitureLines(survey, nodes, catalogue, structure));
  const images = structure ? keep(furnitureImages(survey, sortedPieces([...nodes, ...lines]))) : [];
  const sure = sortedPieces([...nodes, ...lines, ...images]);
  const edges = structure ? keep(edgeBlocks(survey, sure)) : [];
  const known = edges.length > 0 ? sortedPieces([...sure, ...edges]) : sure;
  const repeated = keep(repeatedPieces(survey, known, repetition));
  const pieces = keep(joinPieces(survey, repeated.length > 0 ? sortedPieces([...known, ...repeated]) : known));
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

function linesTouching(survey: Survey, span: Span): readonly Line[] {
  const { start, end } = linesIn(survey, span);
  const before = survey.lines[start - 1];
  return survey.lines.slice(before && before.span.end > span.start ? start - 1 : start, end);
}

function isPreformatted({ node }: Piece): boolean {
  return closest(node?.parent ?? null, preformatted) !== undefined;
}

const preformatted: ReadonlySet<string> = new Set(['pre']);

/** Comments and elements that are furniture by what they are, by their name, or by being empty. */
function furnitureNodes(survey: Survey, catalogue: Catalogue, structure: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let passed = 0;
  for (const node of survey.article.body.markup) {
    if (nodeStart(node) < passed) continue;
    const kind = cataloguedKind(node, survey, catalogue) ?? (structure ? nodeKind(node, survey) : undefined);
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

function addressOf({ name, attribs }: Element): string | undefined {
  if (name !== 'img' && name !== 'iframe') return undefined;
  const source = attribs.src ?? attribs['data-src'];
  return source?.includes('&') ? decodeHTML(source) : source;
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
