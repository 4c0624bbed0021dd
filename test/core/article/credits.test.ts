import { describe, expect, it } from 'vitest';
import { readCredits } from '../../../server/src/core/article/credits.ts';
import { parseHtml } from '../../../server/src/core/article/html.ts';
import { readLines } from '../../../server/src/core/article/lines.ts';
import { sliceSpan } from '../../../server/src/core/text/span.ts';

/** Checks the names found in a body, and that each span has the name as the source prints it (`printed`, else the name). */
function check(html: string, expected: { editor?: string; reporter?: string; source?: string }, printed = expected) {
  const credits = readCredits(readLines(parseHtml(html, { start: 0, end: html.length }).document));
  const values: Record<string, string> = {};
  const quotes: Record<string, string> = {};
  for (const [part, credit] of Object.entries(credits)) {
    if (!credit) continue;
    values[part] = credit.value;
    quotes[part] = sliceSpan(html, credit.span);
  }
  expect(values).toEqual(expected);
  expect(quotes).toEqual({ ...expected, ...printed });
}

describe('readCredits: editors', () => {
  it.each([
    ['<p class="article-editor">责任编辑：何清扬 </p>', '何清扬'],
    ['<p>　　责任编辑：何清扬 SF021</p>', '何清扬'],
    ['<p>责任编辑:何清扬SF021</p>', '何清扬'],
    ['<p>责任编辑：何清扬　　审核：温如玉</p>', '何清扬'],
    ['<p>编辑 | 何扬　校对 | 温如玉</p>', '何扬'],
    ['<p>编辑丨何扬</p>', '何扬'],
    ['<p>（责任编辑：何清扬）</p>', '何清扬'],
    ['<p>[责编：何扬]</p>', '何扬'],
    ['<p>责任编辑 何清扬</p>', '何清扬'],
    ['<p>責任編輯：何清揚</p>', '何清揚'],
    ['<p>编辑：阿依古丽·买买提</p>', '阿依古丽·买买提'],
    ['<p>Editor: Jane Roe</p>', 'Jane Roe'],
    ['<p>(Reporting by the staff; Editing by Jane van Roe)</p>', undefined],
    ['<p>(Editing by Jane Roe)</p>', 'Jane Roe'],
    ['<p>编辑：<b>何清扬</b></p>', '何清扬'],
  ])('%s', (html, editor) => {
    check(html, editor ? { editor } : {});
  });

  it('joins several names and folds a name that is set apart', () => {
    check('<p>责任编辑：何清扬 温如玉</p>', { editor: '何清扬、温如玉' }, { editor: '何清扬 温如玉' });
    check('<p>责任编辑：何　扬</p>', { editor: '何扬' }, { editor: '何　扬' });
  });

  it('takes the first', () => {
    check('<p>编辑：何清扬</p><p>编辑：温如玉</p>', { editor: '何清扬' });
  });

  it.each([
    '<p>（责任编辑：青禾人大网）</p>',
    '<p>责任编辑：记者站</p>',
    '<p>责任编辑：</p>',
    '<p>他在编辑部工作，编辑过三本书。</p>',
    '<p>点击右上角编辑：修改名称</p>',
    '<p>编辑：记者：</p>',
    '',
  ])('no person in %s', (html) => {
    check(html, {});
  });
});

describe('readCredits: reporters', () => {
  it.each([
    ['<p>本报讯（记者 何扬）3月1日，市统计局发布消息。</p>', '何扬'],
    ['<p>（驻省记者 何扬）</p>', '何扬'],
    ['<p>【青禾日报讯】（首席记者 何清扬）3月1日</p>', '何清扬'],
    ['<p>（青禾日报记者何清扬）</p>', '何清扬'],
    ['<p>本报记者 何清扬</p>', '何清扬'],
    ['<p>(Reporting by Jane Roe)</p>', 'Jane Roe'],
  ])('%s', (html, reporter) => {
    check(html, { reporter });
  });

  it('reads two credits of one line', () => {
    check('<p>记者：何扬　编辑：温如玉</p>', { reporter: '何扬', editor: '温如玉' });
  });

  it('joins two reporters and stops at another part', () => {
    check('<p>（记者 何扬 温如玉 通讯员 方圆）</p>', { reporter: '何扬、温如玉' }, { reporter: '何扬 温如玉' });
  });

  it.each([
    '<p>记者3月14日从管委会获悉，新区印发方案。</p>',
    '<p>（记者从会上获悉）</p>',
    '<p>他对《青禾日报》记者表示，项目已经开工。</p>',
    '<p>　　记者 从现场看到</p>',
  ])('no reporter in %s', (html) => {
    check(html, {});
  });
});

describe('readCredits: sources', () => {
  it.each([
    ['<p>　　来源：青禾日报</p>', '青禾日报'],
    ['<p>原标题：一桩小事 来源：央视</p>', '央视'],
    ['<p>来源 | 青禾高新区科技创新局</p>', '青禾高新区科技创新局'],
    ['<p>　　信息来源：区整改办</p>', '区整改办'],
    ['<p>来源：<a href="https://example.org/">青禾日报</a></p>', '青禾日报'],
    ['<div><span>来源：青禾数字网</span><span>阅读：3127</span></div>', '青禾数字网'],
    ['<p>来源：IT 之家 2022-03-01</p>', 'IT 之家'],
    ['<p>来源：青禾网综合</p>', '青禾网'],
    ['<p>Source: Morning Post</p>', 'Morning Post'],
  ])('%s', (html, source) => {
    check(html, { source });
  });

  it.each([
    '<p>[1]数据来源于省人民检察院工作要点。</p>',
    '<p>数据来源：国家统计局</p>',
    '<p>凡本网注明“来源：青禾网”的作品，未经授权不得转载。</p>',
    '<p>来源：https://example.org/a</p>',
    '<p>推测安装的来源。</p>',
  ])('no source in %s', (html) => {
    check(html, {});
  });
});
