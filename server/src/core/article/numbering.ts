import { measureWordAt } from './measure-words.ts';
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
  /** True when the line could as well begin with ordinary numbers ("3.5G基站"): only a gap in a list makes it a mark. */
  readonly isWeak: boolean;
  /** True when nothing but white space sets the number off, and it looks like no number of a list: "3 智慧停车", not "03". */
  readonly isBare: boolean;
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

const arabic = '[0-9０-９]{1,4}';
const chinese = '[零〇一二三四五六七八九十百廿卅两壹贰叁肆伍陆柒捌玖拾]{1,5}';
const opening = '[（(【〔]';
const closing = '[)）】〕]';

const bracketedChinese: MarkForm = {
  pattern: new RegExp(`^${opening}\\s?((${chinese}))\\s?${closing}\\s*[、.．:：]?\\s*`),
  number: 2,
  kind: 0,
  rank: 2,
  style: () => '（一）',
};

const bracketedArabic: MarkForm = {
  pattern: new RegExp(`^${opening}\\s?((${arabic}))\\s?${closing}\\s*[、.．:：]?\\s*`),
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
  pattern: new RegExp(`^((${arabic}))\\s?([.．、)）|｜]|:(?!\\d)|：(?!\\d\\d))\\s*`),
  number: 2,
  kind: 3,
  rank: 4,
  style: (kind) => `1${halfWidth[kind] ?? kind}`,
};

const halfWidth: Readonly<Record<string, string>> = { '．': '.', '）': ')', ':': '：', '｜': '|' };

/** A number alone on its line or set off by a space only: "01", "3 智慧停车". */
const bareArabic: MarkForm = {
  pattern: /^((\d{1,4}))(?:\s+(?=\D)|$)/,
  number: 2,
  kind: 0,
  rank: 4,
  style: () => '1 ',
};

/** "01智慧停车": with a zero in front a number needs nothing to set it off, unless it counts. */
const zeroed: MarkForm = {
  pattern: /^((0\d{1,2}))(?=\p{Script=Han})(?![年月日时点分秒号后期版届室楼层栋])/u,
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
  pattern: /^((([①-⑳㉑-㉟㊱-㊿❶-➓⓫-⓴⓵-⓾⑴-⒇⒈-⒛㈠-㈩㊀-㊉])))[\s、.．:：]*/u,
  number: 2,
  kind: 3,
  rank: 6,
  style: circledStyle,
};

const ordinal: MarkForm = {
  pattern: new RegExp(
    `^(第\\s?(${chinese}|${arabic})\\s?([项件条个名位类步招问点种例天批期号组篇集章节]|部分|阶段|板块|方面|(?!\\s?[项件条个名位类步招问点种例天批期号组篇集章节])))(?:\\s*[，,、：:.．]\\s*|\\s+|$)`,
  ),
  number: 2,
  kind: 3,
  rank: 3,
  style: (kind) => `第一${kind}`,
};

const latin: MarkForm = {
  pattern: /^((No|Ｎｏ|TOP|ＴＯＰ|№|Case|Part|Step)\s?[.．]?\s?([\d０-９]{1,3}))(?![\d０-９])\s*[.．、:：]?\s*/iu,
  number: 3,
  kind: 2,
  rank: 3,
  style: (kind) => kind.normalize('NFKC').toUpperCase(),
};

const letter: MarkForm = {
  pattern: /^((([a-zA-ZＡ-Ｚａ-ｚ])))\s?[.．、)）：:](?![a-zA-Z/])\s*/,
  number: 2,
  kind: 3,
  rank: 5,
  style: (kind) => (kind.normalize('NFKC') >= 'a' ? 'a' : 'A'),
};

const roman: MarkForm = {
  pattern: /^(([Ⅰ-Ⅻ]|[IVX]{1,5}))\s?[.．、)）：:](?![a-zA-Z/])\s*/,
  number: 2,
  kind: 0,
  rank: 1,
  style: () => 'I',
};

/** "1️⃣". */
const keycap: MarkForm = {
  pattern: /^((\d)\ufe0f?\u20e3)\s*[、.．:：]?\s*/,
  number: 2,
  kind: 0,
  rank: 6,
  style: () => '1⃣',
};

