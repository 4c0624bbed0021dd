import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const appPromo: Rule = {
  code: 'boilerplate.app-promo',
  severity: 'warning',
  summary: "A call to download or open the site's app.",
  why:
    'Sites end each article with a line for their app, often with a code to scan. It says nothing about the ' +
    'subject and is the same in thousands of files.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<div class="app_qr"><img src="https://img.example.org/app.png"><p>下载晨报客户端，新闻早知道</p></div>
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
  check: blockReports('app-promo', {
    found: message('App promotion left by the site; expected article text only.'),
    remove: message('Remove the app promotion'),
  }),
};
