import type { Severity } from '../core/lint/rule.ts';
import type { ArticleSummary, NameKind, NameUse, OrganizationSummary, Place, ProjectSummary } from './summary.ts';

/**
 * What is known of all articles of a workspace, in memory. Articles are named by URI, in one spelling. The look-ups are
 * kept up to date with every change, so that asking one costs what the answer is long.
 */
export interface WorkspaceIndex {
  readonly size: number;
  /** Counts the changes: what was computed at another count may be out of date. */
  readonly generation: number;
  set(uri: string, summary: ArticleSummary): void;
  /** False where there was nothing to delete. */
  delete(uri: string): boolean;
  get(uri: string): ArticleSummary | undefined;
  /** In the order in which they were first set. */
  entries(): IterableIterator<[uri: string, summary: ArticleSummary]>;
  /** Called after each `set` and each successful `delete`. Returns what ends it. */
  onChange(listener: (uri: string) => void): () => void;

  /** Every name of a kind with the number of its uses. */
  names(kind: NameKind): Iterable<Count>;
  placesOfName(kind: NameKind, name: string): Iterable<Located<NameUse>>;
  /** The identity of every organisation of a project with the number of its uses, in the text as well. */
  organizations(): Iterable<Count>;
  placesOfOrganization(identity: string): Iterable<Located<OrganizationUse>>;
  /** Every site with the number of its articles. */
  sites(): Iterable<Count>;
  articlesOfSite(site: string): Iterable<string>;
  /** The code of every rule that found something, with the number of its findings. */
  problems(): Iterable<Count & { readonly severity: Severity }>;
  articlesWithProblem(code: string): Iterable<string>;
  /**
   * The projects whose title or organisations have the characters of `query` in this order, upper and lower case alike;
   * all of them where it is empty. Best looked at lazily: nothing is computed ahead.
   */
  projects(query: string): Iterable<Located<ProjectSummary>>;
}

export interface Count {
  readonly value: string;
  readonly uses: number;
  readonly articles: number;
}

/** Something of an article with the article's URI. */
export type Located<T> = T & { readonly uri: string };

export interface OrganizationUse extends OrganizationSummary {
  /** Undefined where it stands in the text. */
  readonly project: ProjectSummary | undefined;
}

export function createWorkspaceIndex(): WorkspaceIndex {
  const summaries = new Map<string, ArticleSummary>();
  const listeners = new Set<(uri: string) => void>();
  const names: Readonly<Record<NameKind, Tally>> = {
    category: createTally(),
    tag: createTally(),
    author: createTally(),
  };
  const organizations = createTally();
  const sites = createTally();
  const problems = createTally();
  const severities = new Map<string, Severity>();
  const shared = createShared();
  let generation = 0;

  const count = (uri: string, summary: ArticleSummary, step: 1 | -1): void => {
    for (const { kind, value } of summary.names) names[kind].add(value, uri, step);
    for (const { identity } of organizationUsesIn(summary)) organizations.add(identity, uri, step);
    if (summary.site !== null) sites.add(summary.site, uri, step);
    for (const { code, severity } of summary.findings) {
      problems.add(code, uri, step);
      severities.set(code, severity);
    }
  };
  const changed = (uri: string): void => {
    generation++;
    for (const listener of listeners) listener(uri);
  };
  const summariesOf = function* (uris: Iterable<string>): Generator<[string, ArticleSummary]> {
    for (const uri of uris) {
      const summary = summaries.get(uri);
      if (summary) yield [uri, summary];
    }
  };

  return {
    get size() {
      return summaries.size;
    },
    get generation() {
      return generation;
    },
    set(uri, summary) {
      const before = summaries.get(uri);
      if (before) count(uri, before, -1);
      const kept = shared(summary);
      summaries.set(uri, kept);
      count(uri, kept, 1);
      changed(uri);
    },
    delete(uri) {
      const before = summaries.get(uri);
      if (!before) return false;
      count(uri, before, -1);
      summaries.delete(uri);
      changed(uri);
      return true;
    },
    get: (uri) => summaries.get(uri),
    entries: () => summaries.entries(),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    names: (kind) => names[kind].counts(),
    *placesOfName(kind, name) {
      for (const [uri, summary] of summariesOf(names[kind].uris(name))) {
        for (const use of summary.names) if (use.kind === kind && use.value === name) yield { uri, ...use };
      }
    },
    organizations: organizations.counts,
    *placesOfOrganization(identity) {
      for (const [uri, summary] of summariesOf(organizations.uris(identity))) {
        for (const use of organizationUsesIn(summary)) if (use.identity === identity) yield { uri, ...use };
      }
    },
    sites: sites.counts,
    articlesOfSite: sites.uris,
    *problems() {
      for (const counted of problems.counts()) yield { ...counted, severity: severities.get(counted.value) ?? 'info' };
    },
    articlesWithProblem: problems.uris,
    *projects(query) {
      const wanted = lettersOf(query);
      for (const [uri, { projects }] of summaries) {
        for (const project of projects) if (matches(project, wanted)) yield { uri, ...project };
      }
    },
  };
}

