import { describe, it } from 'vitest';
import type { Rule } from '../../../../server/src/core/lint/rule.ts';
import { declaredCountDiffers } from '../../../../server/src/core/lint/rules/structure/declared-count.ts';
import { mixedBrackets } from '../../../../server/src/core/lint/rules/structure/mixed-brackets.ts';
import { numberingDuplicate } from '../../../../server/src/core/lint/rules/structure/numbering-duplicate.ts';
import { numberingGap } from '../../../../server/src/core/lint/rules/structure/numbering-gap.ts';
import { numberingOrder } from '../../../../server/src/core/lint/rules/structure/numbering-order.ts';
import { organizationVariants } from '../../../../server/src/core/lint/rules/structure/organization-variants.ts';
import { repeatedProject } from '../../../../server/src/core/lint/rules/structure/repeated-project.ts';
import { check } from '../check.ts';

const numbering: readonly Rule[] = [numberingGap, numberingDuplicate, numberingOrder];

/** Marker lines stand under the lines of a body; with `fixed` also what all fixes make of it. */
function body(rules: readonly Rule[], marked: string, fixed?: string, title = '示例'): void {
  const head = `---\ntitle: '${title}'\n---\n\n`;
  check(rules, head + marked, fixed === undefined ? {} : { fixed: head + fixed, upTo: 'manual' });
}

describe('structure.numbering-*', () => {
  it.each([
    ['（一）', '（二）', '（四）', '（三）', '四'],
    ['①', '②', '④', '③', '④'],
    ['案例一：', '案例二：', '案例四：', '案例三：', '案例四'],
    ['第１项　', '第２项　', '第４项　', '第３项　', '第４项'],
    ['A.', 'B.', 'D.', 'C.', 'D'],
    ['01　', '02　', '04　', '03　', '04'],
  ])('renumbers in the form of %s', (first, second, wrong, right, label) => {
    const marker = `${' '.repeat(3 + wrong.indexOf(label))}${'^'.repeat(label.length)} structure.numbering-gap`;
    body(
      numbering,
      `<p>${first}甲项目</p>\n<p>${second}乙项目</p>\n<p>${wrong}丁项目</p>\n${marker}\n`,
      `<p>${first}甲项目</p>\n<p>${second}乙项目</p>\n<p>${right}丁项目</p>\n`,
    );
  });

  it('goes on to lists whose numbers run on', () => {
    body(
      numbering,
      `<p>一、水</p>
<p>1.甲项目</p>
<p>3.乙项目</p>
   ^ structure.numbering-gap
<p>二、气</p>
<p>4.丙项目</p>
<p>5.丁项目</p>
`,
      `<p>一、水</p>
<p>1.甲项目</p>
<p>2.乙项目</p>
<p>二、气</p>
<p>3.丙项目</p>
<p>4.丁项目</p>
`,
    );
  });

  it('changes no more numbers than it must', () => {
    body(
      numbering,
      '<p>1.甲</p>\n<p>2.乙</p>\n<p>2.丙</p>\n   ^ structure.numbering-duplicate\n<p>4.丁</p>\n   ^ structure.numbering-gap\n',
      '<p>1.甲</p>\n<p>2.乙</p>\n<p>3.丙</p>\n<p>4.丁</p>\n',
    );
  });

  it('finds numbers that changed places once', () => {
    body(
      numbering,
      '<p>1.甲</p>\n<p>2.乙</p>\n<p>4.丙</p>\n<p>3.丁</p>\n   ^ structure.numbering-order\n<p>5.戊</p>\n',
      '<p>1.甲</p>\n<p>2.乙</p>\n<p>3.丙</p>\n<p>4.丁</p>\n<p>5.戊</p>\n',
    );
  });

  it('offers nothing where the number is markup', () => {
    const marked =
      '<ol><li>甲项目</li><li value="4">乙项目</li></ol>\n                              ^^^ structure.numbering-gap\n';
    const text = '<ol><li>甲项目</li><li value="4">乙项目</li></ol>\n';
    check(numbering, marked, { fixed: text, leavesFindings: true });
  });
});

