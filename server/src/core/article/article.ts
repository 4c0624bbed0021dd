import type { Document } from 'domhandler';
import type { Located, Span } from '../text/span.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Markup } from './html.ts';
import type { Line } from './lines.ts';
import type { Group } from './projects.ts';

/**
 * An article as read from its text: a YAML front matter, then an HTML body. All spans are UTF-16 offsets into `text`.
 * Nothing in it changes after parsing. Reading never fails: what is broken is described (`frontMatter.problems`), the
 * rest is read as well as it can be.
 */
export interface Article {
  readonly text: string;
  /** Undefined when the text does not begin with `---` (after an optional byte order mark and blank lines). */
  readonly frontMatter: FrontMatter | undefined;
  readonly body: Body;
  /** The numbered projects, group by group, in reading order. */
  readonly groups: readonly Group[];
}

export interface Body {
  readonly span: Span;
  /** The HTML tree; every node carries absolute offsets, see `html.ts` for how to read them. Never to be changed. */
  readonly document: Document;
  /** Every node of the tree but text, in the order of the text. */
  readonly markup: readonly Markup[];
  /** What a reader sees, line by line. */
  readonly lines: readonly Line[];
}

export type { Located };
