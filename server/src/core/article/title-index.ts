import type { Project } from './projects.ts';

/**
 * A text reduced to what words are made of: letters and digits in lower case, full-width ones as ASCII. Marks that end a
 * clause become one `，`; all other punctuation, quotation marks and white space are left out.
 */
export interface FoldedText {
  readonly text: string;
  /** For each character of `text` its UTF-16 offset in the original. */
  readonly offsets: readonly number[];
  /** For each character whether something was left out before it. */
  readonly isAfterGap: readonly boolean[];
}

export interface Title extends FoldedText {
  readonly project: Project;
  /** Places between characters, from 0 to the length, where a part of the title that can stand alone begins or ends. */
  readonly joints: ReadonlySet<number>;
  /** Without a remark in brackets at the end, which nobody repeats. */
  readonly weight: number;
}

/** Where each pair of neighbouring characters stands in the titles. */
export interface TitleIndex {
  readonly titles: readonly Title[];
  readonly pairs: ReadonlyMap<number, PairPlaces>;
}

export interface PairPlaces {
  readonly places: readonly { readonly title: number; readonly at: number }[];
  readonly isOfOneTitle: boolean;
}

/** Longer titles are cut: nobody repeats more of one. */
const longestTitle = 160;
/** A pair that stands in more places tells nothing, and following it up everywhere would cost too much. */
const mostPlaces = 24;

export function indexTitles(projects: readonly Project[]): TitleIndex {
  const places = new Map<number, { title: number; at: number }[]>();
  const folded = projects.map(({ title }) => foldText(title.value.slice(0, longestTitle)));
  folded.forEach(({ text }, title) => {
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = pairAt(text, at);
      if (pair === undefined) continue;
      const known = places.get(pair);
      if (!known) places.set(pair, [{ title, at }]);
      else if (known.length <= mostPlaces) known.push({ title, at });
    }
  });
  const pairs = new Map<number, PairPlaces>();
  for (const [pair, all] of places) {
    const isOfOneTitle = all.every(({ title }) => title === all[0]?.title);
    pairs.set(pair, { places: all.length > mostPlaces ? [] : all, isOfOneTitle });
  }
  const titles = projects.map((project, at): Title => {
    const text = folded[at] ?? foldText('');
    return {
      ...text,
      project,
      joints: jointsOf(text, pairs),
      weight: weightOf(foldText(withoutRemark(project.title.value)).text),
    };
  });
  return { titles, pairs };
}

function withoutRemark(title: string): string {
  const bare = title.slice(0, longestTitle).replace(/[（(][^（()）]*[)）]$/, '');
  return bare === '' ? title.slice(0, longestTitle) : bare;
}

export function foldText(text: string): FoldedText {
  let folded = '';
  const offsets: number[] = [];
  const isAfterGap: boolean[] = [];
  let hasGap = false;
  for (let at = 0; at < text.length; at++) {
    const character = foldCharacter(text, at);
    if (character === '') {
      hasGap = true;
      continue;
    }
    folded += character;
    offsets.push(at);
    isAfterGap.push(hasGap);
    hasGap = false;
  }
  return { text: folded, offsets, isAfterGap };
}

/** Two neighbouring characters as one number; undefined where one of them ends a clause. */
export function pairAt(text: string, at: number): number | undefined {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  if (first === clauseEnd || second === clauseEnd) return undefined;
  return first * 0x10000 + second;
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

function foldCharacter(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code >= 0x4e00 && code <= 0x9fff) return text.charAt(at);
  if (clauseEnds.has(code)) return '，';
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  const character = String.fromCharCode(narrow);
  return /[\p{L}\p{N}]/u.test(character) ? character.toLowerCase().charAt(0) : '';
}

/**
 * A part begins or ends with the title, at quotation marks, brackets and clause ends, where the script changes, and
 * after a beginning that other titles share ("青沅市…条例").
 */
function jointsOf({ text, isAfterGap }: FoldedText, pairs: ReadonlyMap<number, PairPlaces>): ReadonlySet<number> {
  const joints = new Set([0, text.length]);
  for (let at = 1; at < text.length; at++) {
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(at);
    const isBetweenWords = isAscii(before) && isAscii(after);
    if (before === clauseEnd || after === clauseEnd || (isAfterGap[at] && !isBetweenWords)) joints.add(at);
    if (isAscii(before) !== isAscii(after)) joints.add(at);
  }
  let shared = 0;
  while (shared + 1 < text.length && pairs.get(pairAt(text, shared) ?? -1)?.isOfOneTitle === false) shared++;
  if (shared > 0) joints.add(shared + 1);
  return joints;
}

function isAscii(code: number): boolean {
  return code < 0x80;
}
