import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { decodeHTML } from 'entities';
import type { Article } from '../../../article/article.ts';
import { nodeSpan } from '../../../article/html.ts';
import type { Line } from '../../../article/lines.ts';
import type { Span } from '../../../text/span.ts';

/** Where in an article the visible lines, the links and the things to look at are, in a form that is quick to ask. */
export interface Survey {
  readonly article: Article;
  readonly lines: readonly Line[];
  /** How many characters the lines before each line have; one entry more than there are lines. */
  readonly charactersBefore: readonly number[];
  /** Images larger than an icon, players, forms and whatever else shows without text, in the order of the text. */
  readonly media: readonly Element[];
  /** The links, in the order of the text. */
  readonly links: readonly Element[];
  /** From the heading of each list of projects to the title of its last: content, whatever it says. */
  readonly projectLines: readonly Span[];
}

export function surveyBody(article: Article): Survey {
  const { lines, markup } = article.body;
  const charactersBefore = [0];
  let characters = 0;
  for (const { text } of lines) {
    characters += text.length;
    charactersBefore.push(characters);
  }
  const media: Element[] = [];
  const links: Element[] = [];
  for (const node of markup) {
    if (!isTag(node)) continue;
    if (node.name === 'a') links.push(node);
    else if (isMedium(node) && !isSmallIcon(node)) media.push(node);
  }
  return { article, lines, charactersBefore, media, links, projectLines: projectSpans(article) };
}

/** The half-open range of indices of the lines inside a span. */
export function linesIn({ lines }: Survey, span: Span): Span {
  return { start: countBefore(lines, lineStart, span.start), end: countBefore(lines, lineStart, span.end) };
}

export function hasLines({ lines }: Survey, span: Span): boolean {
  const next = lines[countBefore(lines, lineStart, span.start)];
  return next !== undefined && next.span.start < span.end;
}

export function charactersIn({ charactersBefore }: Survey, { start, end }: Span): number {
  return (charactersBefore[end] ?? 0) - (charactersBefore[start] ?? 0);
}

export function mediaIn({ media }: Survey, span: Span): readonly Element[] {
  return media.slice(countBefore(media, nodeStart, span.start), countBefore(media, nodeStart, span.end));
}

export function hasMedia({ media }: Survey, span: Span): boolean {
  const next = media[countBefore(media, nodeStart, span.start)];
  return next !== undefined && nodeStart(next) < span.end;
}

export function linksIn({ links }: Survey, span: Span): readonly Element[] {
  return links.slice(countBefore(links, nodeStart, span.start), countBefore(links, nodeStart, span.end));
}

/** Where an image or a frame comes from, entities resolved; undefined for other elements. */
export function addressOf({ name, attribs }: Element): string | undefined {
  if (name !== 'img' && name !== 'iframe') return undefined;
  const source = attribs.src ?? attribs['data-src'];
  return source?.includes('&') ? decodeHTML(source) : source;
}

/** A file to be downloaded: an attachment of the article. */
export function isDocumentLink({ attribs }: Element): boolean {
  return attribs.appendix !== undefined || documentFile.test(attribs.href ?? '');
}

