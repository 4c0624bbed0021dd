import { codesOf } from '../text/codes.ts';
import type { Located, Span } from '../text/span.ts';
import { isBoldAt } from './headings.ts';
import { type Line, sourceSpan } from './lines.ts';
import type { Mark } from './numbering.ts';
import {
  beginsWithRole,
  findRole,
  isOrganizationName,
  type NamedOrganization,
  readOrganizations,
} from './organizations.ts';
import type { Organization, Project } from './projects.ts';
import type { ProjectRow } from './tables.ts';

/** The lines of one entry of a list: the one with the number, and those down to the next entry. */
export interface ProjectLines {
  readonly mark: Mark;
  readonly lines: readonly Line[];
  /** True where the number comes from the markup (`<ol>`) and is not printed in the line. */
  readonly isNumberUnprinted: boolean;
}

/**
 * Reads the projects of one list. They are read together because they tell about each other: where most of them end in
 * organisations, a closing bracket that could be a remark is an organisation too.
 */
export function readProjectsOfList(entries: readonly ProjectLines[]): readonly Project[] {
  const readings = entries.map((entry) => readEntry(entry, nothingExpected));
  const isUsual = (place: OrganizationPlace): boolean => {
    const count = readings.filter((reading) => reading.place === place).length;
    return count >= 2 && count * 2 > entries.length;
  };
  const open = entries.filter((_, at) => readings[at]?.place === undefined);
  if (open.length === 0) return readings.map(({ project }) => project);
  const expected = {
    brackets: isUsual('brackets'),
    dash: isUsual('dash'),
    below: isUsual('below'),
    stretch: isUsualAmong(open, 'stretch', entries.length),
    colon: isUsualAmong(open, 'colon', entries.length),
    tail: isUsualAmong(open, 'tail', entries.length),
    bareBelow: isUsualAmong(open, 'bareBelow', entries.length),
  };
  if (!Object.values(expected).includes(true)) return readings.map(({ project }) => project);
  return readings.map((reading, at) => {
    const entry = entries[at];
    return (entry && reading.place === undefined ? readEntry(entry, expected) : reading).project;
  });
}

/** Whether most of `count` entries have names of organisations in a place where no sign but the others tells that they are. */
function isUsualAmong(
  open: readonly ProjectLines[],
  place: 'stretch' | 'colon' | 'tail' | 'bareBelow',
  count: number,
): boolean {
  if (open.length * 2 <= count) return false;
  const found = open.filter(
    (entry) => readEntry(entry, { ...nothingExpected, [place]: 'strictly' }).place === place,
  ).length;
  return found >= 2 && found * 2 > count;
}

/** The project of a table row. Without columns for organisations, what stands behind or below the title is looked at. */
export function projectOfRow({ number, title, titleStart: from, below, organizations, last }: ProjectRow): Project {
  const start = titleStart(title.text, from);
  const inLine = organizations.length > 0 ? undefined : organizationsInTitleLine(title, start, nothingExpected);
  const named = organizations.flatMap(({ line, role }) =>
    (readOrganizations(line.text, 0, line.text.length, true) ?? []).map((one) => ({
      name: locate(line, one.start, one.end),
      role: one.role ?? role,
    })),
  );
  const found = inLine
    ? inLine.organizations.map((one) => toOrganization(title, one))
    : organizations.length > 0
      ? []
      : organizationsBelow(below, nothingExpected).flatMap(({ line, named: own }) =>
          own.map((one) => toOrganization(line, one)),
        );
  const { value: label, span } = number;
  return {
    label: { value: label, span },
    number: number.number,
    title: locate(title, start, titleEnd(title.text, start, inLine?.start ?? title.text.length)),
    organizations: [...named, ...found],
    span: { start: Math.min(span.start, title.span.start), end: last.span.end },
    text: [...(from > 0 ? [] : [label]), title.text, ...organizations.map(({ line }) => line.text)].join(' '),
  };
}

/** Where in an entry its organisations stand. */
type OrganizationPlace = 'brackets' | 'role' | 'dash' | 'stretch' | 'colon' | 'tail' | 'below' | 'bareBelow';

/** Which places the other entries of the list make likely. */
interface Expectation {
  readonly brackets: boolean;
  readonly dash: boolean;
  readonly below: boolean;
  /** In the line's last stretch of equal markup: `<span>城市书房</span><em>市文旅局</em>`. */
  readonly stretch: Guess;
  /** Behind the last colon of the line. */
  readonly colon: Guess;
  /** Behind the last wide space or bar of the line. */
  readonly tail: Guess;
  /** In a line below that has neither a role nor a dash. */
  readonly bareBelow: Guess;
}

