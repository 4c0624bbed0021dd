import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../../server/src/core/article/parse.ts';
import { lint } from '../../../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type Rule } from '../../../../server/src/core/lint/rule.ts';
import { nameSign, wordSign } from '../../../../server/src/core/lint/rules/boilerplate/signs.ts';
import { allRules } from '../../../../server/src/core/lint/rules/registry.ts';
import { sliceSpan } from '../../../../server/src/core/text/span.ts';

const rules: readonly Rule[] = allRules.filter(({ code }) => code.startsWith('boilerplate.'));

const first = '<p>　　山脚下的气象站上周换了新的风向标，旧的那一个转了四十一年，铜轴已经磨得发亮。</p>';
const second = '<p>　　站长每天六点记录气压和云量，她说机器不会忘事，但不会抬头看一看天边的颜色。</p>';
const third = '<p>　　明年春天，站里会开放一间陈列室，把旧的仪器和手写的记录本摆出来给学生看。</p>';

/** Checks that the family finds in a body exactly what stands between ⟦ and ⟧. */
function checkFound(...body: readonly string[]): void {
  const marked = ['---', "title: '气象站换了风向标'", '---', '', '<div>', ...body, '</div>', ''].join('\n');
  const text = marked.replace(/[⟦⟧]/g, '');
  const found = lint(parseArticle(text), defaultLintConfig, { rules }).map(({ span }) => sliceSpan(text, span));
  expect(found).toEqual([...marked.matchAll(/⟦([^⟦⟧]*)⟧/g)].map(([, quote]) => quote));
}

it('nearness to the end is measured in what is no furniture itself', () => {
  const declared = `⟦<p>免责声明：${'本文仅代表作者个人观点，不代表本站立场，'.repeat(10)}不构成任何建议。</p>⟧`;
  checkFound(
    first,
    second,
    third,
    '⟦<div class="author-box"><p>山风</p><p>只写天气的人。</p></div>⟧',
    declared,
    declared,
    '⟦<div class="post-form"><form><input name="m"></form><p>每周一封信，现在就订阅</p></div>⟧',
  );
});

describe('furniture by several signs, below the story', () => {
  it.each([
    [
      'a name and links',
      '⟦<ul class="list-other"><li><a href="/1">风从哪里来</a></li><li><a href="/2">云的名字</a></li></ul>⟧',
    ],
    ['a name and words', '⟦<div class="vote_box"><span>觉得本文写得怎样？</span><i>有用</i><i>没用</i></div>⟧'],
    [
      'pinyin and links',
      '⟦<div class="fenxiangTo"><a href="#" title="微信">微信</a><a href="#" title="微博">微博</a></div>⟧',
    ],
    [
      'a picture that is a link, and a name',
      '⟦<div class="xiazai2"><a href="https://m.example.org/"><img src="/s/b1.png"></a></div>⟧',
    ],
    ['a picture that is a link, and its words', '⟦<p><a href="/zt/2"><img src="/s/z.jpg" alt="气象专题"></a></p>⟧'],
    ['a form', '⟦<form action="/mail"><label>Get new letters by mail</label><input name="m"></form>⟧'],
    [
      'a table of links',
      '⟦<table class="pagenav"><tr><td><a href="/3">上一版</a></td><td><a href="/5">下一版</a></td></tr></table>⟧',
    ],
    [
      "an author's card",
      '⟦<div class="author-card"><img src="/a.jpg"><b>山风</b><p>只写天气</p><a href="/u/1">山风的专栏</a></div>⟧',
    ],
    [
      'a word for those who write, and a name',
      '⟦<div class="author-profile"><h3>創作者介紹</h3><img src="/a.jpg" width="90"><p>山風</p><p>只寫天氣</p></div>⟧',
    ],
    ['marks with a name', '⟦<div class="end-mark">◆</div>⟧'],
    ['a picture that parts', '⟦<p><img src="/s/x9.gif" alt="分割线"></p>⟧'],
    ['a count with a name', '⟦<p class="hits">本页已有 1203 人浏览</p>⟧'],
    ['an edition of a paper', '⟦<p class="byline">山城日报 2022年02月19日 第03版 字数 812</p>⟧'],
    ['a call in a row of furniture', '⟦<p>来源 | 山城日报</p>⟧\n⟦<p>每天五分钟，看懂天气。现在就订阅我们的周报！</p>⟧'],
    [
      'a line in the midst of furniture',
      '⟦<p>来源 | 山城日报</p>⟧\n⟦<p>山城日报，在山城读懂天气。</p>⟧\n⟦<p>转载请注明出处：山城日报</p>⟧',
    ],
  ])('%s', (_name, markup) => {
    checkFound(first, second, third, markup);
  });
});

