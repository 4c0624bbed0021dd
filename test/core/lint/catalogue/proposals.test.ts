import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../../server/src/core/article/parse.ts';
import { type Proposal, proposalsFor, touches } from '../../../../server/src/core/lint/catalogue/proposals.ts';

const paragraph = '<p>　　渡口停航三个月之后，昨天重新开航，首班船上坐满了人。</p>';

function articleOf(...body: readonly string[]): string {
  return ['---', "title: '渡口'", '---', '', '<div>', paragraph, ...body, '</div>', ''].join('\n');
}

/** What is proposed for the part of a body between ⟦ and ⟧. */
function proposals(...body: readonly string[]): readonly Proposal[] {
  const marked = articleOf(...body);
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return proposalsFor(parseArticle(marked.replace(/[⟦⟧]/g, '')), { start, end }, []);
}

describe('of a selection is proposed', () => {
  it.each([
    ['the line of some words', '<p>每天五分钟，⟦看懂⟧渡口</p>', [['text', '每天五分钟，看懂渡口', 'repeated']]],
    ['what the words say', '⟦<p>扫码下载客户端</p>⟧', [['text', '扫码下载客户端', 'app-promo']]],
    [
      'the element, too, where it has a name',
      '⟦<div class="vote-box"><p>觉得怎样？</p></div>⟧',
      [
        ['text', '觉得怎样？', 'repeated'],
        ['selector', 'div.vote-box', 'share'],
      ],
    ],
    [
      'the element around that holds nothing else',
      '<div id="slogan"><p>⟦江风浩荡⟧</p></div>',
      [
        ['text', '江风浩荡', 'repeated'],
        ['selector', '#slogan', 'ad'],
      ],
    ],
    [
      'but no element that holds more',
      '<div id="end"><p>⟦江风浩荡⟧</p><p>又一行</p></div>',
      [['text', '江风浩荡', 'repeated']],
    ],
    ['a picture', '<p>⟦<img src="/a?b=1&amp;c=2">⟧</p>', [['image', '^\\/a\\?b=1&c=2$', 'ad']]],
    [
      'a picture with a name',
      '⟦<img class="ewm" src="/a.png">⟧',
      [
        ['selector', 'img.ewm', 'qr-promo'],
        ['image', '^\\/a\\.png$', 'ad'],
      ],
    ],
    ['a comment', '⟦<!-- 正文 end -->⟧', [['comment', '^\\s*正文 end', 'comment']]],
    ['no comment between words', '⟦<!-- a --><p>江风浩荡</p>⟧', [['text', '江风浩荡', 'repeated']]],
    ['nothing of what cannot be told apart', '⟦<p></p>⟧', []],
  ])('%s', (_name, body, expected) => {
    expect(proposals(body).map(({ by, values, kinds }) => [by, values.join(), kinds[0]])).toEqual(expected);
  });

  it.each([
    ['words', '⟦<p>江风浩荡</p>⟧', ['comment', 'style', 'script', 'tracking', 'empty-block', 'site-icon']],
    ['a picture', '⟦<img src="/a.png">⟧', ['comment', 'style', 'script', 'empty-block', 'editor-credit', 'tags']],
    ['a comment', '⟦<!-- a -->⟧', ['share', 'style', 'script', 'repeated', 'tags']],
  ])('no kind that %s cannot be', (_name, body, impossible) => {
    const kinds = proposals(body).flatMap((proposal) => proposal.kinds);
    expect(kinds.filter((kind) => impossible.includes(kind))).toEqual([]);
    expect(kinds.length).toBeGreaterThan(0);
  });
});

it.each([
  ['<p>江 风浩荡</p>', '⟦<p>江风浩荡</p>⟧', true],
  ['<p>江风浩荡千里</p>', '⟦<p>江风浩荡</p>⟧', false],
  ['<section class="b vote"></section>', '⟦<section class="vote">a</section>⟧', true],
  ['<img src="/a.png?b">', '⟦<img src="/a.png">⟧', false],
  ['<!--正文 end. -->', '⟦<!-- 正文 end -->⟧', true],
])('an article with %j has what is meant by %j: %s', (body, selected, isTouched) => {
  const rule = proposals(selected).at(-1);
  expect(rule && touches(rule, [])(parseArticle(articleOf(body)))).toBe(isTouched);
  expect(rule && touches(rule, ['别处'])(parseArticle(articleOf(body)))).toBe(false);
});
