/** A date as an article states it. */
export interface ParsedDate {
  /** The instant in UTC, "2022-02-24T08:20:59Z". What has no time zone is China's time, UTC+08:00: the archives are Chinese. */
  readonly iso: string;
  /**
   * The same date in ISO 8601 as it was stated: its own clock and zone, "2022-02-24T16:20:59+08:00"; without a time where
   * it has none, "2022-02-24". A time without a zone gets `+08:00`.
   */
  readonly written: string;
  readonly format: DateFormat;
  readonly hasTime: boolean;
  readonly hasTimeZone: boolean;
}

/**
 * - `iso-8601`: "2022-02-24", "2022-02-24T08:20:59Z", also with a space for the T, which YAML allows (YAML 1.1 timestamps)
 * - `rfc-1123`: "Thu, 24 Feb 2022 08:20:59 GMT" (RFC 1123, section 5.2.14), also with an offset
 * - `javascript`: "Thu Feb 24 2022 16:20:59 GMT+0800 (中国标准时间)", as `Date.prototype.toString` writes it
 * - `local`: "2021-10-10 11:06:15", "2022/3/4 8:05 PM", "2022.03.04 下午3:05"
 * - `english`: "February 24, 2022", "Feb. 24, 2022 at 8:20 AM"
 * - `number`: "20220224", "20220224082059", and the seconds or milliseconds since 1970 UTC: "1645690859"
 * - `chinese`: "2022年1月18日", "2022年1月18日 08:30", "2022年1月18日 星期二 下午3时05分"
 */
export type DateFormat = 'iso-8601' | 'rfc-1123' | 'javascript' | 'local' | 'chinese' | 'english' | 'number';

/** A text in the form of a date that no calendar or clock has. */
export interface ImpossibleDate {
  readonly problem: 'impossible-day' | 'impossible-time' | 'wrong-weekday';
  /** For a wrong weekday the right one, 0 for Sunday. */
  readonly weekday?: number;
}

/** Reads a date; undefined for a text that is none, or one that cannot be. */
export function parseDate(text: string): ParsedDate | undefined {
  const reading = readDate(text);
  return reading && !('problem' in reading) ? reading : undefined;
}

/** The instant in UTC, "2022-02-24T08:20:59Z"; undefined as {@link parseDate}. */
export function toIso(text: string): string | undefined {
  return parseDate(text)?.iso;
}

/**
 * Reads a date and says what is impossible about it. Pure arithmetic: no clock, no locale of the machine. Years from
 * 1000 to 9999; white space around is allowed, other words are not.
 */
export function readDate(text: string): ParsedDate | ImpossibleDate | undefined {
  if (text !== latest.text) latest = { text, reading: interpretText(text) };
  return latest.reading;
}

/** Kept, since several rules ask for the date of an article, one after the other. */
let latest: { readonly text: string; readonly reading: ParsedDate | ImpossibleDate | undefined } = {
  text: '',
  reading: undefined,
};

function interpretText(text: string): ParsedDate | ImpossibleDate | undefined {
  if (text.length > longestDate) return undefined;
  const trimmed = text.trim();
  if (epochTime.test(trimmed)) return fromEpoch(Number(trimmed));
  for (const [format, pattern] of patterns) {
    const groups = pattern.exec(trimmed)?.groups;
    if (groups) return interpret(format, groups);
  }
  return undefined;
}

/** Seconds from 2001 to 2100, or milliseconds of the same years. */
const epochTime = /^(?:1\d{9}|[23]\d{9}|1\d{12}|[23]\d{12})$/;

function fromEpoch(number: number): ParsedDate {
  const iso = new Date(number < 1e11 ? number * 1000 : number).toISOString().replace(/\.\d{3}/, '');
  return { iso, written: iso, format: 'number', hasTime: true, hasTimeZone: true };
}

/** Twice the length of the longest form with its weekday and the name of its time zone. */
const longestDate = 120;

const month = '(?<monthName>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const weekday = '(?<weekdayName>Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]{0,6}\\.?';
const year = '(?<year>[1-9]\\d{3})';
const clock = '(?<hour>\\d{1,2})[:：](?<minute>\\d{1,2})(?:[:：](?<second>\\d{1,2})(?:[.,]\\d{1,9})?)?';
const halfDayBefore = '(?<halfDay>凌晨|早上|上午|中午|下午|晚上)';
const halfDayBehind = '(?<halfDayName>[AP]\\.?M\\.?)';
const offset = '(?<zone>Z|(?:GMT|UTC?)?[+-]\\d{1,2}:?(?:\\d{2})?|GMT|UTC?|[EMP][SD]T)';
const isoOffset = '(?<zone>[Zz]|[+-]\\d{1,2}(?::?\\d{2})?)';
const isoClock = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})(?:\\.\\d{1,9})?';