describe('structure.declared-count', () => {
  it('writes the number as the heading does', () => {
    body(
      [declaredCountDiffers],
      `<p>一、三大市级项目</p>
     ^^ structure.declared-count
<p>1.甲项目</p>
<p>2.乙项目</p>
<p>二、区级项目（３个）</p>
          ^^ structure.declared-count
<p>1.丙项目</p>
<p>2.丁项目</p>
`,
      `<p>一、两大市级项目</p>
<p>1.甲项目</p>
<p>2.乙项目</p>
<p>二、区级项目（２个）</p>
<p>1.丙项目</p>
<p>2.丁项目</p>
`,
    );
  });

  it('adds up the lists under a heading', () => {
    body(
      [declaredCountDiffers],
      `<h2>市级项目（5个）</h2>
         ^^ structure.declared-count
<h3>水</h3>
<p>1.甲项目</p>
<p>2.乙项目</p>
<h3>气</h3>
<p>1.丙项目</p>
<p>2.丁项目</p>
<h2>结语</h2>
`,
      `<h2>市级项目（4个）</h2>
<h3>水</h3>
<p>1.甲项目</p>
<p>2.乙项目</p>
<h3>气</h3>
<p>1.丙项目</p>
<p>2.丁项目</p>
<h2>结语</h2>
`,
    );
  });

  it('leaves batches alone, however many projects they have', () => {
    check(
      [declaredCountDiffers],
      '---\ntitle: a\n---\n\n<p>一、三批试点</p>\n<p>1.甲项目</p>\n<p>2.乙项目</p>\n<p>二、第三批试点</p>\n<p>1.丙项目</p>\n<p>2.丁项目</p>\n',
    );
  });

  it('compares the sum that the title gives', () => {
    check(
      [declaredCountDiffers],
      `---
title: '安排项目5件'
            ^^ structure.declared-count
---

<p>一、续建（3件）</p>
        ^^ structure.declared-count
<p>1.甲项目</p>
<p>2.乙项目</p>
<p>二、新建（2件）</p>
<p>1.丙项目</p>
<p>2.丁项目</p>
`,
    );
    check(
      [declaredCountDiffers],
      `---
title: '警方通报3起失窃典型案例'
            ^^ structure.declared-count
---

<p>案例一 自行车</p>
<p>案例二 电动车</p>
`,
    );
    check(
      [declaredCountDiffers],
      `---\ntitle: '走访12个社区看典型案例'\n---\n\n<p>案例一 自行车</p>\n<p>案例二 电动车</p>\n`,
    );
    check(
      [declaredCountDiffers],
      `---\ntitle: '发布70个项目'\n---\n\n<p>一、续建（2件）</p>\n<p>1.甲</p>\n<p>2.乙</p>\n<p>二、新建（2件）</p>\n<p>1.丙</p>\n<p>2.丁</p>\n`,
    );
  });
});

describe('structure.repeated-project', () => {
  it('compares words and organisations, in all lists', () => {
    body(
      [repeatedProject],
      `<p>一、水</p>
<p>1.“河道”清淤（市水务局）</p>
<p>2.排口整治（市水务局）</p>
<p>二、气</p>
<p>1.河道清淤（市水务局）</p>
     ^^^^ structure.repeated-project
<p>2.排口整治（市环境局）</p>
`,
    );
  });
});

describe('structure.mixed-brackets', () => {
  it('takes the width that most brackets of the list have', () => {
    body(
      [mixedBrackets],
      `<p>(一)甲(AI)项目（市水务局）</p>
   ^^^ structure.mixed-brackets
<p>（二）乙项目（市水务局)</p>
         ^^^^^^ structure.mixed-brackets
`,
      '<p>（一）甲(AI)项目（市水务局）</p>\n<p>（二）乙项目（市水务局）</p>\n',
    );
    body([mixedBrackets], '<p>1.甲项目(市水务局)</p>\n<p>2.乙项目(市环境局)</p>\n<p>说明（见下）。</p>\n');
  });
});

describe('structure.organization-variants', () => {
  const list = (...names: readonly string[]): string =>
    names.map((name, at) => `<p>${at + 1}.第${at}项（${name}）</p>\n`).join('');

  it('finds short forms of offices', () => {
    body(
      [organizationVariants],
      '<p>1.就业（市人社局）</p>\n<p>2.社保（市人力资源和社会保障局）</p>\n        ^^^^^^^^^^^ structure.organization-variants\n<p>3.技能（市人社局）</p>\n',
      '<p>1.就业（市人社局）</p>\n<p>2.社保（市人社局）</p>\n<p>3.技能（市人社局）</p>\n',
    );
  });

  it('knows the place of the article', () => {
    body(
      [organizationVariants],
      '<p>海宁市昨天公布，海宁市今年开工。</p>\n<p>1.反诈（海宁市公安局）</p>\n        ^^^^^^ structure.organization-variants\n<p>2.禁毒（市公安局）</p>\n<p>3.反拐（市公安局）</p>\n',
      '<p>海宁市昨天公布，海宁市今年开工。</p>\n<p>1.反诈（市公安局）</p>\n<p>2.禁毒（市公安局）</p>\n<p>3.反拐（市公安局）</p>\n',
    );
  });

  it.each([
    ['市第一人民医院', '市人民医院', '市医院'],
    ['东城区教育局', '西城区教育局', '区教育局'],
    ['市教育局', '市体育局', '市水务局'],
    ['市水务集团', '市水务局', '市水务投资集团'],
  ])('does not take %s, %s and %s for one', (...names) => {
    body([organizationVariants], list(...names));
  });
});
