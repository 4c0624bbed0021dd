import { type ChildNode, type Element, isTag, type ParentNode } from 'domhandler';
import type { Located } from '../text/span.ts';
import { type Line, sourceSpan } from './lines.ts';
import { readNumeral } from './numerals.ts';

/** What makes a line a heading; headings of one list look alike, so they have one kind. */
export type HeadingKind =
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'caption'
  | 'emphasis'
  | 'appendix'
  | `layout ${string}`;

/** How a line shows that it is a heading; undefined for other lines. Numbers at its head are not looked at. */
export function headingKind(line: Line): HeadingKind | undefined {
  const { heading } = line.surroundings;
  if (heading) return kindOfElement.get(heading.name);
  if (line.text.length > longestHeading || /[。；;]$/.test(line.text)) return undefined;
  if (/^附(?:件|录)?\s?\d{0,2}[：:]/.test(line.text)) return 'appendix';
  return isEmphasized(line) ? 'emphasis' : undefined;
}

/** The words of a heading line; punctuation that follows its bold words without being bold is none of them. */
export function headingText(line: Line): Located<string> {
  const last = line.segments.findLast((segment) => isBoldWithin(segment.node, line.block)) ?? line.segments.at(-1);
  const bold = last ? last.at + last.length : line.text.length;
  const isWhole = bold >= line.text.length || !/^[\s\p{P}]*$/u.test(line.text.slice(bold));
  const end = isWhole ? line.text.length : bold;
  return { value: line.text.slice(0, end), span: sourceSpan(line, 0, end) };
}

/**
 * The number of entries that a heading promises: "十大市级项目", "市级民生实事（8件）", "首批12个项目". A number in
 * parentheses is believed first, and one of batches, "三批试点", last: how many entries there are, it leaves open. Offsets of
 * the span are into `heading`; undefined where it promises nothing.
 */
export function declaredCount(
  heading: string,
): { readonly value: number; readonly start: number; readonly end: number; readonly isOfBatches: boolean } | undefined {
  const entries = countInBrackets.exec(heading) ?? countInWords.exec(heading);
  const match = entries ?? countOfBatches.exec(heading);
  const number = match?.groups?.number;
  const value = number === undefined ? undefined : readNumeral(number);
  if (!match || value === undefined || value < 1) return undefined;
  const start = match.index + match[0].indexOf(number ?? '');
  return { value, start, end: start + (match.groups?.counted?.length ?? 0), isOfBatches: !entries };
}

const longestHeading = 60;
const kindOfElement: ReadonlyMap<string, HeadingKind> = new Map(
  (['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption'] as const).map((name) => [name, name]),
);

const measure = '(?:[件项个条类家名宗例起款本部座所种位张]|门类)';
const numeral = '(?<number>\\d{1,3}|[０-９]{1,3}|[一二两三四五六七八九十百廿卅]{1,5})';
const countInBrackets = new RegExp(`[（(]共?\\s?(?<counted>${numeral}\\s?${measure})[)）]`);
const countInWords = new RegExp(
  `(?<![\\d.第年月届“《一二三四五六七八九十百廿卅])(?<counted>${numeral}(?:大(?!学|队|厦|道|会|地|桥|街|型)|${measure}(?!月|人)))`,
);
const countOfBatches = new RegExp(
  `(?<![\\d.第年月届“《一二三四五六七八九十百廿卅])(?<counted>${numeral}批)(?![次准发评])`,
);

/** True when all words of the line are bold; punctuation may stand outside. */
function isEmphasized(line: Line): boolean {
  const [first] = line.segments;
  if (first && line.segments.length === 1 && !isBoldWithin(first.node, line.block)) return false;
  let hasWords = false;
  for (const { node, at, length } of line.segments) {
    if (!/[\p{L}\p{N}]/u.test(line.text.slice(at, at + length))) continue;
    hasWords = true;
    if (!isBoldWithin(node, line.block)) return false;
  }
  return hasWords;
}

function isBold({ attribs: { style } }: Element): boolean {
  return style !== undefined && /font-weight:\s*(?:bold|[6-9]00)/i.test(style);
}

const emphasisElements: ReadonlySet<string> = new Set(['b', 'strong']);

/** Whether the character at `offset` of a line is bold. */
export function isBoldAt({ segments, block }: Line, offset: number): boolean {
  const segment = segments.findLast(({ at }) => at <= offset);
  return segment !== undefined && isBoldWithin(segment.node, block);
}

function isBoldWithin(node: ChildNode, block: Line['block']): boolean {
  for (let at: ParentNode | null = node.parent; at && isTag(at); at = at.parent) {
    if (isBold(at)) return true;
    if (at === block) break;
    if (emphasisElements.has(at.name)) return true;
  }
  return false;
}
