import { type Element, isTag } from 'domhandler';
import { footnoteLines } from './footnotes.ts';
import { declaredCount, type HeadingKind, headingKind, headingText } from './headings.ts';
import { closest } from './html.ts';

import { findLayoutHeadings } from './layout-headings.ts';
import { firstAfter, lastBefore } from './line-order.ts';
import { type Line, sourceSpan } from './lines.ts';
import { findLists, type List, type MarkedLine, type Member } from './lists.ts';
import { type Mark, readMark, readMarks, readSetOffMark } from './numbering.ts';
import { type ProjectLines, projectOfRow, readProjectsOfList } from './project-lines.ts';
import type { Group, Project } from './projects.ts';
import { type Banner, findProjectTables, type ProjectRow, type ProjectTable } from './tables.ts';

/**
 * Reads the numbered projects of an article, group by group in reading order. The reading rests on layout and sequence
 * (numbers that continue each other, headings that look alike), never on words that only some articles have.
 */
export function readGroups(lines: readonly Line[]): readonly Group[] {
  const tables = findProjectTables(lines);
  const tableLines = tables.length > 0 ? new Set(tables.flatMap((table) => [...table.lines])) : noLines;
  const { marked, headings, headingsByKind, unprinted } = markLines(lines, tables, tableLines);
  const footnotes = footnoteLines(lines, marked);
  const entries = footnotes.size > 0 ? marked.filter(({ line }) => !footnotes.has(line)) : marked;
  const lists = findLists(entries, (from, to) => (firstAfter(headings, from)?.line ?? to) < to);
  const sections = tables.length > 0 ? sectionsOverTables(lists, tables, lines) : noSections;
  const reading = { lines, headings, headingsByKind, unprinted, listed: membersOf(lists), tableLines, sections };
  const groups: Group[] = [];
  for (const list of lists) groups.push(...groupsOfList(list, [], reading));
  for (const table of tables) groups.push(...groupsOfTable(table, reading));
  return withoutSharedHeadings(groups.sort((a, b) => a.span.start - b.span.start));
}

/**
 * A heading may be that of two lists, or stand among the entries of the list before: it is the heading of the later one
 * all the same, but the stretch of that one begins at its first project.
 */
function withoutSharedHeadings(groups: readonly Group[]): readonly Group[] {
  return groups.map((group, index) => {
    const { projects, span } = group;
    const isShared = span.start < (groups[index - 1]?.span.end ?? 0);
    return isShared ? { ...group, span: { start: projects[0]?.span.start ?? span.start, end: span.end } } : group;
  });
}

const noLines: ReadonlySet<Line> = new Set();
const noSections: ReadonlyMap<Line, Section> = new Map();

interface Reading {
  readonly lines: readonly Line[];
  /** The entries of all lists, in reading order. */
  readonly listed: readonly Member[];
  /** The lines of all tables that list projects. */
  readonly tableLines: ReadonlySet<Line>;
  /** Headings without a number, in reading order. */
  readonly headings: readonly Heading[];
  /** The same, those of each kind apart. */
  readonly headingsByKind: ReadonlyMap<HeadingKind, readonly Heading[]>;
  /** The marks that come from `<ol>`. */
  readonly unprinted: ReadonlySet<Mark>;
  /** The numbered headings of tables, by the first line of the table. */
  readonly sections: ReadonlyMap<Line, Section>;
}

/** An entry of a list that stands over a table, and the entries around it, the outermost first. */
interface Section extends Member {
  readonly ancestors: readonly Member[];
}

interface Heading {
  readonly line: number;
  readonly kind: HeadingKind;
}

const listElements: ReadonlySet<string> = new Set(['ol', 'ul']);

/** All entries of lists and of the lists inside them, in reading order. */
function membersOf(lists: readonly List[], found: Member[] = []): readonly Member[] {
  for (const { members } of lists) {
    for (const member of members) {
      found.push(member);
      membersOf(member.children, found);
    }
  }
  return found;
}

