import { type ChildNode, type Comment, type Element, isTag, isText } from 'domhandler';
import { contentSpan, descendants, nodeSpan } from '../../../article/html.ts';
import { blockElements } from '../../../article/lines.ts';
import { sliceSpan } from '../../../text/span.ts';
import { readCreditLine } from './credit-line.ts';
import type { BoilerplateKind } from './kinds.ts';
import { simplified } from './simplified.ts';
import {
  charactersIn,
  hasLines,
  isDocumentLink,
  isProjectLine,
  isWrapper,
  linesIn,
  linkedCharacters,
  linksIn,
  mediaIn,
  type Survey,
} from './survey.ts';

/** Comments are read by machines only, except those that steer this program. An ad may lie in one with its markup. */
export function commentKind(comment: Comment): BoilerplateKind | undefined {
  if (isDirectiveComment(comment)) return undefined;
  const hidesMarkup = comment.data.includes('<') && /<(?:a|div|img|p|section|table|ul)[\s>]/i.test(comment.data);
  return hidesMarkup &&
    /^\W{0,5}(?:\w{1,20}[_-])?ad(?:[_-]?(?:list|box|s|vert\w{0,9}))?(?![a-z])|广告/i.test(comment.data)
    ? 'ad'
    : 'comment';
}

/** A comment that steers this program. */
export function isDirectiveComment({ data }: Comment): boolean {
  return data.includes('copydesk-') && /^\s*copydesk-/.test(data);
}

/** What an element is by its name and attributes alone, whatever it contains. */
export function bareElementKind(element: Element, survey: Survey): BoilerplateKind | undefined {
  const { name, attribs } = element;
  switch (name) {
    case 'style':
    case 'link':
      return 'style';
    case 'script':
      return /^math\//i.test(attribs.type ?? '') ? undefined : 'script';
    case 'meta':
    case 'template':
      return 'script';
    case 'noscript':
      return mediaIn(survey, nodeSpan(element)).every((medium) => isPixel(medium) || isCounter(medium))
        ? 'tracking'
        : undefined;
    case 'img':
      return isPixel(element) ? 'tracking' : undefined;
    case 'iframe':
      if (adHost.test(attribs.src ?? '')) return 'ad';
      return isPixel(element) ? 'tracking' : undefined;
    case 'span':
      if (!isEmpty(element)) return undefined;
      if (tickerId.test(attribs.id ?? '') || tickerClass.test(attribs.class ?? '')) return 'tracking';
      return attribs.id !== undefined && isBetweenBlocks(element) ? 'empty-block' : undefined;
    default:
      return isAdElement(element) ? 'ad' : undefined;
  }
}

/** An element of a site's own (`<adv-loader>`) with nothing in it, whose name begins with advertising. */
function isAdElement(element: Element): boolean {
  return (
    element.name.includes('-') &&
    /^(?:ads?|adv|advert\w{0,9}|guanggao|sponsor)-|-(?:ads?|advert)$/.test(element.name) &&
    isEmpty(element)
  );
}

/** An image of a service that counts visits, by its host. */
function isCounter({ name, attribs }: Element): boolean {
  return (
    name === 'img' &&
    /^(?:https?:)?\/\/(?:[^/]{0,40}\.)?(?:cnzz|tongji|stats?|count(?:er)?|hm|analytics|track(?:er|ing)?|pixel|beacon|log|mc)\d{0,2}\./i.test(
      attribs.src ?? '',
    )
  );
}

const adHost = /^(?:https?:)?\/\/(?:ads?|adx|adservices?|gg|union)\d{0,2}\./i;

/** Where a stock page's script writes the current price behind a company's name. */
const tickerId = /^(?:hq|quote|stock|ticker)[_-]/i;
const tickerClass = /(?:^|[\s_-])(?:quote|stock|ticker)(?:[\s_-]|$)/i;

