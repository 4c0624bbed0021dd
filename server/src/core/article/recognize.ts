/** How much of a text {@link looksLikeArticle} reads, in UTF-16 code units. */
export const recognitionLength = 16_384;

/**
 * Whether a text is a scraped article: a YAML front matter, then HTML. This is the only definition of what an article
 * is; the editor and the command line both ask it before they touch a file that nobody named an article.
 *
 * - A byte order mark and blank lines may come first. The front matter opens with a line `---` and holds at least one
 *   `key:` line. Where no closing `---` stands between it and the first line of markup, two keys that scraped articles
 *   usually have must be there.
 * - The body is HTML rather than Markdown with some HTML in it. Elements that make paragraphs count for HTML; headings,
 *   fences, links and lists in Markdown's notation, template tags, and prose outside any element count against it.
 *   The weights were chosen on scraped articles, and on Markdown pages that open with a banner or a badge in HTML.
 *
 * Only the first {@link recognitionLength} units are looked at. Any input is answered, in time linear in that length.
 */
export function looksLikeArticle(text: string): boolean {
  const lines = text
    .slice(0, recognitionLength)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0 || !fence.test(lines[first] ?? '')) return false;
  const head = lines.slice(first + 1);
  const end = head.findIndex((line) => fence.test(line) || startsWithMarkup(line));
  if (end < 0) return false;
  const keys = head.slice(0, end).flatMap((line) => keyLine.exec(line)?.[1] ?? []);
  if (fence.test(head[end] ?? '')) return keys.length > 0 && isMarkup(head.slice(end + 1));
  const usual = keys.filter((key) => usualKeys.has(key.toLowerCase()));
  return usual.length >= 2 && isMarkup(head.slice(end));
}

const fence = /^---[ \t]*$/;

/** A top-level key, quoted or not; the full-width colon is a frequent slip of the hand. */
const keyLine = /^["']?([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*(?:：|:(?=[ \t]|$))/u;

const usualKeys: ReadonlySet<string> = new Set([
  ...['title', 'date', 'author', 'categories', 'category', 'tags', 'headimg', 'thumbnail', 'comments'],
  ...['description', 'editor', 'image', 'cover', 'link', 'published', 'site', 'source', 'url'],
]);

/** Each opening tag of these makes a paragraph, or a part of one, that plain Markdown writes without tags. */
const paragraphElements: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'br', 'center', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure'],
  ...['footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section'],
  ...['table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
]);

const inlineElements: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'audio', 'b', 'body', 'button', 'cite', 'code', 'del', 'details', 'em', 'embed', 'font', 'form'],
  ...['head', 'html', 'i', 'iframe', 'img', 'input', 'ins', 'label', 'mark', 'picture', 'q', 's', 'small', 'source'],
  ...['span', 'strike', 'strong', 'sub', 'summary', 'sup', 'svg', 'time', 'title', 'tt', 'u', 'video'],
]);

const voidElements: ReadonlySet<string> = new Set([
  ...['!doctype', 'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
]);

/** What stands in these is not prose: neither its words nor its signs say anything about the notation around it. */
const opaqueElements: ReadonlySet<string> = new Set([
  ...['!--', 'code', 'pre', 'script', 'style', 'svg', 'template', 'textarea'],
]);

/** Headings, fences, containers, lists, links and images in Markdown's notation, and tags of a template language. */
const markdownLine = /^(?:#{1,6}[ \t]|```|~~~|:::|[*+-][ \t]|\{[%{])|\]\((?:https?:|[./#])/;

const markdownWeight = 8;
const proseWeight = 2;

/** Whether the lines of a body are HTML. Text may come before the first tag, but then tags have to be frequent. */
function isMarkup(lines: readonly string[]): boolean {
  let paragraphs = 0;
  let against = 0;
  let depth = 0;
  let opaque: string | undefined;
  for (const line of lines) {
    const startsOutside = depth === 0;
    const startsOpaque = opaque !== undefined;
    let tags = 0;
    for (const { name, closes } of tagsOf(line)) {
      if (opaque !== undefined) {
        if (closes && name === opaque) opaque = undefined;
        continue;
      }
      tags++;
      if (!closes && paragraphElements.has(name)) paragraphs++;
      if (opaqueElements.has(name)) opaque = closes ? undefined : name;
      else if (!voidElements.has(name)) depth = Math.max(0, depth + (closes ? -1 : 1));
    }
    if (startsOpaque || isBlank(line)) continue;
    if (markdownLine.test(line)) against += markdownWeight;
    else if (startsOutside && tags === 0) against += proseWeight;
  }
  return paragraphs > against;
}

function startsWithMarkup(line: string): boolean {
  return line.startsWith('<') && !tagsOf(line).next().done;
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
}

/**
 * The tags of one line that name an element of HTML. The ends of a comment are given as tags of an element `!--`, a
 * document type as one of `!doctype`.
 */
function* tagsOf(line: string): Generator<Tag> {
  for (const [tag, slash, name = '!doctype'] of line.matchAll(tagPattern)) {
    if (tag === '<!--' || tag === '-->') yield { name: '!--', closes: tag === '-->' };
    else if (isElement(name.toLowerCase())) yield { name: name.toLowerCase(), closes: slash === '/' };
  }
}

const tagPattern = /<(\/?)([a-z][a-z0-9]*)(?![\w:.-])[^<>]*>?|<!doctype(?!\w)[^<>]*>?|<!--|-->/gi;

function isElement(name: string): boolean {
  return [paragraphElements, inlineElements, voidElements, opaqueElements].some((names) => names.has(name));
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
