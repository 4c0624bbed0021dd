import type { Article } from '../article/article.ts';
import { type CalendarDate, readDates } from '../article/calendar-dates.ts';
import { type Figure, readFigures } from '../article/figures.ts';
import { type Mention, readMentions } from '../article/mentions.ts';
import type { Group, Project } from '../article/projects.ts';
import { compareSpans, type Span } from '../text/span.ts';
import { type OrganizationPlace, outside, readOrganizationPlaces } from './organization-places.ts';

/** An article with the places at which a reader may stop and ask. */
export interface Landmarks {
  readonly article: Article;
  /** Where something that has a name stands, in the order of the text. */
  readonly places: readonly Place[];
  readonly mentions: readonly Mention[];
  /** In the order of the text. */
  readonly figures: readonly Figure[];
  /** In the order of the text. */
  readonly dates: readonly CalendarDate[];
}

/** A place where a project or an organisation stands. */
export type Place = ProjectPlace | OrganizationPlace;

export interface ProjectPlace {
  /** The number and the title in the list, or a mention in the prose. */
  readonly kind: 'number' | 'title' | 'mention';
  readonly span: Span;
  /** As a reader sees it. */
  readonly text: string;
  readonly project: Project;
  readonly group: Group;
}

export function readLandmarks(article: Article): Landmarks {
  const mentions = readMentions(article);
  return {
    article,
    places: placesOf(article, mentions),
    mentions,
    figures: readFigures(article.body.lines),
    dates: readDates(article),
  };
}

/** The place at an offset, or else the one that ends there: a cursor stands between two characters. */
export function placeAt<Kind extends { readonly span: Span }>(
  places: readonly Kind[],
  offset: number,
): Kind | undefined {
  return (
    places.find(({ span }) => span.start <= offset && offset < span.end) ??
    places.find(({ span }) => span.end === offset)
  );
}

function placesOf(article: Article, mentions: readonly Mention[]): readonly Place[] {
  const groupOf = new Map<Project, Group>();
  const places: Place[] = [];
  for (const group of article.groups) {
    for (const project of group.projects) {
      groupOf.set(project, group);
      const { label, title } = project;
      places.push({ kind: 'number', span: label.span, text: label.value, project, group });
      places.push({ kind: 'title', span: title.span, text: title.value, project, group });
    }
  }
  for (const { project, quote, span } of mentions) {
    const group = groupOf.get(project);
    if (group) places.push({ kind: 'mention', span, text: quote, project, group });
  }
  // A project that is named after an organisation is not the organisation.
  const organizations = outside(readOrganizationPlaces(article), mentions);
  places.push(...organizations);
  // The number of an `<ol>` is printed nowhere.
  return places.filter(({ span }) => span.end > span.start).sort((a, b) => compareSpans(a.span, b.span));
}
