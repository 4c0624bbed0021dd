import { type Element, isTag } from 'domhandler';
import type { Located } from '../text/span.ts';
import { simplify } from './chinese-script.ts';
import { closest } from './html.ts';
import { type Line, sourceSpan } from './lines.ts';
import { type Mark, readMark } from './numbering.ts';
import { readNumeral } from './numerals.ts';
import { readOrganizations, roleOf } from './organizations.ts';
import type { OrganizationRole } from './projects.ts';

/** A table that lists projects: one a row, with a number and a title. */
export interface ProjectTable {
  /** The `<caption>`, or a first row that is one cell across the whole table. */
  readonly caption: Line | undefined;
  readonly rows: readonly ProjectRow[];
  /** Every line that stands in the table. */
  readonly lines: ReadonlySet<Line>;
}

export interface ProjectRow {
  readonly number: RowNumber;
  readonly title: Line;
  /** Where the title begins in its line: behind the number, where both stand in one cell. */
  readonly titleStart: number;
  /** What stands below the title in its cell. */
  readonly below: readonly Line[];
  /** The cell that names the row's group; rows that share it share the line. */
  readonly group: Line | undefined;
  /** The last row above that is a heading across the whole table. */
  readonly banner: Banner | undefined;
  readonly organizations: readonly { readonly line: Line; readonly role: OrganizationRole | undefined }[];
  /** The last line of the row. */
  readonly last: Line;
}

export interface RowNumber extends Located<string> {
  readonly number: number;
}

/** A heading row; its number, where it has one, stands in a cell of its own. */
export interface Banner {
  readonly line: Line;
  readonly number: RowNumber | undefined;
}

/** Finds the tables with a column of numbers and a column of titles, with a header row or without. */
export function findProjectTables(lines: readonly Line[]): readonly ProjectTable[] {
  const tables = new Map<Element, Line[]>();
  for (const line of lines) {
    const { table } = line.surroundings;
    if (!table) continue;
    const own = tables.get(table);
    if (own) own.push(line);
    else tables.set(table, [line]);
  }
  const read: ProjectTable[] = [];
  for (const [, own] of tables) {
    const table = readTable(own, (read.at(-1)?.rows.at(-1)?.number.number ?? 0) + 1);
    if (table) read.push(table);
  }
  return read;
}

const cellElements: ReadonlySet<string> = new Set(['td', 'th']);
const rowElement: ReadonlySet<string> = new Set(['tr']);

/** Wider and taller than any table that people publish; a hostile `colspan` stops here. */
const widestTable = 100;
const tallestSpan = 2000;

type Row = readonly (readonly Line[] | undefined)[];

interface Columns {
  readonly number: number;
  readonly title: number;
  readonly group: number | undefined;
  readonly organizations: readonly OrganizationColumn[];
}

interface OrganizationColumn {
  readonly column: number;
  readonly role: OrganizationRole | undefined;
}

/** `next` is the number with which a table without a header may begin, where it goes on from the one before. */
function readTable(lines: readonly Line[], next: number): ProjectTable | undefined {
  const grid = oneBelowTheOther(readGrid(lines));
  const table = readHeader(grid) ?? { columns: columnsWithoutHeader(grid, next), body: grid, above: [] };
  if (!table.columns) return undefined;
  const columns = withGroupColumn(withOrganizationColumns(table.columns, table.body), table.body);
  const rows = readRows(table.body, columns);
  if (rows.length < 2) return undefined;
  const caption = lines.find(({ surroundings }) => surroundings.heading?.name === 'caption');
  return { caption: caption ?? bannerOf(table.above.at(-1) ?? []), rows, lines: new Set(lines) };
}

/** A long list is sometimes set in two halves side by side, each with numbers of its own. */
function oneBelowTheOther(grid: readonly Row[]): readonly Row[] {
  const at = grid.slice(0, mostRowsAboveHeader).findIndex((row) => numberColumns(row).length > 1);
  const starts = at < 0 ? [] : numberColumns(grid[at] ?? []);
  if (starts[0] !== 0) return grid;
  const halves = starts.map((start, half) => grid.slice(at).map((row) => row.slice(start, starts[half + 1])));
  return halves.flatMap((rows, half) => (half === 0 ? [...grid.slice(0, at), ...rows] : rows.slice(1)));
}

