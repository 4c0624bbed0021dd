import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { readOrganizationPlaces } from '../../../server/src/core/navigation/organization-places.ts';
import { sliceSpan } from '../../../server/src/core/text/span.ts';

/** Two lists of one article about 云水市, with all organisations that its text may name. */
const lists = [
  '<p>1.夜间巡防（市公安局）</p>\n<p>2.校门护航（云水市教育局 云水市公安局城东分局）</p>',
  '<p>3.老屋加梯（县发展改革委）</p>\n<p>4.车间上云（云水大学、海清科技(云水)有限公司、Acme Inc）</p>',
].join('\n');

/**
 * Checks the names in a body before those lists: they stand between `«` and `»`, and nothing else there is one.
 */
function check(body: string, title = '云水市公布实事'): void {
  const text = `---\ntitle: ${title}\n---\n${body.replace(/[«»]/g, '')}\n<p>一、项目</p>\n${lists}\n`;
  const places = readOrganizationPlaces(parseArticle(text)).filter(({ project }) => !project);
  for (const place of places) expect(sliceSpan(text, place.span)).toBe(place.text);
  const expected = [...body.matchAll(/«([^»]*)»/g)].map((match, index) => [match[1], match.index - 2 * index]);
  const before = text.indexOf(body.replace(/[«»]/g, ''));
  expect(places.map(({ text: name, span }) => [name, span.start - before])).toEqual(expected);
}

describe('organisations in the text', () => {
  it.each([
    '<p>由«市公安局»负责，«云水市公安局»督办。据«市公安局»介绍，«市公安局»民警已上岗。</p>',
    '<p>«云水市公安局城东分局»与«云水市公安局»会商，云水市公安局城西分局、云水市公安局交警支队列席。</p>',
    '<p>杭州市公安局来访。大同市公安局来电。市公安局长王某说，«市公安局»局长李某说。</p>',
    '<p>«云水市教育局»党委书记到会，云水市教育局党委发文，«云水市教育局»长期坚持。</p>',
    '<p>«市公安局»和«市教育局»、«市公安局»会同«市教育局»，平和市教育局没有。</p>',
    '<p>会上，«县发展改革委»发言，国家发展改革委、市发展改革委没有，云水县发展改革委也没有。</p>',
    '<p>«云水大学»教授说，云水大学附属医院、云水大学医学院不同。</p>',
    '<p>«海清科技（云水）有限公司»和«海清科技(云水)有限公司»是一家，海清科技没有写全。</p>',
    '<p>At «Acme Inc», not MyAcme Inc or Acme Incorporated; «Acme Inc»的产品。</p>',
    '<p>« 市公安局»</p>'.replace('« ', ' «'),
    '<h3>«市公安局»公告</h3>\n<blockquote>“«市公安局»”：</blockquote>',
    '<p>校门护航由«市教育局»推动学校落实；«市公安局»成立夜间巡防工作专班。</p>',
  ])('of %s', (body) => check(body));

  it('are told by their own names only where the article has no place, or another', () => {
    check('<p>由«市公安局»负责，晴川市公安局督办。</p>', '公布实事');
  });

  it('are found through markup and entities', () => {
    const text = `---\ntitle: 云水市公布\n---\n<p>由市公<b>安</b>&#23616;负责</p>\n${lists}\n`;
    const [place] = readOrganizationPlaces(parseArticle(text));
    expect(place).toMatchObject({ text: '市公安局', project: undefined });
    expect(place && sliceSpan(text, place.span)).toBe('市公<b>安</b>&#23616;');
  });

  it('are no places inside the title of a project', () => {
    check('<p>概况。</p>\n<p>1.市公安局大院开放（市公安局）</p>\n<p>2.海清科技(云水)有限公司改造（云水大学）</p>');
  });
});

describe('the identity of an organisation', () => {
  it.each([
    ['云水市公布实事', ['云水市公安局', '云水市公安局']],
    ['公布实事', ['市公安局', '云水市公安局']],
  ])('in “%s” has the place of the article', (title, identities) => {
    const text = `---\ntitle: ${title}\n---\n<p>1.甲（市公安局）</p>\n<p>2.乙（云水市公安局）</p>\n`;
    expect(readOrganizationPlaces(parseArticle(text)).map(({ identity }) => identity)).toEqual(identities);
  });
});
