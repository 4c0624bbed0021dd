import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const emptyBlock: Rule = {
  code: 'boilerplate.empty-block',
  severity: 'info',
  summary: 'A block with nothing in it to read or to look at.',
  why:
    'Editors on the web make space with empty paragraphs, and scripts leave the boxes they would have ' +
    'filled. Both become blank lines or stray boxes in whatever is made from the article. Table cells and ' +
    'items of numbered lists hold a place and stay.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p>&nbsp;</p>
<div id="below_article"></div>
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
  check: blockReports('empty-block', {
    found: message('Block without content; expected text or an image in it.'),
    remove: message('Remove the empty block'),
  }),
};
