import type { ChildNode, Document, Element } from 'domhandler';
import type { Span } from '../text/span.ts';

/**
 * A line of visible text: what stands between two block boundaries or `<br>`. White space is folded as a browser does
 * it and trimmed (U+3000 and U+00A0 count as white space at the ends only); entities are decoded.
 */
export interface Line {
  readonly text: string;
  /** From the first to the last visible character in the source. */
  readonly span: Span;
  /** Where each stretch of `text` comes from, in order and without gaps; see {@link sourceSpan}. */
  readonly segments: readonly Segment[];
  /** The nearest block element around the line (or the document itself). */
  readonly block: Element | Document;
}

/** `length` UTF-16 units of a line's text from offset `at`, read from `sourceLength` units of the source at `start`. */
export interface Segment {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  /** Equal to `length` where the text is copied; otherwise an entity or folded white space, taken whole. */
  readonly sourceLength: number;
  readonly node: ChildNode;
}
