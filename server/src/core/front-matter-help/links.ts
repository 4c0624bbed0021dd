import type { Article } from '../article/article.ts';
import type { FrontMatterValue } from '../article/front-matter.ts';
import { type Located, sliceSpan } from '../text/span.ts';

/** The web addresses that are values of the front matter, each with its place without quotes. */
export function linksIn({ text, frontMatter }: Article): readonly Located<string>[] {
  const links: Located<string>[] = [];
  const waiting: FrontMatterValue[] = (frontMatter?.entries ?? []).map(({ value }) => value).reverse();
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (value.kind === 'list') waiting.push(...value.items.toReversed());
    else if (value.kind === 'map') waiting.push(...value.entries.map((entry) => entry.value).reverse());
    else if (value.kind === 'scalar') {
      const address = value.text.trim();
      if (!/^https?:\/\/[^\s/]+\S*$/i.test(address)) continue;
      const at = sliceSpan(text, value.span).indexOf(address);
      const start = value.span.start + Math.max(0, at);
      links.push({ value: address, span: { start, end: at < 0 ? value.span.end : start + address.length } });
    }
  }
  return links;
}