/** Where number headers stand that are cells of their own. */
function numberColumns(row: Row): readonly number[] {
  return row.flatMap((cell, at) => (cell !== row[at - 1] && numberHeader.test(headerText(cell)) ? [at] : []));
}

function readRows(body: readonly Row[], columns: Columns): readonly ProjectRow[] {
  const rows: ProjectRow[] = [];
  const headingRows = numberedHeadingRows(body, columns);
  let banner: Banner | undefined;
  for (const row of body) {
    const across = bannerOf(row);
    if (across) {
      banner = { line: across, number: undefined };
      continue;
    }
    const read = readRow(row, columns, banner);
    if (read && headingRows.has(row)) banner = { line: read.title, number: read.number };
    else if (read) rows.push(read);
  }
  return rows;
}

/** "一 | 交通类" above "1 | 东站枢纽" and "2 | 二桥工程": rows that count in Chinese where those below count in digits. */
function numberedHeadingRows(body: readonly Row[], { number }: Columns): ReadonlySet<Row> {
  const counting = body.filter((row) => !bannerOf(row) && numberIn(row[number]) !== undefined);
  const chinese = counting.filter((row) => /^[^\d０-９]+$/.test(row[number]?.[0]?.text ?? ''));
  const isMixed = chinese.length > 0 && chinese.length < counting.length && chinese[0] === counting[0];
  return new Set(isMixed ? chinese : []);
}

/** The lines of each cell, row by row; a cell that spans rows or columns stands in all of them. */
function readGrid(lines: readonly Line[]): readonly Row[] {
  const cells = new Map<Element, Line[]>();
  for (const line of lines) {
    const { cell } = line.surroundings;
    if (!cell) continue;
    const own = cells.get(cell);
    if (own) own.push(line);
    else cells.set(cell, [line]);
  }
  const rowElements = new Set([...cells.keys()].flatMap((cell) => closest(cell, rowElement) ?? []));
  const grid: (readonly Line[] | undefined)[][] = [];
  let carried: { left: number; readonly lines: readonly Line[] | undefined }[] = [];
  for (const rowOf of rowElements) {
    const row: (readonly Line[] | undefined)[] = [];
    const nextCarried: typeof carried = [];
    const fillCarried = (): void => {
      for (let above = carried[row.length]; above && above.left > 0; above = carried[row.length]) {
        nextCarried[row.length] = { left: above.left - 1, lines: above.lines };
        row.push(above.lines);
      }
    };
    for (const child of rowOf.children) {
      if (!isTag(child) || !cellElements.has(child.name) || row.length >= widestTable) continue;
      fillCarried();
      const spanOf = (name: string, most: number): number =>
        Math.min(most, Math.max(1, Number(child.attribs[name]) || 1));
      const content = cells.get(child);
      for (let times = spanOf('colspan', widestTable); times > 0; times--) {
        nextCarried[row.length] = { left: spanOf('rowspan', tallestSpan) - 1, lines: content };
        row.push(content);
      }
    }
    fillCarried();
    grid.push(row);
    carried = nextCarried;
  }
  return grid;
}

