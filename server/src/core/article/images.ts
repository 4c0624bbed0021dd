import { type Element, isTag, type ParentNode } from 'domhandler';
import { decodeHTML } from 'entities';
import type { Body } from './article.ts';
import { nodeSpan } from './html.ts';
import type { Line } from './lines.ts';

/** A picture of the body. */
export interface BodyImage {
  /** The address with its entities decoded. */
  readonly source: string;
  readonly element: Element;
}

/** What a picture is for, as far as the page around it tells. */
export type ImageRole = 'article' | 'promotion' | 'icon';

/** The front matter keys that hold the address of a picture. */
export const imageKeys: readonly string[] = [
  ...['headimg', 'thumbnail', 'image', 'cover', 'banner', 'thumb', 'photo', 'picture', 'featured_image', 'cover_image'],
];

/** The pictures of a body in the order of the text. */
export function readImages({ markup }: Body): readonly BodyImage[] {
  const images: BodyImage[] = [];
  for (const element of markup) {
    if (!isTag(element) || element.name !== 'img') continue;
    const source = decodeHTML(element.attribs.src ?? element.attribs['data-src'] ?? '').trim();
    if (source) images.push({ source, element });
  }
  return images;
}

export function roleOfImage({ element }: BodyImage, { lines }: Body): ImageRole {
  if (standsInPromotion(element, lines)) return 'promotion';
  return isSmall(element) ? 'icon' : 'article';
}

/**
 * A picture that says nothing about an article by what its address is made of: a service that hands out placeholders,
 * or a file that is named as a logo, a QR code, an icon. Undefined for every other address.
 */
export function readPurpose(address: string): Purpose | undefined {
  // Several rules ask about the one picture that most articles have.
  if (latest?.address !== address) latest = { address, purpose: purposeOf(address) };
  return latest.purpose;
}

type Purpose = 'placeholder' | 'logo' | 'qr-code' | 'icon';

let latest: { readonly address: string; readonly purpose: Purpose | undefined } | undefined;

