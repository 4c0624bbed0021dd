import { isTag } from 'domhandler';
import type { Article } from '../../../article/article.ts';
import { nodeSpan } from '../../../article/html.ts';
import type { Span } from '../../../text/span.ts';

/** Where white space is content: the insides of `<pre>` and `<textarea>`, in the order of the text. */
export function preformattedSpans({ body }: Article): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const node of body.markup) {
    if (!isTag(node) || (node.name !== 'pre' && node.name !== 'textarea') || (node.startIndex ?? 0) < end) continue;
    const span = nodeSpan(node);
    spans.push(span);
    end = span.end;
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