/** "2.1 甲", "2.2 乙": of such a number, the last part counts. What begins with "2.0" are versions or decimals, and is read as such. */
const multilevel: MarkForm = {
  pattern: /^(([1-9]\d?(?:[.．][1-9]\d?){0,2})[.．](0|[1-9]\d?))(?![\d.．]\d|[%％‰])(?:[、.．:：]\s*|\s*(?=[^\d\s]))/,
  number: 3,
  kind: 2,
  rank: 4.5,
  style: (kind) => `${kind}.1`,
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

/**
 * The marks that a line may begin with, the likeliest first. Whether it is one, and which, is for the lines around it to
 * say: "I." follows "H." or comes before "II.", and "1.2" follows 1.1 or is the first entry, "2 …". Symbols in front of
 * the number ("●1.", "▍一、") are no part of it.
 */
export function readMarks(text: string): readonly Mark[] {
  const ornament = ornamentLength(text);
  if (ornament === 0) return marksAtStart(text);
  return marksAtStart(text.slice(ornament)).map((mark) => ({
    ...mark,
    labelStart: mark.labelStart + ornament,
    end: mark.end + ornament,
  }));
}

/** The likeliest of {@link readMarks}. */
export function readMark(text: string): Mark | undefined {
  return readMarks(text)[0];
}

function marksAtStart(text: string): readonly Mark[] {
  const forms = formsFor(text);
  if (forms.length === 0) return noMarks;
  const marks: Mark[] = [];
  for (const form of forms) {
    const mark = markOfForm(text, form);
    if (mark) marks.push(mark);
    if (mark && !ambiguous.has(form)) break;
  }
  return marks;
}

const noMarks: readonly Mark[] = [];

function markOfForm(text: string, form: MarkForm): Mark | undefined {
  const match = form.pattern.exec(text);
  const label = match?.[1];
  if (!match || !label) return undefined;
  const number = match[form.number] ?? '';
  const value = form === letter ? letterValue(number) : readNumeral(number);
  if (value === undefined) return undefined;
  const kind = form.kind > 0 ? (match[form.kind] ?? '') : '';
  const end = match[0].length;
  const isBareForm = form === bareArabic || form === bareChinese;
  return {
    style: form.style(kind),
    rank: form.rank,
    value,
    label,
    labelStart: match[0].indexOf(label),
    end,
    isWeak: ((kind === '.' || kind === '．') && isDigit(text.charCodeAt(end))) || isEnumeration(text, end, value),
    isBare: isBareForm && !label.startsWith('0'),
  };
}

/** "一、二年级": the number and the next one are two of a kind, not the head of an entry. */
function isEnumeration(text: string, end: number, value: number): boolean {
  if (text.charAt(end - 1) !== '、' || !twoOfAKind.test(text.slice(end, end + 3))) return false;
  return readNumeral(text.charAt(end)) === value + 1;
}

const twoOfAKind = /^[二三四五六七八九](?:年级|产业|季度|期|审|线|楼|号|[、和及])/;

/**
 * A number without punctuation that markup sets off: `<span>01</span>智慧停车`, `<b>案例一</b>保护江豚`. `length` is that
 * of the line's first stretch of equal markup.
 */
export function readSetOffMark(text: string, length: number): Mark | undefined {
  if (length > longestSetOff || length >= text.length) return undefined;
  const head = text.slice(0, length);
  const label = head.trim();
  if (/^\d{1,3}$/.test(label)) {
    const end = length + (/^\s*/.exec(text.slice(length))?.[0].length ?? 0);
    if (notBehindNumber.test(text.slice(end, end + 1))) return undefined;
    const isBare = !label.startsWith('0') && measureWordAt(text, end) !== undefined;
    return { ...setOff, value: Number(label), label, labelStart: head.indexOf(label), end, isBare };
  }
  const mark = readMark(head);
  return mark && mark.rank === worded.rank && mark.end === head.length ? mark : undefined;
}

/** What makes a number that is set off a date, a part ("1/10"), a range or a quantity. */
const notBehindNumber = /^[年月日时点楼%％.．:：/／\-–—~～×*+#＃]/;

/** "典型案例十二" and a space. */
const longestSetOff = 10;
const setOff = { style: '1 ', rank: 4, isWeak: false } as const;

const noForms: readonly MarkForm[] = [];
const formsAtDigit = [keycap, multilevel, plainArabic, bareArabic, zeroed];
const plainFormsAtDigit = [plainArabic, bareArabic];
const formsAtZero = [zeroed];
const formsAtBracket = [bracketedChinese, bracketedArabic];
const formsAtLenticularBracket = [...formsAtBracket, worded];
const formsAtLetter = [latin, roman, letter];
const formsAtHan = [plainChinese, bareChinese, worded];
const formsAtFullWidthLetter = [letter, latin];
const formsAtNumero = [latin];
const formsAtCircled = [circled];
const formsAtRoman = [roman];
const formsAtOrdinal = [ordinal];
const formsAtSquareBracket = [worded];

/** A line that has one of these forms may have one of those listed behind it, too. */
const ambiguous: ReadonlySet<MarkForm> = new Set([multilevel, roman]);

/** The forms that the first characters leave possible: none for most lines, which makes prose cheap. */
function formsFor(text: string): readonly MarkForm[] {
  const first = text.charCodeAt(0);
  if (first < 0x80) {
    if (isDigit(first)) return formsBehindDigits(text);
    if (first === 0x28) return formsAtBracket;
    if (first === 0x5b) return formsAtSquareBracket;
    return /^[A-Za-z](?:[^A-Za-z]|o|op|ase|art|tep)|^[IVX]{2,5}[.．、)）：:\s]/i.test(text) ? formsAtLetter : noForms;
  }
  if (first === 0x2116) return formsAtNumero;
  if (first >= 0x2160 && first <= 0x216b) return formsAtRoman;
  if (first >= 0x2460 && first < 0x3300 && (first < 0x3000 || first >= 0x3220)) return formsAtCircled;
  if (first === 0xff08 || first === 0x3014) return formsAtBracket;
  if (text[0] === '【') return formsAtLenticularBracket;
  if (first >= 0xff10 && first <= 0xff19) return formsAtDigit;
  if ((first >= 0xff21 && first <= 0xff3a) || (first >= 0xff41 && first <= 0xff5a)) return formsAtFullWidthLetter;
  if (text[0] === '第') return formsAtOrdinal;
  return hasNumeralNearHead(text) ? formsAtHan : noForms;
}

/** Most numbers have one full stop or comma behind them, so that only one or two forms are possible. */
function formsBehindDigits(text: string): readonly MarkForm[] {
  let at = 1;
  while (isDigit(text.charCodeAt(at))) at++;
  const mark = text.charAt(at);
  if (mark >= '\u4e00' && mark <= '\u9fff') return text.startsWith('0') ? formsAtZero : noForms;
  const isLevel = (mark === '.' || mark === '．') && isDigit(text.charCodeAt(at + 1));
  return isLevel || mark === '\ufe0f' || mark === '\u20e3' ? formsAtDigit : plainFormsAtDigit;
}

/** How much of a line's head is symbols (●, ▍, ★, 🔹) and the marks that turn the direction of writing. */
function ornamentLength(text: string): number {
  const first = text.charCodeAt(0);
  if (first >= 0x3000 && first < 0xd83c) return 0;
  if (first < 0x2000) return first === 0xb7 ? (ornament.exec(text)?.[0].length ?? 0) : 0;
  return ornament.exec(text)?.[0].length ?? 0;
}

const ornament = /^(?:(?!№)[\p{So}\p{Sm}\p{Cf}·•‣|\s]|\ufe0f){1,8}/u;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A numeral within the seven characters that a worded mark can begin with, followed by what can follow a number. */
function hasNumeralNearHead(text: string): boolean {
  for (let at = 0; at <= longestWord && at < text.length; at++) {
    if (characterKinds[text.charCodeAt(at)] !== numeral) continue;
    if (at + 1 === text.length || characterKinds[text.charCodeAt(at + 1)] === behindNumeral) return true;
  }
  return false;
}

const longestWord = 8;
const numeral = 1;
const behindNumeral = 2;

/** By UTF-16 code: the head of every line is looked up. */
const characterKinds = new Uint8Array(0x10000);
for (const character of '0123456789０１２３４５６７８９零〇一二三四五六七八九十百廿卅两壹贰叁肆伍陆柒捌玖拾') {
  characterKinds[character.charCodeAt(0)] = numeral;
}
for (const character of '、.．:：】]」 \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff') {
  characterKinds[character.charCodeAt(0)] = behindNumeral;
}
for (let code = 0x2000; code <= 0x200a; code++) characterKinds[code] = behindNumeral;

/** a is 1, as in a list that counts with letters. */
function letterValue(letterOfNumber: string): number {
  return letterOfNumber.normalize('NFKC').toLowerCase().charCodeAt(0) - 96;
}

function circledStyle(number: string): string {
  if (number >= '⑴' && number <= '⒇') return '⑴';
  if (number >= '⒈' && number <= '⒛') return '⒈';
  if (number >= '㈠' && number <= '㈩') return '㈠';
  if (number >= '㊀' && number <= '㊉') return '㊀';
  return /[❶-❿⓫-⓴➊-➓]/u.test(number) ? '❶' : '①';
}
