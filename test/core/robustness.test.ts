import fc from 'fast-check';
import { describe, it } from 'vitest';
import { allRules } from '../../server/src/core/lint/rules/registry.ts';
import { expectInvariants } from './invariants.ts';

const head = '---\ntitle: 街灯补齐\ndate: 2022-03-04 17:20:00\nauthor: 周一\ncategories:\n - 民生\n---\n';

/** An article of the usual shape with something of everything that is looked for. */
const article = `
---
title: '补灯、修路、护河……临湖市公布民生项目'
categories:
 - 民生
 - 临湖晚报
 - 临湖晚报－國內
headimg: 'https://img.linhu-wanbao.example/app/qr.png'
author: 临湖晚报
comments: false
date: Fri, 04 Mar 2022 09:20:00 GMT
thumbnail: 'https://img.linhu-wanbao.example/app/qr.png'
---

<div>
<p>　　原标题：临湖市公布民生项目</p>
<p cms-style="font-L">　　<font>3月4日，市政府公布7个项目，总投资约3.2亿元，惠及12.5万余人，“河岸步道贯通”最受期待。</font></p>
<p>　　由临湖市水务局牵头，临湖大学１月１８日至20日会商，去年12月开工，2022年底前完成。</p>
<p>　　附：项目清单</p>
<p>　　<strong>一、市级项目（3件）</strong></p>
<p>　　1.补齐背街小巷路灯（市城管局 市电力公司）</p>
<p>　　2.河岸步道贯通（二期）（市水务局、市园林中心（市公园管理所））</p>
<p>　　4.夜间急诊&ldquo;一站到底&rdquo;&nbsp;改造（牵头单位：市卫生健康委；配合单位：市医保局）</p>
<p>　　二、区级项目</p>
<ol start="5"><li>菜场公平秤（东湖区市场监管局）</li><li><p>公交候车亭</p>（西岸区交通局）</ol>
①“银龄课堂”<br>
——临湖大学、市老龄办<br>
②旧书漂流<br>
<h2>（三）案例</h2>
<p><span><strong>案例一</strong></span>：督促修复堤岸【临湖市人民检察院】</p>
<table><tr><th>序号</th><th>项目名称</th><th>责任单位</th></tr><tr><td>01</td><td>书屋</td><td>市文旅局</td></tr></table>
<!-- copydesk-disable-next-line boilerplate.comment -->
<!-- 广告位 -->
<style>.qr&#123;float:left&#125;</style>
<div class="qr_wrap"><img src="https://img.linhu-wanbao.example/app/qr.png">扫码下载客户端</div>
<p class="article-editor">责任编辑：吴二 </p>
</div>
`;

const table =
  '<table><tr><th>序号</th><th>项目</th><th>责任单位</th></tr><tr><td>1</td><td>书屋</td><td>市文旅局</td></tr><tr><td>2</td><td>候车亭</td><td>市交通局</td></tr></table>';