const patterns: readonly (readonly [DateFormat, RegExp])[] = [
  [
    'iso-8601',
    new RegExp(`^${year}-(?<month>\\d{2})-(?<day>\\d{2})(?:(?:[Tt]|\\s{1,3})${isoClock}\\s{0,3}${isoOffset})?$`),
  ],
  [
    'local',
    new RegExp(
      `^${year}(?<separator>[-/.])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})(?:(?:T|\\s{1,3})(?:${halfDayBefore}\\s{0,3})?${clock}(?:\\s{0,3}${halfDayBehind})?(?:\\s{0,3}${offset})?)?$`,
      'i',
    ),
  ],
  [
    'english',
    new RegExp(
      `^(?:${weekday},?\\s{0,3})?${month}\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}${year}(?:,?\\s{1,3}(?:at\\s)?${clock}(?:\\s{0,3}${halfDayBehind})?(?:\\s{0,3}${offset})?)?$`,
      'i',
    ),
  ],
  [
    'number',
    /^(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?:(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?:(?<second>[0-5]\d))?)?$/,
  ],
  [
    'rfc-1123',
    new RegExp(
      `^(?:${weekday},?\\s{0,3})?(?<day>\\d{1,2})[\\s-]${month}[\\s-]${year}(?:\\s{1,3}${clock}(?:\\s{0,3}${offset})?)?$`,
      'i',
    ),
  ],
  [
    'javascript',
    new RegExp(
      `^${weekday}\\s${month}\\s{1,2}(?<day>\\d{1,2})\\s${year}\\s${clock}(?:\\s${offset})?(?:\\s\\([^()]{1,40}\\))?$`,
      'i',
    ),
  ],
  [
    'chinese',
    /^(?<year>[1-9]\d{3})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号]\s{0,3}(?:[（(]?(?:星期|周)(?<weekdayName>[日天一二三四五六])[）)]?\s{0,3})?(?:(?<halfDay>凌晨|早上|上午|中午|下午|晚上|晚)?\s?(?<hour>\d{1,2})(?:[:：]|\s?[时点]\s?)(?:(?<minute>\d{1,2})(?:[:：分]?(?:(?<second>\d{1,2})秒?)?)?)?)?$/,
  ],
];

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const chineseWeekdays = '日一二三四五六';

const chinaOffset = 8 * 60;
/** ISO 8601 writes years up to 9999 without further agreement. */
const endOfYears = Date.UTC(10_000, 0);

type Groups = Readonly<Record<string, string | undefined>>;

function interpret(format: DateFormat, groups: Groups): ParsedDate | ImpossibleDate {
  const yearNumber = Number(groups.year);
  const monthNumber = groups.monthName ? monthNames.indexOf(groups.monthName.toLowerCase()) + 1 : Number(groups.month);
  const day = Number(groups.day);
  if (!isDay(yearNumber, monthNumber, day)) return { problem: 'impossible-day' };
  if (groups.weekdayName) {
    const weekday = new Date(Date.UTC(yearNumber, monthNumber - 1, day)).getUTCDay();
    if (weekdayOf(groups.weekdayName) !== weekday) return { problem: 'wrong-weekday', weekday };
  }

  const hasTime = groups.hour !== undefined;
  const hour = hasTime ? hourOf(Number(groups.hour), groups.halfDay ?? groups.halfDayName) : 0;
  const minute = Number(groups.minute ?? 0);
  const second = Number(groups.second ?? 0);
  const hasTimeZone = groups.zone !== undefined;
  const zone = groups.zone === undefined ? chinaOffset : zoneOf(groups.zone);
  if (hour > 23 || minute > 59 || second > 59 || zone === undefined) return { problem: 'impossible-time' };

  const utc = Date.UTC(yearNumber, monthNumber - 1, day, hour, minute - zone, second);
  if (utc >= endOfYears) return { problem: 'impossible-day' };
  const date = `${yearNumber}-${twoDigits(monthNumber)}-${twoDigits(day)}`;
  const time = `${date}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
  const iso = zone === 0 ? `${time}Z` : new Date(utc).toISOString().replace('.000', '');
  const written = hasTime ? `${time}${offsetText(zone, hasTimeZone)}` : date;
  return { iso, written, format, hasTime, hasTimeZone };
}

function isDay(yearNumber: number, monthNumber: number, day: number): boolean {
  if (monthNumber < 1 || monthNumber > 12 || day < 1) return false;
  return day <= shortestMonth || day <= new Date(Date.UTC(yearNumber, monthNumber, 0)).getUTCDate();
}

const shortestMonth = 28;

function weekdayOf(name: string): number {
  const chinese = chineseWeekdays.indexOf(name === '天' ? '日' : name);
  return chinese >= 0 ? chinese : weekdayNames.indexOf(name.toLowerCase());
}

/** 下午3时 is 15:00; 下午15时 is written, too. 中午12时 and 凌晨12时 keep to noon and midnight. */
function hourOf(hour: number, halfDay: string | undefined): number {
  switch (halfDay?.replaceAll('.', '').toUpperCase()) {
    case 'AM':
      return hour === 12 ? 0 : hour;
    case 'PM':
    case '下午':
    case '晚上':
    case '晚':
      return hour < 12 ? hour + 12 : hour;
    case '中午':
      return hour < 4 ? hour + 12 : hour;
    case '凌晨':
      return hour === 12 ? 0 : hour;
    default:
      return hour;
  }
}

/** The hours of the names that RFC 822 defines; CST is left out, since it is read as China's time as often. */
const namedZones: Readonly<Record<string, number>> = {
  z: 0,
  gmt: 0,
  ut: 0,
  utc: 0,
  est: -5,
  edt: -4,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/** Minutes east of Greenwich; undefined for an offset that no place has (more than 14 hours, 60 minutes). */
function zoneOf(zone: string): number | undefined {
  const named = namedZones[zone.toLowerCase()];
  if (named !== undefined) return named * 60;
  const [, sign, hours, minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > 14 * 60) return undefined;
  return sign === '-' ? -total : total;
}

function offsetText(zone: number, hasTimeZone: boolean): string {
  if (zone === 0 && hasTimeZone) return 'Z';
  const absolute = Math.abs(zone);
  return `${zone < 0 ? '-' : '+'}${twoDigits(Math.floor(absolute / 60))}:${twoDigits(absolute % 60)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
