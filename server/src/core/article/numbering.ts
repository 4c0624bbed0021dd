import { readNumeral } from './numerals.ts';

/** A number at the head of a line, as in "1.", "（一）", "①", "案例三：", "No.1". Offsets are into the line's text. */
export interface Mark {
  /** Marks of one list have one style: the kind of number and its punctuation, whatever its width. */
  readonly style: string;
  /** How deep a style usually stands: 一、 before （一） before 1. before (1) before ①. */
  readonly rank: number;
  readonly value: number;
  /** The number without punctuation: "1", "①", "案例三". */
  readonly label: string;
  readonly labelStart: number;
  /** Where the words after the number begin. */
  readonly end: number;
  /** True when the line could as well begin with an ordinary number ("3.5G基站"): only a gap in a list makes it a mark. */
  readonly isWeak: boolean;
}

interface MarkForm {
  /** The first group is the label as printed. */
  readonly pattern: RegExp;
  /** Which group is the number. */
  readonly number: number;
  /** Which group tells styles apart; 0 where one pattern has one style. */
  readonly kind: number;
  readonly rank: number;
  style(kind: string): string;
}

const arabic = '[0-9０-９]{1,3}';
const chinese = '[零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]{1,5}';

const bracketedChinese: MarkForm = {
  pattern: new RegExp(`^[（(【]\\s?((${chinese}))\\s?[)）】]\\s*[、.．:：]?\\s*`),
  number: 2,
  kind: 0,
  rank: 2,
  style: () => '（一）',
};

const bracketedArabic: MarkForm = {
  pattern: new RegExp(`^[（(【]\\s?((${arabic}))\\s?[)）】]\\s*[、.．:：]?\\s*`),
  number: 2,
  kind: 0,
  rank: 5,
  style: () => '（1）',
};

const plainChinese: MarkForm = {
  pattern: new RegExp(`^((${chinese}))\\s?([、.．:：])\\s*`),
  number: 2,
  kind: 3,
  rank: 1,
  style: (kind) => (/[:：]/.test(kind) ? '一：' : '一、'),
};

const plainArabic: MarkForm = {
  pattern: new RegExp(`^((${arabic}))\\s?([.．、)）：|｜]|:(?!\\d))\\s*`),
  number: 2,
  kind: 3,
  rank: 4,
  style: (kind) => `1${halfWidth[kind] ?? kind}`,
};

const halfWidth: Readonly<Record<string, string>> = { '．': '.', '）': ')', ':': '：', '｜': '|' };

/** A number alone on its line or set off by a space only: "01", "3 智慧停车". */
const bareArabic: MarkForm = {
  pattern: /^((\d{1,3}))(?:\s+(?=\D)|$)/,
  number: 2,
  kind: 0,
  rank: 4,
  style: () => '1 ',
};

/** "一　总则". */
const bareChinese: MarkForm = {
  pattern: new RegExp(`^((${chinese}))(?:[\\s\\u3000]+|$)`),
  number: 2,
  kind: 0,
  rank: 1,
  style: () => '一 ',
};

const circled: MarkForm = {
  pattern: /^((([①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴⓵-⓾⑴-⒇⒈-⒛㈠-㈩])))[\s、.．:：]*/u,
  number: 2,
  kind: 3,
  rank: 6,
  style: circledStyle,
};

const ordinal: MarkForm = {
  pattern: new RegExp(
    `^(第\\s?(${chinese}|${arabic})\\s?([项件条个名位类步招问点种例天]|章|节|部分|))(?:\\s*[，,、：:.．]\\s*|\\s+|$)`,
  ),
  number: 2,
  kind: 3,
  rank: 3,
  style: (kind) => `第一${kind}`,
};

const latin: MarkForm = {
  pattern: /^((No|TOP|Case|Part|Step)\s?[.．]?\s?(\d{1,3}))(?!\d)\s*[.．、:：]?\s*/i,
  number: 3,
  kind: 2,
  rank: 3,
  style: (kind) => kind.toUpperCase(),
};

const letter: MarkForm = {
  pattern: /^((([a-zA-Z])))\s?[.．、)）：:](?![a-zA-Z/])\s*/,
  number: 2,
  kind: 3,
  rank: 5,
  style: (kind) => (kind >= 'a' ? 'a' : 'A'),
};

