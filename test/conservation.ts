import { Parser } from 'htmlparser2';
import { expect } from 'vitest';
import type { Article } from '../server/src/core/article/article.ts';
import type { FrontMatterEntry } from '../server/src/core/article/front-matter.ts';
import { parseArticle } from '../server/src/core/article/parse.ts';
import { fixAll } from '../server/src/core/lint/fix-all.ts';
import { lint } from '../server/src/core/lint/lint.ts';
import { defaultLintConfig, type Finding, type Rule, type Safety } from '../server/src/core/lint/rule.ts';
import { allRules } from '../server/src/core/lint/rules/registry.ts';
import type { Edit } from '../server/src/core/text/edit.ts';
import { overlaps, type Span, sliceSpan } from '../server/src/core/text/span.ts';

/**
 * Asserts that fixing an article loses nothing but what was reported before the first fix. Fixing goes on in rounds, since
 * of two fixes that overlap one has to wait, and each round has to account for itself; a run after the last has nothing left
 * to do. All rounds together are the same as fixing at once.
 */
export function expectConserved(text: string, upTo: Safety, rules: readonly Rule[] = allRules): void {
  const whole = fixAll(text, defaultLintConfig, { upTo, rules });
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const next = expectRoundConserved(current, upTo, rules);
    if (next === current) break;
    current = next;
  }
  expect(current).toBe(whole.text);
  expect(fixAll(whole.text, defaultLintConfig, { upTo, rules })).toEqual({
    text: whole.text,
    edits: [],
    fixedCount: 0,
  });
  expectForeseen(text, whole.edits, rules);
  expectBalanced(text, whole.text);
  expectTidy(text, whole.text, whole.edits);
}

/** What the edits of all rounds remove of the visible text, a reader of the first list of findings has been told. */
function expectForeseen(text: string, edits: readonly Edit[], rules: readonly Rule[]): void {
  const article = parseArticle(text);
  const reported = placesOf(article, lint(article, defaultLintConfig, { rules }));
  const edited = placesOf(article, edits);
  expect(visibleText(article, (at) => edited.has(at) && !reported.has(at))).toBe('');
}

/** More than any article needs. */
const mostRounds = 10;

/**
 * Asserts of one round of fixes that what its edits remove of the visible text lies inside the findings, that all other
 * visible characters stay as they are and where they are, that none is added, and that the front matter values that no
 * finding speaks of keep every byte. Gives the text that the round leaves.
 */
function expectRoundConserved(text: string, upTo: Safety, rules: readonly Rule[]): string {
  const article = parseArticle(text);
  const findings = lint(article, defaultLintConfig, { rules });
  const result = fixAll(text, defaultLintConfig, { upTo, rules, rounds: 1 });
  const fixed = parseArticle(result.text);
  const reported = placesOf(article, findings);
  const edited = placesOf(article, result.edits);
  expect(visibleText(article, (at) => edited.has(at) && !reported.has(at))).toBe('');
  expect(visibleText(fixed, () => true)).toBe(visibleText(article, (at) => !edited.has(at)));
  const values = unreportedValues(article, findings);
  const keys = new Set(values.map(([key]) => key));
  expect(valuesOf(fixed, fixed.frontMatter?.entries ?? []).filter(([key]) => keys.has(key))).toEqual(values);
  return result.text;
}

/** No element is left open, and no end tag without its element, that was not before. */
function expectBalanced(before: string, after: string): void {
  const [old, now] = [imbalanceOf(before), imbalanceOf(after)];
  for (const [name, count] of now) expect(count, `unbalanced ${name}`).toBeLessThanOrEqual(old.get(name) ?? 0);
}

/** How often each element is not closed, and each end tag closes nothing. */
function imbalanceOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, step: number) => counts.set(name, (counts.get(name) ?? 0) + step);
  const parser = new Parser({
    onclosetag: (name, isImplied) => add(isImplied ? `<${name}>` : `</${name}>`, isImplied ? 1 : -1),
  });
  parser.end(text);
  const body = text.replace(/<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1>|$)/gi, '');
  for (const [, name = ''] of body.matchAll(/<\/([a-z][a-z\d-]*)/gi)) add(`</${name.toLowerCase()}>`, 1);
  for (const name of voidElements) counts.delete(`<${name}>`);
  for (const name of ['script', 'style', 'textarea', 'title']) counts.delete(`</${name}>`);
  return counts;
}

const voidElements = [
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
];

/** Looks at the white space around every place of the fixed text where something was deleted. */
function expectTidy(text: string, fixed: string, edits: readonly Edit[]): void {
  let shift = 0;
  for (const { span, text: replacement } of joined(text, edits)) {
    const place = span.start + shift;
    shift += replacement.length - (span.end - span.start);
    if (replacement.trim() !== '') continue;
    const [left, right] = spaceAround(fixed, place, place);
    const [oldLeft, oldRight] = spaceAround(text, span.start, span.end);
    const where = JSON.stringify(text.slice(span.start - 40, span.end + 40));
    // What is only white space belongs to rules about white space, which leave two blank lines alone.
    if (sliceSpan(text, span).trim() !== '') {
      // What shares its line with something else cannot leave a blank line that was not there.
      const isOnLines = /[\r\n]$/.test(sliceSpan(text, span)) && /(?:^|[\r\n])$/.test(text.slice(0, span.start));
      if (isOnLines) expect(lineBreaks(left + right), `blank lines at ${where}`).toBeLessThanOrEqual(2);
    }
    const hadSpace = /[ \t][\r\n]/.test(`${oldLeft}\n`) || /^[ \t]+[\r\n]/.test(oldRight);
    if (/^[\r\n]/.test(right) && !hadSpace)
      expect(left, `a space at the end of a line at ${where}`).not.toMatch(/[ \t]$/);
  }
}

/** Deletions with nothing but white space between them as one; that white space counts as kept. */
function joined(text: string, edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    const between = last && text.slice(last.span.end, edit.span.start);
    if (last && between?.trim() === '' && last.text.trim() === '' && edit.text === '') {
      result[result.length - 1] = { span: { start: last.span.start, end: edit.span.end }, text: last.text + between };
    } else result.push(edit);
  }
  return result;
}

function spaceAround(text: string, start: number, end: number): readonly [string, string] {
  let from = start;
  while (from > 0 && /[ \t\r\n]/.test(text.charAt(from - 1))) from--;
  return [text.slice(from, start), /^[ \t\r\n]*/.exec(text.slice(end, end + 1000))?.[0] ?? ''];
}

function lineBreaks(space: string): number {
  return space.match(/\r\n|\r|\n/g)?.length ?? 0;
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
