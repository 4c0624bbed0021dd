import type { Article } from '../../../article/article.ts';
import { findEntry, textOf } from '../../../article/front-matter.ts';
import { declaredCount } from '../../../article/headings.ts';
import { numberedLike } from '../../../article/numeral-writing.ts';
import type { Group } from '../../../article/projects.ts';
import { message } from '../../../text/message.ts';
import { type Located, type Span, sliceSpan } from '../../../text/span.ts';
import type { Fix, Report, Rule } from '../../rule.ts';

export const declaredCountDiffers: Rule = {
  code: 'structure.declared-count',
  severity: 'warning',
  summary: 'A heading promises another number of projects than its list has.',
  why:
    'A heading such as “十大市级项目” or “市级民生实事（8件）” says how many projects follow. When the list has more or ' +
    'fewer, something was lost or added on the way. Looked at are the headings of lists, the headings above several lists, ' +
    'and the title of the article where it gives the sum of what the headings promise. Only the source can tell which of ' +
    'the two is right: where it is the list, the fix writes its number into the heading.',
  example: {
    before: `---
title: '示例'
---

<div>
<p>　　一、民生实事（3件）</p>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
</div>
`,
    after: `---
title: '示例'
---

<div>
<p>　　一、民生实事（2件）</p>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
</div>
`,
  },
  *check(article): Iterable<Report> {
    for (const { declared, count } of declarations(article)) {
      if (declared.value === count) continue;
      yield {
        span: declared.span,
        message: message(
          'The heading announces {0} projects, but {1} are listed; expected the same number.',
          declared.value,
          count,
        ),
        fixes: countFix(article.text, declared.span, count),
      };
    }
  },
};

interface Declaration {
  readonly declared: Located<number>;
  /** How many are listed. */
  readonly count: number;
}

function declarations(article: Article): readonly Declaration[] {
  const { groups } = article;
  if (groups.length === 0) return [];
  const own: Declaration[] = [];
  for (const { declaredCount: declared, projects } of groups) {
    if (declared && !declared.isOfBatches) own.push({ declared, count: projects.length });
  }
  return [...own, ...ofParents(article), ...ofTitle(article)];
}

/** Headings above several lists; one above a single list may count other things than its projects. */
function ofParents({ text, groups }: Article): readonly Declaration[] {
  const parents = new Map<number, { readonly heading: Located<string>; readonly below: Group[] }>();
  for (const group of groups) {
    for (const heading of group.parents) {
      const known = parents.get(heading.span.start);
      if (known) known.below.push(group);
      else parents.set(heading.span.start, { heading, below: [group] });
    }
  }
  return [...parents.values()].flatMap(({ heading, below }) => {
    const declared = below.length > 1 ? locatedCount(text, heading) : undefined;
    return declared ? [{ declared, count: countOf(below) }] : [];
  });
}

/**
 * The title counts the projects where its number is the sum of those in the headings, or where it calls what it counts as
 * the projects are called ("7起典型案例", "案例1"); else it may count anything.
 */
function ofTitle({ text, frontMatter, groups }: Article): readonly Declaration[] {
  const title = textOf(findEntry(frontMatter, 'title')?.value);
  const declared = title && locatedCount(text, title);
  if (!declared || groups.length === 0) return [];
  if (countsWhatIsListed(title.value, groups)) return [{ declared, count: countOf(groups) }];
  if (groups.length < 2 || groups.some((group) => group.declaredCount?.isOfBatches !== false)) return [];
  const promised = groups.reduce((sum, group) => sum + (group.declaredCount?.value ?? 0), 0);
  return promised === declared.value ? [{ declared, count: countOf(groups) }] : [];
}

/** True where a noun stands before the number of every project, and at the end of what the title counts. */
function countsWhatIsListed(title: string, groups: readonly Group[]): boolean {
  const noun = nounOf(groups[0]?.projects[0]?.label.value ?? '');
  const isShared = ({ projects }: Group): boolean => projects.every(({ label }) => nounOf(label.value) === noun);
  const end = noun === undefined ? undefined : declaredCount(title)?.end;
  if (noun === undefined || end === undefined || !groups.every(isShared)) return false;
  const counted = /^[\p{Script=Han}A-Za-z“”]{0,16}/u.exec(title.slice(end))?.[0] ?? '';
  return counted.endsWith(noun) && !verb.test(counted);
}

/** "12个社区看典型案例": another noun is counted. */
const verb = /[看讲谈说让从在把被用学查有出送入选获]/;

/** 案例 of "案例一". */
function nounOf(label: string): string | undefined {
  if (label.length < shortestCounted) return undefined;
  return /^(\p{Script=Han}{2,6}?)[\d一二三四五六七八九十百]{1,4}$/u.exec(label)?.[1];
}

/** In characters: a noun of two and a number. */
const shortestCounted = 3;

function countOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { projects }) => sum + projects.length, 0);
}

/** The number that a text promises, at its own place where the source has the text as it is, else at the whole text. */
function locatedCount(text: string, { value, span }: Located<string>): Located<number> | undefined {
  const declared = declaredCount(value);
  if (!declared || declared.isOfBatches) return undefined;
  const start = text.indexOf(value, span.start);
  const isPlain = start >= 0 && start + value.length <= span.end;
  return {
    value: declared.value,
    span: isPlain ? { start: start + declared.start, end: start + declared.end } : span,
  };
}

function countFix(text: string, span: Span, count: number): readonly Fix[] {
  const written = sliceSpan(text, span);
  // Things are counted with 两: 两大, 两件.
  const fixed = numberedLike(written, count)?.replace(/^二(?=\p{Script=Han})/u, '两');
  if (fixed === undefined || /[<&]/.test(written)) return [];
  return [
    {
      title: message('Announce {0} projects', count),
      safety: 'manual',
      edits: [{ span, text: fixed }],
    },
  ];
}
