import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const comment: Rule = {
  code: 'boilerplate.comment',
  severity: 'info',
  summary: 'A comment that the site left in the markup.',
  why:
    'Templates mark their places with comments (“正文结束”, “ad start”). No reader sees them, every tool that ' +
    'reads the article has to step over them, and repeated in each file they hide what differs. Comments ' +
    'that steer Copydesk (`copydesk-…`) are left alone.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<!-- 正文结束 -->
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
  check: blockReports('comment', {
    found: message('Comment left by the site; expected article text only.'),
    remove: message('Remove the comment'),
  }),
};
