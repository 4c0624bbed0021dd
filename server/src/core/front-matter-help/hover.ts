import type { Article } from '../article/article.ts';
import { parseDate } from '../article/dates.ts';
import { type FrontMatterEntry, textOf } from '../article/front-matter.ts';
import type { Span } from '../text/span.ts';
import { describeKey } from './keys.ts';
import { type FrontMatterName, nameAt } from './names.ts';

/** What there is to say of a place in the front matter. */
export interface FrontMatterNote {
  readonly entry: FrontMatterEntry;
  /** What the note is about: the key, the value, or one name of several. */
  readonly span: Span;
  /** The instant of a date in UTC, as {@link parseDate} gives it. */
  readonly instant: string | undefined;
  readonly hasTime: boolean;
  /** The web address of a picture. */
  readonly image: string | undefined;
  readonly name: FrontMatterName | undefined;
}

/** The note on the key or the value at an offset; undefined outside the front matter and between its entries. */
export function noteAt(article: Article, offset: number): FrontMatterNote | undefined {
  const entry = article.frontMatter?.entries.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!entry) return undefined;
  const isOnKey = offset <= entry.key.span.end;
  const name = isOnKey ? undefined : nameAt(article, offset);
  const text = textOf(entry.value)?.value.trim();
  const form = describeKey(entry.key.value)?.form;
  const date = form === 'date' && text ? parseDate(text) : undefined;
  return {
    entry,
    span: isOnKey ? entry.key.span : (name?.span ?? entry.value.span),
    instant: date?.iso,
    hasTime: date?.hasTime ?? false,
    image: form === 'image' && text && /^https?:\/\/\S+$/i.test(text) ? text : undefined,
    name,
  };
}
