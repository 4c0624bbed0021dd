/** Endings that names of media have, and names of persons and subjects never. */
export const mediaEnding =
  /(?:[^联局电渔罗]网|網|网站|網站|在线|在線|日报|日報|晚报|晚報|早报|早報|时报|時報|商报|快报|周刊|週刊|杂志社?|雜誌社?|通讯社|通訊社|电视台|電視台|客户端|公众号|官微|门户|\.(?:com|cn|net|org|io|me|info|tv|news)(?:\.[a-z]{2})?)$/i;

/** What a name of a site can end with and still be that of the same site: "虎嗅APP", "搜狐号", "新华社新闻". */
const genericEnding =
  /(?:app|客户端|公众号|官方|官网|官微|头条号?|编辑部|新闻网?|资讯|要闻|热榜|热点|热门|热搜|推荐|精选|最新|快讯|频道|博客|论坛|社区|专栏|中文|网站?|号|社|©|®|™|\s)$/i;

/** A name without such endings; never shorter than two characters. */
export function stemOfName(name: string): string {
  let stem = foldedName(name);
  for (
    let next = stem.replace(genericEnding, '');
    next !== stem && next.length >= 2;
    next = stem.replace(genericEnding, '')
  )
    stem = next;
  return stem;
}

/** The parts of "公众号 - 街角观察", without white space around them. */
export function partsOfName(name: string): readonly string[] {
  return name.split(/\s*[-–—－·•|｜:：/]+\s*/).filter(Boolean);
}

/** Small letters, and one space for any white space, as names are compared. */
export function foldedName(text: string): string {
  if (isFolded(text)) return text;
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** True for a text of characters that have no case, small letters and digits: nearly all names are such. */
function isFolded(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isCaseless =
      (code >= 0x3001 && code <= 0x9fff) || (code >= 0x2010 && code <= 0x2027) || (code >= 0xff01 && code <= 0xff20);
    const isSmall = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    if (!isCaseless && !isSmall) return false;
  }
  return true;
}

/** "新浪财经" before "新浪财经－国内": the rest begins with something that separates. */
export function beginsWithName(whole: string, start: string): boolean {
  return start.length >= 2 && whole.startsWith(start) && /^\s*[-–—－·•|｜:：/]/.test(whole.slice(start.length));
}
