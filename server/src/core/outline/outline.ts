import type { Article } from '../article/article.ts';
import type { Span } from '../text/span.ts';

/** One entry of an article's outline. Names are the article's own words; `front-matter` and `body` are named where shown. */
export interface OutlineNode {
  readonly kind: 'front-matter' | 'key' | 'body' | 'heading' | 'group' | 'project';
  readonly name: string;
  /** The organisations of a project, the value of a key, the number of projects of a group. */
  readonly detail: string;
  /** Everything that belongs to the entry. */
  readonly span: Span;
  /** What a click selects; inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

export type OutlineOf = (article: Article) => readonly OutlineNode[];
