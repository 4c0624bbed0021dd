import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const navigation: Rule = {
  code: 'boilerplate.navigation',
  severity: 'warning',
  summary: 'Links and buttons for moving around the site.',
  why:
    'Where the page stood in the site (“当前位置：首页 > 新闻”), which article came before or after, and buttons to ' +
    'print, close or enlarge the page belong to the page, not to the article.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/news/">新闻</a></div>
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
  check: blockReports('navigation', {
    found: message('Page navigation left by the site; expected article text only.'),
    remove: message('Remove the navigation'),
  }),
};
