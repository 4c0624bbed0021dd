import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const profile: Rule = {
  code: 'boilerplate.profile',
  severity: 'info',
  summary: 'What is said about the sender of a press release, or about the author.',
  why:
    'Press releases end with a portrait of the company (“关于……”) and the address of its press office. Whether ' +
    'that belongs to the article is a matter of taste, so the fix is only suggested.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p>关于晨光科技</p>
<p>晨光科技是一家做食堂系统的公司。</p>
<p>媒体联络</p>
<p>press@example.org</p>
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
  check: blockReports('profile', {
    found: message('Portrait of the sender or author; expected article text only.'),
    remove: message('Remove the portrait'),
  }),
};
