import { describe, expect, it } from 'vitest';
import { readMentions } from '../../../server/src/core/article/mentions.ts';
import { parseArticle } from '../../../server/src/core/article/parse.ts';

const titles = [
  '老旧小区雨污分流改造',
  '“一键叫车”助老出行服务',
  '校园周边交通秩序整治（二期）',
  '社区嵌入式养老服务中心建设',
  '《海宁县公共图书馆管理办法》',
  '《海宁县海塘保护管理办法》',
  '督促整治河道“非法采砂”行政公益诉讼案',
  '县第二人民医院新门诊楼',
  '小麦抗倒伏新品种“海麦8号”',
  '“开放数据”共享平台：一次登录、全县通办',
  '“开放数据”专员培训',
  '为民服务热线整合',
  '诉某养殖公司污染水库民事公益诉讼案',
  '督促落实校车安全责任行政公益诉讼案',
  '面向独居老人的“夜间陪护”试点',
  '新建口袋公园绿地50处',
];

/** Brackets mark the mentions that are expected in the prose, in order the numbers of the projects that they name. */
function check(marked: string, ...numbers: readonly number[]): void {
  const prose = marked.replace(/[[\]]/g, '');
  const text = articleWith(prose);
  const mentions = readMentions(parseArticle(text));
  expect(mentions.map(({ quote }) => quote)).toEqual([...marked.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1]));
  expect(mentions.map(({ project }) => project.number)).toEqual(numbers);
  for (const { quote, span } of mentions) expect(text.slice(span.start, span.end)).toBe(quote);
}

function articleWith(prose: string): string {
  const items = titles.map((title, at) => `<p>${at + 1}.${title}（县城市管理局）</p>`).join('\n');
  return `---\ntitle: '海宁县公布为民服务项目'\n---\n\n<p>${prose}</p>\n<h2>项目清单</h2>\n${items}\n`;
}

describe('readMentions', () => {
  it.each([
    ['由县住建局负责的“[老旧小区雨污分流改造]”本月开工。', [1]],
    ['[老旧小区雨污分流改造]本月开工，[校园周边交通秩序整治]随后。', [1, 3]],
    ['[《海宁县公共图书馆管理办法》]和[海塘保护管理办法]将实施。', [5, 6]],
    ['[“开放数据”共享平台：一次登录、全县通办]已上线。', [10]],
  ] as const)('finds titles: %s', (prose, numbers) => check(prose, ...numbers));

  it.each([
    ['“[一键叫车]”务必先在县城试行。', [2]],
    ['各镇的“[夜间陪护]”本月开始。', [15]],
    ['“[一键叫车]”已覆盖全县，[助老出行服务]广受好评。', [2, 2]],
    ['“[校园周边交通秩序]”年内完成。', [3]],
    ['[嵌入式养老服务中心建设]进展顺利。', [4]],
    ['[校园周边交通秩序]项目年内完成。', [3]],
    ['[新建口袋公园绿地50处]的任务已经过半。', [16]],
  ] as const)('finds parts that can stand alone: %s', (prose, numbers) => check(prose, ...numbers));

  it.each([
    ['[河道采砂案]推动专项治理。', [7]],
    ['[县二医院新门诊楼]已经封顶。', [8]],
    ['[小麦新品种“海麦8号”]亩产较高。', [9]],
    ['[老旧小区的雨污分流改造]本月开工。', [1]],
    ['[为民服务热线]今年并入12345。', [12]],
  ] as const)('finds shortened titles: %s', (prose, numbers) => check(prose, ...numbers));

  it.each([
    '全县养老服务水平提升，校园周边环境和交通秩序改善。',
    '老旧小区居民反映，社区服务中心离家太远。',
    '“开放数据”已成共识，县第二人民医院参加。',
    '行政公益诉讼案件增多，管理办法陆续出台。',
    '为民服务项目共有12个，为民服务是宗旨。',
    '去年开展了“一键叫车”便民宣传活动。',
    '去年新建口袋公园绿地38处。',
    '<a href="/1">老旧小区雨污分流改造的前前后后</a>',
    '原标题：老旧小区雨污分流改造等12个项目公布',
  ])('finds none in %s', (prose) => check(prose));

  it('looks only outside the lists', () => {
    expect(readMentions(parseArticle(articleWith('')))).toEqual([]);
    expect(readMentions(parseArticle('<p>老旧小区雨污分流改造</p>'))).toEqual([]);
    expect(readMentions(parseArticle(''))).toEqual([]);
  });

  it('covers tags inside a name', () => {
    const text = articleWith('推进<b>老旧小区</b>雨污分流&#25913;造。');
    const [mention] = readMentions(parseArticle(text));
    expect(mention?.quote).toBe('老旧小区雨污分流改造');
    expect(text.slice(mention?.span.start, mention?.span.end)).toBe('老旧小区</b>雨污分流&#25913;造');
  });

  it('keeps apart the names in a long line of nothing else', () => {
    const mentions = readMentions(parseArticle(articleWith('老旧小区雨污分流改造'.repeat(20_000))));
    expect(mentions).toHaveLength(20_000);
  });
});
