import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { readLandmarks } from '../../../server/src/core/navigation/landmarks.ts';
import { tokensOf } from '../../../server/src/core/navigation/tokens.ts';
import { sliceSpan } from '../../../server/src/core/text/span.ts';

/** Checks the tokens of a body, each as "type text". */
function check(body: string, expected: readonly string[]): void {
  const text = `---\ntitle: a\n---\n${body}\n`;
  const tokens = tokensOf(readLandmarks(parseArticle(text)));
  expect(tokens.map(({ span, type }) => `${type} ${sliceSpan(text, span)}`)).toEqual(expected);
}

describe('tokens of dates', () => {
  it.each([
    ['2022年1月18日揭晓', ['2022年1月18日']],
    ['1月18日至20日', ['1月18日', '20日']],
    ['2021年12月、2022年', ['2021年12月', '2022年']],
    ['自2022-01-18起，到2022.3.4', ['2022-01-18', '2022.3.4']],
    ['版本1.2022.3.4和12022年', []],
    ['13月40日', []],
  ])('of %s', (line, dates) => {
    const text = `---\ntitle: a\n---\n<p>${line}</p>\n`;
    const tokens = tokensOf(readLandmarks(parseArticle(text))).filter(({ type }) => type === 'date');
    expect(tokens.map(({ span }) => sliceSpan(text, span))).toEqual(dates);
  });
});

describe('tokens', () => {
  it('of a figure inside a title divide it', () => {
    check('<p>1.装路灯20盏并维护（市城管局）</p>\n<p>2.小巷步道（市建设局）</p>', [
      ...['projectNumber 1', 'projectTitle 装路灯', 'figure 20盏', 'projectTitle 并维护', 'organization 市城管局'],
      ...['projectNumber 2', 'projectTitle 小巷步道', 'organization 市建设局'],
    ]);
  });

  it('stay on their line and out of the markup', () => {
    check('<p>1.小巷\n步<!-- a -->道<br></p>\n<p>2.操场&amp;球场</p>', [
      ...['projectNumber 1', 'projectTitle 小巷', 'projectTitle 步', 'projectTitle 道'],
      ...['projectNumber 2', 'projectTitle 操场&amp;球场'],
    ]);
  });

  it('are none of what is printed nowhere', () => {
    check('<ol><li>小巷步道</li><li>操场开放</li></ol>', ['projectTitle 小巷步道', 'projectTitle 操场开放']);
  });
});
