import { load } from 'cheerio/slim';
import {
  type AnyNode,
  type ChildNode,
  Document,
  type Element,
  isTag,
  isText,
  type ParentNode,
  type Text,
  Text as TextNode,
} from 'domhandler';
import type { Span } from '../text/span.ts';
import { withoutDeepTags } from './deep-markup.ts';

/** An element, a comment, a declaration: whatever is in a tree but text. */
export type Markup = Exclude<ChildNode, Text>;

export interface Html {
  readonly document: Document;
  /** In the order of the text: most questions about a tree are about these, and a walk of a list is the quickest. */
  readonly markup: readonly Markup[];
}

/**
 * Parses the HTML in `span` of `text` into a tree whose nodes carry offsets into `text`; read them with {@link nodeSpan}.
 *
 * Entities stay undecoded, so that the data of a text node is the source itself, but for tags that lie too deep. htmlparser2 reports the end of an
 * element that has no end tag somewhere inside the tag that closed it; such ends are moved back to where the content
 * ends, so that siblings never overlap.
 */
export function parseHtml(text: string, span: Span): Html {
  const document = new Document([]);
  select(document).html(withoutDeepTags(text.slice(span.start, span.end)));
  return { document, markup: settleOffsets(text, document, span) };
}

/**
 * One of cheerio's selecting functions, for all articles. Each `load` makes another, with a class of its own that keeps
 * its document from being collected with the other things that do not live long.
 */
const select = load('', {
  xml: { xmlMode: false, decodeEntities: false, withStartIndices: true, withEndIndices: true },
});

/** The whole node: for an element from the `<` of its start tag to the end of its end tag or, without one, its content. */
export function nodeSpan(node: AnyNode): Span {
  return { start: node.startIndex ?? 0, end: (node.endIndex ?? -1) + 1 };
}

/** What stands between start and end tag; empty at the end of the start tag for an element without content. */
export function contentSpan(text: string, element: Element): Span {
  const { end } = nodeSpan(element);
  const start = startTagEnd(text, element);
  return { start, end: Math.max(start, endTag(text, element, contentEnd(text, element), end)?.start ?? end) };
}

/** False for an element that was closed by implication, by another tag or the end of the text; for a void one, too. */
export function hasEndTag(text: string, element: Element): boolean {
  return nodeSpan(element).end > contentEnd(text, element);
}

/** Every node below `parent`, in the order of the text. Works without recursion: nesting may be as deep as it likes. */
export function* descendants(parent: ParentNode): Generator<ChildNode> {
  for (let node = parent.children[0]; node; node = nextNode(node, parent)) yield node;
}

/** No page that people made nests deeper; without a bound, text in ten thousand nested elements takes quadratic time. */
const deepestSearch = 200;

/** The nearest ancestor-or-self of `node` whose name is in `names`; undefined where there is none near enough. */
export function closest(node: AnyNode | null, names: ReadonlySet<string>): Element | undefined {
  let at = node;
  for (let depth = 0; at && depth < deepestSearch; depth++) {
    if (isTag(at) && names.has(at.name)) return at;
    at = at.parent;
  }
  return undefined;
}

/** The node after `node` in the order of the text, its children first; undefined after the last one below `root`. */
function nextNode(node: ChildNode, root: ParentNode): ChildNode | undefined {
  if ('children' in node && node.children[0]) return node.children[0];
  let at: ChildNode = node;
  while (!at.nextSibling) {
    const { parent } = at;
    if (!parent || parent === root || parent.type === 'root') return undefined;
    at = parent;
  }
  return at.nextSibling;
}

