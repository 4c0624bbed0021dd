import { joinBytes } from '../text/bytes.ts';
import type { LinkTo } from './link.ts';
import { type Column, joined, projectColumns, projectRows } from './project-rows.ts';
import type { ArticleRecord, DateRecord, ExportRecord, FigureRecord, ProjectRecord } from './record.ts';
import { type Cell, openWorkbook, type TableColumn } from './workbook.ts';

/**
 * Writes a workbook for Excel and its like with the sheets `projects`, `articles` and `figures`, which `docs/export.md`
 * describes, while the records come. The name of each file is a link to the line. What a sheet cannot hold is cut: texts
 * that are too long, links that are too many; rows that are too many go on in a further sheet.
 */
export function openXlsx(
  linkTo: LinkTo,
  write: (bytes: Uint8Array) => void,
): { add(record: ExportRecord): void; finish(): void } {
  const workbook = openWorkbook(
    [
      { name: 'projects', columns: widened(projectColumns) },
      { name: 'articles', columns: widened(articleColumns) },
      { name: 'figures', columns: widened(figureColumns) },
    ],
    write,
  );
  return {
    add(record) {
      const { file } = record.article;
      for (const row of projectRows([record])) {
        workbook.addRow(0, cellsOf(projectColumns, row), linkTo(file, row.project.line));
      }
      workbook.addRow(1, cellsOf(articleColumns, record), linkTo(file, 1));
      for (const row of figureRows(record)) {
        workbook.addRow(2, cellsOf(figureColumns, row), linkTo(file, row.figure.line));
      }
    },
    finish: workbook.finish,
  };
}

/** The workbook of records that are all there. */
export function formatXlsx(records: readonly ExportRecord[], linkTo: LinkTo): Uint8Array {
  const chunks: Uint8Array[] = [];
  const workbook = openXlsx(linkTo, (bytes) => void chunks.push(bytes));
  for (const record of records) workbook.add(record);
  workbook.finish();
  return joinBytes(chunks);
}

function widened<Row>(columns: readonly Column<Row>[]): readonly TableColumn[] {
  return columns.map(({ name }) => ({ name, width: widths[name] ?? defaultWidth }));
}

function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): readonly Cell[] {
  return columns.map(({ cell }) => cell(row));
}

export const articleColumns: readonly Column<ExportRecord>[] = [
  { name: 'file', cell: ({ article }) => article.file },
  { name: 'title', cell: ({ article }) => article.title },
  { name: 'author', cell: ({ article }) => article.author },
  { name: 'editor', cell: ({ article }) => article.editor },
  { name: 'site', cell: ({ article }) => article.site },
  { name: 'published', cell: ({ article }) => article.published },
  { name: 'categories', cell: ({ article }) => joined(article.categories) },
  { name: 'image', cell: ({ article }) => article.image },
  { name: 'language', cell: ({ article }) => article.language },
  { name: 'groups', cell: ({ groups }) => groups.length },
  { name: 'projects', cell: ({ groups }) => groups.reduce((sum, { projects }) => sum + projects.length, 0) },
  { name: 'figures', cell: ({ figures }) => figures.length },
];

/** A figure or a date, with the project in whose entry it stands. */
export interface FigureRow {
  readonly article: ArticleRecord;
  readonly figure: FigureRecord | DateRecord;
  readonly project: ProjectRecord | undefined;
}

export const figureColumns: readonly Column<FigureRow>[] = [
  { name: 'file', cell: ({ article }) => article.file },
  { name: 'article_title', cell: ({ article }) => article.title },
  { name: 'project_label', cell: ({ project }) => project?.label ?? null },
  { name: 'project_title', cell: ({ project }) => project?.title ?? null },
  { name: 'quote', cell: ({ figure }) => figure.quote },
  { name: 'value', cell: ({ figure }) => figure.value },
  { name: 'unit', cell: ({ figure }) => figure.unit },
  { name: 'precision', cell: ({ figure }) => figure.precision },
  { name: 'start', cell: ({ figure }) => figure.start },
  { name: 'end', cell: ({ figure }) => figure.end },
  { name: 'line', cell: ({ figure }) => figure.line },
];

function figureRows({ article, groups, figures, dates }: ExportRecord): readonly FigureRow[] {
  const projectOf = new Map<number, ProjectRecord>();
  for (const { projects } of groups) {
    for (const project of projects) {
      for (const { start } of [...project.figures, ...project.dates]) projectOf.set(start, project);
    }
  }
  const inOrder = [...figures, ...dates].sort((a, b) => a.start - b.start);
  return inOrder.map((figure) => ({ article, figure, project: projectOf.get(figure.start) }));
}

/** In characters of the default font. */
const defaultWidth = 12;
const widths: Readonly<Record<string, number>> = {
  file: 32,
  article_title: 40,
  title: 40,
  project_title: 40,
  published: 22,
  categories: 24,
  group_title: 24,
  organizations: 36,
  text: 60,
  mentions: 30,
  figures: 30,
  image: 40,
};