const numberHeader = /^(?:序号|编号|项目编号|序|号|No\.?|#|排名|名次|位次)$/i;
/** From the surest to the least sure. */
const titleHeaders = [
  /(?:名称|标题|题目)$/,
  /^(?:项目|任务|事项|案例|成果|课题|工程|作品|产品|举措|条目)$/,
  /(?:项目|任务|事项|案例|成果|课题|工程|作品|产品|举措|措施|条目|清单)$/,
  /内容$/,
];
const groupHeader =
  /^(?:类别|分类|类型|领域|板块|方面|大类|方向|所属\p{Script=Han}{0,4}|\p{Script=Han}{0,4}(?:类别|类型|领域|方向))$/u;
const organizationHeader =
  /(?:单位|部门|主体|机构|企业|院校|业主|法人)(?:名称)?$|^(?:牵头|责任|配合|主办|承办|协办|参与)(?:方)?$/;

interface Header {
  readonly columns: Columns;
  readonly body: readonly Row[];
  /** The rows above the header. */
  readonly above: readonly Row[];
}

/** A header may have a second row, below a cell such as 责任单位 that is divided into 牵头 and 配合. */
function readHeader(grid: readonly Row[]): Header | undefined {
  for (let at = 0; at < Math.min(grid.length, mostRowsAboveHeader); at++) {
    const row = grid[at] ?? [];
    const number = row.findIndex((cell) => numberHeader.test(headerText(cell)));
    const second = number >= 0 && row[number] === grid[at + 1]?.[number] ? grid[at + 1] : undefined;
    const headers = row.map((cell, column): readonly string[] => {
      const under = second?.[column];
      return under && under !== cell ? [headerText(under), headerText(cell)] : [headerText(cell)];
    });
    const body = grid.slice(at + (second ? 2 : 1));
    const columns = columnsOfHeader(headers, number, body);
    if (columns) return { columns, body, above: grid.slice(0, at) };
  }
  return undefined;
}

/** A table's name and notes stand above its header, and no more. */
const mostRowsAboveHeader = 5;

function headerText(cell: readonly Line[] | undefined): string {
  return simplify(cell?.map(({ text }) => text.replace(/\s/g, '')).join('') ?? '');
}

/** Each header is given from its own words to those above it. A column without a number header may hold number and title. */
function columnsOfHeader(
  headers: readonly (readonly string[])[],
  number: number,
  body: readonly Row[],
): Columns | undefined {
  const isOrganization = (at: number): boolean =>
    headers[at]?.some((header) => organizationHeader.test(header)) ?? false;
  const own = headers.map(([header = '']) => header);
  const titled = findTitleColumn(own.map((header, at) => (at === number || isOrganization(at) ? '' : header)));
  const title = number < 0 ? titled : (titled ?? firstWordsColumn(body, number, isOrganization));
  if (title === undefined || (number < 0 && !countsInTitles(body, title))) return undefined;
  const group = own.findIndex((header, at) => at !== number && at !== title && groupHeader.test(header));
  const organizations = headers.flatMap((parts, column) =>
    column !== title && isOrganization(column) ? [{ column, role: roleOf(parts.join(' ')) }] : [],
  );
  return { number: number < 0 ? title : number, title, group: group < 0 ? undefined : group, organizations };
}

function findTitleColumn(headers: readonly string[]): number | undefined {
  for (const pattern of titleHeaders) {
    const at = headers.findIndex((header) => pattern.test(header));
    if (at >= 0) return at;
  }
  return undefined;
}

/** The first column behind the numbers that holds words; one of organisations only where there is no other. */
function firstWordsColumn(
  body: readonly Row[],
  number: number,
  isOrganization: (column: number) => boolean,
): number | undefined {
  const width = body[0]?.length ?? 0;
  const columns = Array.from({ length: Math.max(0, width - number - 1) }, (_, at) => number + 1 + at);
  const withWords = columns.filter((column) => body.every((row) => !isFigureOrDate(cellText(row[column]))));
  return withWords.find((column) => !isOrganization(column)) ?? withWords[0];
}

function isFigureOrDate(text: string): boolean {
  return /^[\d０-９.,:：%\s\-–—/]+\p{L}{0,3}(?:\d{1,2}\p{L}){0,2}$/u.test(text);
}

/** "1.东站枢纽", "2.二桥工程" in one column. */
function countsInTitles(body: readonly Row[], title: number): boolean {
  const marks = body.flatMap((row) => (bannerOf(row) ? [] : (markIn(row[title])?.value ?? Number.NaN)));
  return marks.length >= 2 && marks.every((value, at) => at === 0 || value === (marks[at - 1] ?? 0) + 1 || value === 1);
}

/** Without a header, a column that counts 1, 2, 3 … says what the table is. */
function columnsWithoutHeader(grid: readonly Row[], next: number): Columns | undefined {
  const rows = grid.filter((row) => !bannerOf(row));
  if (rows.length < 2) return undefined;
  for (let number = 0; number < mostColumnsBeforeNumber; number++) {
    if (
      !counts(
        rows.map((row) => (row.length > number + 1 ? numberIn(row[number]) : undefined)),
        next,
      )
    )
      continue;
    const title = firstWordsColumn(rows, number, (column) => areOrganizations(rows, column));
    if (title !== undefined) return { number, title, group: number > 0 ? number - 1 : undefined, organizations: [] };
  }
  return undefined;
}

const mostColumnsBeforeNumber = 3;

/** 1, 2, 3 …, or on from `next`, where a number may be left out or stand twice, but not often. */
function counts(numbers: readonly (number | undefined)[], next: number): boolean {
  if (numbers[0] !== 1 && numbers[0] !== next) return false;
  const steps = numbers.slice(1).map((number, at) => (number ?? Number.NaN) - (numbers[at] ?? Number.NaN));
  return steps.every((step) => step >= 0 && step <= 3) && steps.filter((step) => step === 1).length * 2 >= steps.length;
}

/** Where no header names organisations, the columns behind the title that hold nothing else do. */
function withOrganizationColumns(columns: Columns, body: readonly Row[]): Columns {
  if (columns.organizations.length > 0) return columns;
  const width = Math.max(0, ...body.map((row) => row.length));
  const organizations: OrganizationColumn[] = [];
  for (let column = columns.title + 1; column < width; column++) {
    if (column !== columns.group && areOrganizations(body, column)) organizations.push({ column, role: undefined });
  }
  return { ...columns, organizations };
}

/** Where no header names groups, a column with cells that stand for several rows does, before the titles. */
function withGroupColumn(columns: Columns, body: readonly Row[]): Columns {
  if (columns.group !== undefined) return columns;
  const rows = body.filter((row) => !bannerOf(row));
  for (let column = 0; column < columns.title; column++) {
    if (column === columns.number || columns.organizations.some((other) => other.column === column)) continue;
    const cells = new Set(rows.map((row) => row[column]));
    if (cells.size > 1 && cells.size < rows.length && !cells.has(undefined)) return { ...columns, group: column };
  }
  return columns;
}

/** True for the words that head a column of numbers. */
export function isNumberHeader(text: string): boolean {
  return numberHeader.test(text);
}

function areOrganizations(body: readonly Row[], column: number): boolean {
  const cells = body.flatMap((row) => (bannerOf(row) ? [] : (row[column] ?? [])));
  const named = cells.filter(({ text }) => readOrganizations(text, 0, text.length) !== undefined);
  return named.length >= 2 && named.length * 3 >= cells.length * 2;
}

/** The line of a row that is one cell across the whole table: a heading of the rows below it. */
function bannerOf(row: Row): Line | undefined {
  const [first] = row;
  return row.length > 1 && first?.length === 1 && row.every((cell) => cell === first) ? first[0] : undefined;
}

function readRow(row: Row, columns: Columns, banner: Banner | undefined): ProjectRow | undefined {
  const titleCell = row[columns.title] ?? [];
  const [title, ...below] = titleCell;
  const mark = columns.number === columns.title ? markIn(titleCell) : undefined;
  const number = mark && title ? numberOfMark(title, mark) : rowNumber(row[columns.number]);
  if (!number || !title) return undefined;
  const cells = row.flatMap((cell) => cell ?? []);
  const last = cells.reduce((latest, line) => (line.span.end > latest.span.end ? line : latest), title);
  return {
    number,
    title,
    titleStart: mark?.end ?? 0,
    below,
    group: columns.group === undefined ? undefined : row[columns.group]?.[0],
    banner,
    organizations: columns.organizations.flatMap(({ column, role }) =>
      (row[column] ?? []).map((line) => ({ line, role })),
    ),
    last,
  };
}

function cellText(cell: readonly Line[] | undefined): string {
  return cell?.map(({ text }) => text).join(' ') ?? '';
}

function markIn(cell: readonly Line[] | undefined): Mark | undefined {
  const text = cell?.[0]?.text;
  const mark = text === undefined ? undefined : readMark(text);
  return mark && mark.end < (text?.length ?? 0) ? mark : undefined;
}

function numberOfMark(line: Line, { value, label, labelStart }: Mark): RowNumber {
  return { number: value, value: label, span: sourceSpan(line, labelStart, labelStart + label.length) };
}

function rowNumber(cell: readonly Line[] | undefined): RowNumber | undefined {
  const number = numberIn(cell);
  const line = cell?.[0];
  return line && number !== undefined ? { number, value: line.text, span: line.span } : undefined;
}

function numberIn(cell: readonly Line[] | undefined): number | undefined {
  const [line, ...more] = cell ?? [];
  return line && more.length === 0 ? readNumeral(line.text.replace(/^[（(]|[)）.．、]+$/g, '')) : undefined;
}
