import { type Element, isTag } from 'domhandler';
import { type Line, sourceSpan } from '../../../article/lines.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type BoilerplateKind, removalSafety } from './kinds.ts';
import { edge, isLabelledTitle, lineKind, type PlacedLine } from './line-kind.ts';
import { isCovered, linePiece, type Piece } from './pieces.ts';
import { simplified } from './simplified.ts';
import {
  followsImage,
  isDocumentLink,
  isLinkLine,
  isMenuLine,
  isProjectLine,
  isTagLine,
  linesIn,
  linkedCharacters,
  linksIn,
  nodeStart,
  type Survey,
} from './survey.ts';
import { isPartOfTitle, titleEcho } from './title-echo.ts';
import { readTrailingRemark } from './trailing-remark.ts';

/** What is known of each line: furniture of a kind, part of a piece found before, or (so far) content. */
type LineKinds = (BoilerplateKind | 'known' | undefined)[];

/** Lines of text, outside `known` pieces, that are furniture by their words, their links or their place. */
export function furnitureLines(
  whole: Survey,
  known: readonly Piece[],
  catalogue: Catalogue,
  structure: boolean,
): readonly Piece[] {
  const survey = { ...whole, media: whole.media.filter((medium) => !isCovered(known, nodeStart(medium))) };
  const { lines } = survey;
  const kinds = knownLines(survey, known);
  markCatalogued(survey, kinds, catalogue);
  if (structure) {
    markLinkLists(survey, kinds);
    markCompanyProfile(survey, kinds);
    const firstNear = markFromEnd(survey, kinds);
    const reachesEnd = markFromStart(survey, kinds) > firstNear;
    if (markCompanyProfile(survey, kinds) || reachesEnd) markFromEnd(survey, kinds);
    markDatesBehindEnd(survey, kinds, known);
  }
  const pieces: Piece[] = [];
  for (const [index, kind] of kinds.entries()) {
    const line = lines[index];
    const piece = line && kind && kind !== 'known' ? linePiece(survey, line, kind) : undefined;
    if (piece) pieces.push(piece);
  }
  const remark = structure ? trailingRemarkPiece(survey, kinds, catalogue) : undefined;
  if (remark) pieces.push(remark);
  return pieces;
}

function markCatalogued({ article, lines }: Survey, kinds: LineKinds, { furniture }: Catalogue): void {
  for (const [index, { text }] of lines.entries()) {
    const rule = kinds[index] ? undefined : furniture.ofLine(text, article);
    if (rule) kinds[index] = rule.kind;
  }
}

/** Lines and pieces are both in the order of the text, the pieces disjoint: one walk along both. */
function knownLines({ lines }: Survey, pieces: readonly Piece[]): LineKinds {
  let next = 0;
  return lines.map(({ span }) => {
    while ((pieces[next]?.span.end ?? Infinity) <= span.start) next++;
    return (pieces[next]?.span.start ?? Infinity) <= span.start ? 'known' : undefined;
  });
}

/**
 * Reads upwards: what follows a line is known when it is its turn.
 *
 * @returns the first line on whose kind it depends which lines are near the end.
 */
function markFromEnd(survey: Survey, kinds: LineKinds): number {
  let after = 0;
  let firstNear = 0;
  for (let index = survey.lines.length - 1; index >= 0; index--) {
    const line = survey.lines[index];
    if (!line || kinds[index]) continue;
    const kind = after > edge.end && isSentence(line) ? undefined : kindBelow(survey, kinds, index, after);
    if (kind) kinds[index] = kind;
    else if (after <= edge.end) {
      after += contentWeight(survey, line);
      if (after > edge.end) firstNear = index;
    }
  }
  return firstNear;
}

function kindBelow(survey: Survey, kinds: LineKinds, index: number, after: number): BoilerplateKind | undefined {
  const line = survey.lines[index];
  if (!line || isContent(survey, line)) return undefined;
  if (after === 0 && isListHeading(line)) return 'related-links';
  const kind = lineKind(placed(survey, line, Infinity, after));
  return kind && after > 0 && removalSafety[kind] === 'suggestion' && isOneOfMany(survey, kinds, index, kind)
    ? undefined
    : kind;
}

