import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const tags: Rule = {
  code: 'boilerplate.tags',
  severity: 'info',
  summary: 'A list of tags or keywords.',
  why: 'Tags are links to lists of articles. The front matter has a place for those that matter.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p class="tags">标签：<a href="/t/1">社区</a> <a href="/t/2">养老</a></p>
</div>
`,
    after: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
</div>
`,
  },
  check: blockReports('tags', {
    found: message('Tags left by the site; expected article text only.'),
    remove: message('Remove the tags'),
  }),
};
