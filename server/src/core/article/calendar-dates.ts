import type { Span } from '../text/span.ts';
import type { Article } from './article.ts';
import { simplify } from './chinese-script.ts';
import { parseDate } from './dates.ts';
import { findEntry, textOf } from './front-matter.ts';
import { type Line, sourceSpan } from './lines.ts';
import { foldDigits, readNumeral } from './numerals.ts';
import type { Precision } from './precision.ts';

/** A date in the text: "2022年1月18日" is the day 2022-01-18, "2022年底前" the year 2022 at most. */
export interface CalendarDate {
  /** As a reader sees it, with a word that stands for the year: "去年12月". Words that only qualify are not part of it. */
  readonly quote: string;
  /** ISO 8601, as far as the date goes: "2022-01-18", "2022-01", "2022"; undefined where nothing tells the year. */
  readonly value: string | undefined;
  readonly unit: 'day' | 'month' | 'year';
  /** `at-most`: by then (前); `at-least`: since then (起, 以来). */
  readonly precision: Precision;
  /** True where the date has no year of its own: it is that of the date before it in the line, or the article's. */
  readonly isYearInferred: boolean;
  readonly span: Span;
}

/**
 * The dates in an article's text, in reading order: years, months and days of the calendar, as Chinese and English articles
 * write them. Of a range each end is one. What no calendar has (2月30日) is none, nor is a "3年" or "5月" that counts.
 */
export function readDates(article: Article): readonly CalendarDate[] {
  let year: number | undefined | null = null;
  const ownYear = (): number | undefined => {
    if (year === null) year = yearOf(article);
    return year;
  };
  return article.body.lines.flatMap((line) => datesIn(line, ownYear));
}

/** The year of the article's own date, by the clock that states it. */
function yearOf({ frontMatter }: Article): number | undefined {
  const date = parseDate(textOf(findEntry(frontMatter, 'date')?.value)?.value ?? '');
  return date && Number(date.written.slice(0, 4));
}

function datesIn(line: Line, ownYear: () => number | undefined): readonly CalendarDate[] {
  if (!mayHoldDate.test(line.text)) return [];
  const text = foldDigits(simplify(line.text));
  const dates: CalendarDate[] = [];
  let before: Reading | undefined;
  for (const match of text.matchAll(datePattern)) {
    const reading = readMatch(text, match, before, ownYear);
    if (!reading) continue;
    before = reading;
    const { start, end, value, unit, isYearInferred } = reading;
    const quote = line.text.slice(start, end);
    const precision = precisionAround(text, start, end);
    dates.push({ quote, value, unit, precision, isYearInferred, span: sourceSpan(line, start, end) });
  }
  return dates;
}

/** A look that spares most lines the pattern. */
const mayHoldDate = /[年月]|[12]\d{3}[-/.]\d|(?:19|20)\d\d\b/;

interface Reading extends Pick<CalendarDate, 'value' | 'unit' | 'isYearInferred'> {
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  readonly month: number | undefined;
}

