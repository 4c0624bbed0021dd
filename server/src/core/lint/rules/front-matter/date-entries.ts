import type { FrontMatter, FrontMatterEntry } from '../../../article/front-matter.ts';

const dateKeys: ReadonlySet<string> = new Set([
  ...['date', 'updated', 'modified', 'lastmod', 'published', 'publishDate', 'pubDate', 'created', 'expiryDate'],
]);

/** The entries of the keys that Hexo, Hugo and feed archives use for dates, where they hold a text or a long number. */
export function dateEntries(frontMatter: FrontMatter | undefined): readonly FrontMatterEntry[] {
  return (frontMatter?.entries ?? []).filter(
    ({ key, value }) =>
      dateKeys.has(key.value) &&
      value.kind === 'scalar' &&
      (typeof value.value === 'string' || /^\d{8,14}$/.test(value.text)),
  );
}
