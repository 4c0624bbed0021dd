/**
 * The UTF-16 codes of the characters of a text, to be asked about one character of another text after the other: a look at
 * a code makes no string of it.
 */
export function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
