import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const ad: Rule = {
  code: 'boilerplate.ad',
  severity: 'warning',
  summary: 'An advertisement.',
  why:
    'Advertisements stand in boxes named for it, in frames of their networks, or wait inside comments. They ' +
    'are no part of the article and outlive their offer in the archive.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<div class="ad_bottom"><a href="https://ad.example.org/1"><img src="https://ad.example.org/1.jpg" alt="广告"></a></div>
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
  check: blockReports('ad', {
    found: message('Advertisement left by the site; expected article text only.'),
    remove: message('Remove the advertisement'),
  }),
};