/** Places that no sign tells: they are tried `strictly`, and where most entries agree, any name will do. */
type Guess = boolean | 'strictly';

const nothingExpected: Expectation = {
  brackets: false,
  dash: false,
  below: false,
  stretch: false,
  colon: false,
  tail: false,
  bareBelow: false,
};

interface Reading {
  readonly project: Project;
  readonly place: OrganizationPlace | undefined;
}

function readEntry({ mark, lines, isNumberUnprinted }: ProjectLines, expected: Expectation): Reading {
  const [first, second] = lines;
  if (!first) throw new RangeError('An entry has at least the line of its number');
  const isTitleBelow = mark.end >= first.text.length && second !== undefined;
  const titleLine = isTitleBelow ? second : first;
  const from = titleStart(titleLine.text, isTitleBelow ? 0 : mark.end);
  const inLine = organizationsInTitleLine(titleLine, from, expected);
  const rest = isTitleBelow ? 2 : 1;
  const below =
    lines.length > rest ? organizationsBelow(lines.slice(rest), inLine ? roleLinesOnly : expected) : nothingBelow;
  const end = titleEnd(titleLine.text, from, inLine?.start ?? boldTitleEnd(titleLine, from));
  const organizations = inLine ? inLine.organizations.map((named) => toOrganization(titleLine, named)) : [];
  let text = isTitleBelow ? `${first.text} ${titleLine.text}` : first.text;
  for (const { line, named } of below) {
    for (const one of named) organizations.push(toOrganization(line, one));
    text += ` ${line.text}`;
  }
  const label = isNumberUnprinted ? { start: first.span.start, end: first.span.start } : labelSpan(first, mark);
  const isBare = below[0]?.isBare;
  return {
    place: inLine?.place ?? (below.length > 0 ? (isBare ? 'bareBelow' : 'below') : undefined),
    project: {
      label: { value: mark.label, span: label },
      number: mark.value,
      title: locate(titleLine, from, end),
      organizations,
      span: { start: label.start, end: (lines[lines.length - 1] ?? first).span.end },
      text,
    },
  };
}

function labelSpan(line: Line, { labelStart, label }: Mark): Span {
  return sourceSpan(line, labelStart, labelStart + label.length);
}

function locate(line: Line, from: number, to: number): Located<string> {
  return { value: line.text.slice(from, to), span: sourceSpan(line, from, to) };
}

function toOrganization(line: Line, { start, end, role }: NamedOrganization): Organization {
  return { name: locate(line, start, end), role };
}

interface FoundInLine {
  /** Where the title has ended at the latest. */
  readonly start: number;
  readonly place: OrganizationPlace;
  readonly organizations: readonly NamedOrganization[];
}

/**
 * Organisations in the line of the title: in brackets that end it or, where a description follows, that end the sentence
 * or the bold words which are the title; behind a role, a dash, or in another place that is usual in the list.
 */
function organizationsInTitleLine(line: Line, from: number, expected: Expectation): FoundInLine | undefined {
  const { text } = line;
  return (
    organizationsInBrackets(text, from, expected.brackets) ??
    organizationsBeforeDescription(line, from, expected) ??
    organizationsAfter(text, roleStretchStart(line, from) ?? findRole(text, from), 'role', true) ??
    organizationsAfter(text, afterLast(text, from, '——'), 'dash', expected.dash) ??
    guess(text, expected.stretch, 'stretch', () => lastStretchStart(line, from)) ??
    guess(text, expected.colon, 'colon', () => afterLast(text, from, '：') ?? afterLast(text, from, ':')) ??
    guess(text, expected.tail && 'strictly', 'tail', () => tailStart(text, from))
  );
}

function organizationsBeforeDescription(line: Line, from: number, expected: Expectation): FoundInLine | undefined {
  const { text } = line;
  const end = Math.min(boldTitleEnd(line, from), firstFullStop(text, from, text.length) ?? text.length);
  return end < text.length ? organizationsInBrackets(text.slice(0, end), from, expected.brackets) : undefined;
}

/** Where a stretch of other markup behind the title begins with a role: `<span>标题</span><span>牵头：甲局</span>`. */
function roleStretchStart({ text, segments }: Line, from: number): number | undefined {
  return segments.find(({ at }) => at > from && beginsWithRole(text.slice(at, at + longestRole)))?.at;
}

/** In characters, with the colon behind it. */
const longestRole = 16;

function guess(
  text: string,
  expected: Guess,
  place: OrganizationPlace,
  start: () => number | undefined,
): FoundInLine | undefined {
  return expected === false ? undefined : organizationsAfter(text, start(), place, expected === true);
}

