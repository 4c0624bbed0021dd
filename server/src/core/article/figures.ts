import { codesOf } from '../text/codes.ts';
import type { Span } from '../text/span.ts';
import { simplify } from './chinese-script.ts';
import { type Line, sourceSpan } from './lines.ts';
import { type MeasureWord, measureWordAt } from './measure-words.ts';
import { foldDigits, readNumeral } from './numerals.ts';
import { type Precision, precisionAfter, precisionBefore } from './precision.ts';

/** A quantity in the text: "9.33万件" is 93,300 件. */
export interface Figure {
  readonly quote: string;
  /** Per cent as a fraction; undefined where the text gives no number ("百万余人次"). */
  readonly value: number | undefined;
  readonly unit: string;
  readonly precision: Precision;
  readonly span: Span;
}

/**
 * The quantities in lines of text, in reading order: a number with a measure word, per cent, a fraction, or a number in
 * 万 or 亿. Dates, times, ordinals, numbering, versions, codes and telephone numbers are none. Words that only qualify
 * ("约", "以上") are not part of the quote, those between number and measure word ("4300多家") are. Of a range each end
 * is a figure, with the measure word of the other where it has none itself.
 */
export function readFigures(lines: readonly Line[]): readonly Figure[] {
  const figures: Figure[] = [];
  for (const line of lines) {
    const text = simplify(line.text);
    for (const { start, end, value, unit, precision } of quantitiesIn(text)) {
      const printed = text === line.text ? unit : unitAsPrinted(unit, text, line.text, start, end);
      figures.push({
        quote: line.text.slice(start, end),
        value,
        unit: printed,
        precision,
        span: sourceSpan(line, start, end),
      });
    }
  }
  return figures;
}

/** The unit of a figure in Traditional Chinese, "個月", read in a simplified text of equal length. */
function unitAsPrinted(unit: string, simplified: string, text: string, start: number, end: number): string {
  const at = unit === '' ? -1 : simplified.slice(start, end).lastIndexOf(unit);
  return at < 0 ? unit : text.slice(start + at, start + at + unit.length);
}

/** A figure whose place is given in offsets into the line's text. */
type Quantity = Omit<Figure, 'quote' | 'span'> & { readonly start: number; readonly end: number };

/** A number and all that belongs to it, up to where a measure word may begin. */
interface Amount {
  readonly start: number;
  readonly end: number;
  /** Plain decimal digits; undefined where the text gives no number ("数十"). */
  readonly digits: string | undefined;
  /** The power of ten that 万, 亿 … multiply the digits with. */
  readonly exponent: number;
  readonly script: 'arabic' | 'chinese';
  readonly precision: Precision;
}

/** An amount with the measure word that was found for it. */
interface Measured {
  readonly amount: Amount;
  readonly end: number;
  readonly unit: string;
  /** The power of ten of the measure word, -2 for per cent. */
  readonly exponent: number;
}

function quantitiesIn(text: string): readonly Quantity[] {
  const quantities: Quantity[] = [];
  let waiting: Amount | undefined;
  let afterConnector = -1;
  for (let at = numberStart(text, 0); at < text.length; ) {
    const fraction = slashFractionAt(text, at);
    if (fraction) {
      quantities.push(quantityOf(text, fraction));
      at = numberStart(text, fraction.end);
      continue;
    }
    const number = numberAt(text, at);
    const isJoined = at === afterConnector;
    const amount = amountAt(text, at, number, isJoined);
    const measured = amount ? (fractionAt(text, amount) ?? measuredAt(text, amount)) : halfAt(text, at, number);
    if (measured) {
      if (waiting && isJoined) {
        if (quantities.at(-1)?.start === waiting.start) quantities.pop();
        quantities.push(quantityOf(text, firstEnd(waiting, measured)));
      }
      quantities.push(quantityOf(text, measured));
    }
    const end = measured?.end ?? amount?.end ?? at + number.length;
    afterConnector = amount ? connectorEnd(text, end) : -1;
    waiting = measured?.unit || afterConnector < 0 ? undefined : amount;
    at = numberStart(text, end);
  }
  return quantities;
}

/** The next place where a number may begin, or the end of the text. Most of the time is spent here. */
function numberStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && numberStarts[text.charCodeAt(at)] === 0) at++;
  return at;
}

