/**
 * The text behind UTF-8 that was read as Windows-1252 ("é£Ÿ" for "食"), the commonest damage that can be undone.
 *
 * @returns undefined where the text is not of that kind: a character stands in it that Windows-1252 does not have, or the
 * bytes are no UTF-8. Text that was meant as it stands ("café") is no UTF-8 either.
 */
export function recodeMojibake(text: string): string | undefined {
  let escaped = '';
  let hasSequence = false;
  for (const character of text) {
    const byte = windows1252Byte(character);
    if (byte === undefined) return undefined;
    hasSequence ||= byte >= 0x80;
    escaped += `%${byte.toString(16).padStart(2, '0')}`;
  }
  if (!hasSequence) return undefined;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

/** The characters that Windows-1252 has at 0x80 to 0x9F (WHATWG Encoding Standard); a space where it has none. */
const specialCharacters = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function windows1252Byte(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return code;
  const index = specialCharacters.indexOf(character);
  return index < 0 ? undefined : 0x80 + index;
}
