import { type Element, isTag } from 'domhandler';
import { closest } from './html.ts';
import type { Line } from './lines.ts';
import { readNumeral } from './numerals.ts';
import { roleOf } from './organizations.ts';
import type { OrganizationRole } from './projects.ts';

/** A table that lists projects: one a row, with a number and a title. */
export interface ProjectTable {
  readonly caption: Line | undefined;
  readonly rows: readonly ProjectRow[];
  /** Every line that stands in the table. */
  readonly lines: ReadonlySet<Line>;
}

export interface ProjectRow {
  readonly number: Line;
  readonly value: number;
  readonly title: Line;
  /** The cell that names the row's group; rows that share it share the line. */
  readonly group: Line | undefined;
  /** The last row above that is a heading across the whole table. */
  readonly banner: Line | undefined;
  readonly organizations: readonly { readonly line: Line; readonly role: OrganizationRole | undefined }[];
  /** The last line of the row. */
  readonly last: Line;
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
  return [...tables].flatMap(([, own]) => readTable(own) ?? []);
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
  readonly organizations: readonly { readonly column: number; readonly role: OrganizationRole | undefined }[];
}

function readTable(lines: readonly Line[]): ProjectTable | undefined {
  const grid = readGrid(lines);
  const headerAt = grid.findIndex((row) => columnsOfHeader(row) !== undefined);
  const header = grid[headerAt];
  const body = header ? grid.slice(headerAt + 1) : grid;
  const columns = (header && columnsOfHeader(header)) ?? columnsWithoutHeader(body);
  if (!columns) return undefined;
  const rows: ProjectRow[] = [];
  let banner: Line | undefined;
  for (const row of body) {
    banner = bannerOf(row) ?? banner;
    const read = readRow(row, columns, banner);
    if (read) rows.push(read);
  }
  if (rows.length < 2) return undefined;
  const caption = lines.find(({ surroundings }) => surroundings.heading?.name === 'caption');
  return { caption, rows, lines: new Set(lines) };
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

const numberHeader = /^(?:序号|编号|序|号|No\.?|#|排名|名次)$/i;
/** From the surest to the least sure. */
const titleHeaders = [
  /(?:名称|标题|题目)$/,
  /^(?:项目|任务|事项|案例|成果|课题|工程|作品|产品|举措|条目)$/,
  /(?:项目|任务|事项|案例|成果|课题|工程|作品|产品|举措|条目|清单)$/,
  /内容$/,
];
const groupHeader =
  /^(?:类别|分类|类型|领域|板块|方面|大类|所属\p{Script=Han}{0,4}|\p{Script=Han}{0,4}类别|\p{Script=Han}{0,4}领域)$/u;
const organizationHeader = /(?:单位|部门|主体|机构|企业|院校|业主|法人)(?:名称)?$/;

function columnsOfHeader(row: Row): Columns | undefined {
  const headers = row.map((cell) => cell?.map(({ text }) => text.replace(/\s/g, '')).join('') ?? '');
  const number = headers.findIndex((header) => numberHeader.test(header));
  if (number < 0) return undefined;
  const title = findTitleColumn(
    headers.map((header, at) => (at === number || organizationHeader.test(header) ? '' : header)),
  );
  if (title === undefined) return undefined;
  const group = headers.findIndex((header, at) => at !== number && at !== title && groupHeader.test(header));
  const organizations = headers.flatMap((header, column) =>
    column !== title && organizationHeader.test(header) ? [{ column, role: roleOf(header) }] : [],
  );
  return { number, title, group: group < 0 ? undefined : group, organizations };
}

function findTitleColumn(headers: readonly string[]): number | undefined {
  for (const pattern of titleHeaders) {
    const at = headers.findIndex((header) => pattern.test(header));
    if (at >= 0) return at;
  }
  return undefined;
}

/** Without a header, a first column that counts 1, 2, 3 … says what the table is. */
function columnsWithoutHeader(rows: readonly Row[]): Columns | undefined {
  const counts = rows.length >= 2 && rows.every((row, at) => row.length >= 2 && numberIn(row[0]) === at + 1);
  return counts ? { number: 0, title: 1, group: undefined, organizations: [] } : undefined;
}

/** The line of a row that is one cell across the whole table: a heading of the rows below it. */
function bannerOf(row: Row): Line | undefined {
  const [first] = row;
  return row.length > 1 && first?.length === 1 && row.every((cell) => cell === first) ? first[0] : undefined;
}

function readRow(row: Row, columns: Columns, banner: Line | undefined): ProjectRow | undefined {
  const number = row[columns.number]?.[0];
  const value = numberIn(row[columns.number]);
  const title = row[columns.title]?.[0];
  if (!number || value === undefined || !title) return undefined;
  const cells = row.flatMap((cell) => cell ?? []);
  const last = cells.reduce((latest, line) => (line.span.end > latest.span.end ? line : latest), title);
  return {
    number,
    value,
    title,
    group: columns.group === undefined ? undefined : row[columns.group]?.[0],
    banner,
    organizations: columns.organizations.flatMap(({ column, role }) =>
      (row[column] ?? []).map((line) => ({ line, role })),
    ),
    last,
  };
}

function numberIn(cell: readonly Line[] | undefined): number | undefined {
  const [line, ...more] = cell ?? [];
  return line && more.length === 0 ? readNumeral(line.text.replace(/^[（(]|[)）.．、]+$/g, '')) : undefined;
}