/** Where the last of several elements in a line begins; undefined where it holds the title, too. */
function lastStretchStart({ segments }: Line, from: number): number | undefined {
  const last = segments.at(-1);
  const first = segments.findLast(({ node }) => node.parent !== last?.node.parent);
  const start = first && first.at + first.length;
  return start !== undefined && start > from ? start : undefined;
}

/** The organisations that fill a line from `start` on. */
function organizationsAfter(
  text: string,
  start: number | undefined,
  place: OrganizationPlace,
  isExpected: boolean,
): FoundInLine | undefined {
  if (start === undefined) return undefined;
  const organizations = readOrganizations(text, start, trimEnd(text, text.length), isExpected);
  return organizations && { start, place, organizations };
}

/** Where the text after the last separator begins; undefined where the title itself begins with it. */
function afterLast(text: string, from: number, separator: string): number | undefined {
  const at = text.lastIndexOf(separator);
  return at > from ? at + separator.length : undefined;
}

/** The organisations in the brackets that end a line: "标题（试行）（牵头单位：甲局）。". */
function organizationsInBrackets(text: string, from: number, isExpected: boolean): FoundInLine | undefined {
  let organizations: readonly NamedOrganization[] = [];
  let start = text.length;
  for (let end = trimEnd(text, text.length); ; end = trimEnd(text, start)) {
    const open = openingBracket(text, from, end);
    if (open === undefined) break;
    const isAnyNameFine = isExpected && !isRemark(text.slice(open + 1, end - 1));
    const found = readOrganizations(text, open + 1, end - 1, isAnyNameFine);
    if (!found) break;
    organizations = organizations.length > 0 ? [...found, ...organizations] : found;
    start = open;
  }
  if (organizations.length === 0) return organizationsInOpenBracket(text, from);
  return { start, place: 'brackets', organizations };
}

/** "标题（甲局": the closing bracket was lost. */
function organizationsInOpenBracket(text: string, from: number): FoundInLine | undefined {
  const start = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
  if (start <= from || /[)）]/.test(text.slice(start))) return undefined;
  const organizations = readOrganizations(text, start + 1, trimEnd(text, text.length));
  return organizations && { start, place: 'brackets', organizations };
}

/** One organisation among the names tells that none of them is a remark. */
function isRemark(words: string): boolean {
  return remark.test(words) && !words.split(/[、，,；;\s]/).some(isOrganizationName);
}

/** What stands in brackets after titles without being an organisation: a version, a phase, a year, a pointer. */
const remark =
  /^(?:[每共约含详拟已不按以从自待可需另原即如].*|.*[\d一二两三四五六七八九十百千万亿](?:[个项件条处座所家次年月日天米亩元人户层张台辆]|公里).*|试行|暂行|修订|修改|修正|草案|新增|续建|新建|节选|[上下中]|[第\d一二三四五六七八九十]+[期批次版]?|.*(?:[期段图表员者人师版型类款式]|片区)|[\d—\-–~～年月日至]+|见.*|含.*|包括.*|不含.*|.*(?:试点|路口|交叉口|基地))$/;

/** Where the words behind the last wide space or bar begin or, without those, the words behind the last space. */
function tailStart(text: string, from: number): number | undefined {
  const wide = Math.max(...['\u3000', '|', '｜'].map((separator) => afterLast(text, from, separator) ?? 0));
  return wide > 0 ? wide : (afterLast(text, from, ' ') ?? afterLast(text, from, '\u00a0'));
}

interface FoundBelow {
  readonly line: Line;
  readonly named: readonly NamedOrganization[];
  readonly isBare: boolean;
}

/**
 * Organisations that stand under the title in lines of their own: "责任单位：…", "——甲局、乙局", "（甲局）". Behind a role
 * they may come after other lines that describe the project; otherwise they stand right under the title.
 */
function organizationsBelow(
  lines: readonly Line[],
  expected: Pick<Expectation, 'below' | 'bareBelow'> & { readonly isRoleNeeded?: boolean },
): readonly FoundBelow[] {
  const found: FoundBelow[] = [];
  for (const [at, line] of lines.slice(0, mostLinesBelow).entries()) {
    const dash = /^[—–\-―]{1,2}\s*/.exec(line.text)?.[0].length ?? 0;
    const bracket = openingBracket(line.text, 0, line.text.length) === 0 ? 1 : 0;
    const hasRole = beginsWithRole(line.text.slice(dash + bracket));
    const isBare = !hasRole && dash + bracket === 0;
    const isNear = at < mostLinesBeforeBareNames && expected.isRoleNeeded !== true;
    const isCandidate = hasRole || (isNear && (!isBare || expected.bareBelow !== false));
    const named = isCandidate
      ? readOrganizations(line.text, dash + bracket, line.text.length - bracket, expected.below && !isBare)
      : undefined;
    if (named) found.push({ line, named, isBare });
    else if (found.length > 0) break;
  }
  return found;
}

