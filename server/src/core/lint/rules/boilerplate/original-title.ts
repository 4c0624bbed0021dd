import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const originalTitle: Rule = {
  code: 'boilerplate.original-title',
  severity: 'warning',
  summary: 'A line that repeats the title, or gives the title the article had elsewhere.',
  why:
    'The title stands in the front matter. A title from elsewhere (“原标题：……”) is worth keeping as ' +
    '`originalTitle:`; the first fix moves it there.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>原标题：家门口的食堂</p>
<p>　　第三家社区食堂昨天开张。</p>
</div>
`,
    after: `---
title: '社区食堂开张'
originalTitle: 家门口的食堂
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
</div>
`,
  },
  check: blockReports('original-title', {
    found: message('Original title left by the site; expected it in the front matter only.'),
    remove: message('Remove the original title'),
  }),
};
