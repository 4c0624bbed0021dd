import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const sourceCredit: Rule = {
  code: 'boilerplate.source-credit',
  severity: 'warning',
  summary: 'A line that says where the text was taken from.',
  why:
    'Where an article comes from is worth keeping as `source:` in the front matter, where tools find it; the ' +
    'first fix moves it there. The word in a sentence (“数据来源于……”) is content.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p>来源：晨光日报</p>
</div>
`,
    after: `---
title: '社区食堂开张'
source: 晨光日报
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
</div>
`,
  },
  check: blockReports('source-credit', {
    found: message('Source line left by the site; expected it in the front matter only.'),
    remove: message('Remove the source line'),
  }),
};