describe('bad input', () => {
  const megabyte = 1_000_000;
  it.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFF'],
    ['blank lines', '\n \r\n\t\r　\n'],
    ['an opening fence', '---'],
    ['two fences', '---\n---'],
    ['only a front matter', head],
    ['no front matter', '<div><p>　　1.补灯（市城管局）</p></div>'],
    ['a front matter that is not closed', head.replace(/---\n$/, '<p>正文</p>')],
    ['a front matter that is not closed and nothing else', '---\ntitle: 街灯'],
    ['a front matter that is a list', '---\n- 一\n- 二\n---\n<p>正文</p>'],
    ['a front matter that is a scalar', '---\n街灯\n---\n<p>正文</p>'],
    ['a front matter with several documents', '---\ntitle: 街灯\n...\ntitle: 路灯\n---\n<p>正文</p>'],
    ['keys that stand twice', head.replace('author', 'title')],
    ['keys that are lists', '---\n? [a, b]\n: c\n? {d: e}\n: [f\n---\n<p>正文</p>'],
    ['anchors, aliases and tags', '---\na: &x [*x, *y]\nb: !!binary 街灯\nc: !<tag:x> {<<: *x}\n---\n<p>正文</p>'],
    ['aliases that would multiply', multiplyingAliases()],
    ['tabs for indentation', '---\ncategories:\n\t- 民生\n\t\t- 街道\n---\n<p>\t1.\t补灯</p>'],
    ['an unclosed quote', "---\ntitle: '街灯\nauthor: 周一\n---\n<p>正文</p>"],
    ['an unclosed bracket', '---\ntags: [街灯, 路灯\nauthor: 周一\n---\n<p>正文</p>'],
    ['full-width punctuation', '---\ntitle：街灯\nauthor： 周一\n---\n<p>正文</p>'],
    ['deep flow collections', `---\na: ${'['.repeat(500)}\n---\n<p>正文</p>`],
    ['CRLF', article.replaceAll('\n', '\r\n')],
    ['lone CR', article.replaceAll('\n', '\r')],
    ['all kinds of line breaks', article.replace(/\n/g, (_, at: number) => ['\n', '\r\n', '\r'][at % 3] ?? '\n')],
    ['a byte order mark before the article', `\uFEFF${article}`],
    ['NUL and control characters', `${head}<p>\0\x01\x1b[31m\x7f 1.补\0灯（市城管局）</p>`],
    [
      'what a picture looks like',
      Array.from({ length: 5000 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join(''),
    ],
    ['lone surrogates', `${head}<p>1.\ud83d（\udc00局）\ud83d</p>`],
    ['replacement characters', `${head}<p>1.\ufffd\ufffd（\ufffd局）</p>`],
    ['emoji', `---\ntitle: 🏮👨‍👩‍👧灯\n---\n<p>　　1.🏮补灯👍🏽（市城管局🇨🇳）</p>`],
    ['invisible characters', `${head}<p>\u200b1.\u200d补灯\ufeff（\u202e市城管局\u202c）\u00ad</p>`],
    ['tags that are not closed', `${head}<div><p>1.补灯<p>2.修路<b><i>（市城管局<ul><li>一<li>二`],
    ['tags that were never open', `${head}</div></p></li>1.补灯</ol></b></table></br>`],
    ['tags that cross', `${head}<b><p>1.补灯</b>（市<i>城管局</p>）</i>`],
    ['a tag cut off', `${head}<p>1.补灯</p><img src="https://a.example/`],
    ['a comment cut off', `${head}<p>1.补灯</p><!-- 广告`],
    ['a script cut off', `${head}<p>1.补灯</p><script>var a = "<p>2.修路</p>`],
    ['an entity cut off', `${head}<p>1.补灯&ldquo;路&rdquo&#123&#x3000&#99999999;&nosuch;&</p>`],
    ['CDATA, declarations and instructions', `${head}<!DOCTYPE html><![CDATA[1.补灯]]><?php 2 ?><!X>`],
    ['numbers that are too large', `${head}<p>99999999999999999999.补灯</p><p>1.修路9${'0'.repeat(400)}万元</p>`],
    ['numerals without end', `${head}<p>${'一百'.repeat(2000)}、补灯</p>`],
    [
      'spans that are too large',
      `${head}<table><tr><td rowspan="99999999" colspan="-3">1</td><td>补灯</td></tr></table>`,
    ],
    ['tables in tables', `${head}${'<table><tr><td>1'.repeat(300)}`],
    ['a table inside a list', `${head}<p>1.补灯（市城管局）</p>${table}<p>2.修路（市城管局）</p>`],
    ['a table behind a list', `${head}<p>1.补灯（市城管局）</p><p>2.</p>${table}`],
    ['two lists under one heading', `${head}<p>（一）照明</p><p>1.补灯<p>2.换灯<p>1.修路<p>2.护河`],
    [
      'directives that make no sense',
      `${head}<!-- copydesk-disable -->\n<!-- copydesk-enable x -->\n<!-- copydesk-disable-line , -- -->`,
    ],
    ['10,000 nested elements', `${head}${'<div>'.repeat(10_000)}1.补灯（市城管局）${'</div>'.repeat(10_000)}`],
    ['10,000 nested elements, not closed', `${head}${'<div>'.repeat(10_000)}1.补灯（市城管局）`],
    ['a megabyte in one line', `${head}<p>${'补灯，修路。'.repeat(megabyte / 6)}</p>`],
    ['a megabyte of numbers', `${head}${'1'.repeat(megabyte)}`],
    ['a megabyte of items', `${head}${'<p>　　1.补灯（市城管局）</p>\n'.repeat(megabyte / 22)}`],
    ['a megabyte of figures', `${head}<p>${'约3.2亿元，'.repeat(megabyte / 7)}</p>`],
    ['a megabyte of <', `${head}${'<'.repeat(megabyte)}`],
    ['a megabyte of <!--', `${head}${'<!--'.repeat(megabyte / 4)}`],
    ['a megabyte of （', `${head}<p>1.${'（'.repeat(megabyte)}</p>`],
    ['a megabyte of （市', `${head}<p>1.补灯${'（市'.repeat(megabyte / 2)}</p>`],
    ['a megabyte of “', `${head}<p>${'“'.repeat(megabyte)}</p>`],
    ['a megabyte of 一', `${head}<p>${'一'.repeat(megabyte)}</p>`],
    ['a megabyte of &', `${head}<p>${'&'.repeat(megabyte)}</p>`],
    ['a megabyte of spaces', `${head}<p>${' '.repeat(megabyte)}1.补灯</p>`],
    ['a megabyte of blank lines', `${'\n'.repeat(megabyte)}${head}`],
    ['a megabyte of dashes', `${'---\n'.repeat(megabyte / 4)}`],
    ['a megabyte of <br>', `${head}${'<br>'.repeat(megabyte / 4)}`],
    ['20,000 keys', `---\n${Array.from({ length: 20_000 }, (_, at) => `key${at}: 街灯`).join('\n')}\n---\n<p>正文</p>`],
  ])(
    '%s',
    (_name, text) => {
      expectInvariants(text);
    },
    60_000,
  );
});

