import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const relatedLinks: Rule = {
  code: 'boilerplate.related-links',
  severity: 'warning',
  summary: 'Links to other articles of the site.',
  why:
    'Lists under headings like “相关阅读” or “热门排行” speak of other things. They are found by their heading and ' +
    'by consisting of links; links inside sentences, references and downloads stay.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<div><h4>相关阅读</h4><ul><li><a href="/a/1">社区食堂怎么办卡</a></li><li><a href="/a/2">哪些食堂周末开门</a></li></ul></div>
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
  check: blockReports('related-links', {
    found: message('Links to other articles left by the site; expected article text only.'),
    remove: message('Remove the links'),
  }),
};
