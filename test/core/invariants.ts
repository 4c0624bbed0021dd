import { expect } from 'vitest';
import type { Article } from '../../server/src/core/article/article.ts';
import type { FrontMatterEntry, FrontMatterValue } from '../../server/src/core/article/front-matter.ts';
import { descendants, nodeSpan } from '../../server/src/core/article/html.ts';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import { toRecord } from '../../server/src/core/export/record.ts';
import { fixAll } from '../../server/src/core/lint/fix-all.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type Finding } from '../../server/src/core/lint/rule.ts';
import { readLandmarks } from '../../server/src/core/navigation/landmarks.ts';
import { tokensOf } from '../../server/src/core/navigation/tokens.ts';
import { type OutlineNode, outlineOf } from '../../server/src/core/outline/outline.ts';
import { applyEdits, type Edit } from '../../server/src/core/text/edit.ts';
import { containsSpan, type Span, sliceSpan, spanOf } from '../../server/src/core/text/span.ts';

/**
 * Asserts what holds for every text, however broken: it is read, checked, outlined, fixed and exported without a
 * throw; every place that is reported lies inside the text and inside what it is a part of; and fixing comes to rest,
 * having touched only what was found.
 */
export function expectInvariants(text: string): void {
  const article = parseArticle(text);
  expect(article.text).toBe(text);
  expectParsedInside(article);
  const findings = lint(article, defaultLintConfig);
  for (const finding of findings) expectSoundFinding(text, finding);
  expectNested(outlineOf(article), spanOf(0, text.length));
  const landmarks = readLandmarks(article);
  for (const { span } of [...landmarks.places, ...landmarks.dates]) expectInside(article.body.span, span);
  expectInOrder(landmarks.dates.map(({ span }) => span));
  const tokens = tokensOf(landmarks).map(({ span }) => span);
  expectInOrder(tokens);
  expect(tokens.filter((span) => span.start === span.end || /[\n\r]/.test(sliceSpan(text, span)))).toEqual([]);
  const record = toRecord(article, 'article.txt');
  expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  const projects = record.groups.flatMap((group) => group.projects);
  const quotes = [record, ...projects].flatMap(({ figures, dates }) => [...figures, ...dates]);
  expect(quotes.filter(({ quote, start, end }) => text.slice(start, end) !== quote)).toEqual([]);
  expectFixesToRest(text);
}

function expectFixesToRest(text: string): void {
  const fixed = fixAll(text, defaultLintConfig);
  expectSound(fixed.edits, text);
  expect(applyEdits(text, fixed.edits)).toBe(fixed.text);
  const again = fixAll(fixed.text, defaultLintConfig);
  expect({ text: again.text, fixedCount: again.fixedCount }).toEqual({ text: fixed.text, fixedCount: 0 });
}

function expectParsedInside({ text, frontMatter, body, groups }: Article): void {
  const whole = spanOf(0, text.length);
  if (frontMatter) {
    const { span, content, closingFence, entries, problems } = frontMatter;
    expectInside(whole, span);
    expectInside(span, content);
    if (closingFence) expectInside(span, closingFence);
    for (const problem of problems) expectInside(whole, problem.span);
    expectEntries(entries, content);
    expect(span.end).toBeLessThanOrEqual(body.span.start);
  }
  expectInside(whole, body.span);
  for (const node of descendants(body.document)) expectInside(body.span, nodeSpan(node));
  expectInOrder(body.lines.map(({ span }) => span));
  for (const { text: lineText, span, segments } of body.lines) {
    expectInside(body.span, span);
    const lengths = segments.map(({ length }) => length);
    expect(sum(lengths)).toBe(lineText.length);
    for (const { start, sourceLength } of segments) expectInside(body.span, spanOf(start, start + sourceLength));
  }
  for (const { span, heading, declaredCount, projects } of groups) {
    expectInside(body.span, span);
    if (heading) expectInside(body.span, heading.span);
    if (declaredCount) expectInside(body.span, declaredCount.span);
    for (const project of projects) {
      expectInside(span, project.span);
      expectInside(project.span, project.label.span);
      expectInside(project.span, project.title.span);
      for (const { name } of project.organizations) expectInside(body.span, name.span);
    }
  }
}

function expectEntries(entries: readonly FrontMatterEntry[], around: Span): void {
  for (const { key, value, span } of entries) {
    expectInside(around, span);
    expectInside(span, key.span);
    expectValue(value, span);
  }
}

function expectValue(value: FrontMatterValue, around: Span): void {
  expectInside(around, value.span);
  if (value.kind === 'map') expectEntries(value.entries, value.span);
  if (value.kind === 'list') for (const item of value.items) expectValue(item, value.span);
}

function expectSoundFinding(text: string, { code, span, related = [], fixes }: Finding): void {
  const places = [span, ...related.map((place) => place.span)];
  for (const place of places) expectInside(spanOf(0, text.length), place);
  for (const { edits } of fixes) {
    expect(edits, `${code}: a fix changes something`).not.toEqual([]);
    expectSound(edits, text);
    for (const edit of edits) {
      const outside = removedOutside(text, edit.span, places);
      expect(outside.trim(), `${code}: a fix removes only what the finding shows, and white space around it`).toBe('');
    }
  }
}

/** What of the text in `removed` lies in none of `places`. */
function removedOutside(text: string, removed: Span, places: readonly Span[]): string {
  const holders = places.filter((place) => place.start < removed.end && removed.start < place.end);
  if (holders.length === 0) return sliceSpan(text, removed);
  const start = Math.min(...holders.map((place) => place.start));
  const end = Math.max(...holders.map((place) => place.end));
  return (
    text.slice(removed.start, Math.max(removed.start, start)) + text.slice(Math.min(removed.end, end), removed.end)
  );
}

function expectSound(edits: readonly Edit[], text: string): void {
  for (const { span } of edits) expectInside(spanOf(0, text.length), span);
  expectInOrder(edits.map(({ span }) => span));
}

function expectNested(nodes: readonly OutlineNode[], around: Span): void {
  expectInOrder(nodes.map(({ span }) => span));
  for (const { span, selection, children } of nodes) {
    expectInside(around, span);
    expectInside(span, selection);
    expectNested(children, span);
  }
}

/** One comparison instead of one assertion each: there are millions of them in a long text. */
function expectInside(outer: Span, inner: Span): void {
  if (inner.start <= inner.end && containsSpan(outer, inner)) return;
  expect.fail(`[${inner.start}, ${inner.end}) is not inside [${outer.start}, ${outer.end})`);
}

function expectInOrder(spans: readonly Span[]): void {
  spans.forEach((span, index) => {
    const previous = spans[index - 1];
    if (previous && previous.end > span.start) {
      expect.fail(`[${span.start}, ${span.end}) comes after [${previous.start}, ${previous.end})`);
    }
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
