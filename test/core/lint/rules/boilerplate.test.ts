import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../../server/src/core/article/parse.ts';
import { fixAll } from '../../../../server/src/core/lint/fix-all.ts';
import { lint } from '../../../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type Rule } from '../../../../server/src/core/lint/rule.ts';
import { comment } from '../../../../server/src/core/lint/rules/boilerplate/comment.ts';
import { copyButton } from '../../../../server/src/core/lint/rules/boilerplate/copy-button.ts';
import { editorCredit } from '../../../../server/src/core/lint/rules/boilerplate/editor-credit.ts';
import { emptyBlock } from '../../../../server/src/core/lint/rules/boilerplate/empty-block.ts';
import { originalTitle } from '../../../../server/src/core/lint/rules/boilerplate/original-title.ts';
import { sourceCredit } from '../../../../server/src/core/lint/rules/boilerplate/source-credit.ts';
import { allRules } from '../../../../server/src/core/lint/rules/registry.ts';
import { trailingSpace } from '../../../../server/src/core/lint/rules/text/trailing-space.ts';
import { sliceSpan } from '../../../../server/src/core/text/span.ts';
import { check } from '../check.ts';

const rules: readonly Rule[] = allRules.filter(({ code }) => code.startsWith('boilerplate.'));

const title = '渡口重新开航';
const first =
  '<p>　　停航三个月的渡口昨天重新开航，首班船载着四十多名乘客和两车蔬菜驶向对岸，两岸的居民早早等在码头上。</p>';
const second = '<p>　　船长说，新船比旧船快十分钟，遇到大雾也能看清航道；票价没有变，仍是两元，老人和学生免费。</p>';
const third =
  '<p>　　据航运公司统计，渡口每年运送旅客三十万人次，是两岸往来最方便的通道，周末的乘客比平日多出一半。</p>';
const fourth = '<p>　　下个月起，末班船将推迟到晚上九点，方便在对岸上夜班的人回家，船上还会增设放自行车的地方。</p>';

function articleOf(...body: readonly string[]): string {
  return ['---', `title: '${title}'`, '---', '', '<div>', ...body, '</div>', ''].join('\n');
}

/** Checks that the family finds in a body exactly what stands between ⟦ and ⟧, each of it as `kind`. */
function checkFurniture(kind: string, ...body: readonly string[]): void {
  const marked = articleOf(...body);
  const expected = [...marked.matchAll(/⟦([^⟦⟧]*)⟧/g)].map(([, quote]) => `boilerplate.${kind}: ${quote}`);
  expect(found(marked.replace(/[⟦⟧]/g, ''))).toEqual(expected);
}

function found(text: string): readonly string[] {
  return lint(parseArticle(text), defaultLintConfig, { rules }).map(
    ({ code, span }) => `${code}: ${sliceSpan(text, span)}`,
  );
}

describe('what no reader sees', () => {
  it.each([
    ['comment', '⟦<!-- 正文结束 -->⟧'],
    ['comment', '⟦<!--[if IE]>旧浏览器<![endif]-->⟧'],
    ['comment', '<p>船到了⟦<!-- keyword -->⟧岸边。</p>'],
    ['ad', '⟦<!--adlist[<p>大家都在看</p><p><img src="/a.jpg"></p>]adlist-->⟧'],
    ['style', '⟦<style>.qr&#123;padding:8px&#125;</style>⟧'],
    ['style', '⟦<div><style>p{}</style></div>⟧'],
    ['script', '⟦<script>var _hmt = [];</script>⟧'],
    ['script', '⟦<div class="tj"><script src="/count.js"></script></div>⟧'],
    ['tracking', '⟦<img src="https://stat.example.org/t.gif" width="1" height="1">⟧'],
    ['tracking', '⟦<p><img src="https://stat.example.org/t.gif" style="display:none"></p>⟧'],
    ['tracking', '⟦<noscript><img src="https://stat.example.org/t.gif" width="1" height="1"></noscript>⟧'],
    ['tracking', '<p>沿江<b>航运</b>⟦<span id="quote_sh600000"></span>⟧公司</p>'],
    ['empty-block', '⟦<p></p>⟧'],
    ['empty-block', '⟦<p>　　</p>⟧'],
    ['empty-block', '⟦<p>&nbsp;</p>⟧'],
    ['empty-block', '⟦<p style="text-indent:2em"><br></p>⟧'],
    ['empty-block', '⟦<div><div class="box"><!-- 空 --></div></div>⟧'],
    ['empty-block', '<ul><li>早班</li>⟦<li></li>⟧</ul>'],
  ])('%s in %s', (kind, markup) => {
    checkFurniture(kind, first, markup, second);
  });

  it.each([
    ['a formula', '<script type="math/tex">v = s/t</script>'],
    ['a directive', '<!-- copydesk-disable-next-line text.blank-lines -->'],
    ['an empty cell', '<table><tr><td>早班</td><td></td></tr></table>'],
    ['an empty item of a numbered list', '<ol><li>早班</li><li></li></ol>'],
    ['a line break', '早班船<br>晚班船'],
    ['an image', '<p><img src="/ferry.jpg"></p>'],
    ['an image that is loaded late', '<div data-src="/ferry.jpg"></div>'],
    ['an image of the style sheet', '<div style="background:url(/ferry.jpg)"></div>'],
    ['a player', '<div><video src="/ferry.mp4"></video></div>'],
    ['an empty inline element', '<p>早班船<span class="note"></span></p>'],
    ['a line', '<hr>'],
  ])('is not %s', (_name, markup) => {
    checkFurniture('none', first, markup, second);
  });
});

