import type { Article } from '../core/article/article.ts';
import { findEntry, textOf, textsOf } from '../core/article/front-matter.ts';
import type { Project } from '../core/article/projects.ts';
import { siteOf } from '../core/article/site.ts';
import { type Fingerprint, fingerprintOf } from '../core/lint/repetition/fingerprint.ts';
import type { Finding, Severity } from '../core/lint/rule.ts';
import { type OrganizationPlace, readOrganizationPlaces } from '../core/navigation/organization-places.ts';
import { lineStarts } from '../core/text/line-index.ts';
import type { Message } from '../core/text/message.ts';
import type { Located, Span } from '../core/text/span.ts';

/** Goes up whenever summaries of today's articles would differ from those made before; cached ones are then made anew. */
export const summaryVersion = 4;

/**
 * What the index keeps of an article: small, plain JSON data that holds no part of the text alive. All spans are UTF-16
 * offsets into the text without its byte order mark, as in {@link Article}.
 */
export interface ArticleSummary {
  readonly version: number;
  readonly title: string | null;
  /** The key `site` or `source`, else what `siteOf` concludes. */
  readonly site: string | null;
  readonly names: readonly NameUse[];
  readonly projects: readonly ProjectSummary[];
  /** The organisations of the projects where the text names them. */
  readonly organizationsInText: readonly OrganizationSummary[];
  readonly findings: readonly FindingSummary[];
  /** When the first of the findings no longer holds, in milliseconds since 1970 UTC; null where all of them always do. */
  readonly until: number | null;
  /** What may be repeated in other articles of the site; null where there is nothing to compare. */
  readonly fingerprint: Fingerprint | null;
  /** Where the lines begin, so that a span can be shown as lines and columns without reading the file again. */
  readonly lineStarts: readonly number[];
}

export type NameKind = 'category' | 'tag' | 'author';

/** A text and where it stands, in the flat form that takes the least memory. */
export interface Place extends Span {
  readonly value: string;
}

/** A name in the front matter; the span includes quotes. */
export interface NameUse extends Place {
  readonly kind: NameKind;
}

export interface ProjectSummary extends Span {
  readonly label: string;
  readonly number: number;
  readonly title: Place;
  readonly organizations: readonly OrganizationSummary[];
}

/** An organisation's name as written, and what it has in common with its other names, see {@link OrganizationPlace}. */
export interface OrganizationSummary extends Place {
  readonly identity: string;
}

export interface FindingSummary extends Span {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly unnecessary: boolean;
}

/** @param findings are what the rules find in the article, in the configuration that applies to it. */
export function summarize(article: Article, findings: readonly Finding[]): ArticleSummary {
  const { frontMatter } = article;
  const organizations = organizationsByProject(article);
  const textOfKey = (key: string) => textOf(findEntry(frontMatter, key)?.value)?.value.trim() || null;
  return detached({
    version: summaryVersion,
    title: textOfKey('title'),
    site: textOfKey('site') ?? textOfKey('source') ?? siteOf(frontMatter) ?? null,
    names: namesIn(article),
    projects: article.groups.flatMap((group) =>
      group.projects.map((project) => projectSummary(project, organizations.get(project) ?? [])),
    ),
    organizationsInText: organizations.get(undefined) ?? [],
    findings: findings.map(findingSummary),
    until: firstEnd(findings),
    fingerprint: fingerprintOf(article) ?? null,
    lineStarts: lineStarts(article.text),
  });
}

function firstEnd(findings: readonly Finding[]): number | null {
  const first = findings.reduce((earliest, { until }) => Math.min(earliest, until), Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? first : null;
}

/** Whether two summaries say the same. */
export function isSameSummary(a: ArticleSummary, b: ArticleSummary): boolean {
  return isSamePlain(a, b);
}

/** Of values that are plain JSON, in whatever order their keys stand. */
function isSamePlain(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [ours, theirs] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return ours.length === theirs.size && ours.every(([key, value]) => isSamePlain(value, theirs.get(key)));
}

/** The keys that hold names; archives write some of them in the plural or in the singular. */
const nameKeys: readonly (readonly [key: string, kind: NameKind])[] = [
  ['categories', 'category'],
  ['category', 'category'],
  ['tags', 'tag'],
  ['author', 'author'],
];

function namesIn({ frontMatter }: Article): readonly NameUse[] {
  return nameKeys.flatMap(([key, kind]) =>
    textsOf(findEntry(frontMatter, key)?.value).flatMap(({ value, span }) =>
      value.trim() === '' ? [] : [{ kind, value: value.trim(), ...span }],
    ),
  );
}

/** Those of the text stand under undefined. */
function organizationsByProject(article: Article): ReadonlyMap<Project | undefined, readonly OrganizationSummary[]> {
  const byProject = new Map<Project | undefined, OrganizationSummary[]>();
  for (const { project, text, identity, span } of readOrganizationPlaces(article)) {
    const summary = { value: text, identity, start: span.start, end: span.end };
    const known = byProject.get(project);
    if (known) known.push(summary);
    else byProject.set(project, [summary]);
  }
  return byProject;
}

function projectSummary(
  { label, number, title, span }: Project,
  organizations: readonly OrganizationSummary[],
): ProjectSummary {
  return {
    label: label.value,
    number,
    title: placeOf(title),
    organizations,
    start: span.start,
    end: span.end,
  };
}

function findingSummary({ code, severity, message, unnecessary, span }: Finding): FindingSummary {
  return { code, severity, message, unnecessary, start: span.start, end: span.end };
}

function placeOf({ value, span }: Located<string>): Place {
  return { value, start: span.start, end: span.end };
}

/** A copy whose texts are its own: a part cut from an article's text would keep all of that text in memory. */
function detached(summary: ArticleSummary): ArticleSummary {
  return JSON.parse(JSON.stringify(summary));
}
