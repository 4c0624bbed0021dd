import type { YamlProblem } from '../../../article/front-matter.ts';
import { type EntryLines, type ItemLine, itemLines, linesIn, trimSpan } from '../../../article/front-matter-lines.ts';
import { quoted } from '../../../article/front-matter-writing.ts';
import type { Edit } from '../../../text/edit.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Span } from '../../../text/span.ts';
import type { Safety } from '../../rule.ts';

/** A slip of the hand that breaks the YAML of one entry, in words that a person understands, and what mends it. */
export interface Slip {
  readonly span: Span;
  readonly message: Message;
  readonly title: Message;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
}

/**
 * What may be wrong with the lines of an entry that YAML cannot read, likeliest first. These are guesses from the look
 * of the lines: whoever takes one has to see whether YAML can read what its edits leave.
 */
export function guessSlips(text: string, entry: EntryLines, problems: readonly YamlProblem[]): readonly Slip[] {
  const items = itemLines(text, entry);
  return [
    ...slipsOfColon(text, entry),
    ...slipsOfIndentation(text, entry, items),
    ...slipsOfStrayLines(text, entry),
    ...slipsOfValues(text, entry, items, problems),
  ];
}

/** `author：Name`, `author:Name`. */
function slipsOfColon(text: string, { key, colon, inline }: EntryLines): readonly Slip[] {
  if (!key) return [];
  const needsSpace = inline.start === colon.end && inline.end > inline.start;
  const isWide = text[colon.start] === '：';
  if (!isWide && !needsSpace) return [];
  const edits = [{ span: colon, text: needsSpace ? ': ' : ':' }];
  if (isWide) {
    return [
      {
        span: colon,
        message: message('A full-width colon after "{0}"; expected ":" and a space.', key.value),
        title: message('Replace it by ": "'),
        safety: 'safe',
        edits,
      },
    ];
  }
  return [
    {
      span: { start: key.span.start, end: colon.end },
      message: message('No space behind the colon of "{0}", so that YAML sees no key; expected ": ".', key.value),
      title: message('Insert a space'),
      safety: 'safe',
      edits,
    },
  ];
}

const tabWidth = 2;

function slipsOfIndentation(text: string, entry: EntryLines, items: readonly ItemLine[]): readonly Slip[] {
  return [...tabSlips(text, entry), ...keyIndentationSlips(text, entry), ...itemIndentationSlips(text, items)];
}

/** All tabs of an entry at once: some of them replaced and others not would be worse than before. */
function tabSlips(text: string, { span }: EntryLines): readonly Slip[] {
  const edits: Edit[] = [];
  for (const line of linesIn(text, span)) {
    const { start } = trimSpan(text, line);
    for (let at = line.start; at < start; at++) {
      if (text[at] === '\t') edits.push({ span: { start: at, end: at + 1 }, text: ' '.repeat(tabWidth) });
    }
  }
  const [first] = edits;
  const last = edits.at(-1);
  if (!first || !last) return [];
  return [
    {
      span: { start: first.span.start, end: last.span.end },
      message: message('A tab indents this line, which YAML does not allow; expected spaces.'),
      title: message('Replace the tabs by spaces'),
      safety: 'safe',
      edits,
    },
  ];
}

/** A key that is indented by accident: ` author: Name` below `title: …`. */
function keyIndentationSlips(text: string, { span, inline }: EntryLines): readonly Slip[] {
  if (inline.end === inline.start) return [];
  const edits: Edit[] = [];
  for (const line of linesIn(text, { start: inline.end, end: span.end })) {
    const { start } = trimSpan(text, line);
    if (start > line.start && indentedKey.test(text.slice(start, Math.min(line.end, start + longestKey)))) {
      edits.push({ span: { start: line.start, end: start }, text: '' });
    }
  }
  return edits.map((edit) => ({
    span: edit.span,
    message: message(
      'White space before a key, so that it seems to belong to the value above; expected the key at the start of the line.',
    ),
    title: message('Delete the white space before the key'),
    safety: 'suggestion',
    edits: [edit],
  }));
}

const indentedKey = /^[A-Za-z_][\w-]*:(?:[ \t]|$)/;
const longestKey = 100;

