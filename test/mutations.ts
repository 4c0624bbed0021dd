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
