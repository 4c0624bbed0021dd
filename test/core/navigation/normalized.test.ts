import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../server/src/core/article/figures.ts';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { normalizedFigure, takesWorkingOut } from '../../../server/src/core/navigation/normalized.ts';

describe('normalizedFigure', () => {
  it.each([
    ['办结9.33万件', '= 93,300 件', true],
    ['挽回147亿余元', '≥ 14,700,000,000 元', true],
    ['约3.81亿元', '≈ 381,000,000 元', true],
    ['不超过1200盏', '≤ 1,200 盏', false],
    ['增长百分之三十五', '= 35%', true],
    ['增长12.5%', '= 12.5%', false],
    ['占三成', '= 30%', true],
    ['数十家', undefined, false],
  ])('of %s', (line, normalized, isWork) => {
    const [figure] = readFigures(parseArticle(`---\ntitle: a\n---\n<p>${line}</p>`).body.lines);
    expect(figure && normalizedFigure(figure)).toBe(normalized);
    expect(figure && takesWorkingOut(figure)).toBe(isWork);
  });
});
