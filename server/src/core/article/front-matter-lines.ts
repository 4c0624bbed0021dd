import type { Located, Span } from '../text/span.ts';

/** A line of a text: `end` is where its line break begins, `next` where the line after it does. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The lines of a front matter that belong to one top-level key, as a person would see it, whatever YAML makes of them. */
export interface EntryLines {
  /** Undefined for what stands before the first key. */
  readonly key: Located<string> | undefined;
  /** The colon behind the key, also where it is full-width or has no space behind it. Empty where there is no key. */
  readonly colon: Span;
  /** From the start of the key's line to the start of the next key's line. */
  readonly span: Span;
  /** What stands behind the colon on the key's line, without white space around it; may be empty. */
  readonly inline: Span;
}

/** One ` - item` of a list in block style. `value` is what stands behind the last dash at its head. */
export interface ItemLine {
  readonly line: TextLine;
  /** From the first dash to the start of the value. */
  readonly marker: Span;
  readonly value: Span;
}

/** The lines that begin in `span`; a line ends with LF, CRLF or a lone CR. */
export function* linesIn(text: string, span: Span): Generator<TextLine> {
  const lineBreak = /\r\n|[\r\n]/g;
  let start = span.start;
  while (start < span.end) {
    lineBreak.lastIndex = start;
    const match = lineBreak.exec(text);
    const end = Math.min(match?.index ?? span.end, span.end);
    const next = Math.min(match ? match.index + match[0].length : span.end, span.end);
    yield { start, end, next };
    start = next;
  }
}

/**
 * Cuts the lines of a front matter at its top-level keys. A key stands at the very start of a line; nothing that YAML
 * lets a value contain can look like that, so the cuts are right even where the YAML around them is broken. Also taken
 * for keys are names in ASCII with a full-width colon, or without the space behind the colon (but not `https://`).
 */
export function splitEntries(text: string, content: Span): readonly EntryLines[] {
  const entries: EntryLines[] = [];
  let current: Omit<EntryLines, 'span'> = {
    key: undefined,
    colon: emptyAt(content.start),
    inline: emptyAt(content.start),
  };
  let start = content.start;
  const close = (end: number): void => {
    if (end > start) entries.push({ ...current, span: { start, end } });
    start = end;
  };
  for (const line of linesIn(text, content)) {
    const opened = readKeyLine(text, line);
    if (!opened) continue;
    close(line.start);
    current = opened;
  }
  close(content.end);
  return entries;
}

/** True when a top-level key stands in `content`, in the sense of {@link splitEntries}. */
export function holdsKey(text: string, content: Span): boolean {
  for (const line of linesIn(text, content)) if (readKeyLine(text, line)) return true;
  return false;
}

/** The items of a list in block style among the lines of an entry; lines that are none are passed over. */
export function itemLines(text: string, { span }: EntryLines): readonly ItemLine[] {
  const items: ItemLine[] = [];
  for (const line of linesIn(text, span)) {
    const match = /^([ \t]*)((?:-[ \t]+)+|-$)/.exec(
      text.slice(line.start, Math.min(line.end, line.start + longestMarker)),
    );
    if (!match) continue;
    const [whole, indent = ''] = match;
    const marker = { start: line.start + indent.length, end: line.start + whole.length };
    items.push({ line, marker, value: trimSpan(text, { start: marker.end, end: line.end }) });
  }
  return items;
}

/** `span` without the white space at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** More indentation and dashes than this in front of an item is not a list that anybody wrote. */
const longestMarker = 1000;

/** YAML gives up on a key that is longer than this (YAML 1.2.2, section 7.4: implicit keys). */
const longestKey = 1024;

const wellFormedKey = /^(?:"([^"\\]*)"|'([^']*)'|([\p{L}_][\p{L}\p{N}_.-]*))[ \t]*(?=:(?:[ \t]|$))/u;
const slippedKey = /^([A-Za-z_][\w-]*)[ \t]*(?=：|:(?!\/\/))/;

function readKeyLine(text: string, { start, end }: TextLine): Omit<EntryLines, 'span'> | undefined {
  const code = text.charCodeAt(start);
  if (isBlankCode(code) || code === 35 || code === 45) return undefined;
  const head = text.slice(start, Math.min(end, start + longestKey));
  const match = wellFormedKey.exec(head) ?? slippedKey.exec(head);
  if (!match) return undefined;
  const value = match[1] ?? match[2] ?? match[3] ?? '';
  const colonStart = start + match[0].length;
  const colon = { start: colonStart, end: colonStart + 1 };
  return {
    key: { value, span: trimSpan(text, { start, end: colonStart }) },
    colon,
    inline: trimSpan(text, { start: colon.end, end }),
  };
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
