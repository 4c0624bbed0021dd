import { lastBefore } from './line-order.ts';
import type { Mark } from './numbering.ts';

/** A line (by its index) that begins with a number. One whose number can be read in several ways stands there for each. */
export interface MarkedLine {
  readonly line: number;
  readonly mark: Mark;
}

/** Consecutive numbers of one style under one parent. */
export interface List {
  readonly members: readonly Member[];
}

export interface Member extends MarkedLine {
  /** The numbered lists inside this entry, of any style. */
  readonly children: readonly List[];
}

/**
 * Finds the numbered lists among lines that begin with a number, by the evidence of sequence: a number counts when its
 * neighbours of the same style continue it. A year, a decimal or a date at the head of a paragraph has no neighbours.
 *
 * `isBoundary(from, to)` tells whether a heading stands between two lines, which ends a list's claim on what follows.
 * Lines must come in reading order. Works in time linear in the number of lines, but for a sort.
 */
export function findLists(
  marked: readonly MarkedLine[],
  isBoundary: (from: number, to: number) => boolean,
): readonly List[] {
  const runs = believableRuns(withoutRivals(runsByStyle(marked)), isBoundary);
  const rankOf = effectiveRanks(runs);
  const members: RankedLine[] = [];
  for (const run of runs) for (const { line, mark } of run) members.push({ line, mark, run, rank: rankOf(mark) });
  members.sort((a, b) => a.line - b.line || a.rank - b.rank);
  return nest(members, isBoundary);
}

type Run = readonly MarkedLine[];

interface RankedLine extends MarkedLine {
  readonly run: Run;
  readonly rank: number;
}

/** A number may be left out, or two, before it is another list. */
const widestGap = 3;

function runsByStyle(marked: readonly MarkedLine[]): readonly Run[] {
  const open = new Map<string, MarkedLine[]>();
  const runs: MarkedLine[][] = [];
  const nextOfStyle = followers(marked);
  let latest: MarkedLine[] | undefined;
  marked.forEach((at, index) => {
    const { style } = at.mark;
    const own = open.get(style);
    const next = nextOfStyle[index];
    const run = own && continues(own, at, next) ? own : latest && continuesOtherwise(latest, at) ? latest : undefined;
    if (run) {
      run.push(at);
      open.set(style, run);
      latest = run;
    } else if (mayBegin(at.mark)) {
      const begun = [at];
      open.set(style, begun);
      runs.push(begun);
      latest = begun;
    }
  });
  return runs.map(withoutWeakEnds).filter((run) => run.length > 0);
}

/** A list is never cut so that it begins behind its thousandth entry: a number of four digits is a year, or goes on. */
function mayBegin({ isWeak, value, style }: Mark): boolean {
  return isWeak ? value === 1 : value < 1000 || style.startsWith('<ol>');
}

/** For each mark the next one of its style. */
function followers(marked: readonly MarkedLine[]): readonly (MarkedLine | undefined)[] {
  const next = new Map<string, MarkedLine>();
  return marked
    .toReversed()
    .map((at) => {
      const follower = next.get(at.mark.style);
      next.set(at.mark.style, at);
      return follower;
    })
    .reverse();
}

/**
 * Whether a number goes on from the last of a run. Besides the next one that may be: one behind a gap, a wide gap where
 * the number after it goes on, a number that stands twice, and one that was left out before, where two are exchanged.
 */
function continues(run: Run, { line, mark }: MarkedLine, next: MarkedLine | undefined): boolean {
  const last = lastOf(run);
  if (!last) return false;
  const step = mark.value - last.mark.value;
  if (step === 1) return true;
  if (mark.isWeak) return false;
  if (mark.value === 1) return step === 0 && run.length === 1 && line === last.line + 1 && next?.mark.value === 2;
  const isFollowed = next?.mark.value === mark.value + 1;
  if (step >= 0) return step <= widestGap || (step <= widestFollowedGap && isFollowed && line === last.line + 1);
  return (
    step >= -2 &&
    next?.mark.value === last.mark.value + 1 &&
    !run.slice(step - 2).some((at) => at.mark.value === mark.value)
  );
}

/** A gap as wide as this is one where the lines are neighbours and the numbers go on behind it. */
const widestFollowedGap = 12;

/** "1.", "2、", "3.": the next number with other punctuation, right after the entry before it. */
function continuesOtherwise(latest: Run, { line, mark }: MarkedLine): boolean {
  const last = latest.at(-1);
  if (!last || mark.isWeak || mark.value === 1 || mark.value !== last.mark.value + 1) return false;
  return plainStyles.has(mark.style) && plainStyles.has(last.mark.style) && line === last.line + 1;
}

const plainStyles: ReadonlySet<string> = new Set(['1.', '1、']);

/** A weak mark is believed only where a strong one continues it. */
function withoutWeakEnds(run: Run): Run {
  const end = run.findLastIndex(({ mark }) => !mark.isWeak) + 1;
  return run.slice(0, end);
}

/** Of the ways to read one line's number, the one with the longest sequence around it holds; of equal ones the first. */
function withoutRivals(runs: readonly Run[]): readonly Run[] {
  const best = new Map<number, Run>();
  let hasRivals = false;
  for (const run of runs) {
    for (const { line } of run) {
      const other = best.get(line);
      if (other) hasRivals = true;
      if (!other || other.length < run.length) best.set(line, run);
    }
  }
  if (!hasRivals) return runs;
  return runs.map((run) => run.filter(({ line }) => best.get(line) === run)).filter((run) => run.length > 0);
}

