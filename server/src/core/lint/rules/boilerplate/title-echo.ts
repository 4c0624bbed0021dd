/**
 * A test whether a line says what the title says. Only letters and digits count; a title and its echo often differ in
 * marks ("_" for quotes), so the share of common pairs of characters decides (the coefficient of Dice and Sørensen).
 */
export function titleEcho(title: string): (line: string) => boolean {
  // What normalizing does not change has no more letters than characters.
  const most = mayChange.test(title) ? Number.POSITIVE_INFINITY : title.length;
  let letters: string | undefined;
  return (line) => {
    if (ideographsIn(line) > 1.5 * most) return false;
    letters ??= lettersOf(title);
    const b = letters;
    // Most first lines are paragraphs: to count what is a letter beyond doubt takes less time than to find all letters.
    if (b.length < 4 || ideographsIn(line) > 1.5 * b.length) return false;
    const a = lettersOf(line);
    if (a.length < 4 || a.length > 1.5 * b.length || b.length > 1.5 * a.length) return false;
    return a === b || similarity(a, b) >= leastSimilarity;
  };
}

/** True when a heading is the beginning or the end of the title, a remark in brackets behind it aside. */
export function isPartOfTitle(title: string, heading: string): boolean {
  const whole = lettersOf(title);
  const part = lettersOf(heading.replace(/[（(][^（）()]{1,24}[）)]\s{0,3}$/, ''));
  return part.length >= shortestPart && whole.length > 0 && (whole.startsWith(part) || whole.endsWith(part));
}

/** In letters: shorter headings could head a section of any article. */
const shortestPart = 6;

/** True when two titles have the same letters and digits in the same order. */
export function isSameTitle(a: string, b: string): boolean {
  return a === b || lettersOf(a) === lettersOf(b);
}

/** Two headlines of one event stay below, the same headline with a word exchanged is above. */
const leastSimilarity = 0.8;

/** In characters; what is longer is a paragraph. */
const longestTitle = 200;

function lettersOf(text: string): string {
  if (text.length > longestTitle) return '';
  const normal = mayChange.test(text) ? text.normalize('NFKC') : text;
  return normal.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** All but ASCII, Chinese characters and punctuation, whose letters and digits are in their usual form already. */
const mayChange = /[^\0-\x7f\u2010-\u2027\u3001-\u301f\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20]/;

function ideographsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) count++;
  }
  return count;
}

function similarity(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let common = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) common++;
    pairs.set(pair, left - 1);
  }
  return (2 * common) / (a.length + b.length - 2);
}