function* organizationUsesIn({ projects, organizationsInText }: ArticleSummary): Generator<OrganizationUse> {
  for (const project of projects) for (const place of project.organizations) yield { ...place, project };
  for (const place of organizationsInText) yield { ...place, project: undefined };
}

function matches({ title, organizations }: ProjectSummary, wanted: readonly string[]): boolean {
  return (
    holdsInOrder(title.value, wanted) ||
    organizations.some(({ value, identity }) => holdsInOrder(value, wanted) || holdsInOrder(identity, wanted))
  );
}

/** The characters of a query that are looked for in order. */
export function lettersOf(query: string): readonly string[] {
  return [...query.toLowerCase()].filter((character) => character.trim() !== '');
}

export function holdsInOrder(text: string, wanted: readonly string[]): boolean {
  const lower = text.toLowerCase();
  let from = 0;
  for (const character of wanted) {
    const at = lower.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}

/** Counts how often values are used in which article. */
interface Tally {
  add(value: string, uri: string, step: 1 | -1): void;
  counts(): Iterable<Count>;
  uris(value: string): Iterable<string>;
}

function createTally(): Tally {
  const tallies = new Map<string, { uses: number; readonly byArticle: Map<string, number> }>();
  return {
    add(value, uri, step) {
      const tally = tallies.get(value) ?? { uses: 0, byArticle: new Map<string, number>() };
      const { byArticle } = tally;
      const left = (byArticle.get(uri) ?? 0) + step;
      if (left > 0) byArticle.set(uri, left);
      else byArticle.delete(uri);
      tally.uses += step;
      if (byArticle.size > 0) tallies.set(value, tally);
      else tallies.delete(value);
    },
    *counts() {
      for (const [value, { uses, byArticle }] of tallies) yield { value, uses, articles: byArticle.size };
    },
    uris: (value) => tallies.get(value)?.byArticle.keys() ?? [],
  };
}

/** Replaces the texts that many articles have in common by one copy of each: names, organisations, codes, messages. */
function createShared(): (summary: ArticleSummary) => ArticleSummary {
  const copies = new Map<string, string>();
  const one = (text: string): string => {
    const known = copies.get(text);
    if (known !== undefined) return known;
    copies.set(text, text);
    return text;
  };
  const place = ({ value, start, end }: Place): Place => ({ value: one(value), start, end });
  const organization = ({ identity, ...written }: OrganizationSummary): OrganizationSummary => ({
    ...place(written),
    identity: one(identity),
  });
  return (summary) => ({
    ...summary,
    site: summary.site === null ? null : one(summary.site),
    names: summary.names.map((name) => ({ ...name, kind: name.kind, value: one(name.value) })),
    projects: summary.projects.map((project) => ({
      ...project,
      label: one(project.label),
      organizations: project.organizations.map(organization),
    })),
    organizationsInText: summary.organizationsInText.map(organization),
    findings: summary.findings.map((finding) => ({
      ...finding,
      code: one(finding.code),
      message: { template: one(finding.message.template), args: finding.message.args },
    })),
  });
}
