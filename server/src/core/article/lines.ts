import { type ChildNode, type Document, type Element, isDocument, isTag, isText, type Text } from 'domhandler';
import { decodeHTML } from 'entities';
import type { Span } from '../text/span.ts';
import { closest, nodeSpan } from './html.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';

/**
 * A line of visible text: what stands between two block boundaries or `<br>`. White space is folded as a browser does
 * it and trimmed (at the ends U+3000 and U+00A0 count as white space too); entities are decoded.
 */
export interface Line {
  readonly text: string;
  /** From the first to the last visible character in the source. */
  readonly span: Span;
  /** Where each stretch of `text` comes from, in order and without gaps; see {@link sourceSpan}. */
  readonly segments: readonly Segment[];
  /** The nearest block element around the line (or the document itself). */
  readonly block: Element | Document;
  readonly surroundings: Surroundings;
}

/** `length` UTF-16 units of a line's text from offset `at`, read from `sourceLength` units of the source at `start`. */
export interface Segment {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  /** Equal to `length` where the text is copied; otherwise an entity or folded white space, taken whole. */
  readonly sourceLength: number;
  readonly node: Text;
}

/** Elements that begin and end a line: the HTML Standard's default style sheet, `display: block` and table parts. */
export const blockElements: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre search section summary table tbody td
   tfoot th thead tr ul`.split(/\s+/),
);

/** Elements whose text no reader sees as text. */
export const unseenElements: ReadonlySet<string> = new Set(
  'audio canvas datalist head iframe math noembed noframes noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);

/** The visible lines of a body in reading order. Lines of white space alone are left out. */
export function readLines(document: Document): readonly Line[] {
  const lines: Line[] = [];
  const draft = new LineDraft(lines);
  let node: ChildNode | null | undefined = document.children[0];
  while (node) {
    if (isText(node)) {
      draft.append(node);
    } else if (isTag(node)) {
      if (node.name === 'br' || blockElements.has(node.name)) draft.finish();
      if (node.children.length > 0 && !unseenElements.has(node.name)) {
        node = node.children[0];
        continue;
      }
    }
    while (node && !node.nextSibling) {
      const parent: Element | Document | null = enclosing(node);
      if (parent && isTag(parent) && blockElements.has(parent.name)) draft.finish();
      node = parent && isTag(parent) ? parent : undefined;
    }
    node = node?.nextSibling;
  }
  draft.finish();
  return lines;
}

/**
 * The place in the source of the characters `[from, to)` of a line's text. Part of an entity, or of folded white space,
 * counts as the whole; tags and comments between the characters are inside the span, those around it are not.
 */
export function sourceSpan(line: Line, from: number, to: number): Span {
  if (to <= from) {
    const start = sourceOffset(line, from);
    return { start, end: start };
  }
  const last = segmentAt(line, to - 1);
  return { start: sourceOffset(line, from), end: last ? endInSource(last, to) : line.span.end };
}

/** The nearest block element around a node, or the document. */
export function enclosingBlock(node: ChildNode): Element | Document {
  let at = enclosing(node);
  while (at && isTag(at) && !blockElements.has(at.name)) at = enclosing(at);
  if (!at) throw new Error('A node outside every document has no block');
  return at;
}

function enclosing(node: ChildNode): Element | Document | null {
  const { parent } = node;
  return parent && (isTag(parent) || isDocument(parent)) ? parent : null;
}

/** Builds one line after the other; the only mutable thing here, and it does not leave this file. */
class LineDraft {
  private text = '';
  /** Kept beside the text: asking the text itself would copy it again at every piece. */
  private endsWithSpace = false;
  private segments: Segment[] = [];

  private readonly surroundingsOf = createSurroundings();

  constructor(private readonly lines: Line[]) {}

  append(node: Text): void {
    const { data } = node;
    // Most text nodes are the line breaks between two tags.
    if (!this.text && isBlank(data)) return;
    const start = nodeSpan(node).start;
    if (!needsFolding.test(data)) {
      this.copy(data, start, node);
      return;
    }
    const keepsLineBreaks = closest(node, preformatted) !== undefined;
    let position = 0;
    for (const match of data.matchAll(foldable)) {
      if (match.index > position) this.copy(data.slice(position, match.index), start + position, node);
      position = match.index + match[0].length;
      if (match[0].startsWith('&')) this.add(decodeHTML(match[0]), start + match.index, match[0].length, node);
      else if (keepsLineBreaks && /[\n\r]/.test(match[0])) this.finish();
      else if (this.text && !this.endsWithSpace) this.add(' ', start + match.index, match[0].length, node);
    }
    if (position < data.length) this.copy(data.slice(position), start + position, node);
  }

  finish(): void {
    const first = this.segments[0];
    if (!first) return;
    const length = trimmedLength(this.text);
    if (length > 0) {
      const segments = cutSegments(this.segments, length);
      const last = segments[segments.length - 1] ?? first;
      const block = enclosingBlock(first.node);
      this.lines.push({
        text: length < this.text.length ? this.text.slice(0, length) : this.text,
        span: { start: first.start, end: last.start + last.sourceLength },
        segments,
        block,
        surroundings: this.surroundingsOf(block),
      });
    }
    this.text = '';
    this.endsWithSpace = false;
    this.segments = [];
  }

  private copy(piece: string, start: number, node: Text): void {
    let skipped = 0;
    if (!this.text) while (skipped < piece.length && isWhiteSpace(piece.charCodeAt(skipped))) skipped++;
    else if (piece.startsWith(' ') && this.endsWithSpace) skipped = 1;
    const kept = skipped > 0 ? piece.slice(skipped) : piece;
    if (kept) this.add(kept, start + skipped, kept.length, node);
  }

  private add(piece: string, start: number, sourceLength: number, node: Text): void {
    if (!this.text && piece.length === 1 && isWhiteSpace(piece.charCodeAt(0))) return;
    this.segments.push({ at: this.text.length, length: piece.length, start, sourceLength, node });
    this.text += piece;
    this.endsWithSpace = piece.endsWith(' ');
  }
}

/** An entity, or white space that a browser shows as one space. */
const foldable =
  /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});|&nbsp|[ \t\n\f\r]*[\t\n\f\r][ \t\n\f\r]*| {2,}/g;
const needsFolding = /[&\t\n\f\r]| {2}/;

const preformatted: ReadonlySet<string> = new Set(['pre']);

/** White space as JavaScript's `trim` has it, the zero width space, and the marks that turn the direction of writing. */
function isWhiteSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0 || code === 0x85;
  if (code < 0x2000 || code > 0x2069) return code === 0x3000 || code === 0xfeff;
  return code <= 0x200b || code === 0x200e || code === 0x200f || (code >= 0x2028 && code <= 0x202e) || code >= 0x2066;
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isWhiteSpace(text.charCodeAt(at))) return false;
  return true;
}

function trimmedLength(text: string): number {
  let length = text.length;
  while (length > 0 && isWhiteSpace(text.charCodeAt(length - 1))) length--;
  return length;
}

function cutSegments(segments: readonly Segment[], length: number): readonly Segment[] {
  const last = segments[segments.length - 1];
  if (!last || last.at + last.length === length) return segments;
  return segments
    .filter((segment) => segment.at < length)
    .map((segment) => {
      if (segment.at + segment.length <= length) return segment;
      const kept = length - segment.at;
      return segment.length === segment.sourceLength ? { ...segment, length: kept, sourceLength: kept } : segment;
    });
}

/** The segment that holds the character at `offset` of the line's text, by binary search. */
function segmentAt({ segments }: Line, offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((segments[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}

function sourceOffset(line: Line, offset: number): number {
  const segment = segmentAt(line, offset);
  if (!segment) return line.span.start;
  if (offset >= segment.at + segment.length) return segment.start + segment.sourceLength;
  return segment.length === segment.sourceLength ? segment.start + (offset - segment.at) : segment.start;
}

function endInSource(segment: Segment, end: number): number {
  const copied = segment.length === segment.sourceLength;
  return copied ? segment.start + (end - segment.at) : segment.start + segment.sourceLength;
}