/** "案例三：", "项目1", "【任务二】". Attachments, tables and figures are numbered too, but are no entries of a list. */
const worded: MarkForm = {
  pattern: new RegExp(
    `^[【\\[「]?(((?!附件|附表|附图|表|图|注|式)\\p{Script=Han}{1,6}?)\\s?(${chinese}|${arabic}))(?:[】\\]」]\\s*[：:、]?|\\s*[：:、.．]|\\s+|$)\\s*`,
    'u',
  ),
  number: 3,
  kind: 2,
  rank: 3,
  style: (kind) => `${kind}一`,
};

/** The mark that a line begins with. Whether it is one is for the lines around it to say. */
export function readMark(text: string): Mark | undefined {
  for (const form of formsFor(text)) {
    const match = form.pattern.exec(text);
    const label = match?.[1];
    if (!match || !label) continue;
    const number = match[form.number] ?? '';
    const value = form === letter ? letterValue(number) : readNumeral(number);
    if (value === undefined) continue;
    const kind = form.kind > 0 ? (match[form.kind] ?? '') : '';
    const end = match[0].length;
    return {
      style: form.style(kind),
      rank: form.rank,
      value,
      label,
      labelStart: match[0].indexOf(label),
      end,
      isWeak: (kind === '.' || kind === '．') && isDigit(text.charCodeAt(end)),
    };
  }
  return undefined;
}

/**
 * A number without punctuation that markup sets off: `<span>01</span>智慧停车`. `length` is that of the line's first
 * stretch of equal markup.
 */
export function readSetOffMark(text: string, length: number): Mark | undefined {
  if (length > 4 || length >= text.length) return undefined;
  const label = text.slice(0, length).trim();
  if (!/^\d{1,3}$/.test(label) || /^[\s\d年月日时点%％.．:：]/.test(text.slice(length))) return undefined;
  return { style: '1 ', rank: 4, value: Number(label), label, labelStart: 0, end: length, isWeak: false };
}

const noForms: readonly MarkForm[] = [];
const formsAtDigit = [plainArabic, bareArabic];
const formsAtBracket = [bracketedChinese, bracketedArabic];
const formsAtLenticularBracket = [...formsAtBracket, worded];
const formsAtLetter = [latin, letter];
const formsAtHan = [plainChinese, bareChinese, worded];
const formsAtCircled = [circled];
const formsAtOrdinal = [ordinal];
const formsAtSquareBracket = [worded];

/** The forms that the first characters leave possible: none for most lines, which makes prose cheap. */
function formsFor(text: string): readonly MarkForm[] {
  const first = text.charCodeAt(0);
  if (first < 0x80) {
    if (isDigit(first)) return formsAtDigit;
    if (first === 0x28) return formsAtBracket;
    if (first === 0x5b) return formsAtSquareBracket;
    return /^[A-Za-z](?:[^A-Za-z]|o|op|ase|art|tep)/i.test(text) ? formsAtLetter : noForms;
  }
  if (first >= 0x2460 && first < 0x3300 && (first < 0x3000 || first >= 0x3220)) return formsAtCircled;
  if (first === 0xff08) return formsAtBracket;
  if (text[0] === '【') return formsAtLenticularBracket;
  if (first >= 0xff10 && first <= 0xff19) return formsAtDigit;
  if (text[0] === '第') return formsAtOrdinal;
  return numeralNearHead.test(text) ? formsAtHan : noForms;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A numeral within the seven characters that a worded mark can begin with, followed by what can follow a number. */
const numeralNearHead = /^.{0,8}?[0-9０-９零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾](?:[、.．:：】\]」\s]|$)/;

/** a is 1, as in a list that counts with letters. */
function letterValue(letterOfNumber: string): number {
  return letterOfNumber.toLowerCase().charCodeAt(0) - 96;
}

function circledStyle(number: string): string {
  if (number >= '⑴' && number <= '⒇') return '⑴';
  if (number >= '⒈' && number <= '⒛') return '⒈';
  if (number >= '㈠' && number <= '㈩') return '㈠';
  return /[❶-❿⓫-⓴]/u.test(number) ? '❶' : '①';
}