/** Makes every offset absolute and every end exact, children before parents. Gives all nodes but text on the way. */
function settleOffsets(text: string, document: Document, span: Span): readonly Markup[] {
  document.startIndex = span.start;
  document.endIndex = span.end - 1;
  const markup: Markup[] = [];
  const torn = new Set<ParentNode>();
  let node: ChildNode | undefined = document.children[0];
  for (; node; node = nextNode(node, document)) {
    node.startIndex = (node.startIndex ?? 0) + span.start;
    // A comment that is never closed is reported to end one character behind the text.
    node.endIndex = Math.min((node.endIndex ?? node.startIndex - span.start) + span.start, span.end - 1);
    if (!isText(node)) markup.push(node);
    else if (node.parent && nodeSpan(node).end - node.startIndex !== node.data.length) torn.add(node.parent);
  }
  for (const parent of torn) divideTornTexts(text, parent);
  for (let at = markup.length - 1; at >= 0; at--) {
    const element = markup[at];
    if (element && isTag(element)) element.endIndex = settledEnd(text, element) - 1;
  }
  return markup;
}

/**
 * An end tag that closes nothing leaves no node, and htmlparser2 joins the texts before and behind it. Here they become
 * nodes of their own again, so that each is one stretch of the source.
 */
function divideTornTexts(text: string, parent: ParentNode): void {
  const children = parent.children.flatMap((child): readonly ChildNode[] =>
    isText(child) ? stretchesOf(text, child) : [child],
  );
  children.forEach((child, at) => {
    child.parent = parent;
    child.prev = children[at - 1] ?? null;
    child.next = children[at + 1] ?? null;
  });
  parent.children = children;
}

function stretchesOf(text: string, node: Text): readonly Text[] {
  const { start, end } = nodeSpan(node);
  if (end - start === node.data.length) return [node];
  const stretches: Text[] = [];
  let rest = node.data;
  for (let at = start; rest !== '' && at < end; ) {
    const tag = strayEndTag.exec(text.slice(at, at + longestStrayTag));
    if (tag) {
      at += tag[0].length;
      continue;
    }
    const next = text.indexOf('</', at + 1);
    const length = Math.min(rest.length, (next < 0 ? end : Math.min(next, end)) - at);
    const stretch = new TextNode(rest.slice(0, length));
    stretch.startIndex = at;
    stretch.endIndex = at + length - 1;
    stretches.push(stretch);
    rest = rest.slice(length);
    at += length;
  }
  return stretches;
}

const strayEndTag = /^<\/[^>]*>/;
const longestStrayTag = 1000;

function settledEnd(text: string, element: Element): number {
  const reported = nodeSpan(element).end;
  const end = contentEnd(text, element);
  return reported <= end ? end : (endTag(text, element, end, reported)?.end ?? end);
}

/** Where the children end or, without any, the start tag. */
function contentEnd(text: string, element: Element): number {
  const lastChild = element.children[element.children.length - 1];
  return lastChild ? nodeSpan(lastChild).end : startTagEnd(text, element);
}

/** The end of the start tag: the first `>` outside a quoted attribute value. */
function startTagEnd(text: string, element: Element): number {
  const firstChild = element.children[0];
  if (firstChild) return nodeSpan(firstChild).start;
  const { start, end } = nodeSpan(element);
  let quote = '';
  for (let at = start + 1; at < end; at++) {
    const character = text[at];
    if (quote) {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && /[=\s]/.test(text[at - 1] ?? '')) {
      quote = character;
    } else if (character === '>') {
      return at + 1;
    }
  }
  return end;
}

/** An end tag longer than its name and this many characters is no end tag that anybody wrote. */
const longestEndTagPadding = 64;

/**
 * The element's own end tag between `from` and `reported`, the end that htmlparser2 gives: behind the `>`, or behind the
 * name where white space follows it. Undefined where the element was closed by implication.
 */
function endTag(text: string, element: Element, from: number, reported: number): Span | undefined {
  const usual = reported - element.name.length - 3;
  if (usual >= from && text.startsWith(`</${element.name}>`, usual)) return { start: usual, end: reported };
  const first = Math.max(from, reported - element.name.length - longestEndTagPadding);
  const last = text.slice(first, reported).lastIndexOf('</');
  if (last < 0) return undefined;
  const start = first + last;
  const afterName = start + 2 + element.name.length;
  if (text.slice(start + 2, afterName).toLowerCase() !== element.name) return undefined;
  const rest = /^(?:[\s/][^<>]*)?>/.exec(text.slice(afterName, afterName + longestEndTagPadding));
  return rest ? { start, end: afterName + rest[0].length } : undefined;
}
