import { type ChildNode, type Element, isTag } from 'domhandler';
import { nodeSpan } from '../../../article/html.ts';
import type { Line } from '../../../article/lines.ts';
import { type Span, sliceSpan } from '../../../text/span.ts';
import { type BoilerplateKind, removalSafety } from './kinds.ts';
import { isPostHeader } from './phrases.ts';
import { isCovered, linePiece, type Piece } from './pieces.ts';
import { announcesContent, callsToAct, nameSign, namesContent, type Sign, wordSign } from './signs.ts';
import { simplified } from './simplified.ts';
import {
  charactersIn,
  countBefore,
  isDocumentLink,
  isProjectLine,
  isWrapper,
  linesIn,
  linkedCharacters,
  linksIn,
  mediaIn,
  type Survey,
} from './survey.ts';

/**
 * Blocks and lines above the first sentence of the story and below its last, outside `known` pieces, that are furniture
 * by several signs together. None of the signs would do alone: what each is worth stands in {@link weigh}.
 */
export function edgeBlocks(survey: Survey, known: readonly Piece[]): readonly Piece[] {
  const story = storySpan(survey, known);
  if (!story) return [];
  const end = survey.article.text.length;
  return [
    ...edgeOf(survey, known, story, thingsIn(survey, { start: 0, end: story.start }).toReversed(), false),
    ...edgeOf(survey, known, story, thingsIn(survey, { start: story.end, end }), true),
  ];
}

/** A line, or something to look at. */
interface Thing {
  readonly span: Span;
  readonly line: Line | undefined;
  /** The innermost element or text. */
  readonly node: ChildNode;
}

/** In the order of the text. */
function thingsIn(survey: Survey, span: Span): readonly Thing[] {
  const things: Thing[] = [];
  for (const node of mediaIn(survey, span)) things.push({ span: nodeSpan(node), line: undefined, node });
  const isMixed = things.length > 0;
  const { start, end } = linesIn(survey, span);
  for (let index = start; index < end; index++) {
    const line = survey.lines[index];
    const node = line?.segments[0]?.node;
    if (line && node) things.push({ span: line.span, line, node });
  }
  return isMixed ? things.sort((a, b) => a.span.start - b.span.start) : things;
}

/** From the beginning of the first line that tells something to the end of the last. */
interface Story extends Span {
  readonly lastLine: Line;
  readonly isSmallPrint: () => boolean;
}

/** Undefined where no line tells anything. */
function storySpan(survey: Survey, known: readonly Piece[]): Story | undefined {
  const { article, lines } = survey;
  const isKnown = (line: Line | undefined): boolean => line !== undefined && isCovered(known, line.span.start);
  const isTold = (line: Line): boolean => !isKnown(line) && tells(survey, line);
  const first = lines.find(isTold);
  const last = lines.findLast((line, index) => {
    if (!isTold(line)) return false;
    if (isProjectLine(survey, line)) return true;
    const above = lines.slice(Math.max(0, index - longestGap), index).findLast((each) => isKnown(each) || isTold(each));
    if (tellsMuch(line.text) || !isKnown(lines[index + 1]) || !isKnown(above)) return true;
    return isPostHeader(simplified(lines[index - 1]?.text ?? ''));
  });
  if (!first || !last) return undefined;
  return {
    start: first.span.start,
    end: last.span.end,
    lastLine: last,
    isSmallPrint() {
      const { block, span } = first;
      const source = sliceSpan(article.text, isTag(block) && !isWrapper(block) ? nodeSpan(block) : span);
      return smallPrint.test(source.slice(0, mostSource));
    },
  };
}

/** True for a long sentence, and for one of several clauses: slogans have one or two. */
function tellsMuch(text: string): boolean {
  return text.length > longSentence || (text.match(/[，。；！？]/g)?.length ?? 0) > mostClausesOfSlogan;
}

const mostClausesOfSlogan = 3;

/** In lines: how far above a short sentence furniture may end, so that the sentence is in the midst of it. */
const longestGap = 4;

/** True for sentences, and for lines of projects, captions, code and tables: nothing beyond them is between them. */
function tells(survey: Survey, line: Line): boolean {
  if (isProjectLine(survey, line)) return true;
  const { block, text } = line;
  const isPlain = linkedCharacters(survey, line) < 0.5 * text.length;
  if (isTag(block) && tellingBlocks.has(block.name) && isPlain && !isInNamedBox(block)) return true;
  if (!isPlain || !isSentence(text) || isInNamedBox(block)) return false;
  return text.length > longestCall || !callsToAct(simplified(text));
}

