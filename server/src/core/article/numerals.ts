/**
 * Reads a whole number as Chinese texts print it: Arabic digits ("12", "１２", "50,000"), Chinese numerals in full
 * ("一百〇三", "十二万", "一亿三千万", formal "壹佰贰拾", colloquial "三千五"), digit by digit ("二〇二二"), enclosed
 * ("①", "㊿", "⑴", "⒈", "㈠", "❶") or as a Roman number from one to twenty ("Ⅳ", "IV").
 *
 * A 零 that stands where no place is skipped is read over. 兆 is not read, since it means 10⁶ to some and 10¹² to others.
 *
 * @returns a safe integer from 0; undefined for any other text, also with white space or punctuation around the number.
 */
export function readNumeral(text: string): number | undefined {
  if (text.length === 0 || text.length > longestNumeral) return undefined;
  if (text.length <= mostExactDigits && isArabic(text)) return Number(text);
  return digits.get(text) ?? enclosed.get(text) ?? roman.get(text) ?? readArabic(foldDigits(text)) ?? readChinese(text);
}

/** Any number of so many digits is below 2⁵³. */
const mostExactDigits = 15;

function isArabic(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/** No number below 2⁵³ is written longer. Keeps hostile input from costing anything. */
const longestNumeral = 40;

/** Full-width digits and their full stop to ASCII, for all else that reads numbers. */
export function foldDigits(text: string): string {
  return /[．０-９]/.test(text)
    ? text.replace(/[．０-９]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    : text;
}

function readArabic(text: string): number | undefined {
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(text)) return undefined;
  return safe(Number(text.replaceAll(',', '')));
}

function readChinese(text: string): number | undefined {
  const plain = /[^〇一二三四五六七八九十百千万亿两]/.test(text)
    ? text.replace(/[^〇一二三四五六七八九十百千万亿两]/g, (character) => plainForms.get(character) ?? character)
    : text;
  if (plain.length > 1 && /两(?![百千万亿])|十两/.test(plain)) return undefined;
  return readDigitByDigit(plain) ?? safe(readPlaces(plain, 0, true));
}

function readDigitByDigit(text: string): number | undefined {
  let value = 0;
  for (const character of text) {
    const digit = digits.get(character);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return safe(value);
}

/**
 * Splits at the highest unit: before it stands how many of it there are, after it what remains below. Nothing before
 * it means one, where the number begins ("百", "万亿") and always before 十 ("一百十五").
 */
function readPlaces(text: string, rank: number, isStart: boolean): number | undefined {
  const unit = units[rank];
  if (!unit) return text.length === 1 ? digits.get(text) : undefined;
  const at = text.indexOf(unit.character);
  if (at < 0) return readPlaces(text, rank + 1, isStart);
  const head = text.slice(0, at);
  const tail = text.slice(at + 1);
  const isBare = head === '' && (isStart || unit.value === 10);
  const count = isBare ? 1 : readPlaces(head, unit.value < 10_000 ? units.length : rank + 1, isStart);
  const rest = readRest(tail, rank, head.endsWith('万') ? unit.value * 10_000 : unit.value);
  return count === undefined || count === 0 || rest === undefined ? undefined : count * unit.value + rest;
}

/** What follows a unit. A lone digit counts the next place, "三千五" is 3,500; after 〇 it counts the ones. */
function readRest(text: string, rank: number, unitValue: number): number | undefined {
  if (text === '') return 0;
  if (text.startsWith('〇')) return readPlaces(text.slice(1), rank + 1, false) || undefined;
  if (text.length > 1) return readPlaces(text, rank + 1, false);
  const digit = digits.get(text);
  if (digit === undefined) return readPlaces(text, rank + 1, false);
  return (digit * unitValue) / 10;
}

function safe(value: number | undefined): number | undefined {
  return Number.isSafeInteger(value) ? value : undefined;
}

const digits: ReadonlyMap<string, number> = new Map([
  ...[...'〇一二三四五六七八九'].map((character, digit) => [character, digit] as const),
  ['两', 2],
]);

/** Highest first. */
const units = [
  { character: '亿', value: 100_000_000 },
  { character: '万', value: 10_000 },
  { character: '千', value: 1000 },
  { character: '百', value: 100 },
  { character: '十', value: 10 },
] as const;

/** Formal, traditional and look-alike characters, and the tens that are joined with their digit. */
const plainForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    〇: '零○◯',
    一: '壹弌',
    二: '贰貳',
    三: '叁叄參',
    四: '肆',
    五: '伍',
    六: '陆陸',
    七: '柒',
    八: '捌',
    九: '玖',
    十: '拾',
    百: '佰',
    千: '仟',
    万: '萬',
    亿: '億',
    两: '兩',
    二十: '廿',
    三十: '卅',
    四十: '卌',
  }).flatMap(([plain, others]) => [...others].map((other) => [other, plain] as const)),
);

/** Enclosed Alphanumerics, Enclosed CJK Letters and Months, Dingbats: the first character of a run, its value, the run's length. */
const enclosedRuns: readonly (readonly [first: string, value: number, length: number])[] = [
  ['⓪', 0, 1],
  ['⓿', 0, 1],
  ['①', 1, 20],
  ['㉑', 21, 15],
  ['㊱', 36, 15],
  ['⑴', 1, 20],
  ['⒈', 1, 20],
  ['⓫', 11, 10],
  ['⓵', 1, 10],
  ['❶', 1, 10],
  ['➀', 1, 10],
  ['➊', 1, 10],
  ['㈠', 1, 10],
  ['㊀', 1, 10],
];

const enclosed: ReadonlyMap<string, number> = new Map(
  enclosedRuns.flatMap(([first, value, length]) => runOfCharacters(first, value, length)),
);

/** The character that encloses `value` as `character` encloses its own number: ③ for ① and 3; undefined where there is none. */
export function enclosedLike(character: string, value: number): string | undefined {
  const runs = enclosedRuns.map(([first, start, length]) => runOfCharacters(first, start, length));
  const own = runs.findIndex((run) => run.some(([other]) => other === character));
  const kin = own < 0 ? [] : [own, ...(circledRuns.has(own) ? circledRuns : [])];
  for (const at of kin) for (const [other, number] of runs[at] ?? []) if (number === value) return other;
  return undefined;
}

/** The runs that ⓪, ①, ㉑ and ㊱ begin go on from each other. */
const circledRuns: ReadonlySet<number> = new Set([0, 2, 3, 4]);

const roman: ReadonlyMap<string, number> = new Map([
  ...runOfCharacters('Ⅰ', 1, 12),
  ...runOfCharacters('ⅰ', 1, 12),
  ...'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'
    .split(' ')
    .map((text, index) => [text, index + 1] as const),
]);

function runOfCharacters(first: string, value: number, length: number): readonly (readonly [string, number])[] {
  return Array.from(
    { length },
    (_, index) => [String.fromCharCode(first.charCodeAt(0) + index), value + index] as const,
  );
}
