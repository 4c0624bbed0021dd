import type { Article } from '../article/article.ts';
import { foldNames } from '../article/organization-names.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { NamePlace } from './occurrences.ts';
import { hasMarkupInside } from './text-pieces.ts';

/** A new name in the place of an old one. */
export interface RenameEdit extends Edit {
  /**
   * Why a person should decide about it: the prose gives only a part of the project's name, and would give the whole new one; or
   * the organisation is written in another way than the name that is renamed.
   */
  readonly doubt: 'shortened' | 'variant' | undefined;
}

/**
 * One edit a place, sorted and disjoint. `unwritable` holds the places that cannot be written anew without a decision
 * about the markup inside them; where there are any, nothing should be renamed.
 */
export interface Rename {
  readonly edits: readonly RenameEdit[];
  readonly unwritable: readonly Span[];
}

/**
 * Writes a new name at every place; they must be of one article and sorted. `from` is the name as written where it is
 * renamed, `to` the new one: text, not markup.
 *
 * An organisation that is written with its place stays so, and one without: where 市公安局 becomes 市公安厅, 上海市公安局
 * becomes 上海市公安厅, and the other way round.
 */
export function renameAt(article: Article, places: readonly NamePlace[], from: string, to: string): Rename {
  return {
    edits: places.map((place) => ({ span: place.span, ...renamed(place, from, to) })),
    unwritable: places.flatMap(({ span }) => (hasMarkupInside(article, span) ? [span] : [])),
  };
}

/** Whether a text can stand as a name: something to read, on one line, without control characters. */
export function isName(text: string): boolean {
  return /\S/.test(text) && !/[\p{Cc}\u2028\u2029]/u.test(text);
}

function renamed(place: NamePlace, from: string, to: string): Pick<RenameEdit, 'text' | 'doubt'> {
  if (place.kind !== 'organization') {
    return { text: escapeText(to), doubt: isShortened(place) ? 'shortened' : undefined };
  }
  const [written, asked] = [writingOf(place.text), writingOf(from)];
  if (written === asked) return { text: escapeText(to), doubt: undefined };
  return { text: escapeText(inOtherWriting(written, asked, to)), doubt: 'variant' };
}

/** What two places have in common where a name is written in one way: brackets of either width, no white space. */
function writingOf(name: string): string {
  return foldNames(name).replace(/\s+/g, '');
}

/** The new name with the place that only the other writing has, or without the one that it leaves out. */
function inOtherWriting(written: string, asked: string, to: string): string {
  if (written.endsWith(asked)) {
    const place = written.slice(0, -asked.length);
    return to.startsWith(place) ? to : place + to;
  }
  const place = asked.endsWith(written) ? asked.slice(0, -written.length) : '';
  return to.startsWith(place) && to.length > place.length ? to.slice(place.length) : to;
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
