import type { Article } from './article.ts';
import { isHanOnly, simplify } from './chinese-script.ts';
import { findEntry, textOf } from './front-matter.ts';

/**
 * Gives the names of an article's organisations a form in which those of one organisation are equal: without white space,
 * brackets of one width, in simplified characters, and with the place that a name leaves out: 市公安局 in an article
 * about 上海市 is 上海市公安局. Where the article names no such place, or several as often, the name stays without.
 */
export function organizationNormalizer(article: Article): (name: string) => string {
  let text: string | undefined;
  const places = new Map<string, string | undefined>();
  return (name) => {
    const plain = plainName(name);
    const level = plain.charAt(0);
    if (!levels.has(level)) return plain;
    text ??= textOfArticle(article);
    if (!places.has(level)) places.set(level, placeOf(text, level));
    const place = places.get(level);
    return place === undefined ? plain : place + plain;
  };
}

/**
 * The ways in which the organisation of a name may be written in the article of a normalizer: with and without the place
 * that {@link organizationNormalizer} adds.
 */
export function organizationForms(name: string, normalize: (name: string) => string): readonly string[] {
  const plain = plainName(name);
  const whole = normalize(name);
  const forms = new Set([plain, whole]);
  for (let length = shortestPlace; length <= longestPlace; length++) {
    const rest = whole.slice(length);
    if (levels.has(rest.charAt(0)) && normalize(rest) === whole) forms.add(rest);
  }
  return [...forms];
}

/**
 * Whether a name of an office is short for another: 市卫健委 for 市卫生健康委员会, 市人社局 for 市人力资源和社会保障局.
 * Both begin with the same character and end as the same kind of office, and the short one leaves out characters only.
 * Names of companies, schools and hospitals are never short for each other: 市医院 is not 市第一人民医院.
 */
export function isShortFor(short: OfficeName, long: OfficeName): boolean {
  if (short.kind === '' || short.kind !== long.kind || short.name.length >= long.name.length) return false;
  let at = 0;
  for (const character of long.name) if (character === short.name.charAt(at)) at++;
  return at === short.name.length;
}

/** A name made ready to be compared with others by {@link isShortFor}. */
export interface OfficeName {
  readonly name: string;
  /** What two names must have in common: their first and last character; empty for what is no office. */
  readonly kind: string;
}

export function officeName(written: string): OfficeName {
  const name = shortEnding(plainName(written));
  const isOffice = name.length >= shortestName && officeEndings.includes(name.charCodeAt(name.length - 1));
  return { name, kind: isOffice ? name.charAt(0) + name.slice(-1) : '' };
}

/** 委 for 委员会, 办 for 办公室, 联 for 联合会. */
function shortEnding(name: string): string {
  for (const ending of longEndings) if (name.endsWith(ending)) return name.slice(0, 1 - ending.length);
  return name;
}

/** What is short for each is its first character. */
const longEndings: readonly string[] = ['委员会', '办公室', '联合会'];

/** What a name may be where its place is left out: 市公安局 for 上海市公安局. Whether it is that place, the article says. */
export function withoutPlace(name: string): readonly string[] {
  let short: string[] | undefined;
  for (let at = 1; at <= longestPlace && at < name.length; at++) {
    if (!levelCodes.includes(name.charCodeAt(at))) continue;
    if (short) short.push(name.slice(at));
    else short = [name.slice(at)];
  }
  return short ?? none;
}

const none: readonly never[] = [];

const shortestPlace = 2;
const longestPlace = 4;

/** Offices that a name begins with are those of the article's own place. */
const levels: ReadonlySet<string> = new Set('市省区县州');

const levelCodes = Array.from(levels, (level) => level.charCodeAt(0));

const shortestName = 3;
const officeEndings = Array.from('局委办厅署府联', (ending) => ending.charCodeAt(0));

function plainName(name: string): string {
  // Most names are Chinese characters and nothing else.
  if (isHanOnly(name)) return simplify(name);
  const folded = foldNames(name.trim()).replace(/\s+/g, ' ');
  return folded.replace(/(?<=[\p{Script=Han}（）]) | (?=[\p{Script=Han}（）])/gu, '');
}

/** A text of the same length in which names are written alike: in simplified characters, with brackets of one width. */
export function foldNames(text: string): string {
  return simplify(text).replaceAll('(', '（').replaceAll(')', '）');
}

/** The title counts as much as ten lines: it says where the article is about. */
const titleWeight = 10;

function textOfArticle({ frontMatter, body }: Article): string {
  const title = textOf(findEntry(frontMatter, 'title')?.value)?.value ?? '';
  return simplify(
    [...Array.from({ length: titleWeight }, () => title), ...body.lines.map((line) => line.text)].join('\n'),
  );
}

/**
 * The place of a level that a text names most: 上海 for 市. Names have two or three characters; three count where nearly
 * always the same character stands before the two (呼和浩特 is read as 浩特, which is short for nothing else there).
 */
function placeOf(text: string, level: string): string | undefined {
  const counts = new Map<string, number>();
  const longer = new Map<string, number>();
  const pattern = new RegExp(`(\\p{Script=Han}?)(\\p{Script=Han}{2})(?=${level})`, 'gu');
  for (const [, before = '', name = ''] of text.matchAll(pattern)) {
    if (noPlace.test(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    longer.set(before + name, (longer.get(before + name) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < fewestNamings || (second && second[1] * 2 > first[1])) return undefined;
  const [name, count] = first;
  const full = [...longer].find(([long, times]) => long.length === 3 && long.endsWith(name) && times * 10 >= count * 9);
  return full?.[0] ?? name;
}

/** A place that is named less often may be any. */
const fewestNamings = 2;

/** What stands before 市, 区 and 县 without being a name: 全市, 各区, 城市, 社区, 地区, 市区 … */
const noPlace = /[全各本该我在城社地市区县省州两多个和与及等、]/;
