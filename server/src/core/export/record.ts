import type { Article } from '../article/article.ts';
import { type CalendarDate, readDates } from '../article/calendar-dates.ts';
import { readEditor } from '../article/credits.ts';
import { toIso } from '../article/dates.ts';
import { type Figure, readFigures } from '../article/figures.ts';
import { type FrontMatter, findEntry, textOf, textsOf } from '../article/front-matter.ts';
import { type Mention, readMentions } from '../article/mentions.ts';
import { organizationNormalizer } from '../article/organization-names.ts';
import type { Group, Project } from '../article/projects.ts';
import { siteOf } from '../article/site.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { type Span, sliceSpan, spansWithin } from '../text/span.ts';
import { languageOf } from './language.ts';

/**
 * The public shape of an exported article, version 1, described to others by `schemas/export-record.schema.json`.
 * It is versioned apart from the program: fields may be added, never renamed or given another meaning.
 * `start` and `end` are UTF-16 offsets into the decoded file without its byte order mark, half-open; lines count from 1.
 */
export interface ExportRecord {
  readonly schemaVersion: 1;
  readonly article: ArticleRecord;
  readonly groups: readonly GroupRecord[];
  /** All of the body's, those of the projects among them. */
  readonly figures: readonly FigureRecord[];
  /** All of the body's, those of the projects among them. */
  readonly dates: readonly DateRecord[];
}

export interface ArticleRecord {
  /** The path as the caller gave it, with forward slashes. */
  readonly file: string;
  readonly title: string | null;
  readonly author: string | null;
  /** From the key `editor`, or else the person whom the body credits. */
  readonly editor: string | null;
  /** The key `site` or `source`; else the site among author and categories, see {@link toRecord}. */
  readonly site: string | null;
  /** ISO 8601 in UTC, "2022-02-24T08:20:59Z"; a date without time zone is China's, UTC+08:00. */
  readonly published: string | null;
  readonly categories: readonly string[];
  /** `headimg`, or else `thumbnail`. */
  readonly image: string | null;
  /** A BCP 47 tag read from the script of the text: `zh-Hans`, `zh-Hant` or `en`; null where the text gives none. */
  readonly language: string | null;
}

export interface GroupRecord {
  /** The heading's number as printed, "一"; empty where it has none. */
  readonly label: string;
  readonly number: number | null;
  readonly title: string | null;
  readonly declaredCount: number | null;
  /** Where the heading stands; null where the projects stand under none. */
  readonly heading: QuoteRecord | null;
  /** The headings above that one, outermost first. */
  readonly parents: readonly ParentRecord[];
  readonly projects: readonly ProjectRecord[];
}

export interface ParentRecord extends QuoteRecord {
  /** The heading with its number, as a reader sees it. */
  readonly text: string;
}

