import fc from 'fast-check';
import { it } from 'vitest';
import { expectInvariants } from './invariants.ts';
const fragments = [
  ...['title', 'date', 'author', 'categories', 'headimg', 'x', ':', ': ', ' ', '\n', '\n', '\r\n', '\r', '\t', '- ', ' - '],
  ...["'", '"', '[', ']', '{', '}', ',', '#', ' # ', '&a ', '*a', '!t ', '|', '>', '%', '@', '`', '? ', '---\n', '...\n', '\\'],
  ...['title: ', 'date: ', 'author: ', 'categories:\n', ' - 新浪\n', ' - 新浪－國内\n','thumbnail: '],
  ...['双碳', '国內', '：', '_', '“', '原标题：', '<p>', '</p>', '<h1>', '&amp;', '\uFEFF', '\u3000', '\u0000', '\ud83d', '<<: '],
  ...['2022-03-04', '2022年1月18日', 'Thu, 24 Feb 2022 08:20:59 GMT', 'https://i.example/logo.png', '//i.example/?http://x.y/z'],
];
it('x', () => {
  const content = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((p) => p.join(''));
  fc.assert(fc.property(content, content, (h, b) => expectInvariants(`---\n${h}\n---\n${b}`)), { seed: Number(process.env.SEED ?? 1), numRuns: 15000 });
}, 300000);
