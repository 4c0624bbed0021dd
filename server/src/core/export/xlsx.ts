import type { LinkTo } from './link.ts';
import { type Column, joined, projectColumns, projectRows } from './project-rows.ts';
import type { ArticleRecord, ExportRecord, FigureRecord, ProjectRecord } from './record.ts';
import { type Table, workbookLimits, writeWorkbook } from './workbook.ts';

/**
 * A workbook for Excel and its like with the sheets `projects`, `articles` and `figures`, which `docs/export.md`
 * describes. The name of each file is a link to the line. What a sheet cannot hold is cut: texts that are too long, links
 * that are too many; rows that are too many go on in a further sheet.
 */
export function formatXlsx(records: readonly ExportRecord[], linkTo: LinkTo): Uint8Array {
  return writeWorkbook([
    ...tables('projects', projectColumns, projectRows(records), ({ article, project }) =>
      linkTo(article.file, project.line),
    ),
    ...tables('articles', articleColumns, records, ({ article }) => linkTo(article.file, 1)),
    ...tables('figures', figureColumns, figureRows(records), ({ article, figure }) =>
      linkTo(article.file, figure.line),
    ),
  ]);
}

/** One table, or more where one would have too many rows. */
function tables<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  linkOf: (row: Row) => string | undefined,
): readonly Table[] {
  const mostRows = workbookLimits.rows - 1;
  const parts = Array.from({ length: Math.max(1, Math.ceil(rows.length / mostRows)) }, (_, part) =>
    rows.slice(part * mostRows, (part + 1) * mostRows),
  );
  return parts.map((own, part) => ({
    name: part === 0 ? name : `${name} ${part + 1}`,
    columns: columns.map((column) => ({ name: column.name, width: widths[column.name] ?? defaultWidth })),
    rows: own.map((row) => columns.map(({ cell }) => cell(row))),
    links: own.slice(0, workbookLimits.links).map(linkOf),
  }));
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

/** A figure, with the project in whose entry it stands. */
export interface FigureRow {
  readonly article: ArticleRecord;
  readonly figure: FigureRecord;
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

function figureRows(records: readonly ExportRecord[]): readonly FigureRow[] {
  return records.flatMap(({ article, groups, figures }) => {
    const projectOf = new Map<number, ProjectRecord>();
    for (const { projects } of groups) {
      for (const project of projects) for (const { start } of project.figures) projectOf.set(start, project);
    }
    return figures.map((figure) => ({ article, figure, project: projectOf.get(figure.start) }));
  });
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
