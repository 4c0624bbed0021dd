/**
 * How many elements may lie inside each other, those left out that a sibling closes by itself (`<li>`). Pages that people
 * make nest a few dozen; the parser takes time in the square of the depth, which ninety thousand would make minutes.
 */
const deepest = 512;

/**
 * The same HTML, with white space in place of every tag that lies deeper than {@link deepest} elements: its length, all
 * offsets and all text stay. Most texts have too few tags for that and are given back as they are.
 */
export function withoutDeepTags(html: string): string {
  if (!hasMoreTags(html, deepest)) return html;
  const open: string[] = [];
  const counts = new Map<string, number>();
  const pieces: string[] = [];
  let taken = 0;
  tagStart.lastIndex = 0;
  for (let match = tagStart.exec(html); match; match = tagStart.exec(html)) {
    const [opening = '', slash = '', printed = ''] = match;
    const start = match.index;
    const name = printed.toLowerCase();
    const opaqueEnd = endOfOpaque(html, opening, name, tagStart.lastIndex);
    if (opaqueEnd !== undefined) {
      tagStart.lastIndex = opaqueEnd;
      continue;
    }
    if (uncounted.has(name)) continue;
    let isDeep = false;
    if (slash === '') {
      open.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      isDeep = open.length > deepest;
    } else if ((counts.get(name) ?? 0) > 0) {
      let closed: string | undefined;
      do {
        closed = open.pop() ?? name;
        counts.set(closed, (counts.get(closed) ?? 0) - 1);
      } while (closed !== name);
      isDeep = open.length >= deepest;
    }
    if (!isDeep) continue;
    const close = html.indexOf('>', start);
    const end = close < 0 ? html.length : close + 1;
    pieces.push(html.slice(taken, start), ' '.repeat(end - start));
    taken = end;
    tagStart.lastIndex = end;
  }
  return pieces.length === 0 ? html : pieces.join('') + html.slice(taken);
}

function hasMoreTags(html: string, count: number): boolean {
  let at = -1;
  for (let found = 0; found <= count; found++) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return false;
  }
  return true;
}

const tagStart = /<(?:!--|(\/?)([a-z][a-z\d:-]*))/gi;

/** Where a comment, or an element whose content is no markup, ends; undefined where neither begins. */
function endOfOpaque(html: string, opening: string, name: string, from: number): number | undefined {
  const closing = opening === '<!--' ? '-->' : opening.startsWith('</') ? undefined : rawText.get(name);
  if (closing === undefined) return undefined;
  const end = html.indexOf(closing, from);
  return end < 0 ? html.length : end + closing.length;
}

const rawText: ReadonlyMap<string, string> = new Map([
  ['script', '</script'],
  ['style', '</style'],
  ['textarea', '</textarea'],
  ['title', '</title'],
]);

/** Elements without content, and those that end where the next begins: they nest only as deep as others around them do. */
const uncounted: ReadonlySet<string> = new Set(
  `area base br col embed hr img input link meta param source track wbr
   p li dt dd option optgroup tr td th thead tbody tfoot rp rt script style textarea title`.split(/\s+/),
);
