import type { Project } from './projects.ts';

/**
 * A text reduced to what words are made of: letters and digits in lower case, full-width ones as ASCII. Marks that end a
 * clause become one `，`; all other punctuation, quotation marks and white space are left out.
 */
export interface FoldedText {
  readonly text: string;
  /** For each character of `text` its UTF-16 offset in the original. */
  readonly offsets: Uint32Array;
}

export interface Title extends FoldedText {
  readonly project: Project;
  /** Places between characters, from 0 to the length, where a part of the title that can stand alone begins or ends. */
  readonly joints: ReadonlySet<number>;
  /** Without a remark in brackets at the end, which nobody repeats. */
  readonly weight: number;
}

/** Where each pair of neighbouring characters stands in the titles, which are counted from 0. */
export interface TitleIndex {
  readonly count: number;
  /** The folded title. */
  textOf(title: number): string;
  titleOf(title: number): Title | undefined;
  /** Where the two characters of a folded text from `at` on stand; undefined where they do in no title. */
  placesOf(text: string, at: number): PairPlaces | undefined;
}

/** A place is `title * placeFactor` plus the offset in the title: plain numbers, since there are a thousand of them. */
export type PairPlaces = readonly number[];

/** Longer titles are cut: nobody repeats more of one. */
const longestTitle = 160;
export const placeFactor = 256;
/** A pair that stands in more places tells nothing, and following it up everywhere would cost too much. */
export const mostPlaces = 24;

export function indexTitles(projects: readonly Project[]): TitleIndex {
  const folded = projects.map(({ title }) => foldText(title.value.slice(0, longestTitle)));
  const pairs = pairsOf(folded);
  const mayStand = filterOf(pairs.keys());
  const placesOf = (text: string, at: number): PairPlaces | undefined => {
    const pair = pairAt(text, at);
    return mayStand[pairSlot(pair)] === 1 ? pairs.get(pair) : undefined;
  };
  const titles = Array.from(projects, (): Title | undefined => undefined);
  return {
    count: projects.length,
    textOf: (title) => folded[title]?.text ?? '',
    titleOf: (title) => {
      const known = titles[title];
      if (known) return known;
      const project = projects[title];
      const own = folded[title];
      if (!project || !own) return undefined;
      const { text, offsets } = own;
      const joints = jointsOf(own, placesOf);
      const described: Title = { text, offsets, project, joints, weight: weightOfTitle(project, own) };
      titles[title] = described;
      return described;
    },
    placesOf,
  };
}

/** True where all places of a pair are in one title; they are listed title by title. */
export function areOfOneTitle(places: PairPlaces | undefined): boolean {
  const first = places?.[0];
  const last = places?.[places.length - 1];
  return (
    first !== undefined && last !== undefined && Math.floor(first / placeFactor) === Math.floor(last / placeFactor)
  );
}

/** A table that has 1 for each of the pairs, and for few others: one look tells of most pairs that they stand nowhere. */
function filterOf(pairs: Iterable<number>): Uint8Array {
  const filter = new Uint8Array(filterSize);
  for (const pair of pairs) filter[pairSlot(pair)] = 1;
  return filter;
}

/** A power of two, ten times the pairs of a usual list of projects. */
const filterSize = 0x2000;

function pairSlot(pair: number): number {
  return (pair ^ (pair >>> 11)) & (filterSize - 1);
}

/** One more place than {@link mostPlaces} is kept, to tell that there are more. */
function pairsOf(titles: readonly FoldedText[]): ReadonlyMap<number, PairPlaces> {
  const pairs = new Map<number, number[]>();
  titles.forEach(({ text }, title) => {
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = pairAt(text, at);
      if (pair === clauseEndPair) continue;
      const known = pairs.get(pair);
      if (!known) pairs.set(pair, [title * placeFactor + at]);
      else if (known.length <= mostPlaces) known.push(title * placeFactor + at);
    }
  });
  return pairs;
}

/** Two neighbouring characters as one 32-bit integer. */
function pairAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return first === clauseEnd || second === clauseEnd ? clauseEndPair : (first << 16) | second;
}

/** Stands for all pairs with a clause end, and for no other. */
const clauseEndPair = 0;

function weightOfTitle({ title }: Project, folded: FoldedText): number {
  const bare = withoutRemark(title.value);
  return weightOf(bare === title.value ? folded.text : foldText(bare).text);
}

function withoutRemark(title: string): string {
  const bare = title.slice(0, longestTitle).replace(/[（(][^（()）]*[)）]$/, '');
  return bare === '' ? title.slice(0, longestTitle) : bare;
}

export function foldText(text: string): FoldedText {
  let folded = '';
  let copied = 0;
  let length = 0;
  const offsets = new Uint32Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const becomes = foldedCode(code);
    if (becomes !== code) {
      folded += text.slice(copied, at);
      copied = at + 1;
      if (becomes === dropped) continue;
      folded += String.fromCharCode(becomes);
    }
    offsets[length++] = at;
  }
  return copied === 0 ? { text, offsets } : { text: folded + text.slice(copied), offsets: offsets.subarray(0, length) };
}

/** How much a text tells: a Chinese character as much as two letters or digits, a clause end nothing. */
export function weightOf(text: string, from = 0, to = text.length): number {
  let weight = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== clauseEnd) weight += isAscii(code) ? 0.5 : 1;
  }
  return weight;
}

/** True where `at` would cut a word or number written in ASCII. */
export function cutsWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && isAscii(text.charCodeAt(at - 1)) && isAscii(text.charCodeAt(at));
}

const clauseEnd = 0xff0c;
const clauseEnds = new Set([...'，。、；：！？,;:!?…'].map((character) => character.charCodeAt(0)));

/** No character of a folded text has this code. */
const dropped = 0;

function foldedCode(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  const known = foldedCodes[code] ?? 0;
  if (known > 0) return known - 1;
  const folded = foldCode(code);
  foldedCodes[code] = folded + 1;
  return folded;
}

/** What {@link foldCode} gave, plus one; zero where it was not asked yet. A table of facts, not a state. */
const foldedCodes = new Uint32Array(0x10000);

function foldCode(code: number): number {
  if (clauseEnds.has(code)) return clauseEnd;
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  const character = String.fromCharCode(narrow);
  return /[\p{L}\p{N}]/u.test(character) ? character.toLowerCase().charCodeAt(0) : dropped;
}

/**
 * A part begins or ends with the title, at quotation marks, brackets and clause ends, where the script changes, and
 * after a beginning that other titles share ("青沅市…条例").
 */
function jointsOf({ text, offsets }: FoldedText, placesOf: TitleIndex['placesOf']): ReadonlySet<number> {
  const joints = new Set([0, text.length]);
  for (let at = 1; at < text.length; at++) {
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(at);
    const isAfterGap = (offsets[at] ?? 0) > (offsets[at - 1] ?? 0) + 1;
    const isBetweenWords = isAscii(before) && isAscii(after);
    if (before === clauseEnd || after === clauseEnd || (isAfterGap && !isBetweenWords)) joints.add(at);
    if (isAscii(before) !== isAscii(after)) joints.add(at);
  }
  let shared = 0;
  while (shared + 1 < text.length && !areOfOneTitle(placesOf(text, shared) ?? [0])) shared++;
  if (shared > 0) joints.add(shared + 1);
  return joints;
}

function isAscii(code: number): boolean {
  return code < 0x80;
}
