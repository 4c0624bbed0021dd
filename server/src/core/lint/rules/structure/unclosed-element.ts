import { isTag } from 'domhandler';
import { hasEndTag, nodeSpan } from '../../../article/html.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

const example = `---
title: '示例'
---

<div>
<p>第三家社区食堂<strong>昨天开张。</p>
`;

export const unclosedElement: Rule = {
  code: 'structure.unclosed-element',
  severity: 'info',
  summary: 'An element whose end tag is missing, although HTML requires one.',
  why:
    'A page that was cut off, or cut apart, leaves elements open. Every tool guesses differently where they end, and what ' +
    'follows becomes part of them: a whole page turns bold. One finding speaks for all such elements of an article, at the ' +
    'first. There is no fix: where the element should end is for a person to say.',
  example: { before: example, after: example },
  check({ text, body }): Iterable<Report> {
    let count = 0;
    let first: Report['span'] | undefined;
    let name = '';
    for (const node of body.markup) {
      if (!isTag(node) || !needingEndTag.has(node.name) || hasEndTag(text, node)) continue;
      // An end tag without a start tag, `</p>`, is an element to the parser, and none that was left open.
      const { start } = nodeSpan(node);
      if (text.startsWith('</', start)) continue;
      count++;
      if (!first) name = node.name;
      first ??= { start, end: start + 1 + node.name.length };
    }
    if (!first) return [];
    return [
      {
        span: first,
        message: message(
          '<{0}> is never closed; expected an end tag. Such elements in this article: {1}.',
          name,
          count,
        ),
      },
    ];
  },
};

/** Elements whose end tag may not be left out (HTML Standard, 13.1.2.4 "Optional tags"), those that hold text or others. */
const needingEndTag: ReadonlySet<string> = new Set(
  `a article aside b blockquote center code div em figcaption figure font footer form h1 h2 h3 h4 h5 h6 header i main nav
   ol pre s section small span strong style script sub sup table u ul`.split(/\s+/),
);
