import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../server/src/core/article/figures.ts';
import { parseHtml } from '../../../server/src/core/article/html.ts';
import { readLines } from '../../../server/src/core/article/lines.ts';
import { readMentions } from '../../../server/src/core/article/mentions.ts';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { type Span, sliceSpan } from '../../../server/src/core/text/span.ts';

/** What a reader sees of a stretch of source, without white space: tags are gone, entities decoded. */
function seen(source: string): string {
  const { document } = parseHtml(source, { start: 0, end: source.length });
  return bare(
    readLines(document)
      .map(({ text }) => text)
      .join(''),
  );
}

function bare(text: string): string {
  return text.replace(/[\s\u200b\ufeff]/g, '');
}

/** Every place that is read from the text, with the words that were read there. */
function readings(text: string): readonly { readonly words: string; readonly span: Span }[] {
  const article = parseArticle(text);
  return [
    ...article.groups.flatMap(({ heading, declaredCount, projects }) => [
      ...(heading ? [{ words: heading.value, span: heading.span }] : []),
      ...(declaredCount ? [{ words: sliceSpan(text, declaredCount.span), span: declaredCount.span }] : []),
      ...projects.flatMap(({ label, title, organizations }) => [
        ...(label.span.end > label.span.start ? [{ words: label.value, span: label.span }] : []),
        { words: title.value, span: title.span },
        ...organizations.map(({ name }) => ({ words: name.value, span: name.span })),
      ]),
    ]),
    ...readMentions(article).map(({ quote, span }) => ({ words: quote, span })),
    ...readFigures(article.body.lines).map(({ quote, span }) => ({ words: quote, span })),
  ];
}

/** Runs of numbers in one form, around words and markup that try to break them. */
const labels = [
  '%d.',
  '%d、',
  '（%d）',
  '０%d．',
  '<b>0%d</b>',
  '●%d.',
  '<span>%d</span> ',
  '1.%d ',
  'No.%d ',
  '第%d项：',
];
const titles = [
  '街灯补齐',
  '“一键叫车”服务🚌',
  '河岸<b>步道</b>贯通（二期）',
  '菜场&ldquo;公平秤&rdquo;',
  '\u202bשוק שלישי\u202c',
  'ＡＢＣ　１２３',
  '街灯</span>补</b >齐',
  'R&amp;D &#20013;&#24515;',
  '120急救站',
  '',
];
const organizations = [
  '（市水务局）',
  '(市教育局、市财政局)',
  '——区文旅局',
  '<br>责任单位：市民政局',
  '：市数据局',
  '（市水务局',
  '',
  '<em>市公园管理所</em>',
];
const between = [
  '',
  '\n',
  '<br>',
  '<p>约3.5万&nbsp;人、12.3%，街灯补齐了2.4亿元。',
  '</p>',
  '<table><tr><td>',
  '<h3>一、市级（3件）</h3>',
  '<div>',
];

const item = fc.record({
  title: fc.constantFrom(...titles),
  organization: fc.constantFrom(...organizations),
  before: fc.constantFrom(...between),
  isClosed: fc.boolean(),
});

const articles = fc
  .tuple(fc.constantFrom(...labels), fc.array(item, { minLength: 2, maxLength: 9 }))
  .map(([label, items]) =>
    items
      .map(({ title, organization, before, isClosed }, at) => {
        const close = isClosed ? '</p>' : '';
        return `${before}<p>${label.replace('%d', String(at + 1))}${title}${organization}${close}`;
      })
      .join('\n'),
  );

describe('what is read from an article', () => {
  it('stands where its span says, tags and entities aside', () => {
    fc.assert(
      fc.property(articles, (text) => {
        for (const { words, span } of readings(text)) expect(seen(sliceSpan(text, span))).toBe(seen(asSource(words)));
      }),
      { seed: 20220224, numRuns: 1500 },
    );
  }, 120_000);

  it('is found at all', () => {
    const text = '<p>1.街灯补齐（市水务局）</p><p>2.菜场&ldquo;公平秤&rdquo;（市教育局）</p><p>共2万件。</p>';
    expect(readings(text).map(({ words }) => words)).toEqual([
      '1',
      '街灯补齐',
      '市水务局',
      '2',
      '菜场“公平秤”',
      '市教育局',
      '2万件',
    ]);
  });

  it('costs time that grows with the text, for 5,000 entries and for thousands of numbers that are none', () => {
    const entry = (at: number): string => `<p>${at + 1}.项目${at}的建设（市水务局、市教育局）约${at}万元</p>\n`;
    const entries = Array.from({ length: 5000 }, (_, at) => entry(at)).join('');
    expect(parseArticle(entries).groups[0]?.projects.length).toBe(5000);
    const candidates = Array.from({ length: 20_000 }, (_, at) => `<p>${(at * 7919) % 97}.${(at * 31) % 89}、街灯</p>`);
    expect(readings(candidates.join('\n'))).toEqual([]);
  }, 60_000);
});

/** Decoded words as source, so that both sides of a comparison are read in one way. */
function asSource(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