function believableRuns(runs: readonly Run[], isBoundary: (from: number, to: number) => boolean): readonly Run[] {
  const isLong = (run: Run): boolean => {
    const first = run[0]?.mark;
    if (!first) return false;
    if (first.style.startsWith('<ol>')) return run.length >= 2;
    // "2.3" may be a date, a version or a decimal; what counts below a heading begins with 1.
    if (first.style.endsWith('.1') && first.value !== 1) return false;
    return run.length >= (first.isBare || first.value > 1 ? 3 : 2);
  };
  const long = runs.filter(isLong);
  const stylesSeen = new Set(long.map((run) => run[0]?.mark.style));
  // Few articles have a list of one, for which alone this is sorted.
  let outer: readonly { readonly line: number; readonly rank: number }[] | undefined;
  const rankOfListAt = new Map<number, number>();
  for (const [first] of long) if (first) rankOfListAt.set(first.line, first.mark.rank);
  const lastOfStyle = new Map<string, number>();
  return runs.filter((run) => {
    const first = run[0];
    if (!first) return false;
    const before = lastOfStyle.get(first.mark.style);
    const believed = isLong(run) || isLonelyHeading(first) || isLonelySibling(first, before);
    if (believed) lastOfStyle.set(first.mark.style, run.at(-1)?.line ?? first.line);
    return believed;
  });

  /** A single "一、" is the heading of the list that begins in the next line. */
  function isLonelyHeading({ line, mark }: MarkedLine): boolean {
    const rank = rankOfListAt.get(line + 1);
    return mark.value === 1 && rank !== undefined && mark.rank < rank;
  }

  /** A list of one is a list only where its sisters, under sister headings, have more. */
  function isLonelySibling({ line, mark }: MarkedLine, before: number | undefined): boolean {
    if (mark.value !== 1 || before === undefined || !stylesSeen.has(mark.style)) return false;
    outer ??= long
      .flatMap((run) => run.map((at) => ({ line: at.line, rank: at.mark.rank })))
      .sort((a, b) => a.line - b.line);
    const parent = lastBefore(outer, line);
    const isUnderNewHeading = parent !== undefined && parent.line > before && parent.rank < mark.rank;
    return isUnderNewHeading || isBoundary(before, line);
  }
}

/**
 * The rank that each style has in this article: its usual one, unless all its runs stand inside entries of a style that
 * usually stands deeper ("1、" with "（一）" inside).
 */
function effectiveRanks(runs: readonly Run[]): (mark: Mark) => number {
  const byStyle = new Map<string, Run[]>();
  for (const run of runs) {
    const style = run[0]?.mark.style ?? '';
    const own = byStyle.get(style);
    if (own) own.push(run);
    else byStyle.set(style, [run]);
  }
  const styles = [...byStyle].slice(0, mostStyles);
  const ranks = new Map<string, number>();
  for (const [style, own] of styles) {
    const usual = own[0]?.[0]?.mark.rank ?? 0;
    const around = styles.filter(
      ([other, outer]) => other !== style && (outer[0]?.[0]?.mark.rank ?? 0) >= usual && standsInEntries(own, outer),
    );
    ranks.set(style, Math.max(usual, ...around.map(([, [run]]) => (run?.[0]?.mark.rank ?? 0) + 0.5)));
  }
  return (mark) => ranks.get(mark.style) ?? mark.rank;
}

/** Styles are compared in pairs; an article with more of them than this is no article. */
const mostStyles = 40;

/** True when each run stands in one entry of an outer run, and not all of them after the last entry. */
function standsInEntries(runs: readonly Run[], outer: readonly Run[]): boolean {
  const begin = runs[0]?.[0]?.line ?? 0;
  if (outer.every(([first]) => first !== undefined && begin <= first.line)) return false;
  const entries = outer.flat().sort((a, b) => a.line - b.line);
  const lastEntry = entries.at(-1);
  const entriesOfRuns = runs.map((run) => {
    const entry = lastBefore(entries, run[0]?.line ?? 0);
    return entry === lastBefore(entries, run.at(-1)?.line ?? 0) ? entry : undefined;
  });
  return entriesOfRuns.every((entry) => entry !== undefined) && entriesOfRuns.some((entry) => entry !== lastEntry);
}

interface MutableMember extends RankedLine {
  readonly children: { members: MutableMember[] }[];
}

function nest(ranked: readonly RankedLine[], isBoundary: (from: number, to: number) => boolean): readonly List[] {
  const top: { members: MutableMember[] }[] = [];
  const path: MutableMember[] = [];
  for (const at of ranked) {
    while ((lastOf(path)?.rank ?? 0) > at.rank) path.pop();
    const sibling = lastOf(path)?.rank === at.rank ? path.pop() : undefined;
    let parent = lastOf(path);
    while (parent && isFinished(parent) && isBoundary(parent.line, at.line)) {
      path.pop();
      parent = lastOf(path);
    }
    const lists = parent ? parent.children : top;
    const { line, mark, run, rank } = at;
    const member: MutableMember = { line, mark, run, rank, children: [] };
    const list = lastOf(lists);
    if (sibling && list && lastOf(list.members) === sibling && sibling.run === at.run) list.members.push(member);
    else lists.push({ members: [member] });
    path.push(member);
  }
  return top;
}

function isFinished({ run, line }: RankedLine): boolean {
  return lastOf(run)?.line === line;
}

/** What `at(-1)` gives, which takes several times as long on the engines of today. */
function lastOf<Entry>(entries: readonly Entry[]): Entry | undefined {
  return entries[entries.length - 1];
}
