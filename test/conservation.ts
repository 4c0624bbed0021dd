import { expect } from 'vitest';
import type { Article } from '../server/src/core/article/article.ts';
import type { FrontMatterEntry } from '../server/src/core/article/front-matter.ts';
import { parseArticle } from '../server/src/core/article/parse.ts';
import { fixAll } from '../server/src/core/lint/fix-all.ts';
import { lint } from '../server/src/core/lint/lint.ts';
import { defaultLintConfig, type Finding, type Safety } from '../server/src/core/lint/rule.ts';
import { overlaps, type Span, sliceSpan } from '../server/src/core/text/span.ts';

/**
 * Asserts that fixing an article loses nothing but what was reported: what its edits remove of the visible text lies
 * inside the findings, all other visible characters stay as they are and where they are, none is added, the front matter
 * values that no finding speaks of keep every byte, and a second run has nothing left to do.
 */
export function expectConserved(text: string, upTo: Safety): void {
  const article = parseArticle(text);
  const findings = lint(article, defaultLintConfig);
  const result = fixAll(text, defaultLintConfig, { upTo });
  const fixed = parseArticle(result.text);
  const reported = placesOf(article, findings);
  const edited = placesOf(article, result.edits);
  expect(visibleText(article, (at) => edited.has(at) && !reported.has(at))).toBe('');
  expect(visibleText(fixed, () => true)).toBe(visibleText(article, (at) => !edited.has(at)));
  const values = unreportedValues(article, findings);
  const keys = new Set(values.map(([key]) => key));
  expect(valuesOf(fixed, fixed.frontMatter?.entries ?? []).filter(([key]) => keys.has(key))).toEqual(values);
  expect(fixAll(fixed.text, defaultLintConfig, { upTo })).toEqual({ text: fixed.text, edits: [], fixedCount: 0 });
}

/** The offsets of the body that lie inside one of `places`. */
function placesOf({ body }: Article, places: readonly { readonly span: Span }[]): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const { span } of places) {
    for (let at = Math.max(body.span.start, span.start); at < span.end; at++) offsets.add(at);
  }
  return offsets;
}

/** The visible characters of the body, white space aside, whose place in the source is wanted. */
function visibleText({ body }: Article, isWanted: (at: number) => boolean): string {
  let visible = '';
  for (const line of body.lines) {
    for (const { at, length, start, sourceLength } of line.segments) {
      for (let offset = 0; offset < length; offset++) {
        // What is copied stands at its own place; an entity stands as a whole where it begins.
        const place = length === sourceLength ? start + offset : start;
        if (isWanted(place)) visible += line.text.charAt(at + offset);
      }
    }
  }
  return visible.replace(/\s/g, '');
}

/** Key and written value of each front matter entry that no finding is about. */
function unreportedValues(article: Article, findings: readonly Finding[]): readonly KeyAndValue[] {
  const places = findings.flatMap(({ span, related }) => [span, ...related.map((place) => place.span)]);
  const entries = article.frontMatter?.entries ?? [];
  return valuesOf(
    article,
    entries.filter((entry) => !places.some((place) => overlaps(place, entry.span))),
  );
}

type KeyAndValue = readonly [key: string, value: string];

function valuesOf({ text }: Article, entries: readonly FrontMatterEntry[]): readonly KeyAndValue[] {
  return entries.map(({ key, value }) => [key.value, sliceSpan(text, value.span)]);
}