/** An anchor or a place for a script, not in a line of text. */
function isBetweenBlocks({ parent, previousSibling, nextSibling }: Element): boolean {
  const isBoundary = (node: ChildNode | null): boolean =>
    node === null || (isTag(node) ? blockElements.has(node.name) : isText(node) && node.data.trim() === '');
  const isInBlock = parent === null || !isTag(parent) || (blockElements.has(parent.name) && parent.name !== 'p');
  return isInBlock && isBoundary(previousSibling) && isBoundary(nextSibling);
}

/** An image or frame of at most one pixel, or one that is not shown: it counts visits. */
function isPixel({ name, attribs }: Element): boolean {
  if (name !== 'img' && name !== 'iframe') return false;
  const style = attribs.style ?? '';
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return !attribs['data-src'];
  const [width, height] = [sizeOf('width'), sizeOf('height')];
  return width !== undefined && height !== undefined && width <= 1 && height <= 1;

  function sizeOf(side: 'width' | 'height'): number | undefined {
    const printed =
      attribs[side] ?? new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*(\\d+)(?:px)?\\s*(?:;|$)`, 'i').exec(style)?.[1];
    return printed && /^\d+(?:px)?$/.test(printed) ? Number.parseInt(printed, 10) : undefined;
  }
}

function isEmpty(element: Element): boolean {
  return element.children.every((child) => isText(child) && child.data.trim() === '');
}

/**
 * Elements that may go when nothing is in them to read or to look at. Table cells and items of numbered lists are kept:
 * they hold a place that others are counted by.
 */
const emptiable: ReadonlySet<string> = new Set(
  'address article aside blockquote center details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header main nav ol p section ul'.split(
    ' ',
  ),
);

/** The kind of an element without text and media: `script` or `style` where it only wraps those. */
export function emptyElementKind(element: Element, survey: Survey): BoilerplateKind | undefined {
  if (element.name === 'svg' || element.name === 'table') return uselessMediumKind(element, survey);
  if (isHidden(element) && element.name.includes('-')) return isEmpty(element) ? 'empty-block' : undefined;
  if (!emptiable.has(element.name) && !(element.name === 'li' && isInBulletList(element))) return undefined;
  const span = nodeSpan(element);
  if (hasLines(survey, span)) return undefined;
  if (mediaIn(survey, span).some((medium) => !isUseless(medium, survey))) return undefined;
  if (holdsPicture(element)) return undefined;
  let kind: BoilerplateKind = 'empty-block';
  for (const node of descendants(element)) {
    if (!isTag(node)) continue;
    if (holdsPicture(node) || (node.name === 'img' && !isPixel(node))) return undefined;
    const inner = bareElementKind(node, survey);
    if (inner === 'script' || inner === 'style') kind = inner;
    else if (unreadable.has(node.name)) return undefined;
  }
  if (kind === 'empty-block' && commentBoxId.test(element.attribs.id ?? '')) return 'comment-box';
  return kind;
}

/** A drawing that is not shown, and a table without a cell. */
function uselessMediumKind(element: Element, survey: Survey): BoilerplateKind | undefined {
  return isUseless(element, survey) && !hasLines(survey, nodeSpan(element)) ? 'empty-block' : undefined;
}

function isUseless(medium: Element, survey: Survey): boolean {
  if (medium.name === 'svg') return isHidden(medium);
  if (medium.name.includes('-')) return isEmpty(medium) && isInHidden(medium);
  if (medium.name !== 'table' || hasLines(survey, nodeSpan(medium))) return false;
  for (const node of descendants(medium)) {
    if (isTag(node) && !tableParts.has(node.name)) return false;
  }
  return true;
}

/** The parts of a table that hold its cells. */
const tableParts: ReadonlySet<string> = new Set(['colgroup', 'col', 'tbody', 'thead', 'tfoot', 'tr']);

/** A part of a component, which is told by its parent whether it shows. */
function isInHidden({ parent }: Element): boolean {
  return parent !== null && isTag(parent) && isHidden(parent);
}

function isHidden({ attribs }: Element): boolean {
  const { style } = attribs;
  return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Elements with text that is not among the visible lines but may matter. */
const unreadable: ReadonlySet<string> = new Set(['script', 'noscript', 'datalist', 'template', 'title']);

function isInBulletList({ parent }: Element): boolean {
  return parent !== null && isTag(parent) && parent.name === 'ul';
}

/** A place for a picture that a script fills in later. */
function holdsPicture({ attribs }: Element): boolean {
  for (const name in attribs)
    if (name.startsWith('data-') && /\.(?:gif|jpe?g|mp4|png|webp)/i.test(attribs[name] ?? '')) return true;
  return false;
}

const commentBoxId =
  /^(?:comments?|pinglun|liuyan|reply|replies|respond)(?:[-_]?(?:box|area|container|list|thread|wrap|form))?$/i;

/** An element that its name gives away, and whether it is where furniture of its kind is found. */
export interface NamedElement {
  readonly kind: BoilerplateKind;
  readonly isNear: boolean;
}

/**
 * What an element is by the words of its `class` and `id`, where its text does not speak against it. `contentBefore` is how
 * many characters of content there are before each line, in the form of {@link Survey.charactersBefore}.
 */
export function namedElement(
  element: Element,
  survey: Survey,
  contentBefore: readonly number[],
): NamedElement | undefined {
  const { attribs, name } = element;
  if ((attribs.class === undefined && attribs.id === undefined) || isWrapper(element)) return undefined;
  if (name === 'button' || name === 'span' || name === 'a') {
    const isCopyButton = copyButton.test(`${attribs.class} ${attribs.id}`) && isCopyText(element, survey);
    return isCopyButton ? { kind: 'copy-button', isNear: true } : undefined;
  }
  if (!blockElements.has(name) && name !== 'ins' && name !== 'iframe') return undefined;
  if (keptBlocks.has(name)) return undefined;
  if (attribs.class === undefined && attribs.id === undefined) return undefined;
  let shape: Shape | undefined;
  let distant: BoilerplateKind | undefined;
  for (const kind of kindsNamed(`${attribs.class ?? ''} ${attribs.id ?? ''}`)) {
    shape ??= shapeOf(element, survey, contentBefore);
    if (shape.hasProjects) return undefined;
    if (shapeFits[kind]?.(shape)) return { kind: kindInWords(kind, element, survey), isNear: true };
    if (shapeFits[kind]?.({ ...shape, ...atEdges })) distant ??= kind;
  }
  return distant && { kind: distant, isNear: false };
}

/** Where the words in a box are more exact than its name, they decide. */
function kindInWords(kind: BoilerplateKind, element: Element, survey: Survey): BoilerplateKind {
  const { start, end } = linesIn(survey, nodeSpan(element));
  const lines = survey.lines.slice(start, end);
  if (kind === 'page-info') {
    return (
      lines
        .map(({ text }) => readCreditLine(simplified(text))?.kind)
        .find((credit) => credit && credit !== 'page-info') ?? kind
    );
  }
  if (kind !== 'qr-promo' && kind !== 'app-promo') return kind;
  return lines.some(({ text }) => /APP|客户端|下载/i.test(text)) ? 'app-promo' : 'qr-promo';
}

const keptBlocks: ReadonlySet<string> = new Set(
  'body caption dd dt figcaption figure h1 h2 h3 h4 h5 h6 html legend main pre table tbody td tfoot th thead tr'.split(
    ' ',
  ),
);
const copyButton = /copy|clipboard|复制/i;

function isCopyText(element: Element, survey: Survey): boolean {
  return /^(?:复制|複製|拷贝|copy)(?:代码|代碼|成功|code| to clipboard)?!?$/i.test(
    sliceSpan(survey.article.text, contentSpan(survey.article.text, element)).trim(),
  );
}

/** Words in names, split at hyphens, underscores and humps: `appendQr_wrap` has `append`, `qr` and `wrap`. */
const wordKinds: ReadonlyMap<string, BoilerplateKind> = new Map(
  Object.entries({
    share:
      'share shares sharing sharebox sharebar sharebtn fenxiang sns social socials praise zan dianzan thumbs like likes likebtn favorite shoucang dashang reward vote',
    ad: 'ad ads adv advert adverts advertise advertisement advertising adbox adsense adslot adwrap gg guanggao sponsor sponsored sponsors',
    'comment-box': 'comment comments commentbox commentlist commentform pinglun respond',
    profile: 'authorbox authorbio authorcard authorinfo authorlist aboutauthor',
    navigation:
      'toc path crumb crumbs breadcrumb breadcrumbs mianbaoxie weizhi pager pagination pagenav pagebreak prevnext prenext updown nav toolbar fontsize doprint skiplink',
    'related-links':
      'related relate relates relation recommend recommends recommended recommendation tuijian xiangguan rank ranking paihang hot hots popular trending similar guess readmore morenews xgwj xgyd xgxw more',
    'call-to-action': 'newsletter subscribe subscription signup follow guanzhu',
    'app-promo': 'app apps appdown download openapp client',
    'qr-promo': 'qr qrcode ewm erweima weixin wechat wx code',
    copyright: 'footer',
    disclaimer: 'statement disclaimer shengming mianze declare',
    'editor-credit': 'editor editors zrbj bianji zebian byline',
    'source-credit': 'source sources laiyuan origin',
    'page-info': 'meta postmeta articleinfo info pubtime',
    tags: 'tags tag taglist keywords keyword biaoqian bqian label labels',
  } satisfies Partial<Record<BoilerplateKind, string>>).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as BoilerplateKind] as const),
  ),
);

/** "topad", "bottomads": advertising by its place. */
const adPlace =
  /^(?:top|bottom|foot(?:er)?|head(?:er)?|side|left|right|mid(?:dle)?|inner|float|banner|text|img|article|page)ads?$/;

/** An author's name stands under many articles; a box, card or list about authors is something else. */
const authorParts = /\b(?:about[-_])?author[-_]?(bio|box|card|info|list)\b/g;

function kindsNamed(names: string): ReadonlySet<BoilerplateKind> {
  const kinds = new Set<BoilerplateKind>();
  const isCompound = /[a-z\d][A-Z][a-z]/.test(names);
  const spelled = (isCompound ? names.replace(/([a-z\d])(?=[A-Z][a-z])/g, '$1-') : names).toLowerCase();
  const words = spelled.includes('author') ? spelled.replace(authorParts, 'author$1') : spelled;
  for (const word of words.split(/[\s_-]+/)) {
    const kind = wordKinds.get(word) ?? (adPlace.test(word) ? 'ad' : undefined);
    if (kind) kinds.add(kind);
  }
  return kinds;
}

/** The look of an element's text. */
interface Shape extends Nearness {
  readonly characters: number;
  readonly lineCount: number;
  /** The share of all characters of the body. */
  readonly portion: number;
  /** The share of its characters that is inside links. */
  readonly linkDensity: number;
  /** The longest stretch of text outside links on one line. */
  readonly longestPlain: number;
  readonly mediaCount: number;
  readonly hasProjects: boolean;
  /** Links to documents belong to the article, as do links to other places of it. */
  readonly hasDocuments: boolean;
  readonly speaksOfComments: boolean;
}

/** How little of the article is beyond an element. */
interface Nearness {
  readonly isNearStart: boolean;
  readonly isNearEnd: boolean;
  readonly charactersAfter: number;
}

const atEdges: Nearness = { isNearStart: true, isNearEnd: true, charactersAfter: 0 };

/** In lines. What is longer is not looked at closely, and so not taken for furniture with links in it. */
const longestNamed = 200;

function shapeOf(element: Element, survey: Survey, contentBefore: readonly number[]): Shape {
  const span = nodeSpan(element);
  const range = linesIn(survey, span);
  const media = mediaIn(survey, span);
  const total = charactersIn(survey, { start: 0, end: survey.lines.length });
  const characters = charactersIn(survey, range);
  let linked = 0;
  let longestPlain = 0;
  let hasProjects = false;
  const isLong = range.end - range.start > longestNamed;
  const charactersAfter = (contentBefore.at(-1) ?? 0) - (contentBefore[range.end] ?? 0);
  if (!isLong) {
    for (const line of survey.lines.slice(range.start, range.end)) {
      const inLinks = linkedCharacters(survey, line);
      linked += inLinks;
      longestPlain = Math.max(longestPlain, line.text.length - inLinks);
      hasProjects ||= inLinks < line.text.length * 0.75 && isProjectLine(survey, line);
    }
  }
  return {
    characters,
    lineCount: range.end - range.start,
    portion: total === 0 ? 0 : characters / total,
    linkDensity: characters === 0 ? 0 : linked / characters,
    longestPlain: isLong ? characters : longestPlain,
    mediaCount: media.length,
    speaksOfComments:
      media.some(({ name }) => name === 'textarea' || name === 'input') ||
      /评论|留言|跟帖|comment|repl(?:y|ies)/i.test(survey.lines[range.start]?.text ?? ''),
    hasProjects,
    isNearEnd: charactersAfter <= Math.max(400, total * 0.2),
    charactersAfter,
    hasDocuments: linksIn(survey, span).some(isDocumentLink),
    isNearStart: (contentBefore[range.start] ?? 0) <= 120,
  };
}

/**
 * What the text of an element has to look like for its name to be believed. Kinds whose words alone decide (disclaimers,
 * credits) are not here: `phrases.ts` reads those.
 */
const shapeFits: Partial<Record<BoilerplateKind, (shape: Shape) => boolean>> = {
  share: ({ characters, longestPlain, portion, isNearEnd, mediaCount }) =>
    characters <= 120 && longestPlain <= 16 && portion < 0.5 && (characters > 0 || (isNearEnd && mediaCount > 1)),
  ad: ({ characters, linkDensity, longestPlain, mediaCount, portion }) =>
    portion < 0.5 && longestPlain <= 40 && (characters <= 20 ? mediaCount > 0 || characters > 0 : linkDensity >= 0.6),
  'comment-box': ({ isNearEnd, portion, speaksOfComments }) => isNearEnd && portion < 0.5 && speaksOfComments,
  profile: ({ characters, isNearEnd, portion }) => characters <= 200 && isNearEnd && portion < 0.4,
  navigation: ({ characters, longestPlain, portion }) => characters <= 200 && longestPlain <= 40 && portion < 0.5,
  'related-links': ({ characters, linkDensity, portion, isNearEnd, longestPlain, hasDocuments }) =>
    !hasDocuments && characters > 0 && linkDensity >= 0.6 && longestPlain <= 40 && portion < 0.5 && isNearEnd,
  'call-to-action': ({ characters, isNearEnd, isNearStart, portion, longestPlain }) =>
    characters > 0 && characters <= 120 && longestPlain <= 60 && portion < 0.3 && (isNearEnd || isNearStart),
  'app-promo': ({ characters, isNearEnd, isNearStart, portion, mediaCount }) =>
    characters > 0 && characters <= 60 && portion < 0.3 && mediaCount > 0 && (isNearEnd || isNearStart),
  'qr-promo': ({ characters, isNearEnd, portion, mediaCount }) =>
    characters <= 60 && portion < 0.3 && mediaCount === 1 && isNearEnd,
  'page-info': ({ characters, longestPlain, isNearStart, lineCount }) =>
    characters > 0 && characters <= 80 && longestPlain <= 60 && isNearStart && lineCount <= 4,
  copyright: ({ characters, charactersAfter, lineCount, portion, hasDocuments }) =>
    !hasDocuments && characters > 0 && characters <= 200 && charactersAfter <= 60 && lineCount <= 4 && portion < 0.3,
  tags: ({ characters, longestPlain, linkDensity, isNearEnd, hasDocuments }) =>
    !hasDocuments && characters > 0 && characters <= 150 && longestPlain <= 12 && linkDensity >= 0.5 && isNearEnd,
};
