import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const disclaimer: Rule = {
  code: 'boilerplate.disclaimer',
  severity: 'warning',
  summary: 'A line in which the site declines to answer for the text.',
  why:
    '“本文不代表本站观点”, “不构成投资建议”, “如有侵权请联系删除”: the site says so under everything it did not write. Such a line ' +
    'can matter, so the fix is only suggested.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p>免责声明：本文仅代表作者观点，与本网无关。</p>
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
  check: blockReports('disclaimer', {
    found: message('Disclaimer left by the site; expected article text only.'),
    remove: message('Remove the disclaimer'),
  }),
};
