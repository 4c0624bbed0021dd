import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import type { Finding } from '../../server/src/core/lint/rule.ts';
import { message } from '../../server/src/core/text/message.ts';
import type { Label } from './label.ts';
import { type Aspect, type Comparison, measure, type Reading, ratesOf, sumScores } from './measure.ts';

const text = `---
title: '示例'
author: ''
---

<p>扫码下载</p><!-- 广告 -->
<p>“路灯补亮”惠及3万户。</p>
<h2>民生实事（3件）</h2>
<p>1.路灯补亮（市城管局、市财政局）</p>
<p>2.井盖整治（市住建局）</p>
<p>扫码下载</p>
`;

/** Compares one aspect of a reading of {@link text}, in which only what is given was found. */
function check(aspect: Aspect, label: Label, found: Partial<Reading> = {}): Comparison {
  const article = parseArticle(text);
  const comparison = measure(label, { article, findings: [], figures: [], mentions: [], ...found }).get(aspect);
  if (!comparison) throw new Error(`${aspect} was not measured`);
  return comparison;
}

function finding(code: string, quote: string, ...args: readonly string[]): Finding {
  const start = text.indexOf(quote);
  return {
    code,
    severity: 'warning',
    message: message('', ...args),
    span: { start, end: start + quote.length },
    fixes: [],
    unnecessary: false,
    related: [],
    until: Number.POSITIVE_INFINITY,
  };
}

