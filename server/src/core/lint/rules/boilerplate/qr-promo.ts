import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const qrPromo: Rule = {
  code: 'boilerplate.qr-promo',
  severity: 'warning',
  summary: 'A code to scan, or a line that asks to scan one.',
  why:
    'Codes lead to an account, a group or the mobile page. In a text they are a dead picture, and the line ' +
    'that speaks of them has no meaning without it.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p><img src="https://img.example.org/qrcode.png"></p>
<p>长按识别二维码，关注我们</p>
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
  check: blockReports('qr-promo', {
    found: message('Promotion to scan a code left by the site; expected article text only.'),
    remove: message('Remove the code promotion'),
  }),
};