describe('furniture below the article', () => {
  it.each([
    [
      'ad',
      '⟦<div class="ad_bottom" id="ad_640"><a href="https://ad.example.org/1"><img src="https://ad.example.org/1.jpg" alt="广告"></a></div>⟧',
    ],
    ['ad', '⟦<ins class="adsbygoogle" data-ad-slot="1"></ins>⟧'],
    ['ad', '⟦<iframe src="https://ads.example.org/f.html" width="640" height="90"></iframe>⟧'],
    ['ad', '⟦<p>——— 推广 ———</p>⟧'],
    ['app-promo', '⟦<div class="jl_qr"><img src="/app.png"><p>扫码下载“江边晨报”客户端，早知道</p></div>⟧'],
    ['app-promo', '⟦<div class="wrap"><div><img src="/q.png"></div><div>海量资讯，尽在江边APP</div></div>⟧'],
    ['app-promo', '⟦<div class="banner"><a href="/app"><img src="/b.jpg" alt="下载客户端"></a></div>⟧'],
    ['qr-promo', '⟦<div class="code"><img src="/images/ewm.png"><p>扫一扫在手机打开当前页</p></div>⟧'],
    ['qr-promo', '⟦<p><img src="https://img.example.org/QrCode258.png"></p>⟧\n⟦<p>长按识别二维码</p>⟧'],
    ['qr-promo', '⟦<p>扫描下方二维码，关注我们</p>⟧\n⟦<p><img src="https://img.example.org/8fa1.png"></p>⟧'],
    ['share', '⟦<div class="share-bar"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div>⟧'],
    ['share', '⟦<div class="bdsharebuttonbox"><a href="#" class="bds_more">分享到</a><a href="#"></a></div>⟧'],
    ['share', '⟦<div><a href="#">点赞 <em>28</em></a><a href="#">收藏</a></div>⟧'],
    ['share', '⟦<div class="x"><a href="#">分享至Facebook</a><a href="#">分享至Twitter</a></div>⟧'],
    [
      'navigation',
      '⟦<p class="btn"><a href="javascript:print()">【打印本页】</a><a href="javascript:close()">【关闭窗口】</a></p>⟧',
    ],
    ['navigation', '⟦<p>［<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>］　［<a href="#">打印</a>］</p>⟧'],
    ['navigation', '⟦<div class="updown"><p>上一篇：<a href="/1">开航公告</a></p><p>下一篇：没有了</p></div>⟧'],
    ['navigation', '⟦<p>上一条：<a href="/1">开航公告</a></p>⟧'],
    ['navigation', '⟦<p><a href="/">江边网</a> | <a href="/1">原文链接</a> · <a href="/1#c">查看评论</a></p>⟧'],
    [
      'navigation',
      '⟦<p><a href="/a">首页</a> <a href="/b">自选</a> <a href="/c">数据中心</a> <a href="/d">行情</a> <a href="/e">交易</a></p>⟧',
    ],
    ['navigation', '⟦<div><a href="javascript:;">无障碍阅读</a> <a href="javascript:;">关怀版</a></div>⟧'],
    ['navigation', '⟦<p><a href="/1#p3">Read 6 remaining paragraphs</a> | <a href="/1#c">Comments</a></p>⟧'],
    ['comment-box', '⟦<div id="SOHUCS" sid="1"></div>⟧'],
    ['comment-box', '⟦<div class="comment-area"><h3>网友评论</h3><p>坐过。</p><textarea></textarea></div>⟧'],
    ['end-mark', '⟦<section><span>— END —</span></section>⟧'],
    ['end-mark', '⟦<p>（完）</p>⟧'],
    ['tags', '⟦<p>标签：<a href="/t/1">渡口</a> <a href="/t/2">航运</a></p>⟧'],
    ['tags', '⟦<p>#渡口 #航运</p>⟧'],
    [
      'related-links',
      '⟦<dl><dt>相关阅读</dt><dd><a href="/1">渡口停航三个月</a></dd><dd><a href="/2">新船下水</a></dd></dl>⟧',
    ],
    ['related-links', '⟦<p>延伸閱讀</p>⟧\n⟦<ul><li><a href="/1">渡口停航三个月</a></li></ul>⟧'],
    ['related-links', '⟦<p>相关阅读：<a href="/1">渡口停航三个月</a></p>⟧'],
    [
      'related-links',
      '⟦<ul><li><a href="/1">渡口停航三个月</a></li><li><a href="/2">新船昨天下水</a></li><li><a href="/3">两岸居民盼通航</a></li></ul>⟧',
    ],
    ['related-links', '⟦<p>Read more: <a href="/1">How the ferry came back</a></p>⟧'],
    ['call-to-action', '⟦<p>你坐过渡船吗？欢迎在评论区留言！</p>⟧'],
    ['call-to-action', '⟦<p>觉得不错，点个“在看”</p>⟧'],
    ['call-to-action', '⟦<p>欢迎关注江边晨报微信公众号：jiangbian</p>⟧'],
    ['call-to-action', '⟦<section><mp-common-profile data-nickname="江边"></mp-common-profile></section>⟧'],
    [
      'call-to-action',
      '⟦<aside class="newsletter"><p>喜欢这篇文章？订阅每周通讯</p><form><input><button>订阅</button></form></aside>⟧',
    ],
    ['call-to-action', '⟦<p>想了解更多开航消息，请点击https://ferry.example.org/news查看。</p>⟧'],
    ['call-to-action', '⟦<p>👇点击“阅读原文”，查看往期内容</p>⟧'],
    ['call-to-action', '⟦<p>如果觉得有用，欢迎点赞、收藏</p>⟧'],
    ['call-to-action', '⟦<p>Subscribe to our newsletter for more.</p>⟧'],
    ['copyright', '⟦<p>© 2022 江边晨报。保留所有权利。</p>⟧'],
    ['copyright', '⟦<p>转载请注明出处：江边晨报</p>⟧'],
    ['copyright', '⟦<p>江边晨报原创文章，未经授权禁止转载。</p>⟧'],
    ['copyright', '⟦<p>主办单位：航运办　网站标识码：3300000001</p>⟧'],
    ['disclaimer', '⟦<p>如您对本稿件有异议，请联系 post@example.org。</p>⟧'],
    ['disclaimer', '⟦<p>免责声明：本文仅代表作者观点，与本网无关。</p>⟧'],
    ['disclaimer', '⟦<p><font color="#999">本网部分图文来自网络，如有侵权请联系删除。</font></p>⟧'],
    ['disclaimer', '⟦<p>市场有风险，投资需谨慎。本文不构成投资建议。</p>⟧'],
    [
      'profile',
      '⟦<p>关于沿江航运</p>⟧\n⟦<p>沿江航运成立于1988年，有渡船二十艘。</p>⟧\n⟦<p>媒体联络</p>⟧\n⟦<p>press@example.org</p>⟧',
    ],
    ['source-credit', '⟦<p>来源 | 江边晨报</p>⟧'],
    ['source-credit', '⟦<p>原文链接：<a href="https://example.org/1">https://example.org/1</a></p>⟧'],
    ['source-credit', '⟦<p>本文来自微信公众号“江边”，作者：阿渡，经授权发布。</p>⟧'],
    ['source-credit', '⟦<p>The post <a href="/1">A ferry</a> appeared first on <a href="/">River News</a>.</p>⟧'],
    ['editor-credit', '⟦<p class="article-editor">责任编辑：江小渡 AB012</p>⟧'],
    ['editor-credit', '⟦<p>编辑 | 江渡　校对 | 方舟</p>⟧'],
    ['editor-credit', '⟦<div><div><span>【编辑:江小渡】</span></div></div>⟧'],
    ['editor-credit', '⟦<p>（本报记者 江小渡 通讯员 方舟）</p>⟧'],
    ['editor-credit', '⟦<p>文字丨江渡</p>⟧\n⟦<p>图片丨方舟</p>⟧'],
    ['editor-credit', '⟦<p>責任編輯：江小渡</p>⟧'],
    ['editor-credit', '⟦<div><a href="#">【纠错】</a><span>【责任编辑:江小渡】</span></div>⟧'],
  ])('%s: %s', (kind, markup) => {
    checkFurniture(kind, first, second, third, markup);
  });

  it('takes the remark and the call behind the last sentence only', () => {
    checkFurniture('editor-credit', first, second, '<p>末班船九点开。⟦（记者 江小渡）⟧</p>');
    checkFurniture('source-credit', first, second, '<p>末班船九点开。⟦（江边新闻APP）⟧</p>');
    checkFurniture('end-mark', first, second, '<p>“坐船方便了。”⟦（完）⟧</p>');
    checkFurniture('call-to-action', first, second, '<p>末班船九点开。⟦你会坐吗？请在评论区告诉我们！⟧</p>');
  });

  it('takes a piece of a paragraph that is broken by <br>, with its break', () => {
    checkFurniture('source-credit', '<p>早班船六点开。<br>', '末班船九点开。⟦<br>', '　　信息来源：航运办⟧</p>');
    checkFurniture('editor-credit', '<p>⟦编辑：江渡<br>⟧早班船六点开。</p>', second);
  });

  it('takes the wrapper around several pieces that are equally safe to remove', () => {
    checkFurniture(
      'copyright',
      first,
      '⟦<div class="foot"><p>责编 | 江渡</p><p>版权所有，未经授权不得转载。</p></div>⟧',
    );
    checkFurniture('share', first, '⟦<div><!-- 分享 --><p>分享到：微信 微博</p></div>⟧');
  });
});

