import { displayWidth, padToWidth, printable, wrapToWidth } from '../text/display.ts';
import { message, renderMessage, type Translate } from '../text/message.ts';
import type { ArticleRecord, ExportRecord, GroupRecord, ProjectRecord } from './record.ts';

export interface TableOptions {
  /** In terminal columns; lines are no longer where that is possible, and titles wrap. */
  readonly width: number;
  readonly translate: Translate;
}

/**
 * Tables for a person at a terminal, one an article: what it is, then a row a project, with the groups' headings as
 * rows between them. Wide characters count as two columns. An article without projects is its heading and a line that
 * says so. Not meant for programs.
 */
export function formatTable(records: readonly ExportRecord[], options: TableOptions): string {
  return records
    .map((record) =>
      articleTable(record, options)
        .map((line) => `${line.trimEnd()}\n`)
        .join(''),
    )
    .join('\n');
}

function articleTable({ article, groups }: ExportRecord, { width, translate }: TableOptions): readonly string[] {
  const heading = [...wrapToWidth(printable(article.title ?? article.file), width), ...aboutArticle(article)];
  if (groups.every((group) => group.projects.length === 0)) {
    return [...heading, '', `  ${renderMessage(message('No projects.'), translate)}`];
  }
  const header: Row = [
    renderMessage(message('No.'), translate),
    renderMessage(message('Project'), translate),
    renderMessage(message('Organisations'), translate),
    renderMessage(message('Line'), translate),
  ];
  const rows = groups.map((group) => group.projects.map(projectRow));
  const widths = columnWidths([header, ...rows.flat()], width);
  const rule = ` ${widths.map((column) => '─'.repeat(column)).join('  ')}`;
  const body = groups.flatMap((group, index) => [
    '',
    ...groupHeading(group, width, translate),
    ...(rows[index] ?? []).flatMap((row) => rowLines(row, widths)),
  ]);
  return [...heading, '', ...rowLines(header, widths), rule, ...body.slice(1)];
}

/** Number, title, organisations, line. */
type Row = readonly [string, string, string, string];

const gap = 2;

function aboutArticle({ file, title, site, editor, published }: ArticleRecord): readonly string[] {
  const parts = [site, editor, published && moment(published), title === null ? null : file];
  const known = parts.flatMap((part) => (part ? [printable(part)] : []));
  return known.length > 0 ? [known.join(' · ')] : [];
}

/** "2023-03-09 02:15 UTC": the day alone would be wrong for readers in another time zone. */
export function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** The heading as printed; with the number of projects where it does not announce that very number. */
function groupHeading(group: GroupRecord, width: number, translate: Translate): readonly string[] {
  const { label, title, declaredCount, projects } = group;
  const separator = /^\p{Script=Han}/u.test(label) ? '、' : ' ';
  const name = printable([label, title ?? ''].filter(Boolean).join(separator));
  const parts = [name, declaredCount === projects.length && name ? '' : counted(group, translate)];
  return wrapToWidth(parts.filter(Boolean).join('  '), width - 1).map((line) => ` ${line}`);
}

function counted({ declaredCount, projects }: GroupRecord, translate: Translate): string {
  return declaredCount === null
    ? renderMessage(message('(projects: {0})', projects.length), translate)
    : renderMessage(message('(projects: {0}, announced: {1})', projects.length, declaredCount), translate);
}

function projectRow({ label, title, organizations, line }: ProjectRecord): Row {
  return [printable(label), printable(title), organizations.map(printable).join('、'), String(line)];
}

function rowLines(
  row: Row,
  [number, title, organizations, line]: readonly [number, number, number, number],
): readonly string[] {
  const titleLines = wrapToWidth(row[1], title);
  const organizationLines = wrapToWidth(row[2], organizations);
  const space = ' '.repeat(gap);
  return Array.from({ length: Math.max(titleLines.length, organizationLines.length) }, (_, index) => {
    const cells = [
      padToWidth(index === 0 ? row[0] : '', number, 'start'),
      padToWidth(titleLines[index] ?? '', title),
      padToWidth(organizationLines[index] ?? '', organizations),
      padToWidth(index === 0 ? row[3] : '', line, 'start'),
    ];
    return ` ${cells.join(space)}`;
  });
}

/** The natural width of each column where all fits; else titles and organisations share the rest, titles first. */
function columnWidths(rows: readonly Row[], width: number): readonly [number, number, number, number] {
  const natural = (column: 0 | 1 | 2 | 3) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column])), 0);
  const number = natural(0);
  const line = natural(3);
  const shared = Math.max(20, width - number - line - 3 * gap - 1);
  const organizations = Math.min(natural(2), Math.max(Math.floor(shared * 0.4), shared - natural(1)));
  return [number, Math.min(natural(1), shared - organizations), organizations, line];
}
