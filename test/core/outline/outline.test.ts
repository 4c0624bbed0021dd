import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { type OutlineNode, outlineOf } from '../../../server/src/core/outline/outline.ts';

const text = `---
title: '小事清单'
categories:
  - 民生
  - 望川新闻网
---

<div>
<p>导语。</p>
<h2>一、市级</h2>
<h3>（一）照明（2件）</h3>
<p>1.路灯补亮（市城管局）</p>
<p>2.楼道灯更新（市住建局、市电力公司）</p>
<h3>（二）停车</h3>
<p>1.校园停车（市公安局）</p>
<h2>二、区级</h2>
<h3>（一）食堂</h3>
<p>1.社区食堂（东渡区民政局）</p>
<p>2.助餐点</p>
</div>
`;

function lines(nodes: readonly OutlineNode[], depth = 0): readonly string[] {
  return nodes.flatMap(({ kind, name, detail, children }) => [
    `${'  '.repeat(depth)}${[kind, name, detail && `(${detail})`].filter(Boolean).join(' ')}`,
    ...lines(children, depth + 1),
  ]);
}

describe('outlineOf', () => {
  it('shows keys, headings, groups and projects', () => {
    expect(lines(outlineOf(parseArticle(text)))).toEqual([
      'front-matter',
      '  key title (小事清单)',
      '  key categories (民生、望川新闻网)',
      'body',
      '  heading 一、市级',
      '    group （一）照明（2件） (2)',
      '      project 1. 路灯补亮 (市城管局)',
      '      project 2. 楼道灯更新 (市住建局、市电力公司)',
      '    group （二）停车 (1)',
      '      project 1. 校园停车 (市公安局)',
      '  heading 二、区级',
      '    group （一）食堂 (2)',
      '      project 1. 社区食堂 (东渡区民政局)',
      '      project 2. 助餐点',
    ]);
  });

  it.each([
    { name: 'an empty text', article: '' },
    { name: 'a text without front matter', article: '<p>1.甲</p><p>2.乙</p>' },
    { name: 'an unclosed front matter', article: '---\ntitle: x\n' },
    { name: 'the article above', article: text },
  ])('keeps children inside parents and siblings apart in $name', ({ article }) => {
    const check = (nodes: readonly OutlineNode[], from: number, to: number): void => {
      let position = from;
      for (const { span, selection, children } of nodes) {
        expect(span.start).toBeGreaterThanOrEqual(position);
        expect(span.end).toBeLessThanOrEqual(to);
        expect(selection.start).toBeGreaterThanOrEqual(span.start);
        expect(selection.end).toBeLessThanOrEqual(span.end);
        check(children, span.start, span.end);
        position = span.end;
      }
    };
    check(outlineOf(parseArticle(article)), 0, article.length);
  });
});
