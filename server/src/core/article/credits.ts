import type { Located } from '../text/span.ts';
import { type Line, sourceSpan } from './lines.ts';

/** Whom the body names for the article. */
export interface Credits {
  /** A person, or several joined by "、". */
  readonly editor: Located<string> | undefined;
  /** A person, or several joined by "、". */
  readonly reporter: Located<string> | undefined;
  /** The medium that the text was taken from, without the "综合" behind it. */
  readonly source: Located<string> | undefined;
}

/**
 * Reads who edited, who reported and where the text comes from: "责任编辑：李明 AB012", "编辑 | 李明", "（本报记者 李明）",
 * "来源：某某日报", "Editor: Jane Roe". Of several credits of one kind the first counts. A span is that of the name alone,
 * without label, staff code or brackets.
 *
 * Prose with such a word in it ("记者从海关获悉", "数据来源于…") is no credit: a label counts where a line or a bracket
 * begins or after white space, with a separator and a name behind it. A site or an office credited as editor
 * ("责任编辑：某某网") is no person and is left out.
 */
export function readCredits(lines: readonly Line[]): Credits {
  let editor: Located<string> | undefined;
  let reporter: Located<string> | undefined;
  let source: Located<string> | undefined;
  for (const line of lines) {
    if (!anyWord.test(line.text)) continue;
    if (!editor && editorWord.test(line.text)) editor = firstCredit(line, editorLabel, readPersons);
    if (!reporter && reporterWord.test(line.text)) reporter = firstCredit(line, reporterLabel, readPersons);
    if (!source && sourceWord.test(line.text)) source = firstCredit(line, sourceLabel, readSource);
  }
  return { editor, reporter, source };
}

/** Who edited, as {@link readCredits} reads it. */
export function readEditor(lines: readonly Line[]): Located<string> | undefined {
  for (const line of lines) {
    const editor = editorWord.test(line.text) ? firstCredit(line, editorLabel, readPersons) : undefined;
    if (editor) return editor;
  }
  return undefined;
}

/** What a name reader finds at an offset of a line's text; `end` is the offset behind it. */
type Reading = { readonly value: string; readonly end: number } | undefined;

function firstCredit(line: Line, label: RegExp, read: (text: string, at: number) => Reading) {
  label.lastIndex = 0;
  while (label.test(line.text)) {
    const start = label.lastIndex;
    const name = read(line.text, start);
    if (name) return { value: name.value, span: sourceSpan(line, start, name.end) };
  }
  return undefined;
}

/** The second characters are asked too, since 来, 记 and 编 alone are everywhere. */
const anyWord = /[编編记記来來转轉][辑輯者源自]|[责責][编編]|Edit|Report|Source/;
/** A line without the word has no such credit; to see that costs far less than to look for one. */
const editorWord = /编辑|編輯|责编|責編|Edit/;
const reporterWord = /(?:记者|記者)\s{0,3}[：:｜丨|/\s]|[（(][^（）()]{0,20}(?:记者|記者)|Report/;
const sourceWord = /来源|來源|转自|轉自|Source/;
const boundary = '(?<=^|[\\s（(【\\[｜丨|；;，,。])';
const separator = '\\s{0,3}[：:｜丨|/]\\s{0,3}';

const editorLabel = new RegExp(
  `${boundary}(?:(?:责任|責任|值班|网络|網絡|执行|執行|本文|本期|文字|图文|新媒体)?(?:编辑|編輯)${separator}|(?:责任编辑|責任編輯|责编|責編)(?:${separator}|\\s{1,3})|Editor${separator}|Edit(?:ed|ing) by\\s{1,3})`,
  'gu',
);

/** With a separator after "本报记者"; in brackets also without one; where a line begins also with white space alone. */
const reporterLabel = new RegExp(
  `${boundary}\\p{Script=Han}{0,10}(?:记者|記者)${separator}|(?<=[（(][^（）()]{0,20})(?:记者|記者)\\s{0,3}(?![从從在了获獲按昨今近注就对對])|^\\p{Script=Han}{0,10}(?:记者|記者)\\s{1,3}|${boundary}(?:Reporter${separator}|Report(?:ed|ing) by\\s{1,3})`,
  'gu',
);

const sourceLabel = new RegExp(
  `${boundary}(?:(?:信息|文章|稿件|稿源|本文|内容|內容|新闻|新聞|转载|轉載|原文)?(?:来源|來源)|转自|轉自|Source)${separator}`,
  'gu',
);

/** A Chinese name of two to four characters, one of two set apart ("王　珊"), one with an interpunct, or a Western name. */
const person =
  /(?:\p{Script=Han}{1,8}(?:[·•]\p{Script=Han}{1,8}){1,3}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han}|\p{Script=Han}{2,4})(?![\p{Script=Han}·•])|\p{Lu}[\p{L}'’.-]{1,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){1,3}/uy;
const betweenPersons = /[、，,\s]{1,3}|\s{0,2}(?:and|&)\s{1,2}/uy;

/** Words of two to four characters that stand where a name could: another part in the making, or what was done. */
const notPersons =
  /^(?:报道|報道|报导|摄影?|攝影|通讯员|通訊員|实习生?|记者|記者|编辑|編輯|校对|校對|审核|審核|审校|责编|责任编辑|综合|整理|供稿|供图|制图|来源|阅读|时间|日期|本网|本报|本刊|佚名|匿名|未知|无|管理员)$/u;
const officeEnding = /(?:网|網|报|報|社|台|臺|局|办|辦|部|组|組|处|處|室|站|院|厅|廳|中心|公司|频道|客户端|号)$/u;

function readPersons(text: string, at: number): Reading {
  const names: string[] = [];
  let end = at;
  let from = at;
  while (names.length < 10) {
    const name = matchAt(person, text, from);
    if (!name || !isPerson(name) || isLabel(text, from + name.length)) break;
    names.push(/\s/.test(name) ? name.replace(/^(\p{Script=Han})\s+/u, '$1') : name);
    end = from + name.length;
    const between = matchAt(betweenPersons, text, end);
    if (!between) break;
    from = end + between.length;
  }
  return names.length > 0 ? { value: names.join('、'), end } : undefined;
}

function isPerson(name: string): boolean {
  return !notPersons.test(name) && !(/^\p{Script=Han}{3,}$/u.test(name) && officeEnding.test(name));
}

/** True when what was read is itself a label: a separator stands behind it. */
function isLabel(text: string, end: number): boolean {
  return /^\s{0,3}[：:｜丨|]/u.test(text.slice(end, end + 4));
}

/** Up to a bracket, a mark, wide white space, a space that is not inside Western words, or the next label of a byline. */
const sourceText = /(?:[^\s（）()【】[\]｜丨|；;，,。]| (?=[A-Za-z])|(?<=[A-Za-z]) (?![\d（(])){1,60}/uy;
const nextLabel =
  /(?:责任编辑|责编|编辑|記者|记者|作者|审核|校对|阅读|浏览|点击|发布|更新|时间|日期|字号|字体|分享)(?:时间|日期|次数|数|量)?[：:]/u;

function readSource(text: string, at: number): Reading {
  const printed = matchAt(sourceText, text, at);
  if (!printed) return undefined;
  const cut = printed.search(nextLabel);
  const name = (cut < 0 ? printed : printed.slice(0, cut)).trimEnd().replace(/(?<=.)综合$/u, '');
  return /\p{L}/u.test(name) && !/^https?:/i.test(name) ? { value: name, end: at + name.length } : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