describe('furniture by several signs, above the story', () => {
  it.each([
    [
      "a picture that is a link, with a topic's name",
      '⟦<div class="topic"><a href="/t/3"><img src="/t/3.png" title="气象"></a></div>⟧',
    ],
    [
      'times with a name',
      '⟦<div class="updatetime"><span>2024/7/27 16:52</span><span>（7/27 18:30 更新）</span></div>⟧',
    ],
    ['small print with a count', '⟦<p><span style="color:#999">山城之声　2022-04-12　浏览量 8.6万</span></p>⟧'],
    ['the medium', '⟦<p><strong>山城之眼报道</strong></p>⟧'],
    [
      'credits with a button behind',
      '⟦<div>来源：山城日报　　作者：山风　　发布时间：2023-05-06 16:30:22　　<span>打印</span></div>⟧',
    ],
    ['a link to more', '⟦<p>看更多：<a href="/9">老风向标去了哪里</a></p>⟧'],
    ['the title behind a label', '⟦<div><b>核心提示：</b>气象站换了风向标</div>⟧'],
  ])('%s', (_name, markup) => {
    checkFound(markup, first, second, third);
  });
});

describe('furniture by its words', () => {
  it.each([
    ['reading on', [first, '⟦<p>請繼續往下閱讀...</p>⟧', second]],
    ['a slogan between stars', [first, second, '⟦<p>★雷雨天氣，請勿登山★</p>⟧']],
    ['the translator', [first, second, '⟦<p>本文译自 Weather Weekly，由山风编辑。</p>⟧']],
    ['agencies behind names', [first, second, '⟦<p>山风/云起（美联社、共同社等）</p>⟧']],
    ['a date in digits', [first, second, '⟦<p>（編輯：山風）1130727</p>⟧']],
    ['the picture of a list', [first, second, '⟦<p><em>Listing image by Example Pictures</em></p>⟧']],
    ['an element of advertising', [first, '⟦<adv-loader data-id="1"></adv-loader>⟧', second]],
    ['a counter without scripts', [first, second, '⟦<noscript><img src="https://stat.example.org/z.gif"></noscript>⟧']],
    [
      'a hidden component',
      [first, second, '⟦<p style="display: none"><mp-style-type data-value="3"></mp-style-type></p>⟧'],
    ],
    [
      'both neighbours',
      [first, second, '⟦<div class="sxp"><p>上一篇：<a href="/1">风从哪里来</a></p><p>下一篇：没有了</p></div>⟧'],
    ],
  ])('%s', (_name, body) => {
    checkFound(...body);
  });
});

