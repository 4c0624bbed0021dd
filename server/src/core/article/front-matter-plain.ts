import type { Span } from '../text/span.ts';
import type { FrontMatterEntry, FrontMatterValue, ScalarValue } from './front-matter.ts';

/**
 * Reads front matter of the plainest form, which nearly every archive writes: keys at the margin, each with a value in
 * its line or with a list of one-line values below; values plain or in quotes, without escapes, comments or anything that
 * YAML has another meaning for. Costs a tenth of what the YAML parser does for the same text.
 *
 * @returns exactly what the parser makes of it, which a property test compares; undefined for everything else, however
 * harmless: then the parser has to read it.
 */
export function readPlainYaml(text: string, content: Span): readonly FrontMatterEntry[] | undefined {
  const entries: FrontMatterEntry[] = [];
  let position = content.start;
  while (position < content.end) {
    keyLine.lastIndex = position;
    const match = keyLine.exec(text);
    if (!match) return undefined;
    const [line, name = '', spaces = '', rest = ''] = match;
    const key = { value: usualKeys.get(name) ?? name, span: { start: position, end: position + name.length } };
    const valueStart = key.span.end + 1 + spaces.length;
    position += line.length;
    let value: FrontMatterValue | undefined;
    if (rest === '') {
      const items = readItems(text, position, content.end);
      if (!items) return undefined;
      value = items.value ?? { kind: 'empty', span: { start: key.span.end + 1, end: key.span.end + 1 } };
      position = items.end;
    } else {
      value = readScalar(rest, valueStart);
    }
    if (!value) return undefined;
    entries.push({ key, value, span: { start: key.span.start, end: value.span.end } });
  }
  return position === content.end ? entries : undefined;
}

/** The keys that most articles have, each as the one string that engines tell from others without reading it. */
const usualKeys: ReadonlyMap<string, string> = new Map(
  ['title', 'date', 'author', 'categories', 'tags', 'headimg', 'thumbnail', 'comments', 'editor', 'source'].map(
    (key) => [key, key],
  ),
);

/** `key:` at the margin, then spaces and a value, or nothing. The parser wants implicit keys to be short, and so they are. */
const keyLine = /([A-Za-z_][\w-]{0,80}):(?= |\r?\n)( *)([^\r\n]*)\r?\n/y;
/** ` - value`. */
const itemLine = /( *)-( +)([^\r\n]+)\r?\n/y;

/** The list that begins at `from`, if one does; undefined where something stands there that this file does not read. */
function readItems(
  text: string,
  from: number,
  end: number,
): { readonly value: FrontMatterValue | undefined; readonly end: number } | undefined {
  const items: ScalarValue[] = [];
  let position = from;
  let start = from;
  let margin: number | undefined;
  while (position < end) {
    itemLine.lastIndex = position;
    const match = itemLine.exec(text);
    if (!match) break;
    const [line, indent = '', spaces = '', rest = ''] = match;
    if (margin === undefined) start = position + indent.length;
    else if (margin !== indent.length) return undefined;
    margin = indent.length;
    const item = readScalar(rest, position + indent.length + 1 + spaces.length);
    if (!item) return undefined;
    items.push(item);
    position += line.length;
  }
  const last = items.at(-1);
  return { value: last && { kind: 'list', items, span: { start, end: last.span.end } }, end: position };
}

/** A value that fills the rest of its line. */
function readScalar(rest: string, start: number): ScalarValue | undefined {
  const written = rest.endsWith(' ') ? withoutTrailingSpaces(rest) : rest;
  if (written === '' || (!isUsual(written) && oddCharacter.test(written))) return undefined;
  const span = { start, end: start + written.length };
  const first = written[0];
  if (first === "'" || first === '"') {
    const value = written.slice(1, -1);
    if (written.length < 2 || !written.endsWith(first) || value.includes(first) || value.includes('\\'))
      return undefined;
    return { kind: 'scalar', value, text: value, style: first === "'" ? 'single-quoted' : 'double-quoted', span };
  }
  if (!plainStart.test(written) || written.includes(': ') || written.endsWith(':') || otherType.test(written)) {
    return undefined;
  }
  const value = written === 'true' || (written === 'false' ? false : written);
  return { kind: 'scalar', value, text: written, style: 'plain', span };
}

function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return text.slice(0, end);
}

/** True for a text of printable ASCII without `#`, of Chinese characters and their punctuation: that has nothing odd. */
function isUsual(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isAscii = code >= 0x20 && code < 0x7f && code !== 0x23;
    const isChinese = (code >= 0x3001 && code <= 0x301f) || (code >= 0x4e00 && code <= 0x9fff);
    if (!isAscii && !isChinese && !(code >= 0xff01 && code <= 0xff5e)) return false;
  }
  return true;
}

/** Comments, tabs, control characters, and white space that is not ASCII at either end. */
const oddCharacter = /[#\t\p{Cc}\p{Cf}\u2028\u2029]|^[^\S ]|[^\S ]$/u;
/** A letter of any script or a mark that no YAML syntax begins with. */
const plainStart = /^[\p{L}\d/“‘《（【「(+.]/u;
/**
 * What YAML reads as something else than a text, or might: numbers, null, and the other spellings of true and false. Days
 * and moments as ISO 8601 has them are texts in YAML 1.2.
 */
const otherType =
  /^(?!\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:?\d\d)?)?$)[-+.\d][-+.:\w]*$|^(?:null|Null|NULL|True|TRUE|False|FALSE)$/;
