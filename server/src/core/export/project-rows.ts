import type { ArticleRecord, ExportRecord, GroupRecord, ProjectRecord } from './record.ts';

/** A project with what it stands in. */
export interface ProjectRow {
  readonly article: ArticleRecord;
  readonly group: GroupRecord;
  readonly project: ProjectRecord;
}

/** Every project, in the order of the records. An article without projects has no row. */
export function projectRows(records: readonly ExportRecord[]): readonly ProjectRow[] {
  return records.flatMap(({ article, groups }) =>
    groups.flatMap((group) => group.projects.map((project) => ({ article, group, project }))),
  );
}

export interface Column<Row> {
  readonly name: string;
  cell(row: Row): string | number | null;
}

/**
 * The columns of a table of projects, named as the fields of the record are; `docs/export.md` describes them. What is a
 * list there is joined by a full-width semicolon, which no organisation has in its name; `roles` is "name=role" for
 * those whose role is known; `mentions` and `figures` are the quotes, `dates` the values. Those that are new come last, so
 * that the others stay where they were.
 */
export const projectColumns: readonly Column<ProjectRow>[] = [
  { name: 'file', cell: ({ article }) => article.file },
  { name: 'article_title', cell: ({ article }) => article.title },
  { name: 'site', cell: ({ article }) => article.site },
  { name: 'author', cell: ({ article }) => article.author },
  { name: 'editor', cell: ({ article }) => article.editor },
  { name: 'published', cell: ({ article }) => article.published },
  { name: 'group_label', cell: ({ group }) => group.label },
  { name: 'group_number', cell: ({ group }) => group.number },
  { name: 'group_title', cell: ({ group }) => group.title },
  { name: 'declared_count', cell: ({ group }) => group.declaredCount },
  { name: 'label', cell: ({ project }) => project.label },
  { name: 'number', cell: ({ project }) => project.number },
  { name: 'title', cell: ({ project }) => project.title },
  { name: 'organizations', cell: ({ project }) => joined(project.organizations) },
  {
    name: 'roles',
    cell: ({ project }) => joined(Object.entries(project.roles).map(([name, role]) => `${name}=${role}`)),
  },
  { name: 'text', cell: ({ project }) => project.text },
  { name: 'mentions', cell: ({ project }) => joined(project.mentions.map(({ quote }) => quote)) },
  { name: 'figures', cell: ({ project }) => joined(project.figures.map(({ quote }) => quote)) },
  { name: 'start', cell: ({ project }) => project.start },
  { name: 'end', cell: ({ project }) => project.end },
  { name: 'line', cell: ({ project }) => project.line },
  { name: 'group_parents', cell: ({ group }) => joined(group.parents.map(({ text }) => text)) },
  { name: 'dates', cell: ({ project }) => joined(project.dates.map(({ value, quote }) => value ?? quote)) },
];

export function joined(parts: readonly string[]): string {
  return parts.join('；');
}