describe('content beyond the last sentence', () => {
  it.each([
    ['a picture', '<p><img src="/f.jpg" alt="新风向标"></p>'],
    ['a picture that is a link to itself', '<p><a href="/f-large.jpg"><img src="/f.jpg"></a></p>'],
    ['a picture that is a link', '<p><a href="/album/7"><img src="/f.jpg"></a></p>'],
    ['a caption', '<figure><img src="/f.jpg"><figcaption>站长在看云。推荐观赏地点见地图</figcaption></figure>'],
    [
      'an attachment',
      '<div class="link-list"><a href="/f/1.pdf">记录本影印件</a> <a href="/f/2.pdf">下载说明</a></div>',
    ],
    [
      'what a heading announces',
      '<h3>延长的线路</h3>\n<ul class="list-links"><li><a href="/1">一号线</a></li><li><a href="/2">二号线</a></li></ul>',
    ],
    [
      'what a line announces',
      '<p>下载地址：</p>\n<p class="download"><a href="https://example.org/w">https://example.org/w</a></p>',
    ],
    ['a place to download from', '<ul><li>看天</li><li><a href="https://example.org/w">下载地址</a></li></ul>'],
    ['a card of a paper', '<p class="ref-card"><a href="https://example.org/paper">风向标百年磨损的测量</a></p>'],
    ['a correction', '<p class="update">更正：换下的风向标转了四十一年，不是四十年。</p>'],
    ['a bio', '<p>（山风，气象站志愿者，著有《看云》。）</p>'],
    ['who signs', '<p>山城气象站</p>\n<p>2022年3月1日</p>'],
    ['a slogan that is quoted', '<p>“抬头看看，关注每一片云。”</p>'],
    ['a list', '<ul><li>关注风向</li><li>收藏云图</li><li>分享记录</li></ul>'],
    ['a table', '<table><tr><td>风向</td><td>次数</td></tr><tr><td>东</td><td>12</td></tr></table>'],
    ['how to sign up', '<p>报名咨询：0377-6210088</p>'],
    ['a short last line', '<p>风停了。</p>'],
    ['grey text', '<p style="color:#888">更多的云还在路上</p>'],
    ['a line of one word of sites', '<p><strong>相关部门已介入</strong></p>'],
  ])('%s', (_name, markup) => {
    checkFound(first, second, third, markup);
  });

  it('after furniture, under a heading of its own', () => {
    checkFound(first, second, '⟦<p>编辑：山风</p>⟧', '<h3>名词解释</h3>', '<p>风向标</p>', '<p>指示风向的仪器</p>');
  });
});

describe('content above the first sentence', () => {
  it.each([
    ['a heading', '<h2>特别报道</h2>'],
    ['an epigraph', '<p><em>云起时，风已到</em></p>'],
    ['a place and a day', '<p>山城，三月</p>'],
    ['a picture', '<p><img src="/f.jpg" alt="新风向标"></p>'],
    ['a video', '<div class="video-box"><video src="/v.mp4"></video></div>'],
  ])('%s', (_name, markup) => {
    checkFound(markup, first, second, third);
  });
});

describe('signs', () => {
  it.each([
    ['btnWx_2', 'qr-promo', 1],
    ['moreArticle-ad', 'ad', 2],
    ['open-app', 'app-promo', 2],
    ['readonly', undefined, undefined],
    ['header shadow', undefined, undefined],
  ])('of the name %s', (name, kind, weight) => {
    expect(nameSign(name)).toEqual(kind && { kind, weight });
  });

  it('of words are counted once, and of plain words not at all', () => {
    expect(wordSign('往期回顾')).toMatchObject({ kind: 'related-links', weight: 2 });
    expect(wordSign('风向标')).toBeUndefined();
  });
});

