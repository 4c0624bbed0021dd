import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, readFigures } from '../../../server/src/core/article/figures.ts';
import { parseHtml } from '../../../server/src/core/article/html.ts';
import { readLines } from '../../../server/src/core/article/lines.ts';

type Expected = readonly [value: number | undefined, unit: string, precision?: Figure['precision']];

/** Brackets mark the figures that are expected in the line, and no others are. */
function check(marked: string, ...expected: readonly Expected[]): void {
  const text = marked.replace(/[[\]]/g, '');
  const figures = figuresIn(text);
  const found = figures.map(({ quote, value, unit, precision }) => ({ quote, value, unit, precision }));
  const quotes = [...marked.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1]);
  expect(found).toEqual(
    expected.map(([value, unit, precision = 'exact'], index) => ({ quote: quotes[index], value, unit, precision })),
  );
  expect(quotes).toHaveLength(expected.length);
  for (const { quote, span } of figures) expect(text.slice(span.start, span.end)).toBe(quote);
}

function figuresIn(html: string): readonly Figure[] {
  return readFigures(readLines(parseHtml(html, { start: 0, end: html.length }).document));
}

describe('readFigures', () => {
  it('reads counts and amounts', () => {
    check('共办结[736件]，涉及[1023人]', [736, '件'], [1023, '人']);
    check('投资[23877.6万元]、[10.96万亿元]', [238_776_000, '元'], [10_960_000_000_000, '元']);
    check('销量达[3 亿台]，主频[1 GHz]，装机[300MW]', [300_000_000, '台'], [1, 'GHz'], [300, 'MW']);
    check('收到[1,234.5万元]和[１２件]', [12_345_000, '元'], [12, '件']);
    check('为[1亿3000万元]，有[3万5千人]', [130_000_000, '元'], [35_000, '人']);
    check('长[2.86公里]，占地[3.5平方公里]', [2.86, '公里'], [3.5, '平方公里']);
    check('点击[100万]，下载[2亿]，签约[12个]项目', [1_000_000, ''], [200_000_000, ''], [12, '个']);
  });

  it('reads 百万余 without a measure word', () => {
    check('点击量[百万余]，播放[两亿多]。', [undefined, '', 'at-least'], [200_000_000, '', 'at-least']);
    check('成千上万，万众一心，千万不要');
  });

  it('takes no telephone number for a quantity', () => {
    check('021-61234567 市局，0579-8830119 区局，13800138000 张三');
    check('长〇.五公里');
  });

  it('names the measure word without a needless 个', () => {
    check('在[16个区]的[4个部门]用[3个工作日]', [16, '区'], [4, '部门'], [3, '工作日']);
    check('用[6 个星期]或[3个月]升[0.7个百分点]', [6, '个星期'], [3, '个月'], [0.7, '个百分点']);
    check('邻近[4个]国家，[5国]，[31省份]', [4, '个'], [5, '国'], [31, '省份']);
  });

  it('reads per cent and fractions as fractions of one', () => {
    check('占[54.4%]，合格率[100％]，[3‰]', [0.544, '%'], [1, '%'], [0.003, '‰']);
    check('[百分之三十五]、[百分之3.5]、[百分之百]', [0.35, '%'], [0.035, '%'], [1, '%']);
    check('[三分之一]、[万分之三]、[千分之二点五]', [1 / 3, ''], [0.0003, '‱'], [0.0025, '‰']);
    check('[三成]以上，[一半]，[半年]，[半数]', [0.3, '成', 'at-least'], [0.5, ''], [0.5, '年'], [0.5, '']);
    check('同比[0.5%]，气温[-5℃]', [0.005, '%'], [-5, '℃']);
    check('最低[零下5度]，[-3℃]～[5℃]', [-5, '度'], [-3, '℃'], [5, '℃']);
    check('近[1/3]，[2/3]的居民，超过[1/4]', [1 / 3, '', 'about'], [2 / 3, ''], [1 / 4, '', 'at-least']);
  });

  it('reads Chinese numerals', () => {
    check('[十二个]和[一百零五件]', [12, '个'], [105, '件']);
    check('[两家]企业，[三千零五户]', [2, '家'], [3005, '户']);
    check('[十二点五亿元]，[两万千瓦时]', [1_250_000_000, '元'], [20_000, '千瓦时']);
    check('[百万人]，[一个半小时]，[两年半]', [1_000_000, '人'], [1.5, '小时'], [2.5, '年']);
    check('[一个多月]里', [1, '个月', 'at-least']);
  });

  it('reads money of other countries, and signs before the number', () => {
    check('[100美元]、[50万欧元]、[3亿港元]', [100, '美元'], [500_000, '欧元'], [300_000_000, '港元']);
    check('[US$300万]，[$30亿]，[HK$50]', [3_000_000, '美元'], [3_000_000_000, '美元'], [50, '港元']);
    check(
      '[¥500]，[￥1,200.50]，￥[80元]，[€20]，[£5万]',
      [500, '元'],
      [1200.5, '元'],
      [80, '元'],
      [20, '欧元'],
      [50_000, '英镑'],
    );
  });

  it('reads rates', () => {
    check('[30元/平方米]，[120公里/小时]，[3次/年]', [30, '元/平方米'], [120, '公里/小时'], [3, '次/年']);
    check('[1000]至[2000元/月]，[30微克/立方米]', [1000, '元/月'], [2000, '元/月'], [30, '微克/立方米']);
    check('平均[2.4趟]，户均[2.62人]', [2.4, '趟'], [2.62, '人']);
  });

  it('reads Traditional Chinese, with units as printed', () => {
    check('[1238公頃]，[1億4200萬元]，[58萬公噸]', [1238, '公頃'], [142_000_000, '元'], [580_000, '公噸']);
    check('[1萬7,800席]、[3億2,500萬元]，車位[146格]', [17_800, '席'], [325_000_000, '元'], [146, '格']);
    check('[5個月]，[2萬多戶]，[三萬餘人]', [5, '個月'], [20_000, '戶', 'at-least'], [30_000, '人', 'at-least']);
  });

  it('reads English', () => {
    check('up [10 percent] or [12 per cent] in [16 days]', [0.1, '%'], [0.12, '%'], [16, 'days']);
    check(
      '[3.5 million units] for [$1.2 billion], then [$5m]',
      [3_500_000, 'units'],
      [1_200_000_000, '美元'],
      [5_000_000, '美元'],
    );
    check('[2,200 km] and [40 ms], Linux 5.13, a 64-bit core, 2021', [2200, 'km'], [40, 'ms']);
  });

  it('lists every figure of a paragraph and nothing else', () => {
    check(
      '2021年全市生产总值[1.2万亿元]，同比增长[12.3%]，[两年]平均增长[5.1%]，增速比前三季度回落[0.3个百分点]。',
      [1_200_000_000_000, '元'],
      [0.123, '%'],
      [2, '年'],
      [0.051, '%'],
      [0.003 * 100, '个百分点'],
    );
    check(
      '6月30日前，[3]至[5个工作日]办结，逾[七成]事项压缩[10%]-[15%]；热线12345、021-62345678每日8:30至17:30受理约[1.2万件]。',
      [3, '工作日'],
      [5, '工作日'],
      [0.7, '成', 'at-least'],
      [0.1, '%'],
      [0.15, '%'],
      [12_000, '件', 'about'],
    );
    check('第3批第12届，“十四五”期间，A座15层1502室，股票600519，V2.0.1，G7，5G，C919，PM2.5浓度[30微克/立方米]。', [
      30,
      '微克/立方米',
    ]);
    check('[1亿2千万元]，[3万5千人]，[几十年]', [120_000_000, '元'], [35_000, '人'], [undefined, '年', 'about']);
  });

  it('reads how exact a number is', () => {
    check('约[3万人]，近[百家]，近[300家]', [30_000, '人', 'about'], [100, '家', 'about'], [300, '家', 'about']);
    check('[4300多家]、[147亿余元]', [4300, '家', 'at-least'], [14_700_000_000, '元', 'at-least']);
    check('[10余万人]、[50,000 多个]', [100_000, '人', 'at-least'], [50_000, '个', 'at-least']);
    check('逾[5.38亿元]，[500件]以上', [538_000_000, '元', 'at-least'], [500, '件', 'at-least']);
    check('不少于[3人]，不超过[50万元]', [3, '人', 'at-least'], [500_000, '元', 'at-most']);
    check('不足[1%]，[3天]以内，[20天]左右', [0.01, '%', 'at-most'], [3, '天', 'at-most'], [20, '天', 'about']);
    check('近[3年]，[5年]多', [3, '年'], [5, '年', 'at-least']);
  });

  it('gives no value where the text gives none', () => {
    check('[百万余人次]、[数十家]', [undefined, '人次', 'at-least'], [undefined, '家', 'about']);
    check('[几百个]、[上百家]', [undefined, '个', 'about'], [undefined, '家', 'at-least']);
    check('[三四个]、[十七八岁]', [undefined, '个', 'about'], [undefined, '岁', 'about']);
  });

  it('gives both ends of a range', () => {
    check('补[3万元]至[8万元]', [30_000, '元'], [80_000, '元']);
    check('[3]-[5天]，[三]至[五年]', [3, '天'], [5, '天'], [3, '年'], [5, '年']);
    check('[5万]至[8万元]，[3]～[5万元]', [50_000, '元'], [80_000, '元'], [30_000, '元'], [50_000, '元']);
    check('[5%]-[10%]，[800]至[1万元]', [0.05, '%'], [0.1, '%'], [800, '元'], [10_000, '元']);
  });

  it.each([
    '2022年2月24日上午10时30分，2018—2022年，1-11月，22年3月，二〇二二年',
    '90年代，2021年度，十九届，十四五规划，10月份，8点半',
    '第3批，第 12 条，第一次，前10名，前5个月，三年级',
    '编号HD-300，版本v1.2.3，股票688912',
    '电话021-12345678，热线12345，9·11，3·15晚会，5G网络，G20国峰会',
    '比分3:2，1/2个，5+2个，4K，3D打印',
    '一个人，一年来，一次性，最后一公里，统一，万一，千万不要',
    '百家争鸣，万家企业，千家万户，一成不变，“两个维护”，上半年',
    '12条例，3位于，10场所',
    '',
  ])('finds none in %s', (text) => {
    check(text);
  });

  it('does not take the number of an item for a decimal', () => {
    check('1.[3家]企业获奖', [3, '家']);
    check('[1.5亿元]到位', [150_000_000, '元']);
  });

  it('covers entities and tags between the characters', () => {
    const html = '<p>共<b>9.33</b>万<i>件</i>、50&nbsp;个</p>';
    const [first, second] = figuresIn(html);
    expect(first).toMatchObject({ quote: '9.33万件', value: 93_300 });
    expect(html.slice(first?.span.start, first?.span.end)).toBe('9.33</b>万<i>件');
    expect(second).toMatchObject({ quote: '50\u00a0个', value: 50 });
    expect(html.slice(second?.span.start, second?.span.end)).toBe('50&nbsp;个');
  });

  it('lists figures in order and apart, whatever the text', () => {
    const unit = fc.constantFrom(...'0123456789.,-—%年月个万亿千百十一二两半余多近约至第分之成 件元');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        let end = 0;
        for (const { quote, span, value } of figuresIn(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(quote.trim()).not.toBe('');
          expect(value === undefined || Number.isFinite(value)).toBe(true);
          end = span.end;
        }
      }),
      { seed: 20220224, numRuns: 3000 },
    );
  });

  it.each(['9', '一', '万', '1,', '111,', '1.', '1万', '半', '1分之', '1-', '1至', '3 ', '第1', '1亿3'])(
    'survives a long run of %j',
    (piece) => {
      expect(figuresIn(piece.repeat(200_000 / piece.length)).length).toBeLessThan(200_000);
    },
  );
});
