import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A table of a workbook: a row of column names, then rows of texts and numbers. */
export interface Table {
  /** Unique in the workbook, at most 28 characters, none of `\ / ? * [ ] : '`. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
}

export interface TableColumn {
  readonly name: string;
  /** In characters of the default font. */
  readonly width: number;
}

export type Cell = string | number | null;

/** The longest text that a cell can hold, and how many rows and links a sheet: Excel's specifications and limits. */
export const workbookLimits = { text: 32_767, rows: 1_048_576, links: 65_530 } as const;

/** A workbook in the making. */
export interface WorkbookWriter {
  /**
   * @param table counts from 0.
   * @param link is the address behind the first cell; it is left out where the sheet has as many links as it can hold.
   */
  addRow(table: number, cells: readonly Cell[], link: string | undefined): void;
  finish(): void;
}

/**
 * Writes an Office Open XML workbook (ECMA-376, part 1) with a sheet a table, or more where one has too many rows for a
 * sheet. The row of names is frozen, every column has a filter, texts are stored as texts and so never run as formulas.
 * The same rows give the same bytes: no clock is read. What was added is kept compressed, if at all: rows may be many.
 */
export function openWorkbook(tables: readonly Table[], write: (bytes: Uint8Array) => void): WorkbookWriter {
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  const open = (name: string): Part => {
    const part = new ZipDeflate(name);
    part.mtime = firstDay;
    archive.add(part);
    part.push(strToU8(declaration));
    return {
      write: (xml) => part.push(strToU8(xml)),
      close: (xml) => part.push(strToU8(xml), true),
    };
  };
  let count = 0;
  const openNext = (table: Table, part: number): OpenSheet => {
    const name = part === 1 ? table.name : `${table.name} ${part}`;
    return openSheet(open, { name, columns: table.columns, file: `sheet${++count}.xml`, id: `rId${count}` });
  };
  const parts = tables.map((table) => [openNext(table, 1)]);

  return {
    addRow(table, cells, link) {
      const known = parts[table] ?? [];
      const last = known.at(-1);
      if (!last) return;
      if (last.rowCount < workbookLimits.rows) {
        last.addRow(cells, link);
        return;
      }
      last.close();
      const next = openNext(last.sheet, known.length + 1);
      known.push(next);
      next.addRow(cells, link);
    },
    finish() {
      for (const known of parts) known.at(-1)?.close();
      const sheets = parts.flat();
      open('xl/workbook.xml').close(workbook(sheets));
      open('xl/_rels/workbook.xml.rels').close(
        relationships([
          ...sheets.map(({ sheet }) => relationship(sheet.id, 'worksheet', `worksheets/${sheet.file}`)),
          relationship('styles', 'styles', 'styles.xml'),
        ]),
      );
      open('xl/styles.xml').close(styles);
      open('_rels/.rels').close(relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]));
      open('[Content_Types].xml').close(contentTypes(sheets.map(({ sheet }) => sheet.file)));
      archive.end();
    },
  };
}

/** A file of the archive, written bit by bit. */
interface Part {
  write(xml: string): void;
  close(xml: string): void;
}

interface Sheet extends Table {
  readonly file: string;
  readonly id: string;
}

interface OpenSheet {
  readonly sheet: Sheet;
  /** With that of the names. */
  readonly rowCount: number;
  addRow(cells: readonly Cell[], link: string | undefined): void;
  close(): void;
}

/** The parts in the order that the schema of a worksheet wants. */
function openSheet(open: (name: string) => Part, sheet: Sheet): OpenSheet {
  const part = open(`xl/worksheets/${sheet.file}`);
  const linked: number[] = [];
  let links: Part | undefined;
  let rowCount = 1;
  part.write(sheetHead(sheet));
  return {
    sheet,
    get rowCount() {
      return rowCount;
    },
    addRow(cells, link) {
      const row = ++rowCount;
      const isLinked = link !== undefined && linked.length < workbookLimits.links;
      part.write(rowXml(row, cells, isLinked));
      if (!isLinked) return;
      linked.push(row);
      if (!links) {
        links = open(`xl/worksheets/_rels/${sheet.file}.rels`);
        links.write(relationshipsStart);
      }
      links.write(relationship(linkId(row), 'hyperlink', link, 'External'));
    },
    close() {
      const addresses = linked.map((row) => `<hyperlink ref="A${row}" r:id="${linkId(row)}"/>`);
      part.write(`</sheetData><autoFilter ref="${areaOf(sheet, rowCount)}"/>`);
      part.close(`${addresses.length > 0 ? `<hyperlinks>${addresses.join('')}</hyperlinks>` : ''}</worksheet>`);
      links?.close(relationshipsEnd);
    },
  };
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

const relationshipsStart = `<Relationships xmlns="${packageSchemas}/relationships">`;
const relationshipsEnd = '</Relationships>';

function relationships(entries: readonly string[]): string {
  return relationshipsStart + entries.join('') + relationshipsEnd;
}

function relationship(id: string, type: string, target: string, mode?: 'External'): string {
  const attributes = `Id="${id}" Type="${officeRelationships}/${type}" Target="${escapeXml(target)}"`;
  return `<Relationship ${attributes}${mode ? ` TargetMode="${mode}"` : ''}/>`;
}

function workbook(sheets: readonly Pick<OpenSheet, 'sheet' | 'rowCount'>[]): string {
  const list = sheets.map(
    ({ sheet: { name, id } }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="${id}"/>`,
  );
  // Spreadsheets know by this name what a filter is about.
  const filters = sheets.map(
    ({ sheet, rowCount }, at) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${escapeXml(sheet.name)}'!${areaOf(sheet, rowCount, '$')}</definedName>`,
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

function sheetHead({ columns }: Table): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const names = columns.map(({ name }, column) => cellXml(name, column, 1, header));
  return [
    `<worksheet xmlns="${main}" xmlns:r="${officeRelationships}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1">${names.join('')}</row>`,
  ].join('');
}

function rowXml(number: number, cells: readonly Cell[], isLinked: boolean): string {
  const content = cells.map((cell, column) => cellXml(cell, column, number, column === 0 && isLinked ? hyperlink : 0));
  return `<row r="${number}">${content.join('')}</row>`;
}

function cellXml(cell: Cell, column: number, row: number, style: number): string {
  if (cell === null || cell === '') return '';
  const attributes = `r="${columnName(column)}${row}"${style > 0 ? ` s="${style}"` : ''}`;
  if (typeof cell === 'number') return `<c ${attributes}><v>${cell}</v></c>`;
  const text = cell.length > workbookLimits.text ? `${cell.slice(0, workbookLimits.text - 1)}…` : cell;
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`;
}

function areaOf({ columns }: Table, rowCount: number, fixed: '' | '$' = ''): string {
  const last = columnName(Math.max(0, columns.length - 1));
  return `${fixed}A${fixed}1:${fixed}${last}${fixed}${rowCount}`;
}

/** "A" for 0, "Z" for 25, "AA" for 26. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (column % 26));
}

function linkId(row: number): string {
  return `link${row}`;
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
