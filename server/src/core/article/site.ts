import { type FrontMatter, findEntry, textOf, textsOf } from './front-matter.ts';

/**
 * The site that published an article, as the front matter tells: the key `site`; else the category that is also the
 * author, as feed archives write it; else an author or category that is named like a site ("…网", "…日报"); else the
 * second of three or more categories, because such archives list kind, site, channel. Undefined where none of these says.
 */
export function siteOf(frontMatter: FrontMatter | undefined): string | undefined {
  const site = textOf(findEntry(frontMatter, 'site')?.value)?.value.trim();
  if (site) return site;
  const author = textOf(findEntry(frontMatter, 'author')?.value)?.value.trim() ?? '';
  const categories = textsOf(findEntry(frontMatter, 'categories')?.value).flatMap(({ value }) => value.trim() || []);
  if (author && categories.includes(author)) return author;
  const named = [author, ...categories].find((name) => siteName.test(name));
  return named ?? (categories.length >= 3 ? categories[1] : undefined);
}

/** Names that only media have; a single "报" or "社" ends personal names and words too. */
const siteName =
  /(?:[网網]|网站|網站|日报|日報|晚报|晚報|早报|早報|周刊|週刊|通讯社|通訊社|客户端|公众号|\.(?:com|cn|net|org))$/i;
