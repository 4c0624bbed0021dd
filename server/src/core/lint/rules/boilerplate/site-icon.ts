import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const siteIcon: Rule = {
  code: 'boilerplate.site-icon',
  severity: 'info',
  summary: 'A small picture of the site before the text, which stands for a category or an author.',
  why:
    'It illustrates the list that the article stood in, not the article. It is known by its size and by its ' +
    'address (`/categories/…`), and removing it is only suggested.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<div style="float:left"><img src="https://www.example.org/categories/food.png" width="80" height="80"></div>
<p>　　第三家社区食堂昨天开张。</p>
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
  check: blockReports('site-icon', {
    found: message('Category or author icon left by the site; expected illustrations only.'),
    remove: message('Remove the icon'),
  }),
};
