import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const commentBox: Rule = {
  code: 'boilerplate.comment-box',
  severity: 'warning',
  summary: "The place for readers' comments.",
  why:
    'Boxes for comments (Changyan, Disqus and others) are empty until a script fills them. What they hold ' +
    'was not written by the author.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<div id="SOHUCS"></div>
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
  check: blockReports('comment-box', {
    found: message('Comment box left by the site; expected article text only.'),
    remove: message('Remove the comment box'),
  }),
};
