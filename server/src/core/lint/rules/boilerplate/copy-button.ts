import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const copyButton: Rule = {
  code: 'boilerplate.copy-button',
  severity: 'warning',
  summary: 'A button that copies code.',
  why:
    'The words on the button (“复制代码”) became part of the code they stood beside, and are copied along with ' +
    'it.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<pre><code>npm test
<span class="copy-code-btn">复制代码</span></code></pre>
</div>
`,
    after: `---
title: '社区食堂开张'
---

<div>
<pre><code>npm test
</code></pre>
</div>
`,
  },
  check: blockReports('copy-button', {
    found: message('Copy button left by the site; expected the code only.'),
    remove: message('Remove the copy button'),
  }),
};
