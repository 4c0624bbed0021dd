import type { Article } from '../article/article.ts';
import { type FrontMatterEntry, type FrontMatterValue, findEntry, type ScalarValue } from '../article/front-matter.ts';
import { removeLines, rewriteScalar } from '../article/front-matter-writing.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** Names that articles share. */
export type NameKind = 'category' | 'tag' | 'author';

/** A name in the front matter of an article. */
export interface FrontMatterName {
  readonly kind: NameKind;
  /** Without white space around it. */
  readonly value: string;
  readonly scalar: ScalarValue;
  /** The name without its quotes. */
  readonly span: Span;
}

/** The kind of names that a key holds; archives write some keys in the plural or in the singular. */
export function nameKindOf(key: string): NameKind | undefined {
  return kinds.get(key);
}

const kinds: ReadonlyMap<string, NameKind> = new Map([
  ['categories', 'category'],
  ['category', 'category'],
  ['tags', 'tag'],
  ['author', 'author'],
]);

/** The name at an offset; its edges belong to it. */
export function nameAt(article: Article, offset: number): FrontMatterName | undefined {
  return namesIn(article).find(({ scalar: { span } }) => span.start <= offset && offset <= span.end);
}

/**
 * The edits that give a name of one kind another text throughout an article. Where a list has the new name already, the
 * item is deleted instead, so that nothing stands twice.
 *
 * @returns undefined where the name stands in a form that cannot be rewritten, a text of several lines.
 */
export function renameNames(article: Article, kind: NameKind, from: string, to: string): readonly Edit[] | undefined {
  const names = namesIn(article).filter((name) => name.kind === kind);
  const isThere = names.some(({ value }) => value === to);
  const edits: Edit[] = [];
  for (const { value, scalar } of names) {
    if (value !== from) continue;
    const item = isThere ? itemOf(article.text, scalar.span) : undefined;
    const edit = item ? removeLines(article.text, item) : rewriteScalar(scalar, to);
    if (!edit) return undefined;
    edits.push(edit);
  }
  return edits;
}

function namesIn({ text, frontMatter }: Article): readonly FrontMatterName[] {
  return (frontMatter?.entries ?? []).flatMap((entry) => {
    const kind = kinds.get(entry.key.value);
    if (!kind || findEntry(frontMatter, entry.key.value) !== entry) return [];
    return scalarsOf(entry).flatMap((scalar) => {
      const value = scalar.text.trim();
      return value === '' ? [] : [{ kind, value, scalar, span: withoutQuotes(text, scalar.span) }];
    });
  });
}

function scalarsOf({ value }: FrontMatterEntry): readonly ScalarValue[] {
  const items: readonly FrontMatterValue[] = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [item] : []));
}

function withoutQuotes(text: string, { start, end }: Span): Span {
  const isQuoted = end - start >= 2 && /["']/.test(text[start] ?? '') && text[start] === text[end - 1];
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** The dash and the name of an item that has a line to itself. */
function itemOf(text: string, { start, end }: Span): Span | undefined {
  let dash = start - 1;
  while (text[dash] === ' ' || text[dash] === '\t') dash--;
  return text[dash] === '-' ? { start: dash, end } : undefined;
}
