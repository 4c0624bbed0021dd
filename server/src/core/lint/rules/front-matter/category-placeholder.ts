import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { namesIn } from './category-entries.ts';

const example = `---
title: '社区食堂开张'
categories:
 - 民生
 - channel
---

<p>第三家社区食堂昨天开张。</p>
`;

export const categoryPlaceholder: Rule = {
  code: 'front-matter.category-placeholder',
  severity: 'warning',
  summary: 'A category that is a word of a program, not a subject.',
  why:
    'Where a feed knows no category it writes the name of its own variable or its default: “channel”, “undefined”, ' +
    '“uncategorized”. There is no fix: which subject the article has only a person can say.',
  example: { before: example, after: example },
  *check({ frontMatter }): Iterable<Report> {
    for (const { key, value } of namesIn(frontMatter)) {
      if (!placeholders.test(value.text.trim())) continue;
      yield {
        span: value.span,
        message: message('“{0}” in "{1}" is a word of a program; expected a subject.', value.text.trim(), key),
      };
    }
  },
};

const placeholders =
  /^(?:channels?|categor(?:y|ies)|feeds?|rss|atom|index|default|list|items?|posts?|articles?|all|other|misc|test|todo|undefined|null|none|nan|n\/a|unknown|uncategori[sz]ed|(?:all|latest|recent|new) (?:content|posts?|articles?|news|stories|entries)|(?:front|home|main) ?page|homepage|home|(?:main|rss|news) feed|latest|newest|\[object Object\]|未分类|全部|所有文章|全部文章|最新文章|未知|默认|默认分类|无分类|无|正文|详情|详情页|新闻详情|当前位置|您的位置|栏目|频道|分类|标签|更多)$/i;