interface Marks extends Omit<Reading, 'listed' | 'tableLines' | 'sections'> {
  readonly marked: readonly MarkedLine[];
}

function markLines(lines: readonly Line[], tables: readonly ProjectTable[], tableLines: ReadonlySet<Line>): Marks {
  const marked: MarkedLine[] = [];
  const headings: Heading[] = [];
  const unprinted = new Set<Mark>();
  const orderedItem = orderedListMarks();
  lines.forEach((line, index) => {
    if (tableLines.has(line)) return;
    const printed = printedMarks(line);
    const item = orderedItem(line, printed[0]);
    if (item && item.end === 0) unprinted.add(item);
    const marksOfLine = item ? [item] : line.surroundings.isPreformatted ? [] : printed;
    const before = marked[marked.length - 1];
    const isTitleOfBefore = before?.line === index - 1 && before.mark.end >= (lines[index - 1]?.text.length ?? 0);
    const kind = marksOfLine.length > 0 || isTitleOfBefore ? undefined : headingKind(line);
    for (const mark of marksOfLine) marked.push({ line: index, mark });
    if (kind) headings.push({ line: index, kind });
  });
  addLayoutHeadings(headings, lines, marked, tables, tableLines);
  return { lines, marked, headings, headingsByKind: groupByKind(headings), unprinted };
}

/** Adds to the headings that markup tells those that only layout does, and keeps them in reading order. */
function addLayoutHeadings(
  headings: Heading[],
  lines: readonly Line[],
  marked: readonly MarkedLine[],
  tables: readonly ProjectTable[],
  tableLines: ReadonlySet<Line>,
): void {
  if (marked.length === 0 && tables.length === 0) return;
  // Of several readings of one line the first is the likeliest.
  const markOf = new Map<number, Mark>();
  for (const { line, mark } of marked) if (!markOf.has(line)) markOf.set(line, mark);
  for (const [line, mark] of firstRows(lines, tables)) markOf.set(line, mark);
  const isTaken = (index: number): boolean => {
    const line = lines[index];
    const isHeading = firstAfter(headings, index - 1)?.line === index;
    return isHeading || markOf.has(index) || (line !== undefined && tableLines.has(line));
  };
  const found = findLayoutHeadings(lines, (line) => markOf.get(line), isTaken);
  if (found.length === 0) return;
  headings.push(...found.map(({ line, look }): Heading => ({ line, kind: `layout ${look}` })));
  headings.sort((a, b) => a.line - b.line);
}

/** In a cell of its own a number heads no entry: such tables have been read, or are none of projects. */
/** The first line of each table as the head of an entry, as which it may have a heading above it. */
function firstRows(lines: readonly Line[], tables: readonly ProjectTable[]): readonly (readonly [number, Mark])[] {
  if (tables.length === 0) return [];
  const indexOf = new Map(lines.map((line, index) => [line, index]));
  return tables.flatMap(({ lines: own, rows }) => {
    const [first] = own;
    const at = first && indexOf.get(first);
    return at === undefined ? [] : [[at, { ...tableMark, value: rows[0]?.number.number ?? 0 }] as const];
  });
}

const tableMark = {
  style: '<table>',
  rank: 4,
  label: '',
  labelStart: 0,
  end: 0,
  isWeak: false,
  isBare: false,
} as const;

function printedMarks(line: Line): readonly Mark[] {
  const all = readMarks(line.text);
  const marks = line.surroundings.cell ? all.filter(({ end }) => end < line.text.length) : all;
  if (marks.length > 0 && !marks[0]?.isBare) return marks;
  const first = line.segments[0];
  const setOff = readSetOffMark(line.text, first?.length ?? 0);
  if (!first || !setOff) return marks;
  return closest(first.node, superscript) ? [] : [setOff];
}

/** The number of a footnote stands above the line. */
const superscript: ReadonlySet<string> = new Set(['sup']);