export interface ProjectRecord {
  /** The number as printed: "1", "①", "案例一". */
  readonly label: string;
  readonly number: number;
  readonly title: string;
  readonly organizations: readonly string[];
  /** The same, in order, in a form in which two ways of writing one organisation are equal: 市公安局 as 上海市公安局 where the article is about 上海. */
  readonly normalizedOrganizations: readonly string[];
  /** Which part an organisation has, for those of which the text says it. */
  readonly roles: Readonly<Record<string, 'lead' | 'support' | 'applicant'>>;
  readonly text: string;
  readonly mentions: readonly QuoteRecord[];
  readonly figures: readonly FigureRecord[];
  readonly dates: readonly DateRecord[];
  readonly places: PlacesRecord;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Where the file says what a project is. */
export interface PlacesRecord {
  /** Null for a number that is printed nowhere, because the markup counts. */
  readonly label: QuoteRecord | null;
  /** Null for a project without a title. */
  readonly title: QuoteRecord | null;
  /** In the order of `organizations`, one for each. */
  readonly organizations: readonly QuoteRecord[];
}

export interface QuoteRecord {
  /** The file's characters from `start` to `end`: where a tag stands inside, it is in the quote. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export interface FigureRecord extends QuoteRecord {
  readonly value: number | null;
  readonly unit: string;
  readonly precision: 'exact' | 'about' | 'at-least' | 'at-most';
}

/** A date of the calendar; of those without a year it is that of the date before, or the article's. */
export interface DateRecord extends QuoteRecord {
  /** ISO 8601, as far as the date goes: "2022-01-18", "2022-01", "2022"; null where nothing tells the year. */
  readonly value: string | null;
  readonly unit: 'day' | 'month' | 'year';
  /** `at-most` is by then, `at-least` since then. */
  readonly precision: 'exact' | 'about' | 'at-least' | 'at-most';
  readonly isYearInferred: boolean;
}

/**
 * The record of an article. `file` is how it is named there; backslashes become slashes.
 *
 * The site is what the front matter says (`site`, `source`), else what {@link siteOf} concludes from author and categories.
 */
export function toRecord(article: Article, file: string): ExportRecord {
  const { text, frontMatter, body } = article;
  const lineIndex = createLineIndex(text);
  const quotes = quotesIn(text, lineIndex);
  const figures = readFigures(body.lines).map((figure) => ({
    span: figure.span,
    record: figureRecord(quotes(figure.span), figure),
  }));
  const dates = readDates(article).map((date) => ({ span: date.span, record: dateRecord(quotes, date) }));
  const mentions = mentionsByProject(readMentions(article));
  const title = textOfKey(frontMatter, 'title');
  const author = textOfKey(frontMatter, 'author');
  const categories = textsOf(findEntry(frontMatter, 'categories')?.value).flatMap(({ value }) => value.trim() || []);
  const lines = body.lines.map((line) => line.text);
  const normalize = organizationNormalizer(article);
  return {
    schemaVersion: 1,
    article: {
      file: file.replaceAll('\\', '/'),
      title,
      author,
      editor: textOfKey(frontMatter, 'editor') ?? readEditor(body.lines)?.value ?? null,
      site: textOfKey(frontMatter, 'site') ?? textOfKey(frontMatter, 'source') ?? siteOf(frontMatter) ?? null,
      published: toIso(textOfKey(frontMatter, 'date') ?? '') ?? null,
      categories,
      image: textOfKey(frontMatter, 'headimg') ?? textOfKey(frontMatter, 'thumbnail'),
      language: languageOf([title ?? '', ...lines]),
    },
    groups: article.groups.map((group) => groupRecord(group, { quotes, figures, dates, mentions, normalize })),
    figures: figures.map(({ record }) => record),
    dates: dates.map(({ record }) => record),
  };
}

/** A record, with the place of what it quotes. */
interface Quoted<Of> {
  readonly span: Span;
  readonly record: Of;
}

interface Context {
  readonly quotes: Quotes;
  readonly figures: readonly Quoted<FigureRecord>[];
  readonly dates: readonly Quoted<DateRecord>[];
  readonly mentions: ReadonlyMap<Project, readonly Mention[]>;
  readonly normalize: (name: string) => string;
}

/** Quotes the file at a place. */
type Quotes = (span: Span) => QuoteRecord;

function quotesIn(text: string, lineIndex: LineIndex): Quotes {
  return (span) => ({
    quote: sliceSpan(text, span),
    start: span.start,
    end: span.end,
    line: lineIndex.positionAt(span.start).line + 1,
  });
}

/** Null for a place where nothing stands. */
function quoteOrNull(quotes: Quotes, span: Span | undefined): QuoteRecord | null {
  return span && span.end > span.start ? quotes(span) : null;
}

function groupRecord(group: Group, context: Context): GroupRecord {
  return {
    label: group.label,
    number: group.number ?? null,
    title: group.title || null,
    declaredCount: group.declaredCount?.value ?? null,
    heading: quoteOrNull(context.quotes, group.heading?.span),
    parents: group.parents.map(({ value, span }) => ({ text: value, ...context.quotes(span) })),
    projects: group.projects.map((project) => projectRecord(project, context)),
  };
}

function projectRecord(project: Project, { quotes, figures, dates, mentions, normalize }: Context): ProjectRecord {
  const { label, number, title, organizations, span } = project;
  return {
    label: label.value,
    number,
    title: title.value,
    organizations: organizations.map(({ name }) => name.value),
    normalizedOrganizations: organizations.map(({ name }) => normalize(name.value)),
    roles: Object.fromEntries(organizations.flatMap(({ name, role }) => (role ? [[name.value, role] as const] : []))),
    text: project.text,
    mentions: (mentions.get(project) ?? []).map((mention) => quotes(mention.span)),
    figures: spansWithin(figures, span).map(({ record }) => record),
    dates: spansWithin(dates, span).map(({ record }) => record),
    places: {
      label: quoteOrNull(quotes, label.span),
      title: quoteOrNull(quotes, title.span),
      organizations: organizations.map(({ name }) => quotes(name.span)),
    },
    start: span.start,
    end: span.end,
    line: quotes(span).line,
  };
}

function figureRecord({ quote, start, end, line }: QuoteRecord, { value, unit, precision }: Figure): FigureRecord {
  return { quote, start, end, line, value: value ?? null, unit, precision };
}

function dateRecord(quotes: Quotes, { span, value, unit, precision, isYearInferred }: CalendarDate): DateRecord {
  return { ...quotes(span), value: value ?? null, unit, precision, isYearInferred };
}

function mentionsByProject(mentions: readonly Mention[]): ReadonlyMap<Project, readonly Mention[]> {
  const byProject = new Map<Project, Mention[]>();
  for (const mention of mentions) {
    const known = byProject.get(mention.project);
    if (known) known.push(mention);
    else byProject.set(mention.project, [mention]);
  }
  return byProject;
}

/** The text of a key; null where the key is missing, blank or no scalar. */
function textOfKey(frontMatter: FrontMatter | undefined, key: string): string | null {
  return textOf(findEntry(frontMatter, key)?.value)?.value.trim() || null;
}
