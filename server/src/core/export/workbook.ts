import { strToU8, zipSync } from 'fflate';

/** A sheet: a row of column names, then rows of texts and numbers. */
export interface Table {
  /** Unique in the workbook, at most 31 characters, none of `\ / ? * [ ] : '`. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** The address behind the first cell of each row; undefined, or missing, for a cell without one. */
  readonly links: readonly (string | undefined)[];
}

export interface TableColumn {
  readonly name: string;
  /** In characters of the default font. */
  readonly width: number;
}

export type Cell = string | number | null;

/** The longest text that a cell can hold, and how many rows and links a sheet: Excel's specifications and limits. */
export const workbookLimits = { text: 32_767, rows: 1_048_576, links: 65_530 } as const;

/**
 * An Office Open XML workbook (ECMA-376, part 1) with a sheet a table. The row of names is frozen, every column has a
 * filter, texts are stored as texts and so never run as formulas. The same tables give the same bytes: no clock is read.
 */
export function writeWorkbook(tables: readonly Table[]): Uint8Array {
  const sheets = tables.map((table, index) => ({ table, file: `sheet${index + 1}.xml`, id: `rId${index + 1}` }));
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.map(({ file }) => file)),
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map(({ file, id }) => relationship(id, 'worksheet', `worksheets/${file}`)),
      relationship('styles', 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': styles,
  };
  for (const { table, file } of sheets) {
    files[`xl/worksheets/${file}`] = worksheet(table);
    const links = table.links.flatMap((link, at) =>
      link === undefined ? [] : [relationship(linkId(at), 'hyperlink', link, 'External')],
    );
    if (links.length > 0) files[`xl/worksheets/_rels/${file}.rels`] = relationships(links);
  }
  const bytes = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(declaration + xml)]));
  return zipSync(bytes, { mtime: firstDay });
}

/** The first day that a ZIP archive can name, wherever on the earth. */
const firstDay = Date.UTC(1980, 0, 2);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSchemas = 'http://schemas.openxmlformats.org/package/2006';
const sheetContent = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: readonly string[]): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...sheets.map((file) => [`/xl/worksheets/${file}`, 'worksheet']),
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${sheetContent}.${type}+xml"/>`);
  const relations =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return `<Types xmlns="${packageSchemas}/content-types">${relations}${parts.join('')}</Types>`;
}

function relationships(entries: readonly string[]): string {
  return `<Relationships xmlns="${packageSchemas}/relationships">${entries.join('')}</Relationships>`;
}

function relationship(id: string, type: string, target: string, mode?: 'External'): string {
  const attributes = `Id="${id}" Type="${officeRelationships}/${type}" Target="${escapeXml(target)}"`;
  return `<Relationship ${attributes}${mode ? ` TargetMode="${mode}"` : ''}/>`;
}

function workbook(sheets: readonly { readonly table: Table; readonly id: string }[]): string {
  const list = sheets.map(
    ({ table, id }, at) => `<sheet name="${escapeXml(table.name)}" sheetId="${at + 1}" r:id="${id}"/>`,
  );
  // Spreadsheets know by this name what a filter is about.
  const filters = sheets.map(
    ({ table }, at) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${escapeXml(table.name)}'!${areaOf(table, '$')}</definedName>`,
  );
  const content = `<sheets>${list.join('')}</sheets><definedNames>${filters.join('')}</definedNames>`;
  return `<workbook xmlns="${main}" xmlns:r="${officeRelationships}">${content}</workbook>`;
}

/** The styles of cells, by the index in which they stand in `cellXfs`. */
const header = 1;
const hyperlink = 2;
const styles = [
  `<styleSheet xmlns="${main}">`,
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>',
  // The first two are reserved.
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDE7E8"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>',
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

/** The parts in the order that the schema of a worksheet wants. */
function worksheet(table: Table): string {
  const { columns, rows, links } = table;
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const names = columns.map(({ name }, column) => cellXml(name, column, 1, header));
  const body = rows.map((row, at) =>
    rowXml(
      at + 2,
      row.map((cell, column) => cellXml(cell, column, at + 2, column === 0 && links[at] !== undefined ? hyperlink : 0)),
    ),
  );
  const addresses = links.flatMap((link, at) =>
    link === undefined ? [] : `<hyperlink ref="A${at + 2}" r:id="${linkId(at)}"/>`,
  );
  return [
    `<worksheet xmlns="${main}" xmlns:r="${officeRelationships}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${widths.join('')}</cols>`,
    `<sheetData>${rowXml(1, names)}${body.join('')}</sheetData>`,
    `<autoFilter ref="${areaOf(table)}"/>`,
    addresses.length > 0 ? `<hyperlinks>${addresses.join('')}</hyperlinks>` : '',
    '</worksheet>',
  ].join('');
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml(cell: Cell, column: number, row: number, style: number): string {
  if (cell === null || cell === '') return '';
  const attributes = `r="${columnName(column)}${row}"${style > 0 ? ` s="${style}"` : ''}`;
  if (typeof cell === 'number') return `<c ${attributes}><v>${cell}</v></c>`;
  const text = cell.length > workbookLimits.text ? `${cell.slice(0, workbookLimits.text - 1)}…` : cell;
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`;
}

function areaOf({ columns, rows }: Table, fixed: '' | '$' = ''): string {
  const last = columnName(Math.max(0, columns.length - 1));
  return `${fixed}A${fixed}1:${fixed}${last}${fixed}${rows.length + 1}`;
}

/** "A" for 0, "Z" for 25, "AA" for 26. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (column % 26));
}

function linkId(row: number): string {
  return `link${row + 1}`;
}

/** A text of a cell: in it spreadsheets read `_x0041_` as an escaped "A", unless the underscore is escaped itself. */
function escapeCell(text: string): string {
  return escapeXml(text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'));
}

/** Text or the value of an attribute. Characters that XML 1.0 cannot hold are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
