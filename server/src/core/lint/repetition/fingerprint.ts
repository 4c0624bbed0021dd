import { type Element, isTag } from 'domhandler';
import type { Article } from '../../article/article.ts';
import { toIso } from '../../article/dates.ts';
import { findEntry, textOf } from '../../article/front-matter.ts';
import { readImages } from '../../article/images.ts';
import type { Line } from '../../article/lines.ts';
import { siteOf } from '../../article/site.ts';
import { foldFurniture } from '../catalogue/rule.ts';

/** What of an article could stand in others of the same site, in a form small enough to be kept for every file. */
export interface Fingerprint {
  readonly site: string;
  readonly title: string;
  /** Days since 1970; undefined where the front matter has no date that can be read. */
  readonly day: number | undefined;
  /** The {@link keysOf lines} near the head and the end of the article and of short ones anywhere, each once. */
  readonly keys: readonly number[];
  /** The keys of the longest lines: articles that have most of these in common are one article. */
  readonly core: readonly number[];
}

/** What was counted on one site. */
export interface SiteRepetition {
  readonly site: string;
  /** How many articles were compared, of those that are nearly the same only one. */
  readonly articleCount: number;
  /** By key, in how many of them a block stands; only of blocks that stand in enough to be furniture. */
  readonly blocks: ReadonlyMap<number, number>;
}

/** The first and the last lines of an article: where sites put their furniture. */
export const edgeLines = { start: 6, end: 16 };

/** In lines. */
const coreSize = 8;

/** Undefined for an article that does not tell its site, or that has nothing to read. */
export function fingerprintOf(article: Article): Fingerprint | undefined {
  const { frontMatter, body } = article;
  const site = siteOf(frontMatter);
  const { lines } = body;
  if (site === undefined || lines.length === 0) return undefined;
  const keys = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const isNearEdge = index < edgeLines.start || index >= lines.length - edgeLines.end;
    if (isNearEdge || isShort(line.text)) for (const key of keysOf(line)) keys.add(key);
  }
  for (const { source } of readImages(body)) keys.add(imageKey(source));
  const longest = [...lines].sort((a, b) => b.text.length - a.text.length).slice(0, coreSize);
  return {
    site,
    title: textOf(findEntry(frontMatter, 'title')?.value)?.value.slice(0, longestTitle) ?? '',
    day: dayOf(article),
    keys: [...keys],
    core: [...new Set(longest.map(({ text }) => hash(`core:${foldFurniture(text)}`)))],
  };
}

/** In UTF-16 units; what comes later in a title tells nothing more. */
const longestTitle = 80;

/**
 * The keys under which a line is counted, the most exact first. In short lines numbers count as equal ("阅读 312"), and
 * under a second key also what stands behind labels ("责任编辑：李明").
 */
export function keysOf({ text }: Line): readonly number[] {
  const folded = foldFurniture(text);
  if (folded.length < shortestBlock) return [];
  if (!isShort(text)) return [hash(`line:${folded}`)];
  const masked = folded.replace(/\d+/g, '0');
  // A number by itself numbers a page, or is a figure of the article.
  if (masked.replace(/0/g, '').length < shortestBlock) return [];
  const template = templateOf(text);
  return template === undefined ? [hash(`line:${masked}`)] : [hash(`line:${masked}`), hash(`label:${template}`)];
}

export function imageKey(source: string): number {
  return hash(`image:${source}`);
}

/** In characters without white space. */
const shortestBlock = 2;

/** In characters: a few words, no sentence. */
const longestShort = 40;

/** Words of a page rather than a sentence of an article. */
export function isShort(text: string): boolean {
  return text.length <= longestShort && !/[。；？?]/.test(text);
}

/** Lines that head or introduce what follows, or name an office by itself, are in many articles and part of each. */
export function isHeadingLike({ text, block, surroundings }: Line): boolean {
  return (
    surroundings.heading !== undefined ||
    /[：:]$/.test(text) ||
    officeName.test(text) ||
    (isTag(block) && isAllStrong(block))
  );
}

const officeName =
  /^[\p{Script=Han}（）()]{3,24}(?:政府|办公室|委员会|委|局|厅|部|院|会|公司|中心|处|站|所|社|院校|大学|学院|集团)$/u;

function isAllStrong(block: Element): boolean {
  let at = block;
  for (let depth = 0; depth < 4; depth++) {
    const content = at.children.filter((node) => isTag(node) || ('data' in node && node.data.trim() !== ''));
    const [only] = content;
    if (content.length !== 1 || !only || !isTag(only)) return false;
    if (only.name === 'strong' || only.name === 'b') return true;
    at = only;
  }
  return false;
}

/** The line with "*" for what stands behind each label; undefined where it has no label. */
function templateOf(text: string): string | undefined {
  let labels = 0;
  const template = text.replace(labelled, (_field, label: string) => {
    labels++;
    return `${label}:*`;
  });
  return labels === 0 ? undefined : foldFurniture(template).replace(/\d+/g, '0');
}

const labelled =
  /([\p{Script=Han}A-Za-z]{2,12})\s{0,2}[：:|｜]\s{0,2}[^\s：:|｜（）()]{1,16}(?:[ \u3000][^\s：:|｜（）()]{1,4}(?![：:|｜\p{Script=Han}]))?/gu;

function dayOf({ frontMatter }: Article): number | undefined {
  const printed = textOf(findEntry(frontMatter, 'date')?.value)?.value ?? '';
  const time = Date.parse(toIso(printed) ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(time / millisecondsPerDay);
}

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** 53 bits of a text (the public-domain function cyrb53): among millions of blocks no two are likely to be confused. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