describe('furniture above the article', () => {
  it.each([
    ['navigation', '⟦<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/n/">新闻</a></div>⟧'],
    ['original-title', '⟦<p>　　原标题：停航三月 渡口重开</p>⟧'],
    ['original-title', '⟦<h1>渡口重新开航</h1>⟧'],
    ['original-title', '⟦<p><strong>“渡口”重新开航</strong></p>⟧'],
    ['page-info', '⟦<p>2022年3月1日 09:30</p>⟧'],
    ['page-info', '⟦<p>2022年3月8日 09:30 · 江边晨报 · 阅读 1.2万</p>⟧'],
    ['page-info', '⟦<p>本文共1820字，预计阅读时间5分钟</p>⟧'],
    ['call-to-action', '⟦<p>这是我参与更文挑战的第3天，活动详情查看：<a href="/x">更文挑战</a></p>⟧'],
    ['page-info', '⟦<p>发布时间：2022-03-01 09:30　浏览次数：128</p>⟧'],
    ['source-credit', '⟦<div class="article-meta"><span>来源：江边晨报</span><span>阅读：3127</span></div>⟧'],
    ['source-credit', '⟦<p>　　<font>来源：<a href="https://example.org/">江边晨报</a></font></p>⟧'],
    [
      'source-credit',
      '⟦<p>时间：2022-03-10 09:12　来源：航运办　浏览：<b>21</b>　【字体：<a href="#">大</a> <a href="#">小</a>】</p>⟧',
    ],
    ['editor-credit', '⟦<p>文 / 江渡　图 / 方舟</p>⟧'],
    ['editor-credit', '⟦<p>By Jane Roe</p>⟧'],
    ['call-to-action', '⟦<section><span>点击上方蓝字，关注我们</span></section>⟧'],
    ['site-icon', '⟦<div style="float:left"><img src="/categories/ferry.png" width="80" height="80"></div>⟧'],
  ])('%s: %s', (kind, markup) => {
    checkFurniture(kind, markup, first, second, third, fourth);
  });
});