/**
 * Reads downwards from the start until the article has begun.
 *
 * @returns the line behind the last that it marked; 0 where it marked none.
 */
function markFromStart(survey: Survey, kinds: LineKinds): number {
  const title = titleOf(survey);
  const echoesTitle = title === undefined ? undefined : titleEcho(title);
  let before = 0;
  let end = 0;
  for (const [index, line] of survey.lines.entries()) {
    if (before > edge.start) break;
    if (kinds[index]) continue;
    if (isContent(survey, line)) break;
    const isEcho =
      before === 0 &&
      survey.lines.length > 1 &&
      (isLabelledTitle(line.text) ||
        echoesTitle?.(line.text.replace(summaryLabel, '')) === true ||
        (title !== undefined && line.surroundings.heading !== undefined && isPartOfTitle(title, line.text)));
    const kind = isEcho ? 'original-title' : lineKind(placed(survey, line, before, Infinity));
    if (kind) {
      kinds[index] = kind;
      end = index + 1;
    } else before += contentWeight(survey, line);
  }
  return end;
}

const summaryLabel = /^[【[（(]?(?:核心提示|核心提要|内容提要|导读|导语|提要|摘要|標題|标题)[】\])）]?\s?[：:]\s{0,3}/;

/** Marks when a text was published, where that is all that stands behind the mark that says that it has ended. */
function markDatesBehindEnd(survey: Survey, kinds: LineKinds, known: readonly Piece[]): void {
  const { lines } = survey;
  const mark = known.findLast(({ kind }) => kind === 'end-mark');
  const end = Math.max(kinds.lastIndexOf('end-mark'), mark ? linesIn(survey, mark.span).start : -1);
  if (end < 0) return;
  const open: number[] = [];
  for (let index = end + 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line || kinds[index]) continue;
    if (line.text.length > longestMoment || !moment.test(simplified(line.text).normalize('NFKC'))) return;
    open.push(index);
  }
  for (const index of open) kinds[index] = 'page-info';
}

/** In characters. */
const longestMoment = 40;

/** "2022年11月17日（星期四）", "香港时间16时45分", "16:45", after normalisation to half width. */
const moment =
  /^(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s?\(?(?:星期|周).\)?)?)?\s{0,3}(?:\p{Script=Han}{0,4}(?:时间)?\s?\d{1,2}(?:时|:)\d{1,2}分?)?$/u;

/** Projects of a list, captions and the cells of a table are content, whatever they say. */
function isContent(survey: Survey, line: Line): boolean {
  return isProjectLine(survey, line) || (isTag(line.block) && (isCaption(line.block) || isCellAmongCells(line.block)));
}

function isCaption({ name }: Element): boolean {
  return name === 'caption' || name === 'figcaption';
}

/** A cell alone in its row is more often a layout than a table. */
function isCellAmongCells(cell: Element): boolean {
  return (
    (cell.name === 'td' || cell.name === 'th') &&
    (hasElement(cell, 'nextSibling') || hasElement(cell, 'previousSibling'))
  );
}

function hasElement(from: Element, direction: 'nextSibling' | 'previousSibling'): boolean {
  let at = from[direction];
  while (at && !isTag(at)) at = at[direction];
  return at !== null;
}

function placed(survey: Survey, line: Line, before: number, after: number): PlacedLine {
  return {
    text: line.text,
    before,
    after,
    isCaption: () => followsImage(survey, line),
    isLinked: () => isLinkLine(survey, line),
    isMenu: () => isMenuLine(survey, line),
    isTags: () => isTagLine(survey, line),
  };
}

/**
 * True when the line begins like another that is no furniture: "来源：" under each of several cases is content. The same
 * editors twice are those of the site.
 */
function isOneOfMany({ lines }: Survey, kinds: LineKinds, index: number, kind: BoilerplateKind): boolean {
  const own = lines[index]?.text ?? '';
  const label = /^.{2,6}?[：:]/.exec(own)?.[0];
  return (
    label !== undefined &&
    lines.some(
      ({ text }, other) =>
        other !== index && !kinds[other] && text.startsWith(label) && !(kind === 'editor-credit' && text === own),
    )
  );
}

