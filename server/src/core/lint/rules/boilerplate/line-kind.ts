import { buttonBarKind, isMostlyButtons } from './button-bar.ts';
import { readCreditLine } from './credit-line.ts';
import type { BoilerplateKind } from './kinds.ts';
import { anywherePhraseKind, edgePhraseKind } from './phrases.ts';
import { simplified } from './simplified.ts';

/** A line, and where it stands among the lines of the article's own text. */
export interface PlacedLine {
  readonly text: string;
  /** How much of the article is before and after it, in short lines; a paragraph counts as several, furniture is not counted. */
  readonly before: number;
  readonly after: number;
  /** Whether it stands right behind an image, where a caption would stand. */
  readonly isCaption: () => boolean;
  /** Whether it is link text from end to end. */
  readonly isLinked: () => boolean;
  /** Whether it is a row of links that lead nowhere without the page, or of many short ones. */
  readonly isMenu: () => boolean;
  /** Whether it is nothing but links to tags. */
  readonly isTags: () => boolean;
}

/** What a line of text is by its words and its place; undefined for content. */
export function lineKind(line: PlacedLine): BoilerplateKind | undefined {
  if (line.text.length > longestParagraph) return undefined;
  const first = line.text.charCodeAt(0);
  const isBare = first >= 0x4e00 && first <= 0x9fff;
  const text = simplified(isBare ? line.text : line.text.replace(leadingMarks, ''));
  return kindOf(text === line.text ? line : { ...line, text });
}

/** True for a line that says by its label that it is the title under which the text appeared elsewhere. */
export function isLabelledTitle(line: string): boolean {
  return line.length <= longestPhrase && originalTitle.test(line);
}

