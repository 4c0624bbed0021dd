import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const tracking: Rule = {
  code: 'boilerplate.tracking',
  severity: 'info',
  summary: 'An invisible image or an empty place for a script, which serves to count or to follow.',
  why:
    'Images of one pixel and hidden frames tell the site who reads the article. Empty elements such as ' +
    '`<span id="quote_sh600000"></span>` waited for a script to write a price there.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<img src="https://stat.example.org/pv.gif" width="1" height="1">
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
  check: blockReports('tracking', {
    found: message('Tracking element left by the site; expected article text only.'),
    remove: message('Remove the tracking element'),
  }),
};
