import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const share: Rule = {
  code: 'boilerplate.share',
  severity: 'warning',
  summary: 'Buttons for sharing, liking or collecting.',
  why:
    'Without their page the buttons are words in a row: “分享到：微信 微博”. Plugins for sharing (JiaThis, Baidu ' +
    'Share, AddToAny) are found by name, others by what their buttons say.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<div class="share-bar"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div>
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
  check: blockReports('share', {
    found: message('Share buttons left by the site; expected article text only.'),
    remove: message('Remove the share buttons'),
  }),
};
