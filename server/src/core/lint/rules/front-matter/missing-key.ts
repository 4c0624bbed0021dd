import type { Article } from '../../../article/article.ts';
import { type FrontMatter, type FrontMatterEntry, findEntry, textOf } from '../../../article/front-matter.ts';
import { appendEntry, insertBelow, quoted } from '../../../article/front-matter-writing.ts';
import { readHeadlines } from '../../../article/headline.ts';
import { readPurpose } from '../../../article/images.ts';
import { message } from '../../../text/message.ts';
import type { Fix, Report, Rule } from '../../rule.ts';
import { compileSchemas } from '../../schema/schema.ts';

export const missingKey: Rule = {
  code: 'front-matter.missing-key',
  severity: 'warning',
  summary: 'A front matter without a key that every article has.',
  why:
    'Lists, feeds and exports rely on the same keys in every article. Which they are is the setting ' +
    '`copydesk.frontMatter.requiredKeys`, and what your own schema requires; besides, `headimg` and `thumbnail` go together: themes show one in the article ' +
    'and the other in lists. A title is offered where the body states a headline, a picture where the other key has it.',
  example: {
    before: `---
title: '社区食堂开张'
categories:
 - 民生
author: 李明
date: 2022-03-15T14:18:20+08:00
thumbnail: 'https://img.example.org/canteen.jpg'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
categories:
 - 民生
author: 李明
date: 2022-03-15T14:18:20+08:00
thumbnail: 'https://img.example.org/canteen.jpg'
headimg: 'https://img.example.org/canteen.jpg'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check(article, config): Iterable<Report> {
    const { frontMatter } = article;
    if (!frontMatter) return;
    const span = { start: frontMatter.span.start, end: frontMatter.span.start + 3 };
    const requiredKeys = [...config.requiredKeys, ...compileSchemas(config.schema).required];
    for (const key of new Set(requiredKeys)) {
      if (findEntry(frontMatter, key)) continue;
      yield {
        span,
        message: message('The key "{0}" is missing; expected it in every article.', key),
        fixes: key === 'title' ? titleFixes(article, frontMatter) : [],
      };
    }
    for (const [key, other] of imagePairs) {
      const known = findEntry(frontMatter, other);
      if (!known || findEntry(frontMatter, key) || requiredKeys.includes(key)) continue;
      yield {
        span,
        message: message('The key "{0}" is missing; expected it beside "{1}".', key, other),
        fixes: imageFixes(article.text, key, known),
      };
    }
  },
};

const imagePairs = [
  ['headimg', 'thumbnail'],
  ['thumbnail', 'headimg'],
] as const;

function titleFixes({ text, body }: Article, frontMatter: FrontMatter): readonly Fix[] {
  const [headline] = readHeadlines(body.lines);
  if (!headline) return [];
  return [
    {
      title: message('Add the title “{0}”', headline.value),
      safety: 'suggestion',
      edits: [appendEntry(text, frontMatter, 'title', quoted(headline.value))],
    },
  ];
}

function imageFixes(text: string, key: string, known: FrontMatterEntry): readonly Fix[] {
  const address = textOf(known.value)?.value;
  if (!address || readPurpose(address)) return [];
  const written = text.slice(known.value.span.start, known.value.span.end);
  return [
    {
      title: message('Add "{0}" with the address of "{1}"', key, known.key.value),
      safety: 'suggestion',
      edits: [insertBelow(text, known, key, /[\r\n]/.test(written) ? quoted(address) : written)],
    },
  ];
}
