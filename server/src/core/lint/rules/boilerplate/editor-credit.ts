import { message } from '../../../text/message.ts';
import type { Rule } from '../../rule.ts';
import { blockReports } from './reports.ts';

export const editorCredit: Rule = {
  code: 'boilerplate.editor-credit',
  severity: 'warning',
  summary: 'A line that names editors, reporters or others who made the article.',
  why:
    'Credits are printed at the end of the page in a dozen forms (“责任编辑：李明”, “编辑 | 李明”, “（记者 李明）”). They are ' +
    'no part of the text but worth keeping as `editor:` in the front matter; the first fix moves the name ' +
    'there.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
<p class="article-editor">责任编辑：李明 </p>
</div>
`,
    after: `---
title: '社区食堂开张'
editor: 李明
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
</div>
`,
  },
  check: blockReports('editor-credit', {
    found: message('Editor credit left by the site; expected it in the front matter only.'),
    remove: message('Remove the editor credit'),
  }),
};
