import { isTag } from 'domhandler';
import type { Article } from '../../../article/article.ts';
import { descendants, nodeSpan } from '../../../article/html.ts';
import type { Span } from '../../../text/span.ts';

/** The lines of the source below the front matter, without their line breaks (LF, CRLF or CR). */
export function* bodyLines({ text, body }: Article): Generator<Span> {
  let start = body.span.start;
  while (start < body.span.end) {
    let end = start;
    while (end < body.span.end && !isBreak(text.charCodeAt(end))) end++;
    yield { start, end };
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
}

/** Where white space is content: the insides of `<pre>` and `<textarea>`, in the order of the text. */
export function preformattedSpans({ text, body }: Article): readonly Span[] {
  if (!/<(?:pre|textarea)[\s>]/i.test(text)) return [];
  const spans: Span[] = [];
  for (const node of descendants(body.document)) {
    const isOutermost = (spans.at(-1)?.end ?? 0) <= (node.startIndex ?? 0);
    if (isOutermost && isTag(node) && (node.name === 'pre' || node.name === 'textarea')) spans.push(nodeSpan(node));
  }
  return spans;
}

/** True when `offset` is inside one of `spans`, which are sorted and disjoint. */
export function isInside(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return offset < (spans[low - 1]?.end ?? 0);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
