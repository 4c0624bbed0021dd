import type { Comment, Element } from 'domhandler';
import type { Article } from '../../article/article.ts';
import { siteOf } from '../../article/site.ts';
import type { Pattern, PatternEngine } from './patterns.ts';
import { type CatalogueContent, type CatalogueException, type CatalogueRule, foldFurniture } from './rule.ts';
import { indexSelectors, type SelectorIndex } from './selectors.ts';

/** What is known of sites and platforms, ready to be asked about the parts of an article. */
export interface Catalogue {
  /** What it was made of, as data: two catalogues with the same contents give the same answers. */
  readonly contents: readonly CatalogueContent[];
  readonly furniture: Matchers<CatalogueRule>;
  readonly exceptions: Matchers<CatalogueException>;
  readonly hasExceptions: boolean;
  isMedium(name: string): boolean;
}

/** Each gives the first rule, in the order of the files and of each file, that matches on the site of the article. */
export interface Matchers<R> {
  ofElement(element: Element, article: Article): R | undefined;
  ofComment(comment: Comment, article: Article): R | undefined;
  ofImage(address: string, article: Article): R | undefined;
  ofLine(text: string, article: Article): R | undefined;
  /** A text of several lines: only what is given as `text` matches. */
  ofBlock(text: string, article: Article): R | undefined;
}

/** One file's content and the engine that its patterns are meant for. */
export interface CatalogueLayer {
  readonly content: CatalogueContent;
  readonly patterns: PatternEngine;
}

/** The first layer counts most. Patterns and selectors must be sound, as `readCatalogue` makes sure. */
export function createCatalogue(layers: readonly CatalogueLayer[]): Catalogue {
  const media = new Set(layers.flatMap(({ content }) => content.media.map(foldFurniture)));
  return {
    contents: layers.map(({ content }) => content),
    furniture: joinMatchers(layers.map(({ content, patterns }) => compileMatchers(content.rules, patterns))),
    exceptions: joinMatchers(layers.map(({ content, patterns }) => compileMatchers(content.exceptions, patterns))),
    hasExceptions: layers.some(({ content }) => content.exceptions.length > 0),
    isMedium: (name) => media.has(foldFurniture(name)),
  };
}

interface Conditional {
  readonly sites: readonly string[];
}

function joinMatchers<R>(layers: readonly Matchers<R>[]): Matchers<R> {
  const [only] = layers;
  if (only && layers.length === 1) return only;
  return {
    ofElement: (element, article) => firstOf(layers, (layer) => layer.ofElement(element, article)),
    ofComment: (comment, article) => firstOf(layers, (layer) => layer.ofComment(comment, article)),
    ofImage: (address, article) => firstOf(layers, (layer) => layer.ofImage(address, article)),
    ofLine: (text, article) => firstOf(layers, (layer) => layer.ofLine(text, article)),
    ofBlock: (text, article) => firstOf(layers, (layer) => layer.ofBlock(text, article)),
  };
}

function firstOf<L, R>(layers: readonly L[], ask: (layer: L) => R | undefined): R | undefined {
  for (const layer of layers) {
    const answer = ask(layer);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Longer lines and addresses are not compared with patterns, nor are the ends of longer comments. */
const longestMatched = 2000;

function compileMatchers<R extends Conditional & Pick<CatalogueRule, 'matchers'>>(
  rules: readonly R[],
  engine: PatternEngine,
): Matchers<R> {
  const matchersBy = (key: CatalogueRule['matchers'][number]['by']) =>
    rules.flatMap((rule) => rule.matchers.flatMap(({ by, value }) => (by === key ? { value, rule } : [])));
  const selectors = once(
    (): SelectorIndex<R> =>
      indexSelectors(matchersBy('selector').map(({ value, rule }) => ({ selector: value, value: rule }))),
  );
  const texts = once(() => groupByText(matchersBy('text')));
  const patterns = once(() => compilePatterns(matchersBy('pattern'), engine));
  const comments = once(() => compilePatterns(matchersBy('comment'), engine));
  const images = once(() => compilePatterns(matchersBy('image'), engine));
  const ofBlock = (text: string, article: Article): R | undefined =>
    texts().size > 0
      ? texts()
          .get(foldFurniture(text))
          ?.find((rule) => holdsOn(rule, article))
      : undefined;
  return {
    ofElement: (element, article) =>
      selectors()
        .find(element)
        .find((rule) => holdsOn(rule, article)),
    ofComment: ({ data }, article) => comments()(data.slice(0, longestMatched), article),
    ofImage: (address, article) => images()(address.slice(0, longestMatched), article),
    ofLine: (text, article) =>
      ofBlock(text, article) ?? (text.length <= longestMatched ? patterns()(text, article) : undefined),
    ofBlock,
  };
}

function groupByText<R>(entries: readonly { readonly value: string; readonly rule: R }[]): ReadonlyMap<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const { value, rule } of entries) {
    const key = foldFurniture(value);
    const known = groups.get(key);
    if (known) known.push(rule);
    else groups.set(key, [rule]);
  }
  return groups;
}

function compilePatterns<R extends Conditional>(
  entries: readonly { readonly value: string; readonly rule: R }[],
  engine: PatternEngine,
): (text: string, article: Article) => R | undefined {
  if (entries.length === 0) return () => undefined;
  // Almost no line matches any: one test for all of them spares the trial of each.
  const any = engine(entries.map(({ value }) => `(?:${value})`).join('|'));
  const each = once(() => entries.map(({ value, rule }): [Pattern, R] => [engine(value), rule]));
  return (text, article) => {
    if (!any.test(text)) return undefined;
    return each().find(([pattern, rule]) => pattern.test(text) && holdsOn(rule, article))?.[1];
  };
}

/** A site is meant by its name, as the front matter has it, or by a domain that stands in an address of the article. */
function holdsOn({ sites }: Conditional, { text, frontMatter }: Article): boolean {
  if (sites.length === 0) return true;
  const name = foldFurniture(siteOf(frontMatter) ?? '');
  return sites.some(
    (site) => foldFurniture(site) === name || (site.includes('.') && addressOn(site.toLowerCase()).test(text)),
  );
}

function addressOn(domain: string): RegExp {
  return new RegExp(`//(?:[\\w-]{1,60}\\.){0,6}${domain.replace(/[^\w]/g, '\\$&')}(?![\\w.-])`, 'i');
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