function readMatch(
  text: string,
  { 0: quote, index: start, groups = {} }: RegExpMatchArray,
  before: Reading | undefined,
  ownYear: () => number | undefined,
): Reading | undefined {
  if (start === undefined) return undefined;
  const end = start + quote.length;
  const isRange = before !== undefined && rangeBetween.test(text.slice(before.end, start));
  // "20日" is a date only as the other end of one that has a month.
  if (groups.endDay !== undefined && !(isRange && before.unit === 'day')) return undefined;
  const { relative } = groups;
  const written = numberIn(partOf(groups, 'year'));
  const inferred =
    relative === undefined ? (before?.year ?? ownYear()) : relativeYear(relative, before?.year, ownYear());
  const year = written ?? inferred;
  const month = groups.endDay === undefined ? monthIn(partOf(groups, 'month')) : before?.month;
  const day = numberIn(groups.endDay ?? partOf(groups, 'day')?.replace(/(?:st|nd|rd|th)$/, ''));
  if (!isOnCalendar(year ?? leapYear, month, day)) return undefined;
  const parts = [month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0')));
  return {
    start,
    end,
    year,
    month,
    value: year === undefined ? undefined : [String(year), ...parts].join('-'),
    unit: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year',
    isYearInferred: written === undefined,
  };
}

const rangeBetween = /^(?:[上下]午|凌晨|晚)?\s?(?:至|到|[—–~～-]{1,2}|、)\s?$/;

function numberIn(written: string | undefined): number | undefined {
  return written === undefined ? undefined : readNumeral(written);
}

/** 今年 is the article's year, 同年 that of the date before. */
function relativeYear(word: string, before: number | undefined, own: number | undefined): number | undefined {
  if (/[同当]/.test(word)) return before ?? own;
  if (word.startsWith('次')) return before === undefined ? undefined : before + 1;
  const distance = /^[今本]/.test(word) ? 0 : word.startsWith('明') ? 1 : word.startsWith('前') ? -2 : -1;
  return own === undefined ? undefined : own + distance;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthIn(written: string | undefined): number | undefined {
  const named = monthNames.indexOf(written?.slice(0, 3).toLowerCase() ?? '');
  return named >= 0 ? named + 1 : numberIn(written);
}

function isOnCalendar(year: number, month = 1, day = 1): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Where the year is unknown, 2月29日 may be a day. */
const leapYear = 2000;

function precisionAround(text: string, start: number, end: number): Precision {
  const after = text.slice(end, end + 4);
  if (/^(?:前后|左右|许)/.test(after) || /(?:大约|约|大概)\s?$/.test(text.slice(Math.max(0, start - 3), start)))
    return 'about';
  if (/^(?:[年月]?[底末])?(?:之|以)?前(?![\d一二三四五六七八九十两几任])/.test(after)) return 'at-most';
  return /^(?:[年月]?[底末])?(?:起|以来|以后|之后|后(?![期半续]))/.test(after) ? 'at-least' : 'exact';
}

const digitYear = '(?:1[5-9]|2[01])\\d{2}';
const chineseYear = '[一二][〇零一二三四五六七八九]{3}';
const month = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const day = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])';
const arabicDay = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const monthName =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember|t)?\\.?';
/** Of a day its unit, or the other end of a range, which has it. */
const dayUnit = `(?: ?[日号](?!线)|(?=[至到—–~～-]{1,2}${day} ?[日号]))`;
const noNumeralBefore = '(?<![\\d〇零一二三四五六七八九十第])';

/** The same part of a date has another name in each form: a pattern takes no name twice. All repetitions are bounded. */
const datePattern = new RegExp(
  `(?=[\\d〇零一二三四五六七八九十今本去上明前同当次ADFJMNOS])(?:${[
    `${noNumeralBefore}(?<year1>${digitYear}|${chineseYear}) ?年(?: ?(?<month1>${month}) ?月(?: ?(?<day1>${day})${dayUnit})?)?`,
    `(?<relative>[今本去上明前同当次]年) ?(?<month2>${month}) ?月(?: ?(?<day2>${day})${dayUnit})?`,
    `${noNumeralBefore}(?<month3>${month}) ?月 ?(?<day3>${day})${dayUnit}`,
    `${noNumeralBefore}(?<month8>${month}) ?月(?=[底末初份]|[上中下]旬)`,
    `(?<![\\d./-])(?<year2>${digitYear})(?<separator>[-/.])(?<month4>1[0-2]|0?[1-9])\\k<separator>(?<day4>3[01]|[12]\\d|0?[1-9])(?![\\d./-])`,
    `(?<![\\d.])(?<year3>${digitYear})(?=[至到—–~～-]{1,2}${digitYear} ?年)`,
    `(?<![\\d〇零一二三四五六七八九十月年])(?<endDay>${day}) ?[日号](?!线)`,
    `\\b(?<month5>${monthName}) (?<day5>${arabicDay}),? (?<year4>${digitYear})\\b`,
    `\\b(?<day6>${arabicDay}) (?<month6>${monthName}),? (?<year5>${digitYear})\\b`,
    `\\b(?<month7>${monthName}) (?<year6>${digitYear})\\b`,
  ].join('|')})`,
  'g',
);

/** What one of the forms gives for a part of a date. */
function partOf(
  groups: Readonly<Record<string, string | undefined>>,
  part: 'year' | 'month' | 'day',
): string | undefined {
  for (let form = 1; form <= mostForms; form++) {
    const written = groups[`${part}${form}`];
    if (written !== undefined) return written;
  }
  return undefined;
}

const mostForms = 8;
