import { type ChildNode, type Comment, type Element, isComment, isTag } from 'domhandler';
import type { Article } from '../../article/article.ts';
import { nodeSpan } from '../../article/html.ts';
import type { Line } from '../../article/lines.ts';
import { containsSpan, overlaps, type Span } from '../../text/span.ts';
import { isDirectiveComment } from '../rules/boilerplate/elements.ts';
import { type BoilerplateKind, isBoilerplateKind, kindNames, unseenKinds } from '../rules/boilerplate/kinds.ts';
import { lineKind } from '../rules/boilerplate/line-kind.ts';
import { nameSign, wordSign } from '../rules/boilerplate/signs.ts';
import { simplified } from '../rules/boilerplate/simplified.ts';
import { addressOf, isWrapper } from '../rules/boilerplate/survey.ts';
import { createCatalogue } from './catalogue.ts';
import { commentPattern, imagePattern, linesAt, selectorOf } from './entries.ts';
import { nativePatterns } from './patterns.ts';
import { emptyContent, type MatcherKey } from './rule.ts';

/** One way in which what a person selected can become rules of a catalogue. */
export interface Proposal {
  readonly by: MatcherKey;
  /** Each would be a rule. */
  readonly values: readonly string[];
  /** The kinds that such rules can have, the likeliest first; never none. */
  readonly kinds: readonly BoilerplateKind[];
}

/**
 * The rules that a selection can become, the plainest first: its words; the element that it covers, or that holds nothing
 * else to read; its picture; its comment. None where nothing in it can be told from the rest of an article.
 *
 * @param found the kinds that the selection is known to be.
 */
export function proposalsFor(
  article: Article,
  selection: Span,
  found: readonly BoilerplateKind[],
): readonly Proposal[] {
  const span = trimmed(article.text, selection);
  const lines = linesAt(article, span);
  const nodes = article.body.markup.filter((node) => overlaps(nodeSpan(node), span));
  const proposals = [
    ofText(lines, found),
    ofElement(elementAt(article, nodes, span, lines), article, found),
    ofImage(nodes, span, found),
    ofComment(nodes, lines, found),
  ];
  return proposals.flatMap((proposal) => proposal ?? []);
}

/** A test whether an article has something that one of the proposed rules would call furniture. */
export function touches({ by, values, kinds }: Proposal, sites: readonly string[]): (article: Article) => boolean {
  const [kind] = kinds;
  if (!kind) return () => false;
  const rules = [{ kind, matchers: values.map((value) => ({ by, value })), sites }];
  const { furniture } = createCatalogue([{ content: { ...emptyContent, rules }, patterns: nativePatterns }]);
  return (article) => {
    const { lines, markup } = article.body;
    if (by === 'text') return lines.some(({ text }) => furniture.ofLine(text, article) !== undefined);
    return markup.some((node) => {
      if (isComment(node)) return !isDirectiveComment(node) && furniture.ofComment(node, article) !== undefined;
      if (!isTag(node)) return false;
      if (by === 'selector') return !isWrapper(node) && furniture.ofElement(node, article) !== undefined;
      const address = addressOf(node);
      return address !== undefined && furniture.ofImage(address, article) !== undefined;
    });
  };
}

const allKinds = kindNames.filter(isBoilerplateKind);
const readableKinds = allKinds.filter((kind) => !unseenKinds.has(kind) && kind !== 'site-icon');
const pictureKinds: readonly BoilerplateKind[] = [
  'ad',
  'qr-promo',
  'app-promo',
  'site-icon',
  'share',
  'call-to-action',
  'end-mark',
  'repeated',
  'tracking',
];
const bareKinds: readonly BoilerplateKind[] = ['empty-block', 'tracking', 'ad', 'comment-box', 'share', 'repeated'];

