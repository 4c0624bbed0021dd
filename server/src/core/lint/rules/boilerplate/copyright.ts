import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const copyright: Rule = {
  code: 'boilerplate.copyright',
  severity: 'warning',
  summary: 'A line about who owns the text and who may reprint it.',
  why:
    'Such lines bind, but they bind the copy on the site; in the archive they are repeated in each file. ' +
    'Whether one has to be kept is for a person to say, so the fix is only suggested.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p>版权所有，未经授权不得转载。</p>
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
  check: blockReports('copyright', {
    found: message('Copyright notice left by the site; expected article text only.'),
    remove: message('Remove the copyright notice'),
  }),
};
