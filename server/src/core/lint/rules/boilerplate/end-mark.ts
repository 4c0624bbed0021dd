import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const endMark: Rule = {
  code: 'boilerplate.end-mark',
  severity: 'info',
  summary: 'A mark that says that the article ends.',
  why: 'Marks such as “— END —” or “（完）” help on a page where more follows. A file ends where it ends.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p>— END —</p>
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
  check: blockReports('end-mark', {
    found: message('End mark left by the site; expected article text only.'),
    remove: message('Remove the end mark'),
  }),
};