const numberStarts = new Uint8Array(0x10000);
for (const character of '0123456789０１２３４５６７８９〇零一二两三四五六七八九十百千万亿廿卅半') {
  numberStarts[character.charCodeAt(0)] = 1;
}

/** The digits or numerals that begin at `at`. Most numbers are plain digits, and need no pattern. */
function numberAt(text: string, at: number): string {
  let end = at;
  while (isAsciiDigit(text.charCodeAt(end))) end++;
  const isPlain = end > at && !goesOnAsNumber(text.charCodeAt(end));
  return isPlain ? text.slice(at, end) : (matchAt(numberPattern, text, at)?.[0] ?? text.charAt(at));
}

/** A comma, a full stop of either width, or a full-width digit. */
function goesOnAsNumber(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0xff0e || (code >= 0xff10 && code <= 0xff19);
}

/** Its repetitions are bounded, or else nothing follows that could fail: it is linear on any text. */
const numberPattern =
  /[\d０-９]{1,3}(?:,\d{3}(?!\d)){1,6}(?:\.\d+)?|[\d０-９]+(?:[.．][\d０-９]+)?|一?半|[〇零一二两三四五六七八九十百千万亿廿卅]+(?:点[〇零一二三四五六七八九]+)?/y;

function amountAt(text: string, start: number, number: string, isJoined: boolean): Amount | undefined {
  if (number.endsWith('半') || isOrdinal(text, start)) return undefined;
  return isDigit(number.charCodeAt(0))
    ? arabicAmount(text, start, number, isJoined)
    : chineseAmount(text, start, number, isJoined);
}

function arabicAmount(text: string, start: number, number: string, isJoined: boolean): Amount | undefined {
  if (number.length > longestDigits || isCode(number) || (!isJoined && belongsToIdentifier(text, start)))
    return undefined;
  const label = start === 0 && number.includes('.') ? /^\d+\.(?=\d+$)/.exec(number)?.[0] : undefined;
  if (label && isCountedAt(text, number.length)) {
    return arabicAmount(text, label.length, number.slice(label.length), true);
  }
  const scale = scaleAt(text, start + number.length);
  const folded = foldDigits(number);
  const digits = folded.includes(',') ? folded.replaceAll(',', '') : folded;
  const amount: Amount = {
    start,
    end: scale.end,
    digits,
    exponent: scale.exponent,
    script: 'arabic',
    precision: 'exact',
  };
  const mayBeEnglish = scale.end === start + number.length && isSpace(text.charCodeAt(scale.end));
  const english = mayBeEnglish ? matchAt(englishScale, text, scale.end) : null;
  if (english) {
    return { ...amount, end: scale.end + english[0].length, exponent: englishExponents[english[1] ?? ''] ?? 0 };
  }
  return scale.isVague ? { ...amount, precision: 'at-least' } : withLowerPart(text, amount);
}

const englishScale = /[ \u00a0](thousand|million|billion|trillion)\b/y;
const englishExponents: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };

/** A number of more digits than this is a code. */
const longestDigits = 20;

/** "021", "0579": a number that begins with a zero, and eleven digits of a mobile telephone. */
function isCode(number: string): boolean {
  return /^(?:0\d|1[3-9]\d{9}$)/.test(number);
}

/** "1.3家" at the start of a line is item 1 with three of something: nobody counts in decimals. */
function isCountedAt(text: string, at: number): boolean {
  return measureWordAt(text, skipSpace(text, at))?.kind === 'counter';
}

/** "1亿3000万", "1万7,800": what stands below the first scale is added. */
function withLowerPart(text: string, amount: Amount): Amount {
  if (amount.exponent < 3) return amount;
  const match = matchAt(lowerPattern, text, amount.end);
  if (!match) return amount;
  const [whole, digits = '', scale = ''] = match;
  const value = Number(`${digits.replace(',', '')}e${exponentOf(scale)}`);
  if (value >= 10 ** amount.exponent) return amount;
  const sum = Number(`${amount.digits}e${amount.exponent}`) + value;
  return { ...amount, end: amount.end + whole.length, digits: String(sum), exponent: 0 };
}

const lowerPattern = /(\d,\d{3}|\d{1,4}(?:\.\d{1,4})?)([千百]?万|[千百]|)(?![\d.])/y;

