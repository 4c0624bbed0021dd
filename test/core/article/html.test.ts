import { isTag, isText } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { contentSpan, descendants, nodeSpan, parseHtml } from '../../../server/src/core/article/html.ts';

/** Every element of the body with its exact source, and the source between its tags. */
function elementsOf(text: string, start = 0): readonly { name: string; source: string; content: string }[] {
  const { markup } = parseHtml(text, { start, end: text.length });
  return markup.filter(isTag).map((element) => {
    const span = nodeSpan(element);
    const inner = contentSpan(text, element);
    return {
      name: element.name,
      source: text.slice(span.start, span.end),
      content: text.slice(inner.start, inner.end),
    };
  });
}

describe('parseHtml', () => {
  it.each([
    { html: '<p class="a>b">x</p>', elements: [['p', '<p class="a>b">x</p>', 'x']] },
    {
      html: '<p>a<p>b</p>',
      elements: [
        ['p', '<p>a', 'a'],
        ['p', '<p>b</p>', 'b'],
      ],
    },
    {
      html: '<ul><li>x<li>y</ul>',
      elements: [
        ['ul', '<ul><li>x<li>y</ul>', '<li>x<li>y'],
        ['li', '<li>x', 'x'],
        ['li', '<li>y', 'y'],
      ],
    },
    {
      html: '<div><div>x</div>',
      elements: [
        ['div', '<div><div>x</div>', '<div>x</div>'],
        ['div', '<div>x</div>', 'x'],
      ],
    },
    {
      html: '<b><i>x</b></i>y',
      elements: [
        ['b', '<b><i>x</b>', '<i>x'],
        ['i', '<i>x', 'x'],
      ],
    },
    {
      html: '<p>a<br>b</P >c',
      elements: [
        ['p', '<p>a<br>b</P >', 'a<br>b'],
        ['br', '<br>', ''],
      ],
    },
    { html: '<div id="q"></div>', elements: [['div', '<div id="q"></div>', '']] },
    { html: '<div', elements: [] },
    { html: '<p>never closed', elements: [['p', '<p>never closed', 'never closed']] },
  ])('gives exact ends in $html', ({ html, elements }) => {
    expect(elementsOf(html).map(({ name, source, content }) => [name, source, content])).toEqual(elements);
  });

  it('counts offsets from the beginning of the whole text', () => {
    expect(elementsOf('---\n---\n<p>甲</p>', 8)).toEqual([{ name: 'p', source: '<p>甲</p>', content: '甲' }]);
  });

  it('reads five hundred nested elements, and the text in ten thousand', () => {
    expect(elementsOf(`${'<div>'.repeat(500)}x`)).toHaveLength(500);
    const html = `${'<div>'.repeat(10_000)}x`;
    const { document } = parseHtml(html, { start: 0, end: html.length });
    const text = [...descendants(document)].find(isText);
    expect(text?.data.trim()).toBe('x');
    expect(text && nodeSpan(text).end).toBe(html.length);
  });
});
