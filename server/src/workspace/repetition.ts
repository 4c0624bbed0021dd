import type { Fingerprint, SiteRepetition } from '../core/lint/repetition/fingerprint.ts';

export interface RepetitionOptions {
  /** The part of a site's articles in which a block has to stand, from 0 to 1. */
  readonly share: number;
  /** The least number of articles in which it has to stand, whatever their part. */
  readonly fewest: number;
}

/**
 * A tenth: what a site prints under one of its ten columns is found, and no event that was ever reported fills a tenth of
 * an archive. Five: below that, chance and series look the same as furniture.
 */
export const defaultRepetition: RepetitionOptions = { share: 0.1, fewest: 5 };

/** Counts, over the articles of many files, what stands in many articles of one site. */
export interface RepetitionStatistics {
  /** Takes in a file, new or changed; undefined for one that is gone or no article of a known site. */
  set(file: string, fingerprint: Fingerprint | undefined): void;
  /** What is repeated, by site. The same map as before where nothing has changed that matters. */
  current(): ReadonlyMap<string, SiteRepetition>;
}

/**
 * Nothing is decided until it is asked for, and then only for sites of which files have changed; what a file contributed
 * is replaced when it changes, so that the counts are the same in whatever order files come and go.
 */
export function createRepetition(options: RepetitionOptions = defaultRepetition): RepetitionStatistics {
  const siteOfFile = new Map<string, string>();
  const sites = new Map<string, Map<string, Fingerprint>>();
  const changed = new Set<string>();
  let decisions: ReadonlyMap<string, SiteRepetition> = new Map();

  const remove = (file: string): void => {
    const site = siteOfFile.get(file);
    if (site === undefined) return;
    siteOfFile.delete(file);
    sites.get(site)?.delete(file);
    changed.add(site);
  };

  return {
    set(file, fingerprint) {
      const site = siteOfFile.get(file);
      const known = site === undefined ? undefined : sites.get(site)?.get(file);
      if (known === fingerprint || (known && fingerprint && isSame(known, fingerprint))) return;
      remove(file);
      if (!fingerprint) return;
      const files = sites.get(fingerprint.site) ?? new Map<string, Fingerprint>();
      sites.set(fingerprint.site, files.set(file, fingerprint));
      siteOfFile.set(file, fingerprint.site);
      changed.add(fingerprint.site);
    },
    current() {
      if (changed.size === 0) return decisions;
      const next = new Map(decisions);
      for (const site of changed) {
        const files = sites.get(site);
        const decision = files && decideSite(site, [...files.values()], options);
        if (decision) next.set(site, decision);
        else next.delete(site);
      }
      changed.clear();
      decisions = next;
      return decisions;
    },
  };
}

function isSame(a: Fingerprint, b: Fingerprint): boolean {
  return (
    a.site === b.site &&
    a.title === b.title &&
    a.day === b.day &&
    a.keys.length === b.keys.length &&
    a.keys.every((key, index) => key === b.keys[index]) &&
    a.core.length === b.core.length &&
    a.core.every((key, index) => key === b.core[index])
  );
}

/** With fewer articles than this nothing can be said of a site. */
const fewestArticles = 10;

/**
 * Decides which blocks of one site are furniture. Articles that are nearly the same count once. A block has to stand in
 * `share` of the articles and in `fewest`, and its articles must have nothing else in common: they come from several days,
 * and no topic is in most of their titles that is not in the titles of the site as a whole. Undefined where the site has
 * too few articles or nothing is repeated.
 */
export function decideSite(
  site: string,
  fingerprints: readonly Fingerprint[],
  { share, fewest }: RepetitionOptions = defaultRepetition,
): SiteRepetition | undefined {
  const articles = distinctArticles(fingerprints);
  if (articles.length < fewestArticles) return undefined;
  const least = Math.max(fewest, Math.ceil(share * articles.length));
  const counts = countKeys(articles);
  const frequent = new Map<number, Fingerprint[]>();
  for (const [key, count] of counts) if (count >= least) frequent.set(key, []);
  if (frequent.size === 0) return undefined;
  for (const article of articles) for (const key of article.keys) frequent.get(key)?.push(article);
  const days = distribution(articles);
  const topics = topicCounts(articles);
  const blocks = new Map<number, number>();
  for (const [key, holders] of frequent) {
    if (isSpreadOverDays(holders, days) && !isBoundToTopic(holders, topics, articles.length)) {
      blocks.set(key, holders.length);
    }
  }
  return blocks.size > 0 ? { site, articleCount: articles.length, blocks } : undefined;
}

