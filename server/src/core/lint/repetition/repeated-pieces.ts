import { isTag } from 'domhandler';
import { decodeHTML } from 'entities';
import { nodeSpan } from '../../article/html.ts';
import type { Line } from '../../article/lines.ts';
import { siteOf } from '../../article/site.ts';
import { isCovered, linePiece, type Piece } from '../rules/boilerplate/pieces.ts';
import { isLinkLine, isProjectLine, nodeStart, type Survey } from '../rules/boilerplate/survey.ts';
import { imageKey, isHeadingLike, isShort, keysOf, type SiteRepetition } from './fingerprint.ts';

/**
 * Lines and images outside `known` pieces that stand in many articles of the site. Lines count from the head and the end
 * of the article inwards, as far as there is nothing but furniture between them and the edge; in between only a few words
 * that stand in a good part of all articles, because a sentence there may be news that was reported more than once.
 */
export function repeatedPieces(
  survey: Survey,
  known: readonly Piece[],
  repetition: ReadonlyMap<string, SiteRepetition>,
): readonly Piece[] {
  if (repetition.size === 0) return [];
  const site = repetition.get(siteOf(survey.article.frontMatter) ?? '');
  if (!site) return [];
  const counts = countLines(survey, known, site);
  const found = new Map<number, number>();
  markFromEnd(survey, counts, found);
  markFromStart(survey, counts, found);
  markBetween(survey, counts, site, found);
  const lines = [...found].flatMap(([index, articles]): readonly Piece[] => {
    const line = survey.lines[index];
    const piece = line && linePiece(survey, line, 'repeated');
    return piece ? [{ ...piece, articles }] : [];
  });
  return [...lines, ...repeatedImages(survey, known, site)];
}

/** Of each line: in how many articles it stands, 0 for too few; `known` where it is furniture already. */
type Counts = readonly (number | 'known')[];

function countLines(survey: Survey, known: readonly Piece[], { blocks }: SiteRepetition): Counts {
  return survey.lines.map((line) => {
    if (isCovered(known, line.span.start)) return 'known';
    if (isProjectLine(survey, line) || line.surroundings.cell) return 0;
    return Math.max(0, ...keysOf(line).map((key) => blocks.get(key) ?? 0));
  });
}

/** Links to other pages differ from article to article; what is below a repeated heading goes with it. */
const mostLinks = 12;

function markFromEnd(survey: Survey, counts: Counts, found: Map<number, number>): void {
  let links: number[] = [];
  let lastCount = 0;
  for (let index = counts.length - 1; index >= 0; index--) {
    const [line, count] = [survey.lines[index], counts[index]];
    if (!line || count === undefined) return;
    if (count === 'known') continue;
    if (count > 0 && (!isHeadingLike(line) || links.length > 0 || lastCount > 0)) {
      found.set(index, count);
      if (isShort(line.text)) for (const link of links) found.set(link, count);
      links = [];
      lastCount = count;
    } else if (links.length < mostLinks && isLinkLine(survey, line)) {
      links.push(index);
    } else {
      return;
    }
  }
}

function markFromStart(survey: Survey, counts: Counts, found: Map<number, number>): void {
  for (const [index, count] of counts.entries()) {
    const line = survey.lines[index];
    if (count === 'known') continue;
    if (!line || count === 0 || isHeadingLike(line)) return;
    found.set(index, count);
  }
}

/** The part of all articles in which a block has to stand that has text of the article before and behind it. */
const leastShareBetween = 0.3;

function markBetween(
  survey: Survey,
  counts: Counts,
  { articleCount }: SiteRepetition,
  found: Map<number, number>,
): void {
  for (const [index, count] of counts.entries()) {
    const line = survey.lines[index];
    if (!line || count === 'known' || count < leastShareBetween * articleCount) continue;
    if (isShort(line.text) && !isHeadingLike(line) && !isOfList(line)) found.set(index, count);
  }
}

function isOfList({ surroundings, text }: Line): boolean {
  return surroundings.listItem !== undefined || /^[\d一二三四五六七八九十（(]/.test(text);
}

function repeatedImages(survey: Survey, known: readonly Piece[], { blocks }: SiteRepetition): readonly Piece[] {
  return survey.media.flatMap((element): readonly Piece[] => {
    if (!isTag(element) || element.name !== 'img' || isCovered(known, nodeStart(element))) return [];
    const source = decodeHTML(element.attribs.src ?? element.attribs['data-src'] ?? '').trim();
    const articles = source ? (blocks.get(imageKey(source)) ?? 0) : 0;
    return articles > 0 ? [{ kind: 'repeated', span: nodeSpan(element), node: element, articles }] : [];
  });
}
