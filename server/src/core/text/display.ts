import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Text as a terminal shows it: one column a character, two for those that Unicode (UAX #11) calls wide or full-width,
 * none for combining marks and joiners. Ambiguous characters count as one, as terminals have it by default.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** `text` with spaces behind it (or before it) up to `width` columns; longer text stays as it is. */
export function padToWidth(text: string, width: number, side: 'end' | 'start' = 'end'): string {
  const padding = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return side === 'end' ? text + padding : padding + text;
}

/**
 * Cuts text into lines of at most `width` columns (at least 2): at spaces or beside wide characters, not before closing
 * or after opening punctuation; inside a word only where the word alone is longer than a line. Empty text is one empty line.
 */
export function wrapToWidth(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  let breakAt = 0;
  let previous = '';
  for (const character of text) {
    if (line && mayBreakBetween(previous, character)) breakAt = line.length;
    const added = characterWidth(character);
    // What is left behind the break may, with this character, be too long in its turn.
    while (lineWidth + added > width && line && character !== ' ') {
      const cut = breakAt || line.length;
      lines.push(line.slice(0, cut).trimEnd());
      line = line.slice(cut);
      lineWidth = displayWidth(line);
      breakAt = 0;
    }
    line += character;
    lineWidth += added;
    previous = character;
  }
  return [...lines, line.trimEnd()];
}

/** Text that cannot command a terminal or reverse a line: control characters and direction overrides become U+FFFD. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x300) return 1;
  return /^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character) ? 0 : eastAsianWidth(codePoint);
}

function mayBreakBetween(before: string, after: string): boolean {
  if (/[\p{Pe}\p{Pf}，。、；：！？…～%％]/u.test(after) || /[\p{Ps}\p{Pi}《]/u.test(before)) return false;
  return before === ' ' || characterWidth(before) === 2 || characterWidth(after) === 2;
}
