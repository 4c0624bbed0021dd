import { type Message, message, renderMessage, type Translate } from '../text/message.ts';
import type { LinkTo } from './link.ts';
import type { ArticleRecord, ExportRecord, GroupRecord, ProjectRecord } from './record.ts';
import { moment } from './table.ts';

export interface MarkdownOptions {
  readonly translate: Translate;
  readonly linkTo: LinkTo;
}

/**
 * A document in GitHub Flavored Markdown for people: a heading an article, below it one a group with a table of its
 * projects, whose columns `docs/export.md` describes. Words of the article cannot act as markup.
 */
export function formatMarkdown(records: readonly ExportRecord[], options: MarkdownOptions): string {
  const write: Writer = { render: (text) => renderMessage(text, options.translate), linkTo: options.linkTo };
  return records.map((record) => `${articlePart(record, write).join('\n\n')}\n`).join('\n');
}

interface Writer {
  render(text: Message): string;
  readonly linkTo: LinkTo;
}

function articlePart({ article, groups }: ExportRecord, write: Writer): readonly string[] {
  const about = [article.site, article.published && moment(article.published), article.file].flatMap(
    (part) => part ?? [],
  );
  return [
    `# ${escapeText(article.title ?? article.file)}`,
    about.map(escapeText).join(' · '),
    ...(groups.length > 0
      ? groups.flatMap((group) => groupPart(article, group, write))
      : [write.render(message('No projects.'))]),
  ];
}

function groupPart(article: ArticleRecord, { label, title, projects }: GroupRecord, write: Writer): readonly string[] {
  const separator = /^\p{Script=Han}/u.test(label) ? '、' : ' ';
  const heading = [label, title ?? ''].filter(Boolean).join(separator);
  const columns = [message('No.'), message('Project'), message('Organisations'), message('Figures'), message('Line')];
  const rows = projects.map((project) => projectRow(article, project, write));
  const lines = [columns.map(write.render), ['-:', '-', '-', '-', '-:'], ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  return [...(heading ? [`## ${escapeText(heading)}`] : []), lines.join('\n')];
}

function projectRow({ file }: ArticleRecord, project: ProjectRecord, { linkTo }: Writer): readonly string[] {
  const { label, title, organizations, figures, line } = project;
  const address = linkTo(file, line);
  return [
    escapeText(label),
    escapeText(title),
    escapeText(organizations.join('、')),
    escapeText(figures.map(({ quote }) => quote).join('、')),
    address === undefined ? String(line) : `[${line}](<${address.replace(/[<>\\\n]/g, encodeURIComponent)}>)`,
  ];
}

/** One line, in which no character means anything but itself: not to a table, not to Markdown, not as HTML. */
function escapeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~&#]/g, '\\$&');
}