function kindOf(line: PlacedLine): BoilerplateKind | undefined {
  const { text, before, after } = line;
  const words = /[“「『"]/.test(text) ? text.replace(quotedWords, '“”') : text;
  const isAtEdge = after <= edge.end || before <= edge.start;
  if (text.length <= longestPhrase) {
    const kind = barKind(line) ?? creditKind(line) ?? bracketedKind(line) ?? anywherePhraseKind(words);
    if (kind) return kind;
    if (isAtEdge && (tags.test(text) || (after <= edge.end && line.isTags()))) return 'tags';
  }
  return isAtEdge ? edgePhraseKind(words) : undefined;
}

/** Names, and words that the line speaks of instead of saying them (“一键三连”等行为); “在看” is a button. */
const quotedWords = /[“「『"](?!阅读原文)[^“”「」『』"]{3,40}[”」』"]/g;
const leadingMarks = /^(?:[\s>＞»▲▼▶►●■◆※*☞▍▎|｜-]|\p{Extended_Pictographic}\uFE0F?){1,8}/u;

/** In short lines: how much of the article may still be between a phrase that needs an edge and that edge. */
export const edge = { start: 2, end: 6 };

/** In characters: the longest disclaimer, and the longest of anything else. */
const longestParagraph = 600;
const longestPhrase = 160;

function barKind({ text, before, after, isLinked, isMenu }: PlacedLine): BoilerplateKind | undefined {
  if (endMark.test(text)) return 'end-mark';
  if (originalTitle.test(text)) return 'original-title';
  if (previousOrNext.test(text) || (before <= edge.start && crumbs.test(text))) return 'navigation';
  const bar = buttonBarKind(text);
  if (bar) return bar;
  if (after > edge.end && before > edge.start) return undefined;
  return isLinked() && (isMenu() || isMostlyButtons(text)) ? 'navigation' : undefined;
}

const endMark =
  /^[\s—–\-─━=_*·•.…~～|/\\【[（(「<《●■◆▲▼#]*(?:the\s{1,3}end|end|fin|全文完|本文完|文章完|正文完|完|全文结束|本文结束|正文结束|未完待续)[\s—–\-─━=_*·•.…~～|/\\】\])）」>》●■◆▲▼。#]*$/i;
const originalTitle = /^[（([【]?(?:原标题|原题|原文标题|文章原标题|Original title)\s{0,3}[：:|｜]/i;
const crumbs =
  /^[^\s>＞›»]{2,10}(?:\s{0,2}(?:>>|＞＞|›|»)\s{0,2}[^\s>＞›»]{1,10}){1,5}\s{0,2}(?:>>|＞＞)?$|^(?:(?:您|你)?(?:的|现在的|当前|所在)?(?:当前)?(?:位置|所在位置)|当前位置|现在位置|首页|Home)\s{0,3}(?:[：:]|[>＞»›/]\s{0,3}\S)/i;
const previousOrNext =
  /^(?:上一[篇条页则版期章]|下一[篇条页则版期章]|前一[篇条]|后一[篇条]|previous(?: article| post)?|next(?: article| post)?)\s{0,3}[：:»›→]/i;

function creditKind({ text, before, after, isCaption }: PlacedLine): BoilerplateKind | undefined {
  if ((after === 0 || before <= 1) && counter.test(text)) return 'page-info';
  if (before <= 1 && after > 2 && (dateOnly.test(text) || datedInfo.test(text))) return 'page-info';
  if (before === 0 && after > 2 && ofMedium.test(text)) return 'source-credit';
  const credit = readCreditLine(text);
  switch (credit?.certainty) {
    case 'certain':
      return credit.kind;
    case 'likely': {
      if (credit.kind === 'page-info') return before <= edge.start || after === 0 ? 'page-info' : undefined;
      if (credit.isOfPicture && after > 0 && isCaption()) return undefined;
      return after <= edge.end || before <= edge.start ? credit.kind : undefined;
    }
    default:
      return undefined;
  }
}

/** "某某之心报道", a line by itself over the first paragraph; kinds of reports are headings. */
const ofMedium =
  /^(?!.{0,6}(?:相关|媒体|新闻|追踪|后续|系列|专题|深度|连续|调查|特别|重点|现场|滚动|最新))[\p{Script=Han}A-Za-z0-9]{2,10}(?:报道|出品|编译|原创首发)$/u;

const dateOnly =
  /^(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?)(?:\s{0,4}(?:星期|周)[一二三四五六日天])?(?:\s{0,4}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/;

/** "6210 次点击 ∙ 41 人收藏", "阅读 (312)", "7.8w": what a script counts. */
const counter =
  /^(?:(?:阅读|浏览|点击|播放|评论|跟帖|点赞|收藏|转发)\s{0,2}[（(]\s{0,2}[\d.,]{0,9}[wk万]?\s{0,2}[）)]|\d[\d.,]{0,9}\s?[wk万]|(?:\d[\d.,]{0,9}\s?[wk万]?\s?(?:次|人|个|条)?\s?(?:点击|阅读|浏览|播放|收藏|评论|回复|点赞|喜欢|转发|views?|comments?|likes?|shares?)[\s∙·•|,，/]{0,5}){1,6})$/i;

/** "2022年3月8日 09:30 · 某某发布 · 阅读 1.2万" */
const datedInfo =
  /^\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?[^。，！？]{0,40}(?:阅读|浏览|点击|评论|来源|作者|编辑|字号|views|min read)[^。，！？]{0,30}$/i;

/** "【纠错】【责任编辑：甲】": brackets side by side, each furniture by itself. */
function bracketedKind(line: PlacedLine): BoilerplateKind | undefined {
  const brackets = /[】\]］）)]$/.test(line.text) ? line.text.match(bracket) : null;
  if (!brackets || brackets.length < 2 || line.text.replace(bracket, '').trim() !== '') return undefined;
  const kinds = brackets.map((text) => barKind({ ...line, text }) ?? creditKind({ ...line, text }));
  return kinds.every((kind) => kind !== undefined)
    ? (kinds.find((kind) => kind !== 'navigation') ?? kinds[0])
    : undefined;
}

const bracket = /[【[［（(][^【】[\]［］（）()]{1,40}[】\]］）)]/g;

const tags =
  /^(?:(?:文章|本文|新闻|相关)?(?:标签|关键词|关键字|话题)|tags?|keywords|filed under|topics|posted in|categories)\s{0,3}(?:[：:|｜]|[>＞]{1,2}|»)|^(?:[#＃][^\s#＃，。]{1,20}[#＃]?[\s、,]{0,3}){1,12}$/i;