function chineseAmount(text: string, start: number, number: string, isJoined: boolean): Amount | undefined {
  if (!isJoined && otherWordBefore.has(text.charAt(start - 1))) return undefined;
  if (/[.．]/.test(text.charAt(start - 1)) && readNumeral(text.charAt(start - 2)) !== undefined) return undefined;
  if (!isJoined && number === '一' && !allowsOne(text, start + 1)) return undefined;
  const isUnitName = number.length > 1 && number.endsWith('千') && startsUnitOfThousand(text, start + number.length);
  const token = isUnitName ? number.slice(0, -1) : number;
  const scale = scaleAt(text, start + token.length);
  const isBare = /^[百千万亿]/.test(token);
  const prefix = vaguePrefix(text, start, token);
  const isGuess = severalPattern.test(token);
  const isQualified = prefix !== '' || scale.isVague || precisionBefore(text, start) !== 'exact';
  if (isBare && token.length === 1 && !isQualified && !isJoined && !text.startsWith('分之', scale.end))
    return undefined;
  const digits = decimalDigits(token);
  if (digits === undefined && !isGuess) return undefined;
  const isUnknown = prefix !== '' || isGuess || (isBare && scale.isVague);
  return {
    start: start - prefix.length,
    end: scale.end,
    digits: isUnknown ? undefined : digits,
    exponent: scale.exponent,
    script: 'chinese',
    precision: scale.isVague || prefix === '上' ? 'at-least' : isUnknown ? 'about' : 'exact',
  };
}

/** "三四", "十七八", "七八十": two digits in a row are a guess. */
const severalPattern = /^(?:[二三四五六七八九]?十)?[一两二三四五六七八九]{2}[十百千万亿]{0,2}$/;

/** Characters that form another word with the numeral behind them, 统一, 星期三, 初三 …, and opening quotation marks. */
const otherWordBefore: ReadonlySet<string> = new Set('之统唯单专同周期拜初老其逐进划任某另头“‘「『0123456789');

/** "十二点五" is 12.5. */
function decimalDigits(token: string): string | undefined {
  const point = token.indexOf('点');
  if (point < 0) return readNumeral(token)?.toString();
  const value = readNumeral(token.slice(0, point));
  if (value === undefined) return undefined;
  const fraction = token.slice(point + 1);
  return `${value}.${[...fraction].map((character) => readNumeral(character)).join('')}`;
}

/** A lone 一 is an article more often than a number, except in "一分之…", "一成", "一年半", "一个多月". */
function allowsOne(text: string, end: number): boolean {
  return (
    ['分之', '成', '年半', '天半', '倍半'].some((word) => text.startsWith(word, end)) ||
    (text.charAt(end) === '个' && unitAfterHalf(text, end + 1) !== undefined)
  );
}

/** 数, 几 and 上 before 十, 百, 千, 万 leave the number open; 人数, 总数 … are words of their own. */
function vaguePrefix(text: string, start: number, token: string): '' | '数' | '几' | '上' {
  if (!/^[十百千万亿]/.test(token)) return '';
  const before = text.charAt(start - 1);
  const word = text.charAt(start - 2);
  if (before === '几') return before;
  if (before === '数') return /[人户总次件个指系参函倍计基位岁单多少为额份级]/.test(word) ? '' : before;
  return before === '上' && !/[以线网身之早晚路]/.test(word) ? before : '';
}

interface Scale {
  readonly end: number;
  readonly exponent: number;
  readonly isVague: boolean;
}

/** What may stand between number and measure word: "多万", "亿余", "百万". */
function scaleAt(text: string, at: number): Scale {
  const match = scaleStarts.has(text.charCodeAt(at)) ? matchAt(scalePattern, text, at) : null;
  if (!match) return { end: at, exponent: 0, isVague: false };
  const [whole, vague, scale = '', vagueScale] = match;
  const exponent = exponentOf(scale);
  return { end: at + whole.length, exponent, isVague: vague !== undefined || vagueScale !== undefined };
}

/** The power of ten of "万", "千万", "万亿". */
function exponentOf(scale: string): number {
  return [...scale].reduce((sum, character) => sum + (exponents[character] ?? 0), 0);
}

const scaleStarts = codesOf(' \u00a0余多来几十百千万亿');
const scalePattern =
  /([ \u00a0]?[余多来几](?!少))?(?:[ \u00a0]?([十百千]?(?:万亿|[万亿])|百(?!分)|千(?![瓦克米卡帕赫])))?([ \u00a0]?[余多来几](?!少))?/y;

