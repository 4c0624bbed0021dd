import type { Located, Span } from '../text/span.ts';
import { type Line, sourceSpan } from './lines.ts';
import type { Mark } from './numbering.ts';
import { beginsWithRole, findRole, type NamedOrganization, readOrganizations } from './organizations.ts';
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
    below: isUsual('below'),
    tail: areTailsUsual(open, entries.length),
  };
  if (!expected.brackets && !expected.below && !expected.tail) return readings.map(({ project }) => project);
  return readings.map((reading, at) => {
    const entry = entries[at];
    return (entry && reading.place === undefined ? readEntry(entry, expected) : reading).project;
  });
}

function areTailsUsual(open: readonly ProjectLines[], count: number): boolean {
  if (open.length * 2 <= count) return false;
  const tails = open.filter((entry) => readEntry(entry, { ...nothingExpected, tail: true }).place === 'tail').length;
  return tails >= 2 && tails * 2 > count;
}

/** The project of a table row. Without columns for organisations, brackets behind the title are looked at. */
export function projectOfRow({ number, value, title, organizations, last }: ProjectRow): Project {
  const inBrackets = organizations.length > 0 ? undefined : organizationsInBrackets(title.text, 0, false);
  const named = organizations.flatMap(({ line, role }) =>
    (readOrganizations(line.text, 0, line.text.length, true) ?? []).map((one) => ({
      name: locate(line, one.start, one.end),
      role: one.role ?? role,
    })),
  );
  return {
    label: { value: number.text, span: number.span },
    number: value,
    title: locate(title, 0, titleEnd(title.text, 0, inBrackets?.start ?? title.text.length)),
    organizations: [...named, ...(inBrackets?.organizations ?? []).map((one) => toOrganization(title, one))],
    span: { start: Math.min(number.span.start, title.span.start), end: last.span.end },
    text: [number, title, ...organizations.map(({ line }) => line)].map(({ text }) => text).join(' '),
  };
}

/** Where in an entry its organisations stand. */
type OrganizationPlace = 'brackets' | 'role' | 'dash' | 'tail' | 'below';

/** Which places the other entries of the list make likely. */
interface Expectation {
  readonly brackets: boolean;
  readonly below: boolean;
  readonly tail: boolean;
}

const nothingExpected: Expectation = { brackets: false, below: false, tail: false };

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
  const inLine = organizationsInLine(titleLine.text, from, expected);
  const below = inLine ? [] : organizationsBelow(lines.slice(isTitleBelow ? 2 : 1), expected.below);
  const end = titleEnd(titleLine.text, from, inLine?.start ?? titleLine.text.length);
  const ownLines = isTitleBelow ? [first, titleLine] : [first];
  for (const { line } of below) ownLines.push(line);
  const label = isNumberUnprinted ? { start: first.span.start, end: first.span.start } : labelSpan(first, mark);
  return {
    place: inLine?.place ?? (below.length > 0 ? 'below' : undefined),
    project: {
      label: { value: mark.label, span: label },
      number: mark.value,
      title: locate(titleLine, from, end),
      organizations: inLine
        ? inLine.organizations.map((named) => toOrganization(titleLine, named))
        : below.flatMap(({ line, named }) => named.map((one) => toOrganization(line, one))),
      span: { start: label.start, end: (lines.at(-1) ?? first).span.end },
      text: ownLines.map(({ text }) => text).join(' '),
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

function organizationsInLine(text: string, from: number, expected: Expectation): FoundInLine | undefined {
  return (
    organizationsInBrackets(text, from, expected.brackets) ??
    organizationsAfter(text, findRole(text, from), 'role', true) ??
    organizationsAfter(text, afterLast(text, from, '——'), 'dash', false) ??
    (expected.tail ? organizationsAfter(text, afterLast(text, from, '\u3000'), 'tail', false) : undefined)
  );
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
    const isAnyNameFine = isExpected && !remark.test(text.slice(open + 1, end - 1));
    const found = readOrganizations(text, open + 1, end - 1, isAnyNameFine);
    if (!found) break;
    organizations = [...found, ...organizations];
    start = open;
  }
  return organizations.length > 0 ? { start, place: 'brackets', organizations } : undefined;
}

/** What stands in brackets after titles without being an organisation: a version, a phase, a year, a pointer. */
const remark =
  /^(?:试行|暂行|修订|修改|修正|草案|新增|续建|新建|节选|[上下中]|[第\d一二三四五六七八九十]+[期批次版]?|.*(?:[期段图表员者人师版型类款式]|片区)|[\d—\-–~～年月日至]+|见.*|含.*|包括.*|不含.*|.*(?:试点|路口|交叉口|基地))$/;

/** Organisations that stand under the title in lines of their own: "责任单位：…", "——甲局、乙局", "（甲局）". */
function organizationsBelow(
  lines: readonly Line[],
  isExpected: boolean,
): readonly { readonly line: Line; readonly named: readonly NamedOrganization[] }[] {
  const found: { line: Line; named: readonly NamedOrganization[] }[] = [];
  for (const line of lines.slice(0, mostLinesBelow)) {
    const dash = /^[—–\-―]{1,2}\s*/.exec(line.text)?.[0].length ?? 0;
    const bracket = openingBracket(line.text, 0, line.text.length) === 0 ? 1 : 0;
    if (dash === 0 && bracket === 0 && !beginsWithRole(line.text)) {
      if (found.length > 0) break;
      continue;
    }
    const named = readOrganizations(line.text, dash + bracket, line.text.length - bracket, isExpected);
    if (named) found.push({ line, named });
    else if (found.length > 0) break;
  }
  return found;
}

/** Organisations stand right under the title; further down, a role word belongs to the text. */
const mostLinesBelow = 3;

/**
 * Where a title that begins at `from` and reaches at most to `to` ends: before the first full stop that is not inside
 * quotation marks or brackets, and before closing punctuation.
 */
function titleEnd(text: string, from: number, to: number): number {
  let end = firstFullStop(text, from, to) ?? to;
  while (end > from && ' \t\u00a0\u3000。．.；;：:，,、—–―'.includes(text[end - 1] ?? '')) end--;
  return end;
}

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
const titleWord = /^(?:\p{Script=Han}{0,2}名称|标题|题目)[：:]\s*/u;

/** Behind punctuation that belongs to the number, and behind a word that only says that the name follows. */
function titleStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\u00a0\u3000：:、，,.．|｜'.includes(text[at] ?? '')) at++;
  const head = text.slice(at, at + longestTitleWord);
  return /[：:]/.test(head) ? at + (titleWord.exec(head)?.[0].length ?? 0) : at;
}

function trimEnd(text: string, from: number): number {
  let end = from;
  while (end > 0 && ' \t\u00a0\u3000。．.；;，,、'.includes(text[end - 1] ?? '')) end--;
  return end;
}

/** The opening bracket that belongs to the closing one just before `end`; full-width and ASCII ones may pair up. */
function openingBracket(text: string, from: number, end: number): number | undefined {
  if (!'）)】］]'.includes(text[end - 1] ?? ' ')) return undefined;
  let depth = 0;
  for (let at = end - 1; at >= from; at--) {
    const character = text[at] ?? '';
    // Most characters between brackets are Han, and one look tells.
    if (character >= '\u4e00' && character <= '\u9fff') continue;
    if ('）)】］]'.includes(character)) depth++;
    else if ('（(【［['.includes(character) && --depth === 0) return at;
  }
  return undefined;
}