/** Items of one list that do not begin below each other. */
function itemIndentationSlips(text: string, items: readonly ItemLine[]): readonly Slip[] {
  const [first, ...others] = items;
  if (!first) return [];
  const indentation = text.slice(first.line.start, first.marker.start);
  return others.flatMap(({ line, marker }) => {
    const own = { start: line.start, end: marker.start };
    if (text.slice(own.start, own.end) === indentation) return [];
    return [
      {
        span: { start: own.start, end: marker.end },
        message: message(
          'This item does not stand below the one before; expected the same number of spaces before each dash.',
        ),
        title: message('Align the item with the first'),
        safety: 'safe' as const,
        edits: [{ span: own, text: indentation }],
      },
    ];
  });
}

/** Lines without indentation, dash or colon: a key whose colon is missing, or the rest of a value that was broken in two. */
function slipsOfStrayLines(text: string, { key, span, inline }: EntryLines): readonly Slip[] {
  const slips: Slip[] = [];
  let before = inline.end;
  let isBelowComment = false;
  for (const line of linesIn(text, { start: key ? lineEndFrom(text, before, span.end) : span.start, end: span.end })) {
    const content = trimSpan(text, line);
    if (content.start === content.end) continue;
    if (text[content.start] === '#') {
      // A comment between the value and its rest would become a part of it, or end it.
      isBelowComment = true;
      continue;
    }
    const [, word = ''] =
      /^([A-Za-z]{3,20})(?=[ \t=])/.exec(
        text.slice(content.start, Math.min(content.end, content.start + longestKey)),
      ) ?? [];
    if (usualKeys.has(word)) {
      const end = content.start + word.length;
      const equalsSign = /^[ \t]*=[ \t]*/.exec(text.slice(end, Math.min(content.end, end + longestKey)))?.[0];
      const place = { start: end, end: end + (equalsSign?.length ?? 0) };
      slips.push({
        span: trimSpan(text, { start: content.start, end: place.end }),
        message: message('No colon behind the key "{0}"; expected ": ".', word),
        title: message('Insert the colon'),
        safety: 'suggestion',
        edits: [{ span: place, text: equalsSign === undefined ? ':' : ': ' }],
      });
    } else if (
      key &&
      !isBelowComment &&
      content.start === line.start &&
      text[content.start] !== '-' &&
      inline.end > inline.start
    ) {
      slips.push({
        span: content,
        message: message(
          'A line without a key; expected it to be part of the value of "{0}" above, or to begin with a key and a colon.',
          key.value,
        ),
        title: message('Join the line to the one above'),
        safety: 'suggestion',
        edits: [{ span: { start: before, end: content.start }, text: ' ' }],
      });
    }
    before = content.end;
  }
  return slips;
}

const usualKeys: ReadonlySet<string> = new Set([
  ...['title', 'date', 'author', 'categories', 'category', 'tags', 'headimg', 'thumbnail', 'comments', 'editor'],
  ...['description', 'source', 'link', 'image', 'cover', 'layout', 'keywords', 'updated', 'published', 'excerpt'],
]);

function lineEndFrom(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text[at] !== '\n' && text[at] !== '\r') at++;
  return text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, to);
}

function slipsOfValues(
  text: string,
  { key, inline }: EntryLines,
  items: readonly ItemLine[],
  problems: readonly YamlProblem[],
): readonly Slip[] {
  if (!key) return [];
  const values = [inline, ...items.map(({ value }) => value)].filter(({ start, end }) => end > start);
  // A bracket behind the key opens a list more likely than one before an item, which is a name.
  return values.flatMap((span) => {
    const opensList = span === inline && listKeys.has(key.value);
    return slipsOfValue({ key: key.value, opensList, problems }, text.slice(span.start, span.end), span);
  });
}

/** Where a value stands. */
interface ValueContext {
  readonly key: string;
  readonly opensList: boolean;
  readonly problems: readonly YamlProblem[];
}

function slipsOfValue(context: ValueContext, written: string, span: Span): readonly Slip[] {
  const first = written[0];
  if (first === "'" || first === '"') return slipsOfQuotes(context.key, written, first, span);
  return slipsOfPlainText(context, written, span);
}