function purposeOf(address: string): Purpose | undefined {
  const start = address.slice(0, longestAddress);
  const match = /^(?:https?:)?\/\/([^/?#]+)([^?#]*)/i.exec(start);
  if (match && placeholderHost.test(match[1] ?? '')) return 'placeholder';
  const path = match?.[2] ?? start;
  if (!anyWord.test(path)) return undefined;
  const segments = path.split('/').filter(Boolean);
  const file = wordsOf(segments.at(-1) ?? '');
  const folders = segments.slice(0, -1).flatMap(wordsOf);
  const all = [...folders, ...file];
  if (has(all, 'qr', 'qrcode', 'ewm', 'erweima', 'qrcodes')) return 'qr-code';
  if (has(file, 'logo', 'logos') || has(folders, 'logo', 'logos') || isShareImage(file)) return 'logo';
  if (has(file, 'placeholder', 'noimage', 'nopic', 'noimg', 'nophoto', 'blank', 'spacer')) return 'placeholder';
  if (has(file, 'icon', 'icons', 'favicon', 'avatar', 'avatars', 'app', 'weixin', 'wechat', 'gzh')) return 'icon';
  if (has(folders, 'icon', 'icons', 'favicon', 'avatar', 'avatars', 'emoji', 'emoticons')) return 'icon';
  return topicFolder.test(segments.slice(0, -1).join('/')) ? 'icon' : undefined;
}

/** Words that a page puts beside the code or the app that it wants its readers to have. */
const promotionWords =
  /扫码(?:即可)?(?:关注|下载|安装|打开|进入|进群|入群|加群|加入|加好友|添加|订阅|收听|收看|观看|阅读|查看|看|了解|咨询|参与|报名|体验|领取|分享|联系|登录)|^扫码.{0,4}$|扫一扫|扫描.{0,8}码|(?:识别|长按|关注|添加|下[方图]|上[方图]|以下|此|本|官方|微信|群|赞赏|打赏).{0,8}二维码|二维码$|小程序码|长按(?:识别|图片|扫)|(?:新闻|官方).{0,4}客户端|客户端(?:下载)?$|(?:关注|订阅).{0,10}(?:我们|公众号|微信|微博|官方|账号)|(?:微信|本|官方).{0,6}公众号|公众号\s?[：:“「]|公众号$|(?:尽在|下载|打开|安装|移步).{0,16}(?:APP|客户端|软件)|scan (?:the|this|to)|QR code|follow us on/i;

/** Each of those words has one of these; a line without needs no closer look. */
const anyPromotionWord = /码|客户端|关注|订阅|公众号|APP|软件|长按|扫一扫|scan|QR|follow/i;

/** The picture that a site shows where a page of it is shared: `share.png`, `wx_share.jpg`, but not `market-share.png`. */
function isShareImage(file: readonly string[]): boolean {
  const words = file.filter((word) => word !== '' && !pictureWords.has(word));
  return words.length > 0 && words.every((word) => word === 'share' || word === 'sharing');
}

/** Words that say nothing about what a picture shows. */
const pictureWords: ReadonlySet<string> = new Set([
  ...['img', 'image', 'pic', 'picture', 'default', 'common', 'site', 'web', 'wap', 'wx', 'og', 'fb', 'new', 'x'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg'],
]);

/** A host that anybody can ask for a picture of a given size. */
const placeholderHost =
  /(?:^|\.)(?:picsum\.photos|placehold(?:er)?\.(?:com|it|co|jp|pics)|place-hold\.it|placeholdit\.imgix\.net|dummyimage\.com|fpoimg\.com|loremflickr\.com|lorempixel\.com|place(?:kitten|img|bear)\.com|fakeimg\.pl|temp\.im|unsplash\.it|source\.unsplash\.com)$/i;

/** A path without any of these needs no closer look. */
const anyWord =
  /qr|ewm|erweima|logo|placeholder|no(?:image|img|pic|photo)|blank|spacer|icon|avatar|app|weixin|wechat|gzh|emo(?:ji|ticon)|categor|topic|tag|shar(?:e|ing)/i;

const topicFolder =
  /(?:^|\/)(?:assets|static|images?|img|icons?|themes?\/[^/]{1,60})\/(?:categor(?:y|ies)|topics?|tags?)(?:\/|$)/i;
const longestAddress = 2000;

/** The words of a name: cut at other characters and at a capital after a small letter, digits dropped. */
function wordsOf(segment: string): readonly string[] {
  const words: string[] = [];
  for (const part of segment.split(/[^A-Za-z0-9]+/)) {
    // A long mixture of letters and digits is a hash, and its capitals separate nothing.
    const isCompound = part.length <= longestName && /[a-z][A-Z]/.test(part);
    for (const piece of isCompound ? part.split(/(?<=[a-z])(?=[A-Z])/) : [part]) {
      words.push((/\d$/.test(piece) ? piece.replace(/\d+$/, '') : piece).toLowerCase());
    }
  }
  return words;
}

const longestName = 32;

function has(words: readonly string[], ...searched: readonly string[]): boolean {
  return searched.some((word) => words.includes(word));
}

/** Pictures of at most this many pixels a side are icons; a thumbnail in a text is larger. */
const iconSize = 120;

function isSmall({ attribs }: Element): boolean {
  const sides = [attribs.width, attribs.height].map((side) => Number.parseInt(side ?? '', 10));
  return sides.every((side) => side > 0 && side <= iconSize);
}

/** How many elements around a picture may speak for it, and how far from it a line may be that does. */
const nearestAncestors = 4;
const nearestLine = 400;
/** A line longer than this is a paragraph of the article, whatever words it uses. */
const longestSlogan = 60;

function standsInPromotion(image: Element, lines: readonly Line[]): boolean {
  let at: ParentNode | null = image;
  for (let level = 0; at && isTag(at) && level < nearestAncestors; level++) {
    if (isNamedPromotion(at)) return true;
    at = at.parent;
  }
  const span = nodeSpan(image);
  const index = firstLineFrom(lines, span.start);
  return [lines[index - 1], lines[index]].some((line) => {
    if (!line || line.text.length > longestSlogan) return false;
    const distance = Math.max(line.span.start - span.end, span.start - line.span.end);
    return distance <= nearestLine && anyPromotionWord.test(line.text) && promotionWords.test(line.text);
  });
}

function isNamedPromotion({ attribs: { class: className, id } }: Element): boolean {
  if (className === undefined && id === undefined) return false;
  const names = `${className ?? ''} ${id ?? ''}`.slice(0, longestAddress);
  if (!/qr|ewm|app|download|promo|ad/i.test(names)) return false;
  const words = wordsOf(names);
  return has(words, 'qr', 'qrcode', 'ewm', 'erweima', 'app', 'download', 'promo', 'promotion', 'advert', 'ad');
}

/** The index of the first line that begins at or after `offset`, by binary search. */
function firstLineFrom(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.span.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