describe('content', () => {
  it.each([
    '编辑部就在渡口边上。',
    '责任编辑换了五任，他还坐在那张靠窗的桌子前。',
    '责任编辑：一个岗位，三份活儿',
    '记者从航运公司获悉，新船已经到港。',
    '来源于航运公司的数据显示，乘客增加了一成。',
    '原标题已经褪色，只剩下“渡口”两个字。',
    '乘客可扫描船舱里的二维码查询班次，也可以拨打电话。',
    '下载安装航运App的乘客，还可以在线购票。',
    '转载这些故事的报纸，大多已经停刊。',
    '版权页上印着：一九八七年第一版。',
    '分享，是一种古老的快乐。',
    '关注渡口，就是关注我们的来处。',
    '平台不得诱导未成年人“一键三连”，不得以“点个在看”换取红包。',
    '风险提示：江面有雾时可能停航。',
    '投稿方式：请将照片发送至 photo@example.org，并注明拍摄时间。',
    '“欢迎大家来坐船。”船长笑着说。',
    '联系人：江渡　联系电话：0377-6210088',
    '时间：3月12日 10:00—17:00',
    '数据来源：航运公司年报',
    '船长：有雾的时候最难。',
    '打印与复制都在一楼办理。',
    '使用 AppArmor 限制容器对资源的访问',
    '打开客户端，点击右上角的头像，输入账号和密码。',
    '点击“分享”，选择“复制链接”，把链接发给同事。',
    '公示期为七天，如有异议请与航运办联系。',
    '本启事最终解释权归主办方所有。',
  ])('is %s', (sentence) => {
    checkFurniture('none', first, `<p>${sentence}</p>`, second);
    checkFurniture('none', first, second, third, `<p>${sentence}</p>`);
    checkFurniture('none', `<p>${sentence}</p>`, second, third, fourth);
  });

  it.each([
    [
      'a credit under each of several cases',
      [
        '<p>案例一</p>',
        '<p>来源：甲区法院</p>',
        first,
        '<p>案例二</p>',
        '<p>来源：乙区法院</p>',
        '<p>案情见附件，此处从略。</p>',
      ],
    ],
    [
      'the caption of a figure',
      [first, second, '<figure><img src="/f.jpg"><figcaption>图片来源：航运公司</figcaption></figure>'],
    ],
    ['the caption below an image', [first, '<p><img src="/f.jpg"></p>', '<p>图片来源：航运公司</p>', second]],
    ['cells', [first, '<table><tr><td>来源：甲</td><td>编辑：乙</td></tr></table>']],
    ['the date and the sender of a notice', [first, '<p>航运办</p>', '<p>2022年3月1日</p>']],
    ['code', ['<pre><code>// 编辑：此处省略\n// 来源：网络</code></pre>', first]],
    [
      'links that a heading announces',
      [
        first,
        '<h2>参考</h2>',
        '<ul><li><a href="/1">渡口的历史沿革</a></li><li><a href="/2">船的构造与原理</a></li><li><a href="/3">江上航标的种类</a></li></ul>',
      ],
    ],
    [
      'links that a sentence announces',
      [
        first,
        '<p>班次如下：</p>',
        '<ul><li><a href="/1">早班六点至八点</a></li><li><a href="/2">午班十点至两点</a></li><li><a href="/3">晚班六点至九点</a></li></ul>',
      ],
    ],
    [
      'the code to sign up with',
      [first, second, '<p>报名方式：扫描下方二维码填写报名表。</p>', '<p><img src="/signup_qrcode.png"></p>'],
    ],
    [
      'an interview',
      [
        '<p>记者：为什么选择渡口？</p>',
        '<p>江渡：因为我想听江水的声音。</p>',
        '<p>记者：最难的是什么？</p>',
        '<p>江渡：等待。</p>',
      ],
    ],
    ['jobs', [first, '<p>编辑：3名</p>', '<p>记者：5名</p>', '<p>摄影：2名</p>', '<p>联系电话：0377-6210011</p>']],
    [
      'the name of an organisation behind a project',
      [first, '<p>1.渡船更新（航运公司）</p>', '<p>2.航标改造（江边新闻网）</p>'],
    ],
    ['a list in which every line is short', ['<p>早班船</p>', '<p>晚班船</p>', '<p>周末加班船</p>']],
    ['the whole text, which repeats the title', [`<p>${title}</p>`]],
    ['a box named for what it is not', [first, `<div class="share related-tags">${second}${third}</div>`]],
  ])('is %s', (_name, body) => {
    checkFurniture('none', ...body);
  });
});

