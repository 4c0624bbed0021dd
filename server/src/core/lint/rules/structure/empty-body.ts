import { isTag } from 'domhandler';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

const example = `---
title: '示例'
---

<div>
</div>
`;

export const emptyBody: Rule = {
  code: 'structure.empty-body',
  severity: 'warning',
  summary: 'An article with nothing to read below its front matter.',
  why:
    'A page that is built by scripts, or one that was taken down, leaves a front matter with nothing below it. Such a file ' +
    'counts as an article everywhere and says nothing. There is no fix: only the source has the text.',
  example: { before: example, after: example },
  check({ frontMatter, body }): Iterable<Report> {
    if (!frontMatter || body.lines.length > 0 || body.markup.some((node) => isTag(node) && media.has(node.name))) {
      return [];
    }
    return [
      {
        span: frontMatter.closingFence ?? frontMatter.span,
        message: message('Nothing to read stands below the front matter; expected the text of the article.'),
      },
    ];
  },
};

/** What makes an article of pictures or sounds alone. */
const media: ReadonlySet<string> = new Set(['img', 'video', 'audio', 'iframe', 'object', 'embed', 'svg']);