describe('records and ways to other pages in tables', () => {
  it.each([
    [
      'a record of an office',
      '⟦<table><tr><td>索 引 号</td><td>QX001-2023-07</td><td>主题分类</td><td>气象</td></tr><tr><td>发文机关</td><td>县气象局</td><td>成文日期</td><td>2023年5月6日</td></tr></table>⟧',
    ],
    [
      'a record with its values in the cells of their names',
      '⟦<table><tr><td>索引号：QX001</td><td>发文字号：气发〔2023〕7号</td></tr><tr><td>公开方式：主动公开</td></tr></table>⟧',
    ],
    [
      'the pages of a paper',
      '⟦<table><tr><td>第02版：综合</td><td><a href="1">上一版</a>　<a href="3">下一版</a></td></tr></table>⟧\n⟦<div align="right">2023年04月18日　<a href="#">放大</a> <a href="#">缩小</a> <a href="#">默认</a></div>⟧',
    ],
    [
      'buttons and counts',
      '⟦<div>字号：<a href="#">大</a> <a href="#">小</a>　<a href="#">打印</a>　浏览量： 次</div>⟧',
    ],
  ])('%s', (_name, markup) => {
    checkFound(markup, first, second, third);
  });

  it.each([
    [
      'a table of figures',
      '<table><tr><td>站名</td><td>日期</td></tr><tr><td>山下站</td><td>2023年5月6日</td></tr></table>',
    ],
    [
      'a table with one such field',
      '<table><tr><td>名称</td><td>风向标</td></tr><tr><td>产地</td><td>山城</td></tr><tr><td>发布日期</td><td>5月</td></tr></table>',
    ],
  ])('not %s', (_name, markup) => {
    checkFound(markup, first, second, third);
  });
});

describe('around the posts of a forum', () => {
  const reply = '照着拆了，轴上缠了半米渔线，剪掉以后转得很顺，谢谢老站长！';

  it('what the software writes, between the posts, too', () => {
    checkFound(
      '⟦<div>楼主 | 发表于 2023-5-6 21:08 | <a href="#">只看该作者</a></div>⟧',
      '⟦<i>本帖最后由 山风 于 2023-5-7 08:12 编辑</i><br>⟧',
      first,
      second,
      third,
      '⟦<div><a href="#">收藏<span>6</span></a> <a href="#">支持<span>11</span></a> <a href="#">反对<span>0</span></a></div>⟧',
      '⟦<div><b>沙发</b> 发表于 2023-5-6 22:31 | <a href="#">只看该作者</a></div>⟧',
      first,
      '⟦<div>3# 发表于 2023-5-7 08:10</div>⟧',
      `<div>${reply}</div>`,
      '⟦<div><a href="#">回复</a> <a href="#">支持</a> <a href="#">反对</a> <a href="#">举报</a></div>⟧',
      '⟦<p>您需要登录后才可以回帖 <a href="#">登录</a> | <a href="#">立即注册</a></p>⟧',
    );
  });

  it('in English', () => {
    checkFound(
      '⟦<p>by <a href="/u/8">coalshed</a> » Tue Nov 02, 2021 7:20 pm</p>⟧',
      first,
      second,
      '⟦<p>by <a href="/u/9">flueman</a> » Wed Nov 03, 2021 8:05 am</p>⟧',
      third,
      '⟦<div><a href="/reply">Post Reply</a> <span>2 posts • Page 1 of 1</span></div>⟧',
      '⟦<p><a href="/f/4">Return to “Weather”</a></p>⟧',
    );
  });

  it('not what tells of publications', () => {
    checkFound(
      first,
      '<p>发表于2019年《气象学刊》第3期</p>',
      second,
      '<p>发表于 2021年5月6日 山城日报</p>',
      third,
      first,
    );
  });
});

describe('behind the mark that says that a text has ended', () => {
  it('the time of its publication', () => {
    checkFound(
      first,
      second,
      third,
      '⟦<p>完</p>⟧',
      '⟦<p>２０２３年５月６日（星期六）</p>⟧',
      '⟦<p>香港時間１６時４５分</p>⟧',
    );
  });

  it('with furniture below that only its surroundings tell', () => {
    checkFound(
      first,
      second,
      third,
      '⟦<p>完</p>⟧',
      '⟦<p>2023年5月6日</p>⟧',
      '⟦<ul class="list-other"><li><a href="/1">风从哪里来</a></li><li><a href="/2">云的名字</a></li></ul>⟧',
    );
  });

  it('not the date of a document', () => {
    checkFound(first, second, third, '<p>县气象局</p>', '<p>2023年5月6日</p>');
  });
});