const exponents: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

function startsUnitOfThousand(text: string, at: number): boolean {
  return /[瓦克米卡帕赫]/.test(text.charAt(at));
}

/** A digit, a letter or a sign before the number makes it part of a date, time, version, code or address. */
function belongsToIdentifier(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  if (before === '：' || before === '．') return isDigit(text.charCodeAt(start - 2));
  if (before === '' || before >= '\u3000') return false;
  if (/[\w#@\\]/.test(before)) return !/[A-Z]{2}/.test(text.slice(Math.max(0, start - 2), start));
  return /[.,:/\-–—·+*×=~]/.test(before) && /[\w０-９]/.test(text.charAt(start - 2));
}

/** 第3批 and 前10名, but not 提前78天 or 目前3家. */
function isOrdinal(text: string, start: number): boolean {
  const at = skipSpaceBack(text, start) - 1;
  if (text.charAt(at) === '第') return true;
  return text.charAt(at) === '前' && !/[提此目之以日空先当面生眼跟]/.test(text.charAt(at - 1));
}

/** 一半, 半数, 半年, 半个月. */
function halfAt(text: string, start: number, number: string): Measured | undefined {
  const after = start + number.length;
  if (!number.endsWith('半') || /[上下前后多大夜对参各折统]/.test(text.charAt(start - 1))) return undefined;
  const amount: Amount = { start, end: after, digits: '0.5', exponent: 0, script: 'chinese', precision: 'exact' };
  if (number === '一半') return { amount, end: after, unit: '', exponent: 0 };
  if (text.startsWith('数', after)) return { amount, end: after + 1, unit: '', exponent: 0 };
  const word = measureWordAt(text, after);
  if (word?.kind !== 'time' && word?.unit !== '小时') return undefined;
  return /^[天岁周秒]/.test(word.text)
    ? undefined
    : { amount, end: after + word.text.length, unit: word.unit, exponent: 0 };
}

/** 三分之一, 百分之三十五, 万分之3. */
function fractionAt(text: string, denominator: Amount): Measured | undefined {
  if (!text.startsWith('分之', denominator.end)) return undefined;
  const from = denominator.end + 2;
  const match = matchAt(numberPattern, text, from);
  const numerator = match ? amountAt(text, from, match[0], true) : undefined;
  if (!numerator) return undefined;
  const amount = { ...numerator, start: denominator.start };
  const { end } = numerator;
  const parts = Number(`${denominator.digits}e${denominator.exponent}`);
  const power = powers.get(parts);
  if (power) return { amount, end, ...power };
  const digits = numerator.digits && parts > 0 ? String(Number(numerator.digits) / parts) : undefined;
  return { amount: { ...amount, digits }, end, unit: '', exponent: 0 };
}

/** "近1/3", "1/2的居民": with a word that makes it no date and no score. */
function slashFractionAt(text: string, start: number): Measured | undefined {
  if (text.charCodeAt(start + 1) !== slash && text.charCodeAt(start + 2) !== slash) return undefined;
  if (!isDigit(text.charCodeAt(start)) || /[\w/.]/.test(text.charAt(start - 1))) return undefined;
  const match = matchAt(slashFraction, text, start);
  if (!match) return undefined;
  const [whole, numerator = '', denominator = ''] = match;
  const end = start + whole.length;
  const isTold =
    /[占约近达超过到为逾至仅]/.test(text.charAt(start - 1)) || /^(?:的|以上|左右|强)/.test(text.slice(end, end + 2));
  if (!isTold || Number(numerator) >= Number(denominator)) return undefined;
  const digits = String(Number(numerator) / Number(denominator));
  return {
    amount: { start, end, digits, exponent: 0, script: 'arabic', precision: 'exact' },
    end,
    unit: '',
    exponent: 0,
  };
}

const slash = 0x2f;
const slashFraction = /([1-9]\d?)\/([1-9]\d?)(?![\d/.年月日])/y;

const powers: ReadonlyMap<number, Pick<Measured, 'unit' | 'exponent'>> = new Map([
  [100, { unit: '%', exponent: -2 }],
  [1000, { unit: '‰', exponent: -3 }],
  [10_000, { unit: '‱', exponent: -4 }],
]);

function measuredAt(text: string, amount: Amount): Measured | undefined {
  const money = moneyAt(text, amount);
  if (money) return money;
  const at = skipSpace(text, amount.end);
  const word = measureWordAt(text, at);
  if (!word) return scaledAlone(text, amount);
  const end = at + word.text.length;
  if (!fits(text, amount, word, end)) return undefined;
  const more = moreAt(text, amount, word, end);
  if (more) return more;
  const per = text.charCodeAt(end) === slash ? (matchAt(perPattern, text, end)?.[0] ?? '') : '';
  return { amount, end: end + per.length, unit: word.unit + per, exponent: word.exponent };
}

/** "30元/平方米", "120公里/小时". */
const perPattern =
  /\/(?:平方米|立方米|平方公里|公里|千米|小时|分钟|人次|工作日|公斤|千克|毫升|人|户|亩|吨|斤|月|年|日|天|周|次|台|辆|件|个|套|升|克|米|秒|度|kg|km|h|s|m³|m²|m|L)(?![\w/\u4e00-\u9fff])/y;

/** "US$300", "¥1,200.50", "$1.2 billion": a sign of currency before the number and no measure word behind it. */
function moneyAt(text: string, amount: Amount): Measured | undefined {
  if (amount.script !== 'arabic' || !currencyEnds.has(text.charCodeAt(skipSpaceBack(text, amount.start) - 1)))
    return undefined;
  const sign = /(?:US|HK|NT|A)?[$＄]\s?$|[€£¥￥]\s?$/.exec(
    text.slice(Math.max(0, amount.start - 5), amount.start),
  )?.[0];
  const unit = sign && currencies[sign.trim().replace('＄', '$')];
  if (!unit) return undefined;
  const short = amount.exponent === 0 ? matchAt(shortScale, text, amount.end) : null;
  const exponent = short ? (shortExponents[short[0].trim().toLowerCase()] ?? 0) : amount.exponent;
  const end = amount.end + (short?.[0].length ?? 0);
  const printed = measureWordAt(text, skipSpace(text, end));
  if (printed && /元|镑|币|法郎/.test(printed.unit)) return undefined;
  return { amount: { ...amount, start: amount.start - sign.length, exponent }, end, unit, exponent: 0 };
}

const currencies: Readonly<Record<string, string>> = {
  $: '美元',
  US$: '美元',
  HK$: '港元',
  NT$: '新台币',
  A$: '澳元',
  '€': '欧元',
  '£': '英镑',
  '¥': '元',
  '￥': '元',
};
const currencyEnds = codesOf('$＄€£¥￥');
const shortScale = / ?(?:bn|tn|m|k)\b/iy;
const shortExponents: Readonly<Record<string, number>> = { k: 3, m: 6, bn: 9, tn: 12 };

/** 一个半小时, 两个多月, 两年半. */
function moreAt(text: string, amount: Amount, word: MeasureWord, end: number): Measured | undefined {
  const more = text.charAt(end);
  if (!'半多余'.includes(more) || more === '' || amount.exponent > 0) return undefined;
  const isHalf = more === '半' && amount.digits !== undefined && !amount.digits.includes('.');
  const whole: Amount = isHalf ? { ...amount, digits: `${amount.digits}.5` } : { ...amount, precision: 'at-least' };
  if (word.text === '个') {
    const unit = unitAfterHalf(text, end);
    if (!unit) return undefined;
    return { amount: whole, end: end + 1 + unit.length, unit: unit === '小时' ? unit : `个${unit}`, exponent: 0 };
  }
  const isDuration = word.kind === 'time' && !/[年月夜天]/.test(text.charAt(end + 1));
  if (!isHalf || !(isDuration || word.unit === '倍')) return undefined;
  return { amount: whole, end: end + 1, unit: word.unit, exponent: 0 };
}

/** The measure word that 半, 多 or 余 separates from its 个. */
function unitAfterHalf(text: string, at: number): string | undefined {
  if (!/[半多余]/.test(text.charAt(at))) return undefined;
  return ['小时', '月', '星期', '钟头', '世纪'].find((name) => text.startsWith(name, at + 1));
}

/** "突破100万", "百万余": 万 or 亿 behind Arabic digits, or with 余 or 多 behind it, are a quantity also without a measure word. */
function scaledAlone(text: string, amount: Amount): Measured | undefined {
  const isTold =
    amount.script === 'arabic' ? amount.exponent >= 4 : /[万亿][余多]$/.test(text.slice(amount.start, amount.end));
  return isTold ? { amount, end: amount.end, unit: '', exponent: 0 } : undefined;
}

function fits(text: string, amount: Amount, { kind, text: word }: MeasureWord, end: number): boolean {
  if (kind === 'area') return amount.script === 'arabic' || amount.digits === undefined || amount.digits.length > 1;
  if (kind === 'counter') return amount.exponent > 0 || !amount.digits?.includes('.') || isAverage(amount);
  if (word === '年') return !isCalendarYear(text, amount, end);
  if (word === '分') return !/[时点:：]/.test(text.charAt(amount.start - 1));
  return true;
}

/** "2.4趟": things are counted in decimals on average, and to no more than two places. */
function isAverage({ start, digits }: Amount): boolean {
  return start > 0 && /^\d{1,5}\.\d{1,2}$/.test(digits ?? '');
}

/** "2022年", "二〇二二年", and "22年" where a month or a part of the year follows. */
function isCalendarYear(text: string, { digits, exponent, precision }: Amount, end: number): boolean {
  if (!digits || exponent > 0 || precision !== 'exact') return false;
  if (digits.length === 4) return digits >= '1500' && digits <= '2199';
  if (digits.includes('.')) return /\.(?:1[5-9]|2[01])\d\d$/.test(digits);
  return digits.length === 2 && /^(?:\d{1,2}月|[上下]半年|第?[一二三四]季|春|夏|秋|冬)/.test(text.slice(end, end + 4));
}

/** The first end of a range takes the measure word of the second, and its 万 where it is the smaller number. */
function firstEnd(first: Amount, second: Measured): Measured {
  const isScaled = first.exponent > 0 || Number(first.digits) >= Number(second.amount.digits);
  const exponent = isScaled ? first.exponent : second.amount.exponent;
  return { ...second, amount: { ...first, exponent }, end: first.end };
}

/** Where the second end of a range would begin; -1 where no 至, 到 or dash follows. */
function connectorEnd(text: string, at: number): number {
  const match = connectorStarts.has(text.charCodeAt(at)) ? matchAt(connectorPattern, text, at) : null;
  return match ? at + match[0].length : -1;
}

const connectorStarts = codesOf(' \u00a0至到-–—~～－');
const connectorPattern = /[ \u00a0]?(?:至|到|[-–—~～－]{1,2})[ \u00a0]?/y;

function quantityOf(text: string, { amount, end, unit, exponent }: Measured): Quantity {
  const { digits } = amount;
  const signLength = negativeSignLength(text, amount.start, unit);
  const start = amount.start - signLength;
  const sign = signLength > 0 ? '-' : '';
  const value = digits === undefined ? undefined : Number(`${sign}${digits}e${amount.exponent + exponent}`);
  return { start, end, value, unit, precision: precisionOf(text, amount, end, unit) };
}

/** How long a minus sign before a number is, or 零下; a dash between the ends of a range or between words is none. */
function negativeSignLength(text: string, start: number, unit: string): number {
  const sign = text.charAt(start - 1);
  if (sign === '−') return 1;
  if (sign !== '下' && sign !== '-') return 0;
  const isTemperature = /^(?:℃|°C|度|摄氏度)$/.test(unit);
  if (sign === '下') return isTemperature && text.charAt(start - 2) === '零' ? 2 : 0;
  const before = text.charAt(start - 2);
  return before === '' || /[\s（(，、：:为比是]/.test(before) || (isTemperature && before >= '\u4e00') ? 1 : 0;
}

function precisionOf(text: string, amount: Amount, end: number, unit: string): Precision {
  const after = precisionAfter(text, end);
  if (after) return after;
  const before = precisionBefore(text, amount.start);
  if (before === 'exact') return amount.precision;
  const isRecent = text.charAt(amount.start - 1) === '近' && /[年月周天期]/.test(unit);
  return isRecent ? amount.precision : before;
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function skipSpace(text: string, at: number): number {
  return isSpace(text.charCodeAt(at)) ? at + 1 : at;
}

function skipSpaceBack(text: string, at: number): number {
  return isSpace(text.charCodeAt(at - 1)) ? at - 1 : at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
