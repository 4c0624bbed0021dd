import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const script: Rule = {
  code: 'boilerplate.script',
  severity: 'info',
  summary: 'A script inside the article.',
  why:
    'Scripts count visits, load advertisements or fill in comments. In an archive they can only do harm. ' +
    'Formulas (`type="math/…"`) are content and stay.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<script>var page = 12;</script>
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
  check: blockReports('script', {
    found: message('Script left by the site; expected article text only.'),
    remove: message('Remove the script'),
  }),
};
