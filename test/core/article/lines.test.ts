import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../server/src/core/article/html.ts';
import { type Line, readLines, sourceSpan } from '../../../server/src/core/article/lines.ts';

function linesOf(html: string): readonly Line[] {
  return readLines(parseHtml(html, { start: 0, end: html.length }).document);
}

describe('readLines', () => {
  it.each([
    { name: 'a paragraph each', html: '<p>甲</p><p>乙</p>', lines: ['甲', '乙'] },
    { name: 'a line break', html: '<p>甲<br>乙<br/>丙</p>', lines: ['甲', '乙', '丙'] },
    { name: 'inline elements inside a line', html: '<p>甲<b>乙</b><span>丙</span></p>', lines: ['甲乙丙'] },
    { name: 'text beside blocks', html: 'a<div>b<p>c</p>d</div>e', lines: ['a', 'b', 'c', 'd', 'e'] },
    {
      name: 'cells and items',
      html: '<table><tr><td>1</td><td>甲</td></tr></table><ul><li>x<li>y</ul>',
      lines: ['1', '甲', 'x', 'y'],
    },
    { name: 'unclosed paragraphs', html: '<p>甲<p>乙', lines: ['甲', '乙'] },
    { name: 'trimmed ends, ideographic spaces too', html: '<p>　　甲 乙&nbsp; </p>', lines: ['甲 乙'] },
    { name: 'folded white space', html: '<p>a\n   b\t c  d</p>', lines: ['a b c d'] },
    { name: 'entities', html: '<p>R&amp;D &ldquo;&#20840;&#x7403;&rdquo;</p>', lines: ['R&D “全球”'] },
    {
      name: 'an ampersand that is no entity',
      html: '<p>A&B &nosuchthing; &copy=1</p>',
      lines: ['A&B &nosuchthing; &copy=1'],
    },
    { name: 'preformatted lines', html: '<pre>a\n  b\nc</pre>', lines: ['a', 'b', 'c'] },
    { name: 'nothing unseen', html: '<style>p{}</style><script>x</script><!-- c --><p>甲</p><p>　</p>', lines: ['甲'] },
    { name: 'nothing in an empty body', html: '', lines: [] },
  ])('reads $name', ({ html, lines }) => {
    expect(linesOf(html).map(({ text }) => text)).toEqual(lines);
  });

  it.each([
    { name: 'plain text', html: '<p>　　修订条例（市局）</p>', part: '条例', source: '条例' },
    { name: 'text across tags', html: '<p>推行“<b>半日</b>办结”</p>', part: '“半日办', source: '“<b>半日</b>办' },
    { name: 'an entity', html: '<p>R&amp;D 协同</p>', part: '&D', source: '&amp;D' },
    { name: 'text after an entity', html: '<p>&ldquo;云&rdquo;培训</p>', part: '培训', source: '培训' },
    { name: 'folded white space', html: '<p>a\n   b</p>', part: 'a b', source: 'a\n   b' },
    { name: 'an emoji', html: '<p>🐬提供🐬功能</p>', part: '🐬功', source: '🐬功' },
    { name: 'the end of the line', html: '<p>甲乙&nbsp;&nbsp;</p>', part: '乙', source: '乙' },
  ])('locates $name in the source', ({ html, part, source }) => {
    const [line] = linesOf(html);
    if (!line) throw new Error('no line');
    const from = line.text.indexOf(part);
    const span = sourceSpan(line, from, from + part.length);
    expect(html.slice(span.start, span.end)).toBe(source);
  });

  it('begins and ends a span of a line at visible characters', () => {
    const html = '<p>　　<b>甲</b>乙 </p>';
    const [line] = linesOf(html);
    expect(html.slice(line?.span.start, line?.span.end)).toBe('甲</b>乙');
  });
});