function groupByKind(headings: readonly Heading[]): ReadonlyMap<HeadingKind, readonly Heading[]> {
  const byKind = new Map<HeadingKind, Heading[]>();
  for (const heading of headings) {
    const own = byKind.get(heading.kind);
    if (own) own.push(heading);
    else byKind.set(heading.kind, [heading]);
  }
  return byKind;
}

/**
 * Gives the mark of the first line of each `<ol>` item: the number that a browser shows, from `start` and `value`. A
 * list of nothing but links is navigation and gets none.
 */
function orderedListMarks(): (line: Line, printed: Mark | undefined) => Mark | undefined {
  const values = new Map<Element, ReadonlyMap<Element, number>>();
  const seen = new Set<Element>();
  return (line, printed) => {
    const item = line.surroundings.listItem;
    const list = item?.parent && isTag(item.parent) && item.parent.name === 'ol' ? item.parent : undefined;
    if (!item || !list || seen.has(item)) return undefined;
    seen.add(item);
    const numbers = values.get(list) ?? numberItems(list);
    values.set(list, numbers);
    const value = numbers.get(item);
    if (value === undefined) return undefined;
    const depth = listDepth(list);
    const own = printed?.value === value ? printed : { label: String(value), labelStart: 0, end: 0 };
    return {
      style: `<ol> ${depth}`,
      rank: 4 + Math.min(depth, 9) / 10,
      value,
      isWeak: false,
      isBare: false,
      label: own.label,
      labelStart: own.labelStart,
      end: own.end,
    };
  };
}

function numberItems(list: Element): ReadonlyMap<Element, number> {
  const items = list.children.filter((child): child is Element => isTag(child) && child.name === 'li');
  if (items.every(isLinkOnly)) return new Map();
  const values = new Map<Element, number>();
  let next = wholeNumber(list.attribs.start) ?? 1;
  for (const item of items) {
    next = wholeNumber(item.attribs.value) ?? next;
    values.set(item, next++);
  }
  return values;
}

function isLinkOnly(item: Element): boolean {
  return item.children.every((child) => (isTag(child) ? child.name === 'a' : !('data' in child) || !child.data.trim()));
}

function wholeNumber(attribute: string | undefined): number | undefined {
  return attribute !== undefined && /^\d{1,6}$/.test(attribute) ? Number(attribute) : undefined;
}

function listDepth(list: Element): number {
  let depth = 0;
  for (let at = closest(list.parent, listElements); at && depth < 10; at = closest(at.parent, listElements)) depth++;
  return depth;
}

/**
 * The entries of lists that are the headings of tables: "一、市级项目" and the table of those below it. One entry over a
 * table is enough where its number is one of headings; others are headings all together, or none is.
 */
function sectionsOverTables(
  lists: readonly List[],
  tables: readonly ProjectTable[],
  lines: readonly Line[],
): ReadonlyMap<Line, Section> {
  const sections = new Map<Line, Section>();
  const tops = new Set(tables.flatMap(({ lines: own }) => [...own].slice(0, 1)));
  const tableBelow = (line: number): Line | undefined => {
    const next = lines[line + 1];
    const below = next && unitOfTable.test(next.text) ? lines[line + 2] : next;
    return below && tops.has(below) ? below : undefined;
  };
  const visit = (list: List, ancestors: readonly Member[]): void => {
    const { members } = list;
    const areAll = members.every(({ line, children }) => children.length > 0 || tableBelow(line) !== undefined);
    for (const member of members) {
      const table = tableBelow(member.line);
      if (table && (areAll || member.mark.rank <= highestHeadingRank)) sections.set(table, { ...member, ancestors });
      for (const child of member.children) visit(child, [...ancestors, member]);
    }
  };
  for (const list of lists) visit(list, []);
  return sections;
}

/** "单位：万元" above a table says how its figures are meant. */
const unitOfTable = /^[（(]?(?:计量|金额)?单位[：:]\s?\p{Script=Han}{1,8}[）)]?$/u;

