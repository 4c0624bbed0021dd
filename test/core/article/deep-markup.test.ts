import { describe, expect, it } from 'vitest';
import { withoutDeepTags } from '../../../server/src/core/article/deep-markup.ts';
import { nodeSpan, parseHtml } from '../../../server/src/core/article/html.ts';

const nested = (depth: number, inside: string, name = 'div') =>
  `<${name}>`.repeat(depth) + inside + `</${name}>`.repeat(depth);

describe('tags', () => {
  it.each([
    ['of a page', '<div><p>a</p></div>'],
    ['as deep as they may be', nested(512, 'a')],
    ['side by side', '<div><span>a</div>'.repeat(2000)],
    ['that close each other', `<ul>${'<li>a'.repeat(2000)}</ul>`],
    ['without content', '<br><img src="a">'.repeat(2000)],
    ['in a comment', `<!--${'<div>'.repeat(2000)}--><p>a</p>`],
    ['in a script', `<script>${'<div>'.repeat(2000)}</script><p>a</p>`],
    ['that close nothing', '</div>'.repeat(2000)],
  ])('%s stay', (_name, html) => {
    expect(withoutDeepTags(html)).toBe(html);
  });

  it('that lie deeper become white space, and the text stays where it is', () => {
    const deep = nested(3, 'a<b class="x">b</b>');
    const html = `${nested(512, deep)}<p>c</p>`;
    const shallow = withoutDeepTags(html);
    expect(shallow).toBe(
      `${nested(512, `${' '.repeat(15)}a${' '.repeat(13)}b${' '.repeat(4)}${' '.repeat(18)}`)}<p>c</p>`,
    );
    expect(shallow.length).toBe(html.length);
  });

  it('ninety thousand deep leave a tree with the places of the text', () => {
    const html = `${nested(90_000, 'a')}<p>c</p>`;
    const { markup } = parseHtml(html, { start: 0, end: html.length });
    expect(markup.length).toBe(513);
    const last = markup.at(-1);
    expect(last && nodeSpan(last)).toEqual({ start: html.length - 8, end: html.length });
  });
});