describe('fixes', () => {
  it('remove a comment, and only that', () => {
    check(
      [comment],
      articleOf(`${first}<!-- 结束 -->`, `${' '.repeat(first.length)}^^^^^^^^^^^ boilerplate.comment`, second),
      {
        fixed: articleOf(first, second),
        upTo: 'safe',
      },
    );
  });

  it('remove the lines of a block, and the blank lines behind it', () => {
    check([emptyBlock], articleOf(first, '', '  <p>', '  ^~ boilerplate.empty-block', '  </p>', '', '', second), {
      fixed: articleOf(first, '', second),
      upTo: 'safe',
      lineBreak: '\r\n',
    });
  });

  it('keep the white space of <pre>', () => {
    const before = [
      '<pre>ferry --start',
      '<span class="copy-btn">复制代码</span>',
      '^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boilerplate.copy-button',
      'ferry --stop</pre>',
    ];
    check([copyButton], articleOf(...before), {
      fixed: articleOf('<pre>ferry --start', '', 'ferry --stop</pre>'),
      upTo: 'safe',
    });
  });

  it.each([
    { name: 'an editor', rule: editorCredit, markup: '<p>责任编辑：江小渡 AB012</p>', key: 'editor: 江小渡' },
    { name: 'a reporter', rule: editorCredit, markup: '<p>本报记者 江小渡</p>', key: 'reporter: 江小渡' },
    { name: 'a source', rule: sourceCredit, markup: '<p>来源：江边晨报</p>', key: 'source: 江边晨报' },
    {
      name: 'a title that YAML would misread',
      rule: originalTitle,
      markup: "<p>原标题：渡口: 'A'线重开</p>",
      key: "originalTitle: '渡口: ''A''线重开'",
    },
    {
      name: 'a title and its source',
      rule: originalTitle,
      markup: '<p>原标题：渡口重开 来源：江边晨报</p>',
      key: 'originalTitle: 渡口重开\nsource: 江边晨报',
    },
  ])('move $name to the front matter', ({ rule, markup, key }) => {
    const after = articleOf(first, second).replace("'\n---", `'\n${key}\n---`);
    const [before, marker] = [markup, `${'^'.repeat(markup.length)} ${rule.code}`];
    check([rule], articleOf(before, marker, first, second), { fixed: after });
    check([rule], articleOf(before, marker, first, second), { fixed: after, lineBreak: '\r\n' });
    check([rule], articleOf(before, marker, first, second), {
      fixed: articleOf(before, first, second),
      upTo: 'safe',
      leavesFindings: true,
    });
  });

  it('only remove what the front matter says already', () => {
    const text = articleOf(first, '<p>责任编辑：江小渡</p>').replace("'\n---", "'\neditor: 方舟\n---");
    expect(fixAll(text, defaultLintConfig, { rules: [editorCredit], upTo: 'suggestion' }).text).toBe(
      articleOf(first).replace("'\n---", "'\neditor: 方舟\n---"),
    );
  });

  it('only remove where the front matter is not closed', () => {
    const text = `---\ntitle: '渡口'\n<div>\n${first}\n<p>责任编辑：江小渡</p>\n</div>\n`;
    expect(fixAll(text, defaultLintConfig, { rules: [editorCredit], upTo: 'suggestion' }).text).toBe(
      `---\ntitle: '渡口'\n<div>\n${first}\n</div>\n`,
    );
  });
});

