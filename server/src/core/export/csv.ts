import { stringify } from 'csv-stringify/browser/esm/sync';
import type { ArticleRecord, ExportRecord, GroupRecord, ProjectRecord } from './record.ts';

/**
 * One row a project, in the order of the records, below a row with the column names. An article without projects has
 * no row.
 *
 * The text is RFC 4180: commas, CRLF, quotes where a cell needs them. A cell that a spreadsheet would run as a formula
 * (it begins with `=`, `+`, `-`, `@`, a tab, a carriage return, or the full-width form of one) gets an apostrophe in
 * front. `byteOrderMark` puts U+FEFF first, without which Excel reads the file in the system's code page.
 */
export function formatCsv(records: readonly ExportRecord[], options: { readonly byteOrderMark: boolean }): string {
  const rows = records.flatMap(({ article, groups }) =>
    groups.flatMap((group) =>
      group.projects.map((project) => columns.map(([, cell]) => cell({ article, group, project }))),
    ),
  );
  return stringify([columns.map(([name]) => name), ...rows], {
    bom: options.byteOrderMark,
    escape_formulas: true,
    // With CRLF between records the library would leave a lone CR or LF inside a cell unquoted.
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
}

interface Row {
  readonly article: ArticleRecord;
  readonly group: GroupRecord;
  readonly project: ProjectRecord;
}

/**
 * The columns, named as the fields of the record are. What is a list there is joined by a full-width semicolon, which no
 * organisation has in its name; `roles` is "name=role" for those whose role is known; `mentions` and `figures` are the quotes.
 */
const columns: readonly (readonly [name: string, cell: (row: Row) => string | number | null])[] = [
  ['file', ({ article }) => article.file],
  ['article_title', ({ article }) => article.title],
  ['site', ({ article }) => article.site],
  ['author', ({ article }) => article.author],
  ['editor', ({ article }) => article.editor],
  ['published', ({ article }) => article.published],
  ['group_label', ({ group }) => group.label],
  ['group_number', ({ group }) => group.number],
  ['group_title', ({ group }) => group.title],
  ['declared_count', ({ group }) => group.declaredCount],
  ['label', ({ project }) => project.label],
  ['number', ({ project }) => project.number],
  ['title', ({ project }) => project.title],
  ['organizations', ({ project }) => joined(project.organizations)],
  ['roles', ({ project }) => joined(Object.entries(project.roles).map(([name, role]) => `${name}=${role}`))],
  ['text', ({ project }) => project.text],
  ['mentions', ({ project }) => joined(project.mentions.map(({ quote }) => quote))],
  ['figures', ({ project }) => joined(project.figures.map(({ quote }) => quote))],
  ['start', ({ project }) => project.start],
  ['end', ({ project }) => project.end],
  ['line', ({ project }) => project.line],
];

function joined(parts: readonly string[]): string {
  return parts.join('；');
}