function isSentence(text: string): boolean {
  return text.length >= longSentence || (text.length >= shortSentence && /[。！？!?.…；;”"』」]$/.test(text));
}

const tellingBlocks: ReadonlySet<string> = new Set(['caption', 'dd', 'dt', 'figcaption', 'pre', 'td', 'th']);

/** In characters, with a mark at the end and without. */
const shortSentence = 14;
const longSentence = 40;
const longestCall = 60;

/** True inside of an element that style sheets name as furniture beyond doubt. */
function isInNamedBox(block: Line['block']): boolean {
  let at: Line['block'] | Element['parent'] = block;
  for (let depth = 0; at && isTag(at) && !isWrapper(at) && depth < deepestBox; depth++) {
    if (nameSign(namesOf(at))?.weight === 2) return true;
    at = at.parent;
  }
  return false;
}

/** How many elements around a line or picture are looked at: boxes of furniture are not nested any deeper. */
const deepestBox = 6;

/** Walks away from the story along what is beyond one of its ends; in the order of reading where that is its last. */
function edgeOf(
  survey: Survey,
  known: readonly Piece[],
  story: Story,
  things: readonly Thing[],
  isEnd: boolean,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const refused = new Set<Element>();
  let neighbour: BoilerplateKind | undefined;
  let taken: Span | undefined;
  let isIntroduced = isEnd && introduces(story.lastLine);
  for (const [index, thing] of things.entries()) {
    if (taken && taken.start <= thing.span.start && thing.span.end <= taken.end) continue;
    const knownKind = kindAt(known, thing.span.start);
    if (knownKind) {
      neighbour = knownKind;
      isIntroduced = false;
      continue;
    }
    const next = things[index + 1];
    const isEnclosed = neighbour !== undefined && next !== undefined && isCovered(known, next.span.start);
    const place: Place = { neighbour, isEnclosed };
    const piece: Piece | undefined = isIntroduced
      ? undefined
      : furnitureAround(survey, known, story, thing, place, refused);
    neighbour = piece?.kind;
    taken = piece?.span;
    if (piece) pieces.push(piece);
    else isIntroduced ||= isEnd && thing.line !== undefined && introduces(thing.line);
  }
  return pieces;
}

/** A heading that is content, or a line with a colon at its end, announces what follows. */
function introduces({ text, block }: Line): boolean {
  return /[：:]$/.test(text) || (isTag(block) && /^h[1-6]$/.test(block.name));
}

/** What is around a thing that is beyond the story. */
interface Place {
  /** The kind of the furniture that parts it from the story; undefined where it is the story itself, or content. */
  readonly neighbour: BoilerplateKind | undefined;
  /** Whether there is furniture on both sides. */
  readonly isEnclosed: boolean;
}

function kindAt(pieces: readonly Piece[], offset: number): BoilerplateKind | undefined {
  return isCovered(pieces, offset) ? pieces[countBefore(pieces, pieceStart, offset + 1) - 1]?.kind : undefined;
}

function pieceStart({ span }: Piece): number {
  return span.start;
}

/** The widest element around a thing, or else its line, that is furniture. */
function furnitureAround(
  survey: Survey,
  known: readonly Piece[],
  story: Story,
  { node, line }: Thing,
  place: Place,
  refused: Set<Element>,
): Piece | undefined {
  for (const element of boxesAround(node, story)) {
    if (refused.has(element)) continue;
    const span = nodeSpan(element);
    const kind = weigh(readBlock(survey, known, span, element, story), place);
    if (kind) return { kind, span, node: element };
    refused.add(element);
  }
  if (!line) return undefined;
  const piece = linePiece(survey, line, 'page-info');
  const kind = piece && weigh(readBlock(survey, known, line.span, undefined, story), place);
  return piece && kind && { ...piece, kind };
}

/** The elements around a node that hold nothing of the story, the widest first. */
function boxesAround(node: ChildNode, story: Span): readonly Element[] {
  const boxes: Element[] = [];
  let at: ChildNode | Element['parent'] = node;
  for (let depth = 0; at && depth < deepestBox; depth++) {
    if (isTag(at)) {
      const span = nodeSpan(at);
      if (isWrapper(at) || (span.start < story.end && story.start < span.end)) break;
      if (!cells.has(at.name)) boxes.unshift(at);
    }
    at = at.parent;
  }
  return boxes;
}

const cells: ReadonlySet<string> = new Set('body caption html pre tbody td tfoot th thead tr'.split(' '));

/** What can be seen of a block that may be furniture. */
interface Block {
  readonly names: string;
  /** Its text, and what its pictures say instead, in simplified characters. */
  readonly words: string;
  readonly characters: number;
  readonly lineCount: number;
  readonly longestPlain: number;
  readonly linkDensity: number;
  readonly linkCount: number;
  readonly mediaCount: number;
  /** Pictures, and nothing else, each with a link to a page. */
  readonly isPictureLink: boolean;
  readonly isForm: boolean;
  readonly hasInput: boolean;
  readonly hasDocuments: boolean;
  readonly isHeading: boolean;
  readonly isList: boolean;
  readonly isSmallPrint: boolean;
  /** The kind of the longest known piece in it, and the share of its text in such pieces. */
  readonly knownKind: BoilerplateKind | undefined;
  readonly knownShare: number;
}

function readBlock(
  survey: Survey,
  known: readonly Piece[],
  span: Span,
  element: Element | undefined,
  story: Story,
): Block | undefined {
  const range = linesIn(survey, span);
  const characters = charactersIn(survey, range);
  const media = mediaIn(survey, span);
  const lineCount = range.end - range.start;
  if (lineCount > mostLines || characters > mostCharacters || media.length > mostLines) return undefined;
  const lines = survey.lines.slice(range.start, range.end);
  const links = linksIn(survey, span);
  const linked = lines.map((line) => linkedCharacters(survey, line));
  const covered = lines.filter((line) => isCovered(known, line.span.start));
  const pictures = media.filter(({ name }) => name === 'img');
  const source = sliceSpan(survey.article.text, span).slice(0, mostSource);
  return {
    names: element ? namesOf(element) : '',
    words: simplified([...lines.map(({ text }) => text), ...pictures.map(spokenBy)].join(' ')),
    characters,
    lineCount,
    longestPlain: Math.max(0, ...lines.map(({ text }, index) => text.length - (linked[index] ?? 0))),
    linkDensity: characters === 0 ? 0 : sum(linked) / characters,
    linkCount: links.length,
    mediaCount: media.length,
    isPictureLink: pictures.length > 0 && characters === 0 && pictures.every(isLinkToPage),
    isForm: element?.name === 'form',
    hasInput: media.some(({ name, attribs }) => name === 'textarea' || (name === 'input' && attribs.type !== 'hidden')),
    hasDocuments: links.some(isDocumentLink),
    isHeading: element !== undefined && /^h[1-6]$/.test(element.name),
    isList: /<(?:ul|ol|li|table)[\s>]/i.test(source),
    isSmallPrint: smallPrint.test(source) && !story.isSmallPrint(),
    knownKind: kindWithin(known, span),
    knownShare: characters === 0 ? 0 : sum(covered.map(({ text }) => text.length)) / characters,
  };
}

/** What is larger is looked at part by part. */
const mostLines = 12;
const mostCharacters = 240;
const mostSource = 2000;

/** Grey, or smaller than text. */
const smallPrint =
  /color\s*[:=]["'\s]*(?:#([6-9a-c])[0-9a-f]?\1[0-9a-f]?\1[0-9a-f]?\b|gr[ae]y|silver|rgb\(1[1-9]\d, ?1[1-9]\d, ?1[1-9]\d\))|font-size\s*:\s*(?:[89]|1[0-2])px/i;

function namesOf({ attribs }: Element): string {
  if (attribs.class === undefined && attribs.id === undefined) return '';
  return `${attribs.class ?? ''} ${attribs.id ?? ''}`;
}

/** What a picture is called, and the last part of its address where that is made of words. */
function spokenBy({ attribs }: Element): string {
  return `${attribs.alt ?? ''} ${attribs.title ?? ''} ${(attribs.src ?? '').slice(-longestFile).replace(/^.*\//, '')}`;
}

/** In characters. */
const longestFile = 80;

function isLinkToPage(picture: Element): boolean {
  const { parent } = picture;
  const link = parent && isTag(parent) && parent.name !== 'a' ? parent.parent : parent;
  return (
    link !== null &&
    isTag(link) &&
    link.name === 'a' &&
    link.attribs.href !== undefined &&
    !/\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i.test(link.attribs.href)
  );
}

function kindWithin(known: readonly Piece[], { start, end }: Span): BoilerplateKind | undefined {
  const inside = known.slice(countBefore(known, pieceStart, start), countBefore(known, pieceStart, end));
  const byLength = inside.toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  return (byLength.find(({ kind }) => removalSafety[kind] === 'suggestion') ?? byLength[0])?.kind;
}

/** How many points make furniture; what articles have as well, all of it together, stays below. */
const enough = 3;

/**
 * Adds up what speaks for furniture and against it. For: names (2 where they are unmistakable, else 1), words (the same,
 * but 1 in a sentence that asks for nothing), pictures that are links, fields to be filled in, lines of marks only (2), links and
 * little else (2, a single one 1), known furniture for the most part (2), furniture between it and the story (1; with
 * furniture on the other side as well 3 for a short line), small print (1), a form (1). Against: a long sentence (2), a heading or a
 * list of plain text (1). Words and links of the text alone are not enough. Files to be downloaded, addresses, and what
 * is named or announced as a part of the article are content, whatever else they are.
 */
function weigh(block: Block | undefined, { neighbour, isEnclosed }: Place): BoilerplateKind | undefined {
  if (!block || block.hasDocuments || namesContent(block.names) || announcesContent(block.words)) return undefined;
  const isKnown = block.knownShare >= 0.5;
  if (!isKnown && /https?:\/\/|www\./.test(block.words)) return undefined;
  const name = nameSign(block.names);
  const words = wordSign(block.words);
  const isProse =
    block.longestPlain >= shortSentence && /[，。；]|[a-z][,.](?:\s|$)/i.test(block.words) && !callsToAct(block.words);
  const isMarks = block.characters > 0 && block.mediaCount === 0 && !/[\p{L}\p{N}]/u.test(block.words);
  const isLinks = block.linkDensity >= 0.6 && block.longestPlain <= 24;
  const isShortLine =
    block.mediaCount === 0 &&
    block.lineCount === 1 &&
    block.characters <= longSentence &&
    (isLinks || !numbered.test(block.words));
  const isTellingPicture = block.characters === 0 && (words?.kind === 'ad' || words?.kind === 'end-mark');
  const isOfSite = isLinks || name !== undefined || words?.kind === 'page-info' || callsToAct(block.words);
  const ofPlace =
    (name?.weight ?? 0) +
    (block.isPictureLink || block.hasInput || isMarks ? 2 : 0) +
    (isKnown ? 2 : 0) +
    (neighbour ? (isEnclosed && isShortLine ? 3 : 1) : 0) +
    (isTellingPicture || (block.isForm && block.hasInput) ? 1 : 0) +
    (block.isSmallPrint && isOfSite ? 1 : 0);
  if (ofPlace === 0) return undefined;
  const points =
    ofPlace +
    (isProse ? Math.min(1, words?.weight ?? 0) : (words?.weight ?? 0)) +
    (isLinks ? (block.linkCount > 1 ? 2 : 1) : 0) -
    (block.longestPlain > longSentence ? 2 : 0) -
    (block.isHeading ? 1 : 0) -
    (block.isList && block.linkCount === 0 ? 1 : 0);
  return points >= enough ? kindOf(block, name, words, neighbour) : undefined;
}

/** An entry of a list goes with its list, whatever is around it. */
const numbered = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）).．、]/;

function kindOf(
  block: Block,
  name: Sign | undefined,
  words: Sign | undefined,
  neighbour: BoilerplateKind | undefined,
): BoilerplateKind {
  if (block.knownKind && removalSafety[block.knownKind] === 'suggestion') return block.knownKind;
  const said = (words?.weight ?? 0) > (name?.weight ?? 0) ? words : (name ?? words);
  if (!said && !/[\p{L}\p{N}]/u.test(block.words)) return 'end-mark';
  return said?.kind ?? block.knownKind ?? (block.linkCount > 0 ? 'related-links' : (neighbour ?? 'page-info'));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