const nothingBelow: readonly FoundBelow[] = [];
const roleLinesOnly = { below: false, bareBelow: false, isRoleNeeded: true };

/** A description between a title and those who are responsible is no longer than this. */
const mostLinesBelow = 40;
/** Without a role, names stand right under the title. */
const mostLinesBeforeBareNames = 3;

/**
 * Where bold words end that are the title of the description behind them: "<b>1.城市书房</b>年内新建六座，…". The end of
 * the line where the words behind are part of the title.
 */
function boldTitleEnd(line: Line, from: number): number {
  const { text, segments } = line;
  let end = from;
  for (const segment of segments) {
    if (segment.at + segment.length <= from) continue;
    if (!isBoldAt(line, segment.at)) break;
    end = segment.at + segment.length;
  }
  const rest = text.slice(end);
  const isDescription = /[。；]/.test(rest) || (rest.length > longestTitleRest && /[，,]/.test(rest));
  return end > from + 1 && isDescription ? end : text.length;
}

/** What follows bold words and is longer, with a comma, is no part of a title. */
const longestTitleRest = 20;

/**
 * Where a title that begins at `from` and reaches at most to `to` ends: before the first full stop that is not inside
 * quotation marks or brackets, and before closing punctuation.
 */
function titleEnd(text: string, from: number, to: number): number {
  let end = firstFullStop(text, from, to) ?? beforeConjunction(text, to);
  while (end > from && closesTitle.has(text.charCodeAt(end - 1))) end--;
  return end;
}

const closesTitle = codesOf(' \t\u00a0\u3000。．.；;：:，,、？?！!—–―|｜');

function firstFullStop(text: string, from: number, to: number): number | undefined {
  const first = text.indexOf('。', from);
  if (first < 0 || first >= to) return undefined;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const character = text[at] ?? '';
    if ('“‘「『《（([【'.includes(character)) depth++;
    else if ('”’」』》）)]】'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '。' && depth === 0) return at;
  }
  return undefined;
}

const longestTitleWord = 12;
const colon = 0x3a;
const wideColon = 0xff1a;
const titleWord = /^(?:\p{Script=Han}{0,2}名称|标题|题目)[：:]\s*/u;

/** Behind punctuation that belongs to the number, and behind a word that only says that the name follows. */
function titleStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && followsNumber.has(text.charCodeAt(at))) at++;
  for (let next = at; next < text.length && next < at + longestTitleWord; next++) {
    const code = text.charCodeAt(next);
    if (code !== colon && code !== wideColon) continue;
    return at + (titleWord.exec(text.slice(at, at + longestTitleWord))?.[0].length ?? 0);
  }
  return at;
}

const followsNumber = codesOf(' \t\u00a0\u3000：:、，,.．|｜');

function trimEnd(text: string, from: number): number {
  let end = beforeConjunction(text, from);
  while (end > 0 && closesEntry.has(text.charCodeAt(end - 1))) end--;
  return end;
}

const closesEntry = codesOf(' \t\u00a0\u3000。．.；;，,、');

/** Where the text up to `end` ends without the "；以及" that joins an entry to the last one. */
function beforeConjunction(text: string, end: number): number {
  if (!endsConjunction.has(text.charCodeAt(end - 1))) return end;
  const match = conjunctionAtEnd.exec(text.slice(Math.max(0, end - longestConjunction), end));
  return match ? end - match[0].length : end;
}

const endsConjunction = codesOf('及和且d');

/** In characters, with the mark before it. */
const longestConjunction = 6;
const conjunctionAtEnd = /[；;，,、]\s?(?:以及|及|和|并且|and)$/;

/** The opening bracket that belongs to the closing one just before `end`; full-width and ASCII ones may pair up. */
function openingBracket(text: string, from: number, end: number): number | undefined {
  if (!closingBrackets.has(text.charCodeAt(end - 1))) return undefined;
  let depth = 0;
  for (let at = end - 1; at >= from; at--) {
    const code = text.charCodeAt(at);
    // Most characters between brackets are Han, and one look tells.
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    if (closingBrackets.has(code)) depth++;
    else if (openingBrackets.has(code) && --depth === 0) return at;
  }
  return undefined;
}

const closingBrackets = codesOf('）)】］]〕');
const openingBrackets = codesOf('（(【［[〔');