function countKeys(articles: readonly Fingerprint[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { keys } of articles) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The part of their longest lines that two articles have to have in common to be one article. */
const sameArticle = 0.6;

/** A line that stands in so many articles tells nothing about which of them are the same. */
const commonLine = 0.5;

/** Articles compared with each other for each line that they have in common. */
const mostCandidates = 8;

/** Of articles that share most of their longest lines the first; where no line tells, of those with one title and the same lines. */
function distinctArticles(fingerprints: readonly Fingerprint[]): readonly Fingerprint[] {
  const counts = new Map<number, number>();
  for (const { core } of fingerprints) for (const key of core) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isTelling = (key: number) => (counts.get(key) ?? 0) <= commonLine * fingerprints.length;
  const leaders = new Map<number, ReadonlySet<number>[]>();
  const untold = new Set<string>();
  return fingerprints.filter(({ core, title }) => {
    const telling = core.filter(isTelling);
    if (telling.length === 0) {
      const identity = [title, ...core].join(' ');
      return !untold.has(identity) && untold.add(identity);
    }
    const candidates = new Set(telling.flatMap((key) => leaders.get(key) ?? []));
    for (const candidate of candidates) if (similarity(telling, candidate) >= sameArticle) return false;
    const own = new Set(telling);
    for (const key of telling) {
      const known = leaders.get(key);
      if (!known) leaders.set(key, [own]);
      else if (known.length < mostCandidates) known.push(own);
    }
    return true;
  });
}

/** What two sets have in common, as a part of what they have together (the index of Jaccard). */
function similarity(a: readonly number[], b: ReadonlySet<number>): number {
  const common = a.filter((key) => b.has(key)).length;
  return common / (a.length + b.size - common);
}

/** How many articles each day has, of those with a date. */
function distribution(articles: readonly Fingerprint[]): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const { day } of articles) if (day !== undefined) days.set(day, (days.get(day) ?? 0) + 1);
  return days;
}

const fewestDays = 3;

/** The most that one day may have of the articles with a block, unless it has as much of the whole site. */
const busiestDay = 0.6;

/** True also where the dates of the site tell nothing: none are known, or all articles come from one or two days. */
function isSpreadOverDays(holders: readonly Fingerprint[], site: ReadonlyMap<number, number>): boolean {
  if (site.size < fewestDays) return true;
  const days = distribution(holders);
  const dated = sum(days.values());
  if (dated < holders.length / 2) return true;
  const siteShare = Math.max(...site.values()) / sum(site.values());
  const largest = Math.max(...days.values()) / dated;
  return days.size >= fewestDays && largest <= Math.max(busiestDay, 1.5 * siteShare);
}

/** The part of the titles that makes a pair of characters the topic of a block's articles … */
const topicShare = 0.6;

/** … where it is so much rarer on the site as a whole. */
const topicLift = 2;

function isBoundToTopic(
  holders: readonly Fingerprint[],
  siteTopics: ReadonlyMap<string, number>,
  articleCount: number,
): boolean {
  for (const [pair, count] of topicCounts(holders)) {
    const here = count / holders.length;
    const everywhere = (siteTopics.get(pair) ?? 0) / articleCount;
    if (here >= topicShare && here >= topicLift * everywhere) return true;
  }
  return false;
}

/** In how many titles each pair of neighbouring letters or digits stands. */
function topicCounts(articles: readonly Fingerprint[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { title } of articles) {
    const letters = title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const pairs = new Set<string>();
    for (let at = 0; at + 1 < letters.length; at++) pairs.add(letters.slice(at, at + 2));
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
