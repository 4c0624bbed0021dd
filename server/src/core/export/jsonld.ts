import type {
  ArticleRecord,
  DateRecord,
  ExportRecord,
  FigureRecord,
  GroupRecord,
  ProjectRecord,
  QuoteRecord,
} from './record.ts';

/**
 * One JSON-LD 1.1 document in the vocabulary of schema.org: each article is a `NewsArticle` whose `mainEntity` are
 * `ItemList`s of `Project`s with their organisations as members. What schema.org has no word for (the place in the file,
 * how exact a figure is) has terms of its own in the context. `docs/export.md` describes every field.
 */
export function formatJsonLd(records: readonly ExportRecord[]): string {
  return `${JSON.stringify({ '@context': context, '@graph': records.map(articleNode) }, undefined, 2)}\n`;
}

const context = [
  'https://schema.org',
  {
    copydesk: 'urn:copydesk:',
    quote: 'copydesk:quote',
    start: 'copydesk:start',
    end: 'copydesk:end',
    line: 'copydesk:line',
    precision: 'copydesk:precision',
  },
];

/** A node of the document; a field that is undefined is not written. */
type Node = Readonly<Record<string, unknown>>;

function articleNode({ article, groups, figures, dates }: ExportRecord): Node {
  return {
    '@type': 'NewsArticle',
    '@id': encodeURI(article.file),
    headline: article.title ?? undefined,
    author: authorNode(article),
    editor: article.editor === null ? undefined : { '@type': 'Person', name: article.editor },
    publisher: article.site === null ? undefined : organizationNode(article.site),
    datePublished: article.published ?? undefined,
    articleSection: article.categories.length > 0 ? article.categories : undefined,
    image: article.image ?? undefined,
    inLanguage: article.language ?? undefined,
    mainEntity: groups.map(groupNode),
    mentions: [...figures.map(figureNode), ...dates.map(dateNode)],
  };
}

/** Feed archives name the site as the author; anyone else is a person. */
function authorNode({ author, site }: ArticleRecord): Node | undefined {
  if (author === null) return undefined;
  return author === site ? organizationNode(author) : { '@type': 'Person', name: author };
}

function organizationNode(name: string): Node {
  return { '@type': 'Organization', name };
}

function groupNode({ title, heading, projects }: GroupRecord): Node {
  return {
    '@type': 'ItemList',
    name: title ?? undefined,
    numberOfItems: projects.length,
    ...(heading ? placeOf(heading) : {}),
    itemListElement: projects.map((project) => ({
      '@type': 'ListItem',
      position: project.number,
      item: projectNode(project),
    })),
  };
}

function projectNode(project: ProjectRecord): Node {
  const { title, text, mentions, figures, dates, places, start, end, line } = project;
  const own = {
    '@type': 'Quotation',
    text,
    start,
    end,
    line,
    mentions: [...figures.map(figureNode), ...dates.map(dateNode)],
  };
  return {
    '@type': 'Project',
    name: title,
    ...(places.title ? placeOf(places.title) : {}),
    member: project.organizations.map((name, at) => memberNode(name, project.roles[name], places.organizations[at])),
    subjectOf: [
      own,
      ...mentions.map((mention) => ({ '@type': 'Quotation', text: mention.quote, ...placeOf(mention) })),
    ],
  };
}

/** schema.org says the part that a member has by a node between the two. */
function memberNode(name: string, role: string | undefined, place: QuoteRecord | undefined): Node {
  const organization = { ...organizationNode(name), ...(place ? placeOf(place) : {}) };
  return role === undefined ? organization : { '@type': 'OrganizationRole', roleName: role, member: organization };
}

function figureNode(figure: FigureRecord): Node {
  const { value, unit, precision } = figure;
  return {
    '@type': 'QuantitativeValue',
    ...(value === null ? {} : { [valueNames[precision]]: value }),
    unitText: unit === '' ? undefined : unit,
    precision,
    ...placeOf(figure),
  };
}

/** schema.org has dates as values of properties only. */
function dateNode(date: DateRecord): Node {
  const { value, unit, precision } = date;
  return {
    '@type': 'PropertyValue',
    name: 'date',
    value: value ?? undefined,
    unitText: unit,
    precision,
    ...placeOf(date),
  };
}

const valueNames: Readonly<Record<FigureRecord['precision'], string>> = {
  exact: 'value',
  about: 'value',
  'at-least': 'minValue',
  'at-most': 'maxValue',
};

function placeOf({ quote, start, end, line }: QuoteRecord): Node {
  return { quote, start, end, line };
}
