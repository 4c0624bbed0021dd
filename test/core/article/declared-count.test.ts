import { describe, expect, it } from 'vitest';
import { declaredCount } from '../../../server/src/core/article/headings.ts';

describe('declaredCount', () => {
  it.each([
    ['十大市级项目', 10, '十大'],
    ['12件区级实事', 12, '12件'],
    ['２０件实事', 20, '２０件'],
    ['廿件实事', 20, '廿件'],
    ['一百二十件提案', 120, '一百二十件'],
    ['两个重点', 2, '两个'],
    ['民生实事（8件）', 8, '8件'],
    ['首批12个项目', 12, '12个'],
    ['三批试点', 3, '三批'],
    ['三批12件整改任务', 12, '12件'],
    ['第三批试点', undefined, ''],
    ['三批次试点', undefined, ''],
    ['2022年重点项目', undefined, ''],
    ['十大学府', undefined, ''],
  ])('of “%s”', (heading, value, counted) => {
    const declared = declaredCount(heading);
    expect(declared?.value).toBe(value);
    expect(declared ? heading.slice(declared.start, declared.end) : '').toBe(counted);
    expect(declared?.isOfBatches ?? false).toBe(counted.endsWith('批'));
  });
});
