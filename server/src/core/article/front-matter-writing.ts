import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { FrontMatter, FrontMatterEntry, ScalarValue } from './front-matter.ts';

/**
 * `text` as a quoted YAML scalar on one line. Single quotes where they need no escape, so that the text reads as it is;
 * else double quotes; with both kinds of quotes inside, single ones that are doubled.
 */
export function quoted(text: string): string {
  if (controlCharacter.test(text)) return JSON.stringify(text);
  if (!text.includes("'")) return `'${text}'`;
  if (!/["\\]/.test(text)) return `"${text}"`;
  return singleQuoted(text);
}

/** Replaces the text of a scalar and keeps the author's style of quoting where the new text allows it; undefined for a block. */
export function rewriteScalar({ style, span }: ScalarValue, text: string): Edit | undefined {
  switch (style) {
    case 'single-quoted':
      return { span, text: controlCharacter.test(text) ? quoted(text) : singleQuoted(text) };
    case 'double-quoted':
      return { span, text: /["\\]/.test(text) || controlCharacter.test(text) ? JSON.stringify(text) : `"${text}"` };
    case 'plain':
      return { span, text: isPlainText(text) ? text : quoted(text) };
    case 'block':
      return undefined;
  }
}

/** True when `text` means itself in YAML without quotes: no indicator has a part in it, and it is no number or boolean. */
export function isPlainText(text: string): boolean {
  if (text === '' || text.trim() !== text || controlCharacter.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`=~]/.test(text) || /:(?:\s|$)|\s#/.test(text)) return false;
  return !/^(?:null|true|false|yes|no|on|off|y|n|[-+.\d][-+.\d_eExo:a-f]*)$/i.test(text);
}

/** Deletes the lines of an entry. A comment behind the value stays. */
export function removeEntry(text: string, { span }: FrontMatterEntry): Edit {
  return removeLines(text, span);
}

/** Deletes the lines that `span` lies in; where something else stands on them, `span` and the white space behind it. */
export function removeLines(text: string, span: Span): Edit {
  let start = span.start;
  while (isBlank(text[start - 1])) start--;
  let end = span.end;
  while (isBlank(text[end])) end++;
  const isAlone = (start === 0 || isLineBreak(text[start - 1])) && (end === text.length || isLineBreak(text[end]));
  if (!isAlone) return { span: { start: span.start, end }, text: '' };
  if (end < text.length) end += text.startsWith('\r\n', end) ? 2 : 1;
  return { span: { start, end }, text: '' };
}

/** Adds a line `key: value` below an entry. `value` is written as it is. */
export function insertBelow(text: string, { span }: FrontMatterEntry, key: string, value: string): Edit {
  let at = span.end;
  while (at < text.length && !isLineBreak(text[at])) at++;
  return { span: { start: at, end: at }, text: `${lineBreakOf(text)}${key}: ${value}` };
}

/** Adds a line `key: value` as the last of a front matter. */
export function appendEntry(text: string, { content, span }: FrontMatter, key: string, value: string): Edit {
  const at = Math.max(content.end, span.start);
  const isOnNewLine = isLineBreak(text[at - 1]);
  const lineBreak = lineBreakOf(text);
  return { span: { start: at, end: at }, text: `${isOnNewLine ? '' : lineBreak}${key}: ${value}${lineBreak}` };
}

/** The line break that a text uses, by the first that it has; LF where it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that single quotes cannot hold
const controlCharacter = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