describe('any mixture of content and furniture', () => {
  const paragraphs = [first, second, third, fourth].map((paragraph) => ({ paragraph, isContent: true }));
  const furniture = [
    '<!-- 结束 -->',
    '<p>&nbsp;</p>',
    '<div>\n  <p></p>\n</div>',
    '<style>p{}</style>',
    '<script>1</script>',
    '<div class="share"><a href="#">分享到</a> <a href="#">微信</a></div>',
    '<p>责任编辑：江小渡</p>',
    '<p>分享到：微信 微博</p>',
    '<img src="/t.gif" width="1" height="1">',
  ].map((paragraph) => ({ paragraph, isContent: false }));
  const parts = fc.array(
    fc.record({
      part: fc.constantFrom(...paragraphs, ...furniture),
      gap: fc.constantFrom('', '\n', '\n\n', ' ', '\n  '),
    }),
    { maxLength: 12 },
  );

  it('loses the furniture and not a character of the content', () => {
    fc.assert(
      fc.property(parts, (chosen) => {
        const body = chosen.map(({ part, gap }) => part.paragraph + gap).join('');
        const options = { rules: [...rules, trailingSpace], upTo: 'suggestion' } as const;
        const fixed = fixAll(articleOf(body), defaultLintConfig, options).text;
        const expected = chosen.flatMap(({ part }) =>
          part.isContent ? parseArticle(part.paragraph).body.lines[0]?.text : [],
        );
        expect(parseArticle(fixed).body.lines.map(({ text }) => text)).toEqual(expected);
        expect(found(fixed)).toEqual([]);
        expect(fixed).not.toMatch(/[ \t]\n(?![ \t]*<)|\n{4}/);
      }),
    );
  });
});
