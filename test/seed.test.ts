import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../server/src/core/article/article.ts';
import { parseArticle } from '../server/src/core/article/parse.ts';
import { formatCsv } from '../server/src/core/export/csv.ts';
import { formatJson } from '../server/src/core/export/json.ts';
import { formatJsonLines } from '../server/src/core/export/jsonl.ts';
import { toRecord } from '../server/src/core/export/record.ts';
import { bestFix, fixAll } from '../server/src/core/lint/fix-all.ts';
import { lint } from '../server/src/core/lint/lint.ts';
import { defaultLintConfig, type Finding, type Safety } from '../server/src/core/lint/rule.ts';
import { overlaps, sliceSpan, spanOf } from '../server/src/core/text/span.ts';
import { type Label, parseLabel } from './accuracy/label.ts';
import { fold } from './accuracy/measure.ts';
import { expectConserved } from './conservation.ts';
import { expectInvariants } from './core/invariants.ts';

/*
 * The model article with its label, and the articles collected beside it, lie outside the project. Where they are not
 * there, nothing is tested here; `test/articles` holds articles of the same shapes that are always there.
 */
const shared = path.join(import.meta.dirname, '..', '..', 'shared');

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly label: Label;
}

function samplesIn(folder: string): readonly Sample[] {
  const place = path.join(shared, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const label = path.join(place, name.replace(/\.txt$/, '.gold.json'));
      return {
        name,
        text: readFileSync(path.join(place, name), 'utf8'),
        label: existsSync(label) ? parseLabel(readFileSync(label, 'utf8')) : {},
      };
    });
}

const seeds = samplesIn('seed');
const samples = [...seeds, ...samplesIn('corpus')];
const safeties: readonly Safety[] = ['safe', 'suggestion'];

// A suite without tests counts as failed.
it.skipIf(samples.length > 0)('has no articles outside the project', () => {});

describe.each(seeds)('the model article $name', ({ text, label }) => {
  const article = parseArticle(text);
  const findings = lint(article, defaultLintConfig);

  it('has two groups of ten projects', () => {
    const groups = article.groups.map(({ label: printed, number, title, declaredCount, projects }) => ({
      printed,
      number,
      title,
      declared: declaredCount?.value,
      numbers: projects.map((project) => project.number),
    }));
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(groups).toEqual([
      { printed: '一', number: 1, title: '十大市级项目', declared: 10, numbers },
      { printed: '二', number: 2, title: '十大区级项目', declared: 10, numbers },
    ]);
  });

  it('has the projects of its label and no other', () => {
    expect(projectsOf(article)).toEqual(projectsOfLabel(label));
  });

  it.each(label.boilerplate ?? [])('has its furniture reported: $kind, $occurrence', ({ quote, occurrence = 1 }) => {
    const start = nthIndex(text, quote, occurrence);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(uncovered(text, start, quote.length, findings)).toBe('');
  });

  it.each(label.frontMatterProblems ?? [])('has its front matter reported: $key, $kind', ({ key }) => {
    const { frontMatter } = article;
    const entry = frontMatter?.entries.find((candidate) => candidate.key.value === key);
    const place = key === '(yaml)' ? spanOf(0, frontMatter?.content.start ?? 0) : (entry?.span ?? spanOf(0, 0));
    const codes = findings.filter(({ span }) => overlaps(span, place)).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('front-matter.'))).not.toEqual([]);
    expect(codes.filter((code) => !/^(?:front-matter|text)\./.test(code))).toEqual([]);
  });

  it.each(safeties)('keeps its projects and lines when fixed up to %s', (upTo) => {
    const fixed = parseArticle(fixAll(text, defaultLintConfig, { upTo }).text);
    expect(projectsOf(fixed)).toEqual(projectsOf(article));
    const removed = findings.filter((finding) => isFurniture(finding) && bestFix(finding.fixes, upTo));
    const kept = article.body.lines.filter(({ span }) => !removed.some((finding) => overlaps(finding.span, span)));
    expect(kept.length).toBeGreaterThan(projectsOf(article).flat().length);
    expect(fixed.body.lines.map((line) => line.text)).toEqual(kept.map((line) => line.text));
  });
});

describe.each(samples)('$name', ({ text }) => {
  it.each(safeties)('loses nothing but what is reported when fixed up to %s', (upTo) => {
    expectConserved(text, upTo);
  });

  it('can be read, checked and exported, before and after its fixes', () => {
    expectInvariants(text);
    for (const version of [text, fixAll(text, defaultLintConfig, { upTo: 'suggestion' }).text]) {
      const record = toRecord(parseArticle(version), 'article.txt');
      expect(JSON.parse(formatJson([record]))).toEqual([record]);
      expect(JSON.parse(formatJsonLines([record]))).toEqual(record);
      expect(formatCsv([record], { byteOrderMark: false })).not.toBe('');
    }
  });
});

function isFurniture({ code }: Finding): boolean {
  return code.startsWith('boilerplate.');
}

function projectsOf({ groups }: Article): readonly (readonly unknown[])[] {
  return groups.map(({ projects }) =>
    projects.map(({ number, title, organizations }) => ({
      number,
      title: fold(title.value),
      organizations: organizations.map(({ name }) => fold(name.value)),
    })),
  );
}

function projectsOfLabel({ groups = [] }: Label): readonly (readonly unknown[])[] {
  return groups.map(({ items }) =>
    items.map(({ number, title, organizations }) => ({
      number: Number(number),
      title: fold(title),
      organizations: organizations.map(fold),
    })),
  );
}

function nthIndex(text: string, quote: string, occurrence: number): number {
  let at = -1;
  for (let count = 0; count < occurrence; count++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

/** The characters of a stretch of text, white space aside, that no finding about furniture covers. */
function uncovered(text: string, start: number, length: number, findings: readonly Finding[]): string {
  const places = findings.filter(isFurniture).map(({ span }) => span);
  const isCovered = (at: number): boolean => places.some((place) => place.start <= at && at < place.end);
  const stretch = sliceSpan(text, spanOf(start, start + length));
  return stretch
    .split('')
    .filter((character, at) => /\S/.test(character) && !isCovered(start + at))
    .join('');
}
