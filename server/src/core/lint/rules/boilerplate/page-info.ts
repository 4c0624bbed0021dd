import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const pageInfo: Rule = {
  code: 'boilerplate.page-info',
  severity: 'info',
  summary: 'A line with date, number of readers or the like, from the head of the page.',
  why:
    'The date belongs into the front matter; how often the page was read, and the choice of a type size, ' +
    'belong nowhere. A date alone is reported at the head only: at the end it may be the signature of a ' +
    'notice.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>发布时间：2022-03-01　浏览次数：128</p>
<p>　　第三家社区食堂昨天开张。</p>
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
  check: blockReports('page-info', {
    found: message('Page information left by the site; expected article text only.'),
    remove: message('Remove the page information'),
  }),
};