/** Between paragraphs, furniture is a few words; what is longer or ends like a sentence need not be looked at. */
function isSentence({ text }: Line): boolean {
  return text.length > 60 || '。！？；：，、'.includes(text.charAt(text.length - 1));
}

/** A paragraph counts as three short lines; lists of sources after an article, and its labels, do not part it from its end. */
function contentWeight(survey: Survey, line: Line): number {
  if (line.text.length >= 60 && sentencesIn(line.text) >= 60) return 3;
  return /^https?:\/\/\S+$/.test(line.text) || /^.{1,8}[：:]$/.test(line.text) || isLinkLine(survey, line) ? 0 : 1;
}

/** In characters, without what stands behind the last sentence: a remark or a link there can be furniture. */
function sentencesIn(text: string): number {
  const end = Math.max(...[...'。！？.!?'].map((mark) => text.lastIndexOf(mark)));
  return end < 0 ? text.length : end + 1;
}

function titleOf({ article }: Survey): string | undefined {
  const value = article.frontMatter?.entries.find((entry) => entry.key.value === 'title')?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** Marks headings like 相关阅读 with the links below them, and lists of headlines after the end of the article. */
function markLinkLists(survey: Survey, kinds: LineKinds): void {
  const { lines } = survey;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const heading = line && !kinds[index] ? readListHeading(survey, line) : undefined;
    if (!line || !heading) continue;
    const isWhole = heading[0].length === line.text.length;
    const headlines: number[] = [];
    for (let next = index + 1; kinds[next] || isHeadlineLink(survey, lines[next], 2); next++)
      if (!kinds[next]) headlines.push(next);
    const linksItself = !isWhole && linkedCharacters(survey, line) >= 0.6 * (line.text.length - heading[0].length);
    if (!linksItself && (!isWhole || headlines.length === 0)) continue;
    for (const each of [index, ...headlines])
      kinds[each] = neighbourArticle.test(line.text) ? 'navigation' : 'related-links';
    index = headlines.at(-1) ?? index;
  }
  let first = lines.length;
  while (first > 0 && (kinds[first - 1] || isHeadlineLink(survey, lines[first - 1], shortestHeadline))) first--;
  const headlines = kinds.slice(first).filter((kind) => kind === undefined).length;
  if (headlines < fewestHeadlines || introducesList(lines[first - 1])) return;
  for (let index = first; index < lines.length; index++) kinds[index] ??= 'related-links';
}

/** A heading by itself is short; with its links behind it on the line it may be longer. */
function readListHeading(survey: Survey, line: Line): RegExpExecArray | null {
  const isShort =
    line.text.length <= longestListHeading || (line.text.length <= 120 && linkedCharacters(survey, line) > 0);
  return isShort && startsAsListHeading.test(line.text) ? listHeading.exec(simplified(line.text)) : null;
}

/** In characters. */
const longestListHeading = 24;
/** Without a heading, only several links that are long enough to be headlines (in characters) are taken for a list of them. */
const fewestHeadlines = 3;
const shortestHeadline = 5;

const listHeading =
  /^[\s【［[（(「『●■◆▌▍▎▶►▼▲↓|｜>»·•—-]{0,4}(?:(?:相关|推荐|我的(?:其[他它]|更多)|延伸|扩展|拓展|精选|精彩|热门|热点|最新|更多|往期|近期|历史|同类|同城|编辑|小编|猜你|为你|大家|你可能|您可能|喜欢此内容的人|看过本文的人|站内|今日|本周|一周|24小时|48小时)(?:相关|精彩|精选|热门|热点|推荐|还|都|在|也|喜欢|感兴趣|的)*(?:阅读|新闻|文章|推荐|链接|文件|报道|资讯|内容|回顾|专题|排行榜?|排行|话题|视频|政策|解读|喜欢|看|榜|头条|信息|稿件|精选|好文|回答|作品|教程|笔记)?|看更多|同场加映|排行榜|点击排行|新闻排行|上一篇|下一篇|链接|related(?: articles?| posts?| stories| news| reading| content| links)?|recommended(?: for you| reading| articles?)?|you (?:may|might) also (?:like|enjoy)|read (?:more|next|also)|more (?:from|on|stories|news|like this).{0,30}|most (?:popular|read|viewed)|popular(?: posts| articles)?|trending(?: now)?|latest (?:news|posts|stories)|see more|don.t miss|up next|further reading)[\s】］\]）)」』▼▲↓：:|｜>»…·•—-]{0,4}/i;

