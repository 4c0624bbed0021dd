import type { Span } from '../text/span.ts';

/** Where a text has characters that rules look for: most texts have none, and one walk tells all rules so. */
export interface CharacterSurvey {
  /** A character that shows nowhere: a zero width space, a soft hyphen, a mark of direction. */
  readonly hasInvisible: boolean;
  /** An ampersand, which every character reference begins with. */
  readonly hasReference: boolean;
  readonly hasNarrowBracket: boolean;
  readonly hasWideBracket: boolean;
  /** The ends of the lines that have a space or tab at their end. */
  readonly trailingSpaceEnds: readonly number[];
  /** Stretches of white space with three line breaks or more; CR and LF count as two here. */
  readonly gaps: readonly Span[];
}

/**
 * Walks through a text once. The rules ask one after the other about the same text: the last answer is kept.
 */
export function surveyCharacters(text: string): CharacterSurvey {
  if (latest?.text === text) return latest.survey;
  const survey = readCharacters(text);
  latest = { text, survey };
  return survey;
}

let latest: { readonly text: string; readonly survey: CharacterSurvey } | undefined;

function readCharacters(text: string): CharacterSurvey {
  const trailingSpaceEnds: number[] = [];
  const gaps: Span[] = [];
  let seen = 0;
  let before = 0;
  let breaks = 0;
  let wordEnd = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)] ?? 0;
    seen |= kind;
    if ((kind & lineBreak) !== 0) {
      breaks++;
      if ((before & blank) !== 0) trailingSpaceEnds.push(at);
    } else if ((kind & (blank | otherSpace)) === 0) {
      if (breaks >= fewestBreaks) gaps.push({ start: wordEnd, end: at });
      breaks = 0;
      wordEnd = at + 1;
    }
    before = kind;
  }
  if ((before & blank) !== 0) trailingSpaceEnds.push(text.length);
  if (breaks >= fewestBreaks) gaps.push({ start: wordEnd, end: text.length });
  return {
    hasInvisible: (seen & invisible) !== 0,
    hasReference: (seen & ampersand) !== 0,
    hasNarrowBracket: (seen & narrowBracket) !== 0,
    hasWideBracket: (seen & wideBracket) !== 0,
    trailingSpaceEnds,
    gaps,
  };
}

const fewestBreaks = 3;

const lineBreak = 1;
const blank = 2;
const otherSpace = 4;
const invisible = 8;
const ampersand = 16;
const narrowBracket = 32;
const wideBracket = 64;

/** By UTF-16 code, as bits: a text is looked up character by character. */
const kinds = new Uint8Array(0x10000);
for (let code = 0; code < kinds.length; code++) kinds[code] = kindOf(String.fromCharCode(code));

function kindOf(character: string): number {
  if (/[\n\r]/.test(character)) return lineBreak;
  if (/[ \t]/.test(character)) return blank;
  if (character === '&') return ampersand;
  if (/[()]/.test(character)) return narrowBracket;
  if (/[（）]/.test(character)) return wideBracket;
  const isInvisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/.test(character);
  return (/\s/.test(character) ? otherSpace : 0) | (isInvisible ? invisible : 0);
}