/** True where every entry is the heading of a table or of a list, and at least one that of a table. */
function areHeadingsOfTables(members: readonly Member[], { sections }: Reading): boolean {
  if (sections.size === 0) return false;
  const own = new Set([...sections.values()].map(({ line }) => line));
  return (
    members.some(({ line }) => own.has(line)) &&
    members.every(({ line, children }) => own.has(line) || children.length > 0)
  );
}

/**
 * A list whose entries hold lists gives the headings of those, and any other the projects of one group or more. Entries
 * that name organisations while nothing inside them does are projects too, whatever is counted inside them.
 */
function groupsOfList(list: List, ancestors: readonly Member[], reading: Reading): readonly Group[] {
  const { members } = list;
  if (members.every(({ line }) => isLink(reading.lines[line]))) return [];
  let withLists = 0;
  for (const { children } of members) if (children.length > 0) withLists++;
  const areOfTables = areHeadingsOfTables(members, reading);
  if (areOfTables || withLists * 2 >= members.length) {
    const inner: Group[] = [];
    for (const member of members) {
      for (const child of member.children) inner.push(...groupsOfList(child, [...ancestors, member], reading));
    }
    if (areOfTables || mostlyNameOrganizations(inner)) return inner;
    const areSections = haveSameTitles(members, reading);
    if (!areSections && !mostlyNameOrganizations([{ projects: readProjectsOfList(linesOfMembers(members, reading)) }]))
      return inner;
  }
  const first = members[0];
  const parent = ancestors.at(-1);
  const heading = first && headingBefore(reading, first.line, parent?.line ?? -1);
  return splitAtHeadings(members, heading, reading)
    .map((part) => toGroup(part.members, part.heading, ancestors, reading))
    .filter(mostlyHaveTitles);
}

/** A list of nothing but links leads to other articles. */
function isLink(line: Line | undefined): boolean {
  return line?.segments.every(({ node }) => closest(node, linkElement) !== undefined) ?? false;
}

const linkElement: ReadonlySet<string> = new Set(['a']);

/** Numbers with nothing behind them are those of pages. */
function mostlyHaveTitles({ projects }: Group): boolean {
  return projects.filter(({ title }) => title.value !== '').length * 2 > projects.length;
}

/** "案例一 …" and "案例二 …" with "一、基本案情" and "二、典型意义" in each: what is in every entry are its sections. */
function haveSameTitles(members: readonly Member[], { lines }: Reading): boolean {
  const titles = members.map(({ children }) =>
    children.flatMap((list) => list.members.map(({ line, mark }) => lines[line]?.text.slice(mark.end) ?? '')),
  );
  const [first = [], ...others] = titles;
  return first.length > 0 && others.length > 0 && others.every((own) => own[0] === first[0] && own.length > 0);
}

function mostlyNameOrganizations(groups: readonly Pick<Group, 'projects'>[]): boolean {
  let count = 0;
  let named = 0;
  for (const { projects } of groups) {
    count += projects.length;
    for (const { organizations } of projects) if (organizations.length > 0) named++;
  }
  return named * 2 > count;
}

/** The nearest heading above `line` that stands below `after`. */
function headingBefore({ headings }: Reading, line: number, after: number): Heading | undefined {
  const above = lastBefore(headings, line);
  return above && above.line > after ? above : undefined;
}

/** Numbering may run on from one heading to the next; headings of the kind of the first begin a new group each. */
function splitAtHeadings(
  members: readonly Member[],
  heading: Heading | undefined,
  { headingsByKind }: Reading,
): readonly { readonly heading: Heading | undefined; readonly members: readonly Member[] }[] {
  const alike = (heading && headingsByKind.get(heading.kind)) ?? [];
  if (alike.length === 0) return [{ heading, members }];
  const parts: { heading: Heading | undefined; members: Member[] }[] = [];
  for (const member of members) {
    const part = parts.at(-1);
    const above = lastBefore(alike, member.line);
    const isBetween = above !== undefined && above.line > (part?.members.at(-1)?.line ?? member.line);
    if (part && !isBetween) part.members.push(member);
    else parts.push({ heading: isBetween ? above : heading, members: [member] });
  }
  return parts;
}