/** What comes before and after is the site's order, not the article's. */
const neighbourArticle = /^.{0,4}[上下]一篇/;

/** The first characters of these words, in both scripts: most lines are known by theirs to be none. */
const startsAsListHeading =
  /^[\s【［[（(「『●■◆▌▍▎▶►▼▲↓|｜>»·•—-]{0,4}[相推我延扩拓精热熱最更往期近历歷同编編小猜为為大你您喜看站今本一24排点點新上下链鏈dflmprstuy]/i;

/** A list under a heading, or after "：", belongs to the article, and so does one that is all there is. */
function introducesList(line: Line | undefined): boolean {
  return line === undefined || /[：:]$/.test(line.text) || (isTag(line.block) && /^h[1-6]$/.test(line.block.name));
}

/** A heading over links that are not there any more. */
function isListHeading({ text }: Line): boolean {
  return (
    text.length <= longestListHeading &&
    startsAsListHeading.test(text) &&
    listHeading.exec(simplified(text))?.[0].length === text.length
  );
}

/** Link text that could be a headline; addresses and names of things to download are not. */
function isHeadlineLink(survey: Survey, line: Line | undefined, shortest: number): boolean {
  return (
    line !== undefined &&
    line.text.length >= shortest &&
    line.text.length <= 120 &&
    !linksIn(survey, line.span).some(isDocumentLink) &&
    !/https?:\/\/|www\.|^@/i.test(line.text) &&
    isLinkLine(survey, line)
  );
}

/**
 * Marks what a press release says about its sender: "关于 某某" over a paragraph that begins with the same name, and the
 * address of its press office. Both only at the end, and only where nothing but paragraphs follows. True where it did.
 */
function markCompanyProfile(survey: Survey, kinds: LineKinds): boolean {
  const { lines } = survey;
  const rest: number[] = [];
  let start: number | undefined;
  for (let index = lines.length - 1; index > 0 && rest.length < longestProfile; index--) {
    const line = lines[index];
    if (!line || kinds[index]) continue;
    if (isContent(survey, line)) break;
    const name = profileHeading.exec(line.text)?.groups?.name;
    const isProfile = name !== undefined && lines[rest.at(-1) ?? lines.length]?.text.startsWith(name);
    const isContact = pressContact.test(line.text) && isAddress(rest.flatMap((each) => lines[each] ?? []));
    rest.push(index);
    if (isProfile || isContact) start = rest.length;
  }
  for (const index of rest.slice(0, start ?? 0)) kinds[index] = 'profile';
  return start !== undefined;
}

/** In lines, heading included. */
const longestProfile = 12;
const profileHeading = /^(?:关于|About)\s{0,3}[“「"]?(?<name>[^。！？，：:“”"「」]{2,24}?)[”」"]?\s{0,3}[：:]?$/;
const pressContact =
  /^(?:媒体(?:联络|联系|垂询|咨询|接洽)人?|新闻(?:联络|联系)人?|(?:Media|Press) (?:contacts?|inquiries|enquiries))(?:方式)?[：:]?$/i;

function isAddress(lines: readonly Line[]): boolean {
  return (
    lines.length > 0 &&
    lines.every(({ text }) => text.length <= 60) &&
    lines.some(({ text }) => /@|\d{4}-?\d{4}/.test(text))
  );
}

/** The remark behind the last paragraph of content, as a piece of that paragraph's text. */
function trailingRemarkPiece(survey: Survey, kinds: LineKinds, catalogue: Catalogue): Piece | undefined {
  const index = kinds.lastIndexOf(undefined);
  const line = survey.lines[index];
  if (!line || isContent(survey, line)) return undefined;
  const remark = readTrailingRemark(line.text, catalogue.isMedium);
  if (!remark) return undefined;
  return { kind: remark.kind, span: sourceSpan(line, remark.start, line.text.length), node: undefined };
}
