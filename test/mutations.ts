import fc from 'fast-check';

/** Furniture in shapes that sites leave behind, whole elements and pieces of lines. */
const furniture: readonly string[] = [
  '<!-- 正文结束 -->',
  '<!--[if lt IE 9]><p>旧浏览器</p><![endif]-->',
  '<!--adlist[<div><a href="/ad">广告</a></div>]adlist-->',
  '<style>.x&#123;color:red&#125;</style>',
  '<script>var a = "<p>";</script>',
  '<p></p>',
  '<p>　　</p>',
  '<p>&nbsp;<br></p>',
  '<div><div>\n<!-- 空 -->\n</div></div>',
  '<img src="https://stat.example/t.gif" width="1" height="1">',
  '<span id="hq_sh600000"></span>',
  '<div class="share-bar">分享到：<a href="#">微信</a> <a href="#">微博</a></div>',
  '<p>（完）</p>',
  '<section><p>— END —</p></section>',
  '<div class="qr_wrap"><img src="/ewm.png"><p>扫码下载客户端</p></div>',
  '<p>© 江边晨报 版权所有，未经授权不得转载。</p>',
  '<dl><dt>相关阅读</dt><dd><a href="/1">渡口停航三个月</a></dd></dl>',
  '<p>【打印】【关闭窗口】</p>',
  '<ins class="adsbygoogle"></ins>',
  '<div id="SOHUCS" sid="1"></div>',
  '<table><tbody><tr></tr></tbody></table>',
  '<div class="related"><a href="/1">渡口停航三个月之后</a><br><a href="/2">老街的灯又亮了</a></div>',
  '<div class="author-box"><p>周小满</p><p>写字的人，住在江边。</p></div>',
  '<div id="comments"><p>评论 3</p><textarea></textarea></div>',
  '<div class="newsletter"><p>每周一封信，订阅江边晨报</p></div>',
  '<div class="tags"><a href="/tag/a">渡口</a> <a href="/tag/b">老街</a></div>',
  '<div class="post-meta">2022-03-08 09:30</div>',
  '<p>责任编辑：周小满</p>',
  '<p>来源：江边晨报</p>',
  '<p>图/周小满</p>',
  '<p>（江边晨报记者 周小满）</p>',
  '<h3>相关阅读</h3>',
  '<p><a href="/3">一条老街的四十年</a></p>',
  '<p><img src="/ewm.jpg" alt="二维码"></p>',
  '<p>关于 江边晨报</p><p>江边晨报创刊于1986年，是本地的第一份晨报。</p>',
  '<p>以上内容仅代表作者个人观点，不代表本站立场。</p>',
  '<div class="foot-btm"><a href="/zt">专题</a></div>',
  '<p>--------</p>',
];

const gaps: readonly string[] = ['', '\n', '\n\n', '  ', '\n  \n', ' \t'];
const wrappers: readonly (readonly [string, string])[] = [
  ['', ''],
  ['<div>', '</div>'],
  ['<section>\n', '\n</section>'],
  ['<div class="wrap"> ', ' </div>'],
];

/**
 * The articles given, with furniture put between their blocks in all kinds of wrappers and white space, blocks repeated or
 * moved, and other line breaks.
 */
export function mutatedArticles(articles: readonly string[]): fc.Arbitrary<string> {
  const insertion = fc.record({
    at: fc.nat(),
    piece: fc.constantFrom(...furniture),
    before: fc.constantFrom(...gaps),
    after: fc.constantFrom(...gaps),
    wrapper: fc.constantFrom(...wrappers),
  });
  const changes = fc.array(insertion, { minLength: 1, maxLength: 8 });
  const lineBreak = fc.constantFrom('\n', '\n', '\r\n', '\r');
  return fc.tuple(fc.constantFrom(...articles), changes, lineBreak).map(([article, insertions, ending]) => {
    const changed = insertions.reduce(
      (text, { at, piece, before, after, wrapper }) => {
        const places = boundaries(text);
        const place = places[at % places.length] ?? text.length;
        return `${text.slice(0, place)}${before}${wrapper[0]}${piece}${wrapper[1]}${after}${text.slice(place)}`;
      },
      article.replace(/\r\n?/g, '\n'),
    );
    return changed.replaceAll('\n', ending);
  });
}

/** Where a block begins or ends in the body, outside comments, scripts and styles. */
function boundaries(text: string): readonly number[] {
  const opaque = /<!--[\s\S]*?-->|<(script|style|pre)\b[\s\S]*?<\/\1>/gi;
  const hidden = [...text.matchAll(opaque)].map(({ index, 0: { length } }) => [index, index + length] as const);
  const places = [...text.matchAll(/<p[\s>]|<\/p>|<div[\s>]|<\/div>/gi)].map(({ index, 0: tag }) =>
    tag.startsWith('</') ? index + tag.length : index,
  );
  return places.filter((place) => !hidden.some(([start, end]) => start < place && place < end));
}