function declaresCount({ line }: Heading, { lines }: Reading): boolean {
  return declaredCount(lines[line]?.text ?? '') !== undefined;
}

/** Numbered headings with prose below each divide an article; the heading above them is none of a list. */
function areSections(members: readonly Member[], projects: readonly Project[], { lines }: Reading): boolean {
  if (projects.some(({ organizations }) => organizations.length > 0)) return false;
  return members.every(({ line, mark }, at) => {
    const own = lines[line];
    const isOverProse = (members[at + 1]?.line ?? line + 2) > line + 1;
    return own !== undefined && mark.end < own.text.length && isOverProse && headingKind(own) !== undefined;
  });
}

function toGroup(
  members: readonly Member[],
  headingAbove: Heading | undefined,
  ancestors: readonly Member[],
  reading: Reading,
): Group {
  const projects = readProjectsOfList(linesOfMembers(members, reading));
  // An `<h1>` in the first line of all is the title of the article, whatever it counts.
  const isOverSections =
    headingAbove &&
    ((headingAbove.line === 0 && headingAbove.kind === 'h1') || !declaresCount(headingAbove, reading)) &&
    areSections(members, projects, reading);
  const heading = isOverSections ? undefined : headingAbove;
  const parent = heading ? undefined : ancestors.at(-1);
  const top = ancestors[0]?.line ?? heading?.line;
  const parents = top === undefined ? [] : partsAround(top, ancestors.length > 0 ? undefined : heading, reading);
  for (const { line } of heading ? ancestors : ancestors.slice(0, -1)) {
    const around = reading.lines[line];
    if (around) parents.push(around);
  }
  return describeGroup(reading.lines[(heading ?? parent)?.line ?? -1], parent?.mark, parents, projects);
}