describe('an article with random damage', () => {
  const whole = [article, ...allRules.map(({ example }) => example.before)];
  const damaged = fc
    .tuple(fc.constantFrom(...whole), fc.array(damage, { minLength: 1, maxLength: 6 }))
    .map(([text, damages]) => damages.reduce((result, apply) => apply(result), text));

  it('is still read, checked, outlined, fixed and exported', () => {
    fc.assert(
      fc.property(damaged, (text) => expectInvariants(text)),
      { seed: 20220304, numRuns: 500 },
    );
  }, 120_000);
});

type Damage = (text: string) => string;

/** Pieces that mean something to some part of the engine. */
const pieces = [
  ...[
    '---\n',
    '\n---\n',
    '\uFEFF',
    '\r',
    '\r\n',
    '\n\n',
    '\t',
    '　',
    '\0',
    '\ud83d',
    "'",
    '"',
    ': ',
    '：',
    '#',
    '- ',
    '[',
    '{',
  ],
  ...[
    '<',
    '>',
    '</',
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<br>',
    '<!--',
    '-->',
    '<style>',
    '</style>',
    '<table>',
    '<td>',
    '<ol>',
  ],
  ...[
    '&',
    '&nbsp;',
    '&#',
    ';',
    '1.',
    '2、',
    '①',
    '一、',
    '（一）',
    '（',
    '）',
    '(',
    '【',
    '】',
    '“',
    '”',
    '《',
    '3.2亿元',
    '约',
  ],
  ...[
    '<!-- copydesk-disable -->',
    '# copydesk-disable-file\n',
    '责任编辑：',
    '来源：',
    '市城管局',
    'title: ',
    'date: 2022-02-30\n',
  ],
];

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const slice = fc.record({ from: fraction, length: fc.nat({ max: 120 }), to: fraction });

const damage: fc.Arbitrary<Damage> = fc.oneof(
  slice.map(
    ({ from, length }): Damage =>
      (text) =>
        remove(text, place(text, from), length),
  ),
  slice.map(
    ({ from, length, to }): Damage =>
      (text) => {
        const start = place(text, from);
        return insert(text, place(text, to), text.slice(start, start + length));
      },
  ),
  fc.record({ piece: fc.constantFrom(...pieces), to: fraction }).map(
    ({ piece, to }): Damage =>
      (text) =>
        insert(text, place(text, to), piece),
  ),
  fraction.map(
    (to): Damage =>
      (text) =>
        text.slice(0, place(text, to)),
  ),
);

function place(text: string, at: number): number {
  return Math.floor(at * text.length);
}

function remove(text: string, start: number, length: number): string {
  return text.slice(0, start) + text.slice(start + length);
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

/** Each list holds the one before nine times: nine levels would be 387 million entries if they were written out. */
function multiplyingAliases(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`);
  return `---\nl0: &l0 街灯\n${levels.join('\n')}\n---\n<p>正文</p>`;
}
