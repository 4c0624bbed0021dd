import { type FrontMatter, findEntry, isUnreadable, type ScalarValue } from '../../../article/front-matter.ts';

/** No title is longer; what is gets no advice on its punctuation. */
const longestTitle = 500;

/** The title of an article, where it is a text that YAML can read and a person could have written. */
export function titleOf(frontMatter: FrontMatter | undefined): ScalarValue | undefined {
  const entry = findEntry(frontMatter, 'title');
  if (!frontMatter || !entry || isUnreadable(frontMatter, entry)) return undefined;
  const { value } = entry;
  return value.kind === 'scalar' && value.value !== null && value.text.length <= longestTitle ? value : undefined;
}

/** An underscore beside a Chinese character, a Chinese mark or another underscore: one between Latin letters is a name. */
export function hasLostMarks(title: string): boolean {
  if (!title.includes('_')) return false;
  return /[\p{Script=Han}\p{Po}_]_|_[\p{Script=Han}\p{Po}]/u.test(title) || /^_|_$/.test(title);
}

/** A text reduced to its letters and digits, half-width and in small letters: what two spellings of one title share. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
