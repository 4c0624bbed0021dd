import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const style: Rule = {
  code: 'boilerplate.style',
  severity: 'info',
  summary: 'A style sheet inside the article.',
  why:
    'Style sheets belong to the page the article was taken from. They are invisible there, but tools that ' +
    'turn markup into text print them as text, the more so when their braces were escaped on the way.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<style>.qr&#123;padding:8px&#125;</style>
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
  check: blockReports('style', {
    found: message('Style sheet left by the site; expected article text only.'),
    remove: message('Remove the style sheet'),
  }),
};
