import type { Article } from '../article/article.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { NamePlace } from './occurrences.ts';
import { hasMarkupInside } from './text-pieces.ts';

/** A new name in the place of an old one. */
export interface RenameEdit extends Edit {
  /** True where the prose only gave a part of the name: whether it should give the whole new one, a person decides. */
  readonly isShortened: boolean;
}

/**
 * One edit a place, sorted and disjoint. `unwritable` holds the places that cannot be written anew without a decision
 * about the markup inside them; where there are any, nothing should be renamed.
 */
export interface Rename {
  readonly edits: readonly RenameEdit[];
  readonly unwritable: readonly Span[];
}

/** Writes a new name at every place; they must be of one article and sorted. `name` is text, not markup. */
export function renameAt(article: Article, places: readonly NamePlace[], name: string): Rename {
  const text = escapeText(name);
  return {
    edits: places.map((place) => ({ span: place.span, text, isShortened: isShortened(place) })),
    unwritable: places.flatMap(({ span }) => (hasMarkupInside(article, span) ? [span] : [])),
  };
}

/** Whether a text can stand as a name: something to read, on one line, without control characters. */
export function isName(text: string): boolean {
  return /\S/.test(text) && !/[\p{Cc}\u2028\u2029]/u.test(text);
}

/** A mention with fewer words than the title; quotation marks and the like count as none. */
function isShortened(place: NamePlace): boolean {
  return place.kind === 'mention' && wordsOf(place.text) !== wordsOf(place.project.title.value);
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** `>` is left as it is: nothing in text needs it escaped. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