/** The headings of larger parts around a line, `<h2>` above `<h3>`; an article's only heading of its kind is its title. */
function partsAround(line: number, heading: Heading | undefined, { lines, headingsByKind }: Reading): Line[] {
  const levels: readonly HeadingKind[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
  const own = heading ? levels.indexOf(heading.kind) : -1;
  const parts: Line[] = [];
  let after = -1;
  for (const level of own < 0 ? levels : levels.slice(0, own)) {
    const all = headingsByKind.get(level) ?? [];
    const above = lastBefore(all, line);
    const text = above && lines[above.line];
    if (all.length < 2 || !text || above.line <= after) continue;
    parts.push(text);
    after = above.line;
  }
  return parts;
}

function describeGroup(
  line: Line | undefined,
  mark: Mark | undefined,
  parents: readonly Line[],
  projects: readonly Project[],
): Group {
  const heading = line && headingText(line);
  const titleStart = mark?.end ?? 0;
  const title = withoutColon(heading?.value.slice(titleStart) ?? '');
  const declared = line && declaredCount(title);
  // In a table the heading may stand behind the number of the first project.
  const firstProject = projects[0]?.span.start ?? heading?.span.start ?? 0;
  const start = Math.min(heading?.span.start ?? firstProject, firstProject);
  return {
    heading,
    label: mark?.label ?? '',
    number: mark?.value,
    title,
    parents: parents.map(headingText),
    declaredCount: declared && {
      value: declared.value,
      isOfBatches: declared.isOfBatches,
      span: sourceSpan(line, titleStart + declared.start, titleStart + declared.end),
    },
    projects,
    span: { start, end: Math.max(start, projects.at(-1)?.span.end ?? start) },
  };
}

function withoutColon(title: string): string {
  return /[\s：:]$/.test(title) ? title.replace(/[\s：:]+$/, '') : title;
}

/**
 * The lines of each entry, down to the next one. What follows the last entry belongs to it only as far as its sisters
 * have lines below their first: an article goes on after its list.
 */
function linesOfMembers(members: readonly Member[], reading: Reading): readonly ProjectLines[] {
  const { lines, headings, unprinted } = reading;
  let longest = 1;
  let longer = 0;
  for (let at = 1; at < members.length; at++) {
    const count = (members[at]?.line ?? 0) - (members[at - 1]?.line ?? 0);
    longest = Math.max(longest, count);
    if (count > 1) longer++;
  }
  const isUsual = longer * 2 > members.length - 1;
  return members.map((member, at) => {
    const { line, mark } = member;
    const next = members[at + 1]?.line;
    const heading = firstAfter(headings, line)?.line ?? lines.length;
    const end =
      next ?? beforeOtherList(member, Math.min(line + (isUsual ? longest : 1), heading, lines.length), reading);
    return { mark, lines: lines.slice(line, Math.min(end, heading)), isNumberUnprinted: unprinted.has(mark) };
  });
}

/** Where an entry that may go on to the line `end` meets a table, or an entry of a list that is not inside it. */
function beforeOtherList(member: Member, end: number, { lines, listed, tableLines }: Reading): number {
  if (end <= member.line + 1) return end;
  const inside = new Set(membersOf([{ members: [member] }]));
  for (let at = member.line + 1; at < end; at++) {
    const line = lines[at];
    const entry = lastBefore(listed, at + 1);
    const isListed = entry?.line === at && !inside.has(entry);
    if (isListed || (line && tableLines.has(line))) return at;
  }
  return end;
}

function groupsOfTable({ caption, rows, lines }: ProjectTable, reading: Reading): readonly Group[] {
  const sections: {
    readonly group: Line | undefined;
    readonly banner: Banner | undefined;
    readonly rows: ProjectRow[];
  }[] = [];
  for (const row of rows) {
    const section = sections.at(-1);
    if (section && section.group === row.group && section.banner === row.banner) section.rows.push(row);
    else sections.push({ group: row.group, banner: row.banner, rows: [row] });
  }
  const [top] = lines;
  const section = top && reading.sections.get(top);
  const first = rows[0] && lineAt(reading.lines, rows[0].title);
  const above = section || first === undefined ? undefined : headingBefore(reading, first, -1);
  const numbered = section && reading.lines[section.line];
  const around = caption ?? numbered ?? (above && reading.lines[above.line]);
  const parts = section
    ? partsAroundSection(section, reading)
    : above
      ? partsAround(above.line, caption ? undefined : above, reading)
      : [];
  return sections.map(({ group, banner, rows: own }) => {
    const heading = group ?? banner?.line ?? around;
    const parents = [...parts, numbered, around, banner?.line].filter(
      (line, at, all): line is Line => line !== undefined && line !== heading && all.indexOf(line) === at,
    );
    const mark = heading && (heading === numbered ? section?.mark : headingMark(heading));
    const described = describeGroup(heading, mark, parents, own.map(projectOfRow));
    const number = heading === banner?.line ? banner?.number : undefined;
    return number ? { ...described, label: number.value, number: number.number } : described;
  });
}

function partsAroundSection({ line, ancestors }: Section, reading: Reading): readonly Line[] {
  const around = ancestors.flatMap((ancestor) => reading.lines[ancestor.line] ?? []);
  return [...partsAround(ancestors[0]?.line ?? line, undefined, reading), ...around];
}

/** The index of a line, by binary search; lines stand in the order of the text. */
function lineAt(lines: readonly Line[], line: Line): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.span.start ?? 0) < line.span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a heading in a table: "一、市级事项". A year or a floor is none, so only the forms of headings count. */
function headingMark({ text }: Line): Mark | undefined {
  const mark = readMark(text);
  return mark && mark.rank <= highestHeadingRank && mark.end < text.length ? mark : undefined;
}

/** "一、" and "（一）". */
const highestHeadingRank = 2;