const documentFile = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|dps|ofd|csv|txt|zip|rar|7z)(?:[?#]|$)/i;

/** How many characters of the line are inside links. */
export function linkedCharacters(survey: Survey, line: Line): number {
  if (survey.links.length === 0) return 0;
  let count = 0;
  for (const segment of line.segments) {
    const link = survey.links[countBefore(survey.links, nodeStart, segment.start + 1) - 1];
    if (link && nodeSpan(link).end >= segment.start + segment.sourceLength) count += segment.length;
  }
  return count;
}

/** True when an image is the last thing to look at before the line, with at most one short line between them. */
export function followsImage(survey: Survey, line: Line): boolean {
  const index = linesIn(survey, line.span).start;
  const previous = survey.lines[index - 1];
  const isShort = previous !== undefined && previous.text.length <= longestCaption;
  const from = (isShort ? survey.lines[index - 2] : previous)?.span.end ?? 0;
  return hasMedia(survey, { start: from, end: line.span.start });
}

/** In characters. */
const longestCaption = 40;

/** True when almost all of the line is link text: a headline of another page, not a sentence with a link in it. */
export function isLinkLine(survey: Survey, line: Line): boolean {
  const linked = linkedCharacters(survey, line);
  if (linked === 0) return false;
  const words = line.text.replace(/[\s·•●■►▶>»\-—|｜\d.:：/［］【】[\]]/g, '').length;
  return words > 0 && linked >= 0.75 * words;
}

/** True when all of the line is links, which either run a script of the page or are many and short, as in a menu. */
export function isMenuLine(survey: Survey, line: Line): boolean {
  if (survey.links.length === 0 || !isLinkLine(survey, line)) return false;
  const before = countBefore(survey.links, nodeStart, line.span.start + 1);
  const links = survey.links.slice(Math.max(0, before - 1), countBefore(survey.links, nodeStart, line.span.end));
  const averageLength = line.text.length / links.length;
  if (links.every(({ attribs }) => /^(?:javascript:|#$)/i.test(attribs.href ?? '')))
    return averageLength <= longestButton;
  return links.length >= fewestMenuItems && averageLength <= longestMenuItem;
}

const fewestMenuItems = 4;

/** In characters, on average. */
const longestMenuItem = 8;
const longestButton = 20;

/** True when all of the line is a link, or a few, to lists of articles with one tag. */
export function isTagLine(survey: Survey, line: Line): boolean {
  if (line.text.length > longestTags || !isLinkLine(survey, line)) return false;
  const before = countBefore(survey.links, nodeStart, line.span.start + 1);
  const links = survey.links.slice(Math.max(0, before - 1), countBefore(survey.links, nodeStart, line.span.end));
  return links.every(({ attribs }) =>
    /\/(?:tags?|topics?|keywords?|labels?|t)\/[^/?#]{1,80}\/?$/i.test(attribs.href ?? ''),
  );
}

/** In characters. */
const longestTags = 60;

/** True between the heading of a list of projects and the end of its last title. */
export function isProjectLine({ projectLines }: Survey, line: Line): boolean {
  return projectLines.some((span) => span.start <= line.span.start && line.span.start < span.end);
}

/** True for elements that stay even when nothing is left in them: cells hold a place, and the wrapper holds the body. */
export function isFixed(element: Element): boolean {
  return fixedElements.has(element.name) || isWrapper(element);
}

const fixedElements: ReadonlySet<string> = new Set('body caption html pre table tbody td tfoot th thead tr'.split(' '));

/** True for the one element around the whole body. */
export function isWrapper(element: Element): boolean {
  const { parent } = element;
  if (parent?.type !== 'root') return false;
  return parent.children.every(
    (node) => node === element || !(isTag(node) || (isText(node) && node.data.trim() !== '')),
  );
}

/** How many of `items`, sorted by `startOf`, start before `offset`. */
export function countBefore<T>(items: readonly T[], startOf: (item: T) => number, offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineStart(line: Line): number {
  return line.span.start;
}

export function nodeStart(node: ChildNode): number {
  return node.startIndex ?? 0;
}

const mediaElements: ReadonlySet<string> = new Set(
  'audio button canvas embed hr iframe img input math object picture progress select svg table textarea video'.split(
    ' ',
  ),
);

/** Custom elements (`<mp-common-profile>`) and what a style sheet gives a picture count as well. */
function isMedium({ name, attribs }: Element): boolean {
  return mediaElements.has(name) || name.includes('-') || (attribs.style?.includes('url(') ?? false);
}

/** A picture the size of a letter decorates the words beside it. */
function isSmallIcon({ name, attribs }: Element): boolean {
  return name === 'img' && Number(attribs.width) <= largestIcon && Number(attribs.height) <= largestIcon;
}

/** In pixels. */
const largestIcon = 32;

function projectSpans({ groups }: Article): readonly Span[] {
  const spans: Span[] = [];
  for (const { span, projects } of groups) {
    const last = projects.at(-1);
    if (last) spans.push({ start: span.start, end: last.title.span.end });
  }
  return spans;
}
