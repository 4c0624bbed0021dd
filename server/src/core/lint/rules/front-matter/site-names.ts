/** Endings that names of media have, and names of persons and subjects never. */
export const mediaEnding =
  /(?:[^联局电渔罗]网|網|网站|網站|在线|在線|日报|日報|晚报|晚報|早报|早報|时报|時報|商报|快报|周刊|週刊|杂志社?|雜誌社?|通讯社|通訊社|电视台|電視台|客户端|公众号|官微|门户|\.(?:com|cn|net|org|io|me|info|tv|news)(?:\.[a-z]{2})?)$/i;

/** Small letters, and one space for any white space, as names are compared. */
export function foldedName(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** "新浪财经" before "新浪财经－国内": the rest begins with something that separates. */
export function beginsWithName(whole: string, start: string): boolean {
  return start.length >= 2 && whole.startsWith(start) && /^\s*[-–—－·•|｜:：/]/.test(whole.slice(start.length));
}
