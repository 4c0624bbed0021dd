import type { Article } from '../core/article/article.ts';
import { nodeSpan } from '../core/article/html.ts';
import { readImages } from '../core/article/images.ts';
import { siteOf } from '../core/article/site.ts';
import { escapePattern, type NewEntry } from '../core/lint/catalogue/writing.ts';
import { imageKey, isShort, keysOf } from '../core/lint/repetition/fingerprint.ts';
import type { BoilerplateConfig } from '../core/lint/rule.ts';
import { classifyBoilerplate } from '../core/lint/rules/boilerplate/classify.ts';
import { containsSpan } from '../core/text/span.ts';

/** Gathers from articles what a catalogue could say of the furniture that only repetition gives away. */
export interface Suggestions {
  add(article: Article, config: BoilerplateConfig): void;
  /** Sorted by site, the most frequent first. @param describe makes the comment above an entry. */
  entries(describe: (count: number, total: number) => string): readonly NewEntry[];
}

interface Suggestion extends Pick<NewEntry, 'by' | 'value'> {
  readonly site: string;
  readonly count: number;
}

export function createSuggestions(repetition: BoilerplateConfig['repetition']): Suggestions {
  const found = new Map<string, Suggestion>();
  const put = (key: number, suggestion: Suggestion): void => {
    const identity = `${suggestion.site} ${key}`;
    if (!found.has(identity)) found.set(identity, suggestion);
  };
  return {
    add(article, config) {
      const site = siteOf(article.frontMatter) ?? '';
      const blocks = repetition.get(site)?.blocks;
      if (!blocks) return;
      for (const { lines, span, articles } of classifyBoilerplate(article, config).repeated ?? []) {
        // Others are in the catalogue already.
        if (articles === 0) continue;
        for (const line of lines) {
          const key = keysOf(line).find((candidate) => blocks.has(candidate));
          if (key === undefined) continue;
          const isExact = key === keysOf(line)[0];
          put(key, { site, count: blocks.get(key) ?? 0, ...matcherFor(line.text, isExact) });
        }
        for (const { source, element } of readImages(article.body)) {
          const key = imageKey(source);
          const count = blocks.get(key);
          if (count === undefined || !containsSpan(span, nodeSpan(element))) continue;
          put(key, { site, count, by: 'image', value: `^${escapePattern(source)}$` });
        }
      }
    },
    entries: (describe) =>
      [...found.values()]
        .sort((a, b) => (a.site === b.site ? b.count - a.count : a.site < b.site ? -1 : 1))
        .map(({ site, count, by, value }) => ({
          comment: describe(count, repetition.get(site)?.articleCount ?? 0),
          kind: 'repeated',
          by,
          value,
          sites: [site],
        })),
  };
}

/** The words themselves; where numbers in them differ, or what stands behind a label, a pattern. */
function matcherFor(text: string, isExact: boolean): Pick<NewEntry, 'by' | 'value'> {
  if (isExact && !(isShort(text) && /\d/.test(text))) return { by: 'text', value: text };
  const numbers = escapePattern(text).replace(/\d+/g, '\\d+');
  const values = isExact ? numbers : numbers.replace(/([：:]|\\\|)\s*[^\s：:]{1,20}/g, '$1\\s{0,2}\\S{1,20}');
  return { by: 'pattern', value: `^${values}$` };
}