describe('measure', () => {
  it('leaves out what was not labelled', () => {
    const reading = { article: parseArticle(text), findings: [], figures: [], mentions: [] };
    expect([...measure({ figures: [] }, reading).keys()]).toEqual(['figures']);
  });

  it('compares boilerplate by characters that are not white space, at the occurrence meant', () => {
    const boilerplate = [
      { quote: '<p>扫码下载</p>', kind: 'app-promo', occurrence: 2 },
      { quote: '<!-- 广告 -->', kind: 'comment' },
    ];
    const findings = [finding('boilerplate.comment', '<!-- 广告 -->\n'), finding('boilerplate.ad', '<p>扫码下载</p>')];
    const all = check('boilerplate', { boilerplate }, { findings });
    expect(all).toMatchObject({ expected: 20, found: 20, correct: 9 });
    expect(all.missing).toEqual(['<p>扫码下载</p>']);
    expect(all.extra).toEqual(['<p>扫码下载</p>']);
    expect(check('visible boilerplate', { boilerplate }, { findings })).toMatchObject({
      expected: 4,
      found: 4,
      correct: 0,
    });
  });

  it('says that a quote is not in the file', () => {
    const boilerplate = [{ quote: '没有', kind: 'ad' }];
    expect(check('boilerplate', { boilerplate }).missing).toEqual(['not in the file: 没有']);
  });

  it('compares items by group, number, title and set of organisations', () => {
    const right = { number: '01', title: '路灯 补亮', organizations: ['市财政局', '市城管局'] };
    const wrong = { number: '2', title: '井盖整治', organizations: [] };
    const groups = [{ heading: '民生实事（3件）', items: [right, wrong] }];
    const items = check('items', { groups });
    expect(items).toMatchObject({ expected: 2, found: 2, correct: 1 });
    expect(items.missing).toEqual(['group 1, 2: 井盖整治 ()']);
    expect(items.extra).toEqual(['group 1, 2: 井盖整治 (市住建局)']);
    expect(check('groups', { groups })).toMatchObject({ expected: 1, found: 1, correct: 1 });
    const shifted = [{ heading: null, items: [] }, ...groups];
    expect(check('items', { groups: shifted })).toMatchObject({ correct: 0 });
    expect(check('groups', { groups: shifted })).toMatchObject({ expected: 2, found: 1, correct: 0 });
    expect(check('headings', { groups: shifted })).toMatchObject({ expected: 1, found: 1, correct: 1 });
  });

  it('compares front matter problems by key', () => {
    const frontMatterProblems = [
      { key: 'author', kind: 'empty' },
      { key: 'date', kind: 'missing' },
      { key: '(yaml)', kind: 'syntax' },
      { key: 'title', kind: 'mismatch' },
    ];
    const findings = [
      finding('front-matter.empty-value', "''"),
      finding('front-matter.empty-author', 'author'),
      finding('front-matter.missing-key', '---', 'date'),
      finding('front-matter.unclosed', '---'),
      finding('boilerplate.comment', "'示例'"),
    ];
    const comparison = check('front matter', { frontMatterProblems }, { findings });
    expect(comparison).toMatchObject({ expected: 4, found: 3, correct: 3, missing: ['title (mismatch)'] });
  });

  it('gives only the recall of figures, and takes 个 as no difference', () => {
    const span = { start: 0, end: 1 };
    const figures = [
      { quote: '3万户', value: 30_000, unit: '户', precision: 'exact', span },
      { quote: '4个部门', value: 4, unit: '部门', precision: 'exact', span },
      { quote: '百万余人', value: undefined, unit: '人', precision: 'at-least', span },
    ] as const;
    const label = [
      { quote: '3 万户', value: 30_000, unit: '户' },
      { quote: '4个部门', value: 4, unit: '个' },
      { quote: '百万余人', value: null, unit: '人' },
      { quote: '3万户', value: 3, unit: '户' },
    ];
    const comparison = check('figures', { figures: label }, { figures });
    expect(comparison).toMatchObject({ expected: 4, found: undefined, correct: 3 });
    expect(comparison.missing).toEqual(['3万户 = 3 户, found 3万户 = 30000 户']);
  });

  it('compares mentions by place and project', () => {
    const article = parseArticle(text);
    const [first, second] = article.groups[0]?.projects ?? [];
    if (!first || !second) throw new Error('The text has two projects');
    const start = text.indexOf('路灯补亮');
    const span = { start, end: start + 4 };
    const mentions = [
      { project: first, quote: '路灯补亮', span },
      { project: second, quote: '路灯补亮', span },
    ];
    const label = { quote: '路灯补亮', in: '“路灯补亮”惠及', project: '一-1' };
    const found = { article, mentions };
    expect(check('mentions', { mentions: [label] }, found)).toMatchObject({ expected: 1, found: 2, correct: 1 });
    expect(check('mentions', { mentions: [{ ...label, group: 1 }] }, found)).toMatchObject({ correct: 0 });
  });

  it('compares numbering problems by group', () => {
    const numberingProblems = [
      { group: 0, problem: 'count' },
      { group: null, problem: 'count' },
    ];
    const findings = [finding('structure.declared-count', '3件'), finding('structure.numbering-gap', '2.井盖')];
    const comparison = check('numbering', { numberingProblems }, { findings });
    expect(comparison).toMatchObject({ expected: 2, found: 2, correct: 1 });
    expect(comparison.missing).toEqual(['count in the article']);
    expect(comparison.extra).toEqual(['gap in group 1']);
  });
});

describe('rates', () => {
  it.each([
    [
      { expected: 4, found: 2, correct: 1 },
      { precision: 0.5, recall: 0.25, f1: 1 / 3 },
    ],
    [
      { expected: 0, found: 0, correct: 0 },
      { precision: 1, recall: 1, f1: 1 },
    ],
    [
      { expected: 0, found: 2, correct: 0 },
      { precision: 0, recall: 1, f1: 0 },
    ],
    [
      { expected: 2, found: 0, correct: 0 },
      { precision: 0, recall: 0, f1: 0 },
    ],
    [
      { expected: 2, found: undefined, correct: 1 },
      { precision: undefined, recall: 0.5, f1: undefined },
    ],
  ])('of %j', (score, rates) => {
    expect(ratesOf(score)).toEqual(rates);
  });

  it('adds up', () => {
    const score = { expected: 1, found: 2, correct: 1 };
    expect(sumScores([score, score])).toEqual({ expected: 2, found: 4, correct: 2 });
    expect(sumScores([score, { ...score, found: undefined }])?.found).toBeUndefined();
    expect(sumScores([])).toBeUndefined();
  });
});
