import { type Element, isTag, isText } from 'domhandler';
import { nodeSpan } from '../../../article/html.ts';
import type { Line } from '../../../article/lines.ts';
import type { BoilerplateKind } from './kinds.ts';
import { isCovered, type Piece } from './pieces.ts';
import { countBefore, hasMedia, linesIn, mediaIn, nodeStart, type Survey } from './survey.ts';

/** Images outside `known` pieces that are no illustrations: codes to scan behind the article, a topic's icon before it. */
export function furnitureImages(survey: Survey, known: readonly Piece[]): readonly Piece[] {
  if (survey.media.length === 0) return [];
  const isContent = (line: Line): boolean => !isCovered(known, line.span.start);
  const first = survey.lines.find(isContent);
  const last = survey.lines.findLast(isContent);
  if (!first || !last) return [];
  const pieces: Piece[] = [];
  for (const image of survey.media) {
    if (image.name !== 'img' || isCovered(known, nodeStart(image))) continue;
    const span = nodeSpan(image);
    const isBehind = span.start > last.span.end;
    const isBefore = span.end <= first.span.start;
    const kind = isBehind ? kindBehind(survey, image, last, known) : isBefore ? kindBefore(image) : undefined;
    if (kind) pieces.push({ kind, span, node: image });
  }
  return pieces;
}

function kindBehind(
  survey: Survey,
  image: Element,
  lastLine: Line,
  known: readonly Piece[],
): BoilerplateKind | undefined {
  return promotionKind(image, lastLine) ?? kindOfScanLineBeside(survey, image, known);
}

function kindBefore(image: Element): BoilerplateKind | undefined {
  if (/^关注|扫码|二维码|公众号/.test(image.attribs.alt ?? '')) return 'qr-promo';
  return isIcon(image) ? 'site-icon' : undefined;
}

/** What an image behind the article advertises, by its address and its alternative text: "qr_code.png", "ewm.jpg" (二维码). */
function promotionKind({ attribs }: Element, lastLine: Line): BoilerplateKind | undefined {
  const file = (attribs.src ?? '').replace(/[?#].*$/, '').slice(-longestFile);
  const words = `${attribs.alt ?? ''} ${attribs.title ?? ''}`;
  if (
    /qr_?-?code|(?:^|[^a-z])(?:qr|ewm|erweima|erwei)(?:[^a-z]|$)/i.test(file) ||
    /二维码|扫码|扫一扫|公众号|qr ?code/i.test(words)
  ) {
    return asksToScan.test(lastLine.text) ? undefined : 'qr-promo';
  }
  if (/下载.{0,12}(?:APP|客户端)|(?:APP|客户端).{0,6}下载/i.test(words)) return 'app-promo';
  return /^\s?(?:广告|推广|ad|advertisement)\s?$/i.test(words.trim()) || /\/\/ads?\d{0,2}\./i.test(attribs.src ?? '')
    ? 'ad'
    : undefined;
}

/** In characters from the end of the address; what is before is a host or a folder of hashes. */
const longestFile = 120;

/** The article itself sends its readers to the code, to sign up or to pay. */
const asksToScan = /二维码|扫码|扫描|扫一扫/;

/** The kind of a line that tells the reader to scan or to download, right above or below an image that is by itself. */
function kindOfScanLineBeside(survey: Survey, image: Element, known: readonly Piece[]): BoilerplateKind | undefined {
  let around: Element = image;
  while (around.parent && isTag(around.parent) && isAlone(survey, around.parent)) around = around.parent;
  const neighbours = [siblingElement(around, 'nextSibling'), siblingElement(around, 'previousSibling')];
  for (const neighbour of neighbours) {
    if (!neighbour || hasMedia(survey, nodeSpan(neighbour))) continue;
    const { start, end } = nodeSpan(neighbour);
    const piece = known[countBefore(known, ({ span }) => span.start, start)];
    if (piece && piece.span.end <= end && (piece.kind === 'app-promo' || piece.kind === 'qr-promo')) return piece.kind;
  }
  return undefined;
}

function isAlone(survey: Survey, element: Element): boolean {
  const span = nodeSpan(element);
  const lines = linesIn(survey, span);
  return lines.start === lines.end && mediaIn(survey, span).length === 1;
}

function siblingElement(element: Element, direction: 'nextSibling' | 'previousSibling'): Element | undefined {
  let at = element[direction];
  while (at && isText(at) && at.data.trim() === '') at = at[direction];
  return at && isTag(at) ? at : undefined;
}

/** A small square of the site before the text, which stands for a category or an author, by its stated size and address. */
function isIcon({ attribs }: Element): boolean {
  const [width, height] = [Number(attribs.width), Number(attribs.height)];
  return (
    width > 1 &&
    width <= largestIcon &&
    height > 1 &&
    height <= largestIcon &&
    /(?:^|[/_-])(?:author|avatar|categor(?:y|ies)|cat|icons?|logos?|sections?|topics?)(?:[/_.-]|$)/i.test(
      attribs.src ?? '',
    )
  );
}

/** In pixels. */
const largestIcon = 150;
