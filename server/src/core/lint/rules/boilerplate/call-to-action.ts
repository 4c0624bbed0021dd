import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const callToAction: Rule = {
  code: 'boilerplate.call-to-action',
  severity: 'warning',
  summary: 'A call to follow, subscribe or comment.',
  why:
    'Such lines speak to the visitor of the site, not to the reader of the article. Only whole lines at the ' +
    'head or the end are reported, and sentences that end the last paragraph; what the article itself tells ' +
    'people to do is content.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p>欢迎在评论区留言！</p>
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
  check: blockReports('call-to-action', {
    found: message('Call to follow or comment left by the site; expected article text only.'),
    remove: message('Remove the call'),
  }),
};