function slipsOfQuotes(key: string, written: string, quote: string, span: Span): readonly Slip[] {
  const end = closingQuote(written, quote);
  const last = written.at(-1) ?? '';
  const slip = (words: Message, value: string, safety: Safety = 'safe', title = keepInQuotes): Slip => {
    return { span, message: words, title, safety, edits: [{ span, text: quoted(value) }] };
  };
  if (end === undefined) {
    const mismatched = written.length > 1 && /["']/.test(last);
    const value = written.slice(1, mismatched ? -1 : undefined);
    return [
      slip(
        mismatched
          ? message(
              'The value of "{0}" begins with one kind of quotation mark and ends with another; expected the same.',
              key,
            )
          : message(
              'The quotation mark before the value of "{0}" is not closed; expected one at the end as well.',
              key,
            ),
        unescaped(value, quote),
      ),
    ];
  }
  if (end === written.length - 1) {
    if (quote === "'" || !written.includes('\\')) return [];
    return [
      slip(
        message(
          'A backslash between double quotation marks means something else in YAML; expected single ones around "{0}".',
          key,
        ),
        written.slice(1, -1).replaceAll('\\"', '"'),
      ),
    ];
  }
  if (/^[ \t]+#/.test(written.slice(end + 1))) return [];
  if (last !== quote) {
    const words = message(
      'The value of "{0}" begins with words in quotation marks and goes on, so all of it must stand in quotes.',
      key,
    );
    return [slip(words, written)];
  }
  const wrapping = wrappingLength(written, quote);
  const inner = written.slice(wrapping, -wrapping);
  const value = wrapping === 1 ? unescaped(inner, quote) : inner;
  const words =
    quote === "'" && !inner.includes('"') && /[A-Za-z]'[A-Za-z]/.test(inner)
      ? message('The value of "{0}" has an apostrophe, so it must stand in double quotation marks.', key)
      : message(
          'The value of "{0}" has the quotation marks inside that also stand around it; expected others around it.',
          key,
        );
  const isAmbiguous = wrapping === 1 && countOf(inner, quote) % 2 === 0;
  return isAmbiguous
    ? [
        slip(words, value, 'suggestion'),
        slip(words, written, 'suggestion', message('Keep the outer quotation marks as part of the text')),
      ]
    : [slip(words, value)];
}

const keepInQuotes = message('Put the text in quotes that fit');

/** The index of the quotation mark that closes the value by YAML's rules; undefined where none does. */
function closingQuote(written: string, quote: string): number | undefined {
  for (let at = 1; at < written.length; at++) {
    if (written[at] === '\\' && quote === '"') at++;
    else if (written[at] === quote) {
      if (quote === '"' || written[at + 1] !== quote) return at;
      at++;
    }
  }
  return undefined;
}

/** How many quotation marks stand around the text on both sides: `''text''` has two. */
function wrappingLength(written: string, quote: string): number {
  let length = 0;
  while (length * 2 + 2 < written.length && written[length] === quote && written.at(-1 - length) === quote) length++;
  return Math.max(1, length);
}

function unescaped(value: string, quote: string): string {
  return quote === "'" ? value.replaceAll("''", "'") : value.replaceAll('\\"', '"');
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

function slipsOfPlainText({ key, opensList, problems }: ValueContext, written: string, span: Span): readonly Slip[] {
  const comment = written.search(/[ \t]#/);
  const value = (comment < 0 ? written : written.slice(0, comment)).trimEnd();
  const place = { start: span.start, end: span.start + value.length };
  const edits = [{ span: place, text: quoted(value) }];
  const safety = comment < 0 ? 'safe' : 'suggestion';
  const indicator = /^[@`%&*!|>[\]{}?,#-]/.exec(value)?.[0];
  if (indicator && problems.length > 0) {
    const close = indicator === '[' ? ']' : indicator === '{' ? '}' : undefined;
    const isOpen = close !== undefined && !value.includes(close);
    const quote: Slip = {
      span: place,
      message: message(
        'The value of "{0}" begins with "{1}", which has a meaning in YAML, so it must stand in quotes.',
        key,
        indicator,
      ),
      title: message('Put the value in quotes'),
      safety: isOpen ? 'suggestion' : safety,
      edits,
    };
    if (!isOpen) return [quote];
    const bracket: Slip = {
      span: place,
      message: message('The bracket before the value of "{0}" is not closed; expected "{1}" at the end.', key, close),
      title: message('Close the bracket'),
      safety: 'suggestion',
      edits: [{ span: { start: place.end, end: place.end }, text: close }],
    };
    return opensList ? [bracket, quote] : [quote, bracket];
  }
  if (!/:(?:[ \t]|$)/.test(value)) return [];
  return [
    {
      span: place,
      message: message('The value of "{0}" contains a colon and a space, so it must stand in quotes.', key),
      title: message('Put the value in quotes'),
      safety,
      edits,
    },
  ];
}

/** Keys whose value is a list more likely than a title that begins with a bracket. */
const listKeys: ReadonlySet<string> = new Set(['categories', 'category', 'tags', 'keywords', 'aliases']);