function ofText(lines: readonly Line[], found: readonly BoilerplateKind[]): Proposal | undefined {
  const values = [...new Set(lines.map(({ text }) => text))];
  if (values.length === 0) return undefined;
  return { by: 'text', values, kinds: ordered(readableKinds, [...found, ...kindsOfWords(lines), 'repeated']) };
}

function ofElement(
  element: Element | undefined,
  article: Article,
  found: readonly BoilerplateKind[],
): Proposal | undefined {
  const selector = element && selectorOf(element);
  if (!element || selector === undefined) return undefined;
  const lines = linesAt(article, nodeSpan(element));
  const named = nameSign(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`)?.kind;
  const guesses = [...found, ...(named ? [named] : []), ...kindsOfWords(lines)];
  return { by: 'selector', values: [selector], kinds: ordered(kindsOfElement(element, lines), guesses) };
}

function kindsOfElement({ name }: Element, lines: readonly Line[]): readonly BoilerplateKind[] {
  if (name === 'script' || name === 'noscript') return ['script', 'tracking'];
  if (name === 'style' || name === 'link') return ['style'];
  if (lines.length > 0) return readableKinds;
  return isPicture(name) ? pictureKinds : bareKinds;
}

/** The first element in the selection that has a name; else the innermost one around it that holds no other line. */
function elementAt(
  article: Article,
  nodes: readonly ChildNode[],
  span: Span,
  lines: readonly Line[],
): Element | undefined {
  const named = nodes.filter(isTag).filter((node) => selectorOf(node) !== undefined && !isWrapper(node));
  return (
    named.find((node) => containsSpan(span, nodeSpan(node))) ??
    named.findLast((node) => {
      const around = nodeSpan(node);
      return containsSpan(around, span) && linesAt(article, around).length === lines.length;
    })
  );
}

function ofImage(nodes: readonly ChildNode[], span: Span, found: readonly BoilerplateKind[]): Proposal | undefined {
  const image = nodes.filter(isTag).find((node) => addressOf(node) && containsSpan(span, nodeSpan(node)));
  const address = image && addressOf(image);
  return address ? { by: 'image', values: [imagePattern(address)], kinds: ordered(pictureKinds, found) } : undefined;
}

/** Only where nothing can be read: who selects words does not mean the comments between them. */
function ofComment(
  nodes: readonly ChildNode[],
  lines: readonly Line[],
  found: readonly BoilerplateKind[],
): Proposal | undefined {
  const comments = lines.length > 0 ? [] : nodes.filter(isComment).filter((node) => !isDirectiveComment(node));
  const values = [...new Set(comments.flatMap((comment: Comment) => commentPattern(comment) ?? []))];
  return values.length > 0 ? { by: 'comment', values, kinds: ordered(['comment', 'ad'], found) } : undefined;
}

/** What lines would be by their words, at the end of an article, where furniture mostly stands. */
function kindsOfWords(lines: readonly Line[]): readonly BoilerplateKind[] {
  const no = () => false;
  const place = { before: Infinity, after: 0, isCaption: no, isLinked: no, isMenu: no, isTags: no };
  return lines
    .slice(0, mostLines)
    .flatMap(({ text }) => lineKind({ ...place, text }) ?? wordSign(simplified(text))?.kind ?? []);
}

/** What is selected beyond them is not read for a guess. */
const mostLines = 20;

function ordered(kinds: readonly BoilerplateKind[], likely: readonly BoilerplateKind[]): readonly BoilerplateKind[] {
  return [...new Set([...likely.filter((kind) => kinds.includes(kind)), ...kinds])];
}

function isPicture(name: string): boolean {
  return name === 'img' || name === 'picture' || name === 'svg' || name === 'iframe';
}

/** Without the white space at its ends, unless it is nothing else. */
function trimmed(text: string, { start, end }: Span): Span {
  const selected = text.slice(start, end);
  const inner = selected.trim();
  if (inner === '') return { start, end };
  const from = start + selected.length - selected.trimStart().length;
  return { start: from, end: from + inner.length };
}
