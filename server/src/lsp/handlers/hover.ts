import type { Hover, HoverParams } from 'vscode-languageserver';
import type { CalendarDate } from '../../core/article/calendar-dates.ts';
import type { Figure } from '../../core/article/figures.ts';
import type { Group, OrganizationRole, Project } from '../../core/article/projects.ts';
import { type Landmarks, type Place, placeAt } from '../../core/navigation/landmarks.ts';
import { normalizedFigure } from '../../core/navigation/normalized.ts';
import { organizationPlacesOf } from '../../core/navigation/occurrences.ts';
import type { OrganizationPlace } from '../../core/navigation/organization-places.ts';
import { type Message, message } from '../../core/text/message.ts';
import { type Span, spansWithin } from '../../core/text/span.ts';
import type { OpenDocument } from '../documents.ts';
import { createMarkup, type Markup } from '../markup.ts';
import { organizationElsewhere } from '../other-articles.ts';
import type { Session } from '../session.ts';
import { frontMatterHover } from './front-matter-hover.ts';

/**
 * `textDocument/hover`: in the front matter a card on the key or the value, in the body one on the figure or the date at the
 * cursor, and one on the project or the organisation there.
 */
export async function hover(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const settings = await session.settings.of(textDocument.uri);
  const document = session.documents.getArticle(textDocument.uri);
  if (!document) return null;
  const offset = document.proto().toOffset(position);
  if (offset < document.article().body.span.start) return frontMatterHover(session, document, settings, offset);
  const landmarks = document.landmarks();
  const figure = placeAt(landmarks.figures, offset);
  const date = placeAt(landmarks.dates, offset);
  const place = placeAt(landmarks.places, offset);
  const at = figure ?? date ?? place;
  if (!at) return null;
  const card: Card = { session, document, landmarks, markup: createMarkup(session.client.markdownHover) };
  const parts = [
    ...(figure ? [figureCard(card, figure)] : []),
    ...(date ? [dateCard(card, date)] : []),
    ...(place ? [placeCard(card, place)] : []),
  ];
  return { contents: card.markup.content(parts), range: document.proto().toRange(at.span) };
}

/** What every part of a card is made with. */
interface Card {
  readonly session: Session;
  readonly document: OpenDocument;
  readonly landmarks: Landmarks;
  readonly markup: Markup;
}

/** A card is a list of lines in the language of the markup. */
type Lines = readonly string[];

function figureCard({ session, markup }: Card, figure: Figure): Lines {
  const { text, strong } = markup;
  const value = normalizedFigure(figure);
  if (value === undefined) {
    return [`${strong(figure.quote)} ${text(session.render(message('The text gives no number.')))}`];
  }
  return [`${text(figure.quote)} ${strong(value)}`, text(session.render(precisions[figure.precision]))];
}

const precisions: Readonly<Record<Figure['precision'], Message>> = {
  exact: message('An exact figure'),
  about: message('An approximate figure'),
  'at-least': message('At least this much'),
  'at-most': message('At most this much'),
};

function dateCard({ session, markup }: Card, { quote, value, unit, precision, isYearInferred }: CalendarDate): Lines {
  const { text, strong } = markup;
  const { render } = session;
  if (value === undefined) return [`${strong(quote)} ${text(render(message('Nothing tells the year.')))}`];
  return [
    `${text(quote)} ${strong(value)}`,
    text(render(precision === 'exact' ? units[unit] : bounds[precision])),
    ...(isYearInferred ? [text(render(message('The year is that of the text before, or of the article.')))] : []),
  ];
}

const units: Readonly<Record<CalendarDate['unit'], Message>> = {
  day: message('A day'),
  month: message('A month'),
  year: message('A year'),
};

const bounds: Readonly<Record<Exclude<CalendarDate['precision'], 'exact'>, Message>> = {
  about: message('About then'),
  'at-least': message('From then on'),
  'at-most': message('By then'),
};

function placeCard(card: Card, place: Place): Lines {
  return place.kind === 'organization' ? organizationCard(card, place) : projectCard(card, place.project, place.group);
}

function projectCard(card: Card, project: Project, group: Group): Lines {
  const { landmarks, markup } = card;
  const mentions = landmarks.mentions.filter((mention) => mention.project === project);
  const figures = spansWithin(landmarks.figures, project.span);
  return [
    markup.strong(`${project.label.value}. ${project.title.value}`),
    ...(group.heading ? [markup.text(group.heading.value)] : []),
    ...field(card, message('Organisations'), organizationsOf(card, project)),
    ...field(
      card,
      message('Mentioned in'),
      mentions.map((mention) => lineLink(card, mention)),
    ),
    ...field(
      card,
      message('Figures'),
      figures.map((figure) => figureText(card, figure)),
    ),
  ];
}

function organizationCard(card: Card, { text: name, identity }: OrganizationPlace): Lines {
  const { session, document, landmarks, markup } = card;
  const others = new Set(organizationElsewhere(session, identity, document).map(({ uri }) => uri)).size;
  const places = organizationPlacesOf(landmarks, identity);
  const projects = new Set(places.flatMap(({ project }) => project ?? []));
  const writings = new Set(places.map(({ text }) => text));
  writings.delete(name);
  return [
    markup.strong(name),
    ...field(card, message('Also written'), [...writings].map(markup.text)),
    ...field(
      card,
      message('Projects'),
      [...projects].map(({ title }) => placeLink(card, title.value, title.span)),
    ),
    ...field(
      card,
      message('Mentioned in'),
      places.filter(({ project }) => !project).map((place) => lineLink(card, place)),
    ),
    ...field(card, message('Other articles'), others > 0 ? [String(others)] : []),
  ];
}

function organizationsOf({ session, markup }: Card, { organizations }: Project): Lines {
  return organizations.map(({ name, role }) =>
    markup.text(role ? `${name.value} (${session.render(roles[role])})` : name.value),
  );
}

const roles: Readonly<Record<OrganizationRole, Message>> = {
  lead: message('lead'),
  support: message('support'),
  applicant: message('applicant'),
};

function lineLink(card: Card, { span }: { readonly span: Span }): string {
  const line = card.document.proto().toRange(span).start.line + 1;
  return placeLink(card, card.session.render(message('line {0}', line)), span);
}

function figureText({ markup }: Card, figure: Figure): string {
  const value = normalizedFigure(figure);
  return markup.text(value === undefined ? figure.quote : `${figure.quote} ${value}`);
}

/** A link that leads to a place in the article: editors read the fragment as line and column, counted from 1. */
function placeLink({ document, markup }: Card, label: string, span: Span): string {
  const { line, character } = document.proto().toRange(span).start;
  return markup.link(label, `${document.uri}#L${line + 1},${character + 1}`);
}

/** More would make the card longer than what it is about. */
const mostValues = 12;

function field({ session, markup }: Card, name: Message, values: Lines): Lines {
  if (values.length === 0) return [];
  const shown = values.length > mostValues ? [...values.slice(0, mostValues), '…'] : values;
  const { render } = session;
  return [`${markup.text(render(name))}${render(message(': '))}${shown.join(render(message(', ')))}`];
}
