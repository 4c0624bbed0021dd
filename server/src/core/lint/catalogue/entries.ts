import { type Comment, type Element, isComment, isTag } from 'domhandler';
import type { Article } from '../../article/article.ts';
import { nodeSpan } from '../../article/html.ts';
import type { Line } from '../../article/lines.ts';
import { containsSpan, overlaps, type Span } from '../../text/span.ts';
import { isBoilerplateKind } from '../rules/boilerplate/kinds.ts';
import { addressOf } from '../rules/boilerplate/survey.ts';
import { escapePattern, type NewEntry } from './writing.ts';

/** The visible lines that have characters in a span. */
export function linesAt({ body }: Article, span: Span): readonly Line[] {
  return body.lines.filter((line) => overlaps(line.span, span));
}

/**
 * The exception that says "this is no boilerplate" of a finding: by its words or, where it has none, by its comment, its
 * class or id, or its picture. Undefined where nothing tells it from others.
 */
export function exceptionFor(
  article: Article,
  { code, span }: { readonly code: string; readonly span: Span },
): NewEntry | undefined {
  const name = code.replace(/^boilerplate\./, '');
  if (!isBoilerplateKind(name)) return undefined;
  const kind = name;
  const text = linesAt(article, span)
    .map((line) => line.text)
    .join('\n');
  if (text !== '' && text.length <= longestText) return { kind, by: 'text', value: text };
  const node = article.body.markup.find((candidate) => containsSpan(span, nodeSpan(candidate)));
  if (node && isComment(node)) {
    const value = commentPattern(node);
    return value === undefined ? undefined : { kind, by: 'comment', value };
  }
  if (!node || !isTag(node)) return undefined;
  const selector = selectorOf(node);
  if (selector !== undefined) return { kind, by: 'selector', value: selector };
  const address = addressOf(node);
  return address ? { kind, by: 'image', value: imagePattern(address) } : undefined;
}

/** A pattern for comments that begin like this one; undefined for an empty one. */
export function commentPattern({ data }: Comment): string | undefined {
  const words = data.trim().slice(0, longestComment);
  return words === '' ? undefined : `^\\s*${escapePattern(words)}`;
}

/** A pattern for this address alone. */
export function imagePattern(address: string): string {
  return `^${escapePattern(address)}$`;
}

/** In UTF-16 units. */
const longestText = 2000;
const longestComment = 60;

/** The id, else the classes of an element, where they are plain names. */
export function selectorOf({ name, attribs }: Element): string | undefined {
  const { id, class: classes = '' } = attribs;
  if (id !== undefined && plainName.test(id)) return `#${id}`;
  const names = classes.split(/\s+/).filter(Boolean);
  if (names.length === 0 || !names.every((each) => plainName.test(each))) return undefined;
  return `${name}.${names.join('.')}`;
}

const plainName = /^-?[A-Za-z_][\w-]{0,60}$/;
