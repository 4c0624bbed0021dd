import type { Severity } from '../core/lint/rule.ts';
import type { Located, OrganizationUse, WorkspaceIndex } from './index.ts';
import type { ArticleSummary } from './summary.ts';

/** By what articles are gathered. */
export type Grouping = 'site' | 'category' | 'problem' | 'organization';

/** Articles that have something in common. */
export interface ArticleGroup {
  /** The name of a site, a category or an organisation, or the code of a rule; null for articles without any. */
  readonly value: string | null;
  readonly articles: number;
  /** How often the organisation is named, or the rule found something. */
  readonly uses: number;
  /** Of the findings of a rule. */
  readonly severity?: Severity;
}

/** The articles of an index by what they have in common. */
export interface ArticleTree {
  /** The gravest problems first, otherwise the groups with the most articles; articles without any come last. */
  groups(grouping: Grouping): readonly ArticleGroup[];
  /** In the order of their URIs. */
  articles(grouping: Grouping, group: string | null): readonly string[];
  /** Where an organisation is named, in the order of the articles. */
  organizationUses(organization: string): readonly Located<OrganizationUse>[];
}

/** Lists are put in order once and then remembered until the index changes: they are asked for part by part. */
export function createArticleTree(index: WorkspaceIndex): ArticleTree {
  const groupsBy = remembered(index, (grouping: Grouping) => sortedGroups(index, grouping));
  const articlesIn = remembered(index, (key: string) => {
    const [grouping, group]: [Grouping, string | null] = JSON.parse(key);
    return [...new Set(uris(index, grouping, group))].sort();
  });
  const usesOf = remembered(index, (organization: string) =>
    [...index.placesOfOrganization(organization)].sort((a, b) => (a.uri < b.uri ? -1 : Number(a.uri > b.uri))),
  );
  return {
    groups: groupsBy,
    articles: (grouping, group) => articlesIn(JSON.stringify([grouping, group])),
    organizationUses: usesOf,
  };
}

function sortedGroups(index: WorkspaceIndex, grouping: Grouping): readonly ArticleGroup[] {
  const groups: ArticleGroup[] = [...counted(index, grouping)];
  groups.sort(
    (a, b) => rankOf(a) - rankOf(b) || b.articles - a.articles || ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
  );
  const others = withoutGroup(index, grouping);
  return others.length > 0 ? [...groups, { value: null, articles: others.length, uses: others.length }] : groups;
}

function counted(index: WorkspaceIndex, grouping: Grouping): Iterable<ArticleGroup> {
  switch (grouping) {
    case 'site':
      return index.sites();
    case 'category':
      return index.names('category');
    case 'problem':
      return index.problems();
    case 'organization':
      return index.organizations();
  }
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

function rankOf({ severity }: ArticleGroup): number {
  return severity === undefined ? 0 : ranks[severity];
}

function uris(index: WorkspaceIndex, grouping: Grouping, group: string | null): Iterable<string> {
  if (group === null) return withoutGroup(index, grouping);
  switch (grouping) {
    case 'site':
      return index.articlesOfSite(group);
    case 'category':
      return [...index.placesOfName('category', group)].map(({ uri }) => uri);
    case 'problem':
      return index.articlesWithProblem(group);
    case 'organization':
      return [...index.placesOfOrganization(group)].map(({ uri }) => uri);
  }
}

/** Articles without a problem are none, and those without an organisation are nobody's concern. */
function withoutGroup(index: WorkspaceIndex, grouping: Grouping): readonly string[] {
  if (grouping !== 'site' && grouping !== 'category') return [];
  const lacksIt =
    grouping === 'site'
      ? ({ site }: ArticleSummary) => site === null
      : ({ names }: ArticleSummary) => names.every(({ kind }) => kind !== 'category');
  return [...index.entries()].flatMap(([uri, summary]) => (lacksIt(summary) ? [uri] : []));
}

function remembered<Key, Value>(index: WorkspaceIndex, compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  let generation = index.generation;
  return (key) => {
    if (generation !== index.generation) known.clear();
    generation = index.generation;
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
