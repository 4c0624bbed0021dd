import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { neighbours, numberSpan } from './neighbours.ts';
import { renumbering } from './renumbering.ts';

export const numberingOrder: Rule = {
  code: 'structure.numbering-order',
  severity: 'warning',
  summary: 'A project stands behind one with a higher number.',
  why:
    'Where 3 stands behind 4, two entries or their numbers were exchanged. The fix renumbers the list from the first of ' +
    'the two, in the form that its numbers have. A person has to look: perhaps the projects have to change places.',
  example: {
    before: `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　3.井盖整治（市住建局）</p>
<p>　　2.社区食堂（市民政局）</p>
<p>　　4.校园停车（市公安局）</p>
</div>
`,
    after: `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
<p>　　3.社区食堂（市民政局）</p>
<p>　　4.校园停车（市公安局）</p>
</div>
`,
  },
  *check(article): Iterable<Report> {
    for (const { before, project } of neighbours(article.groups)) {
      if (project.number >= before.number || project.number === 1) continue;
      const renumbered = renumbering(article, before, project.number);
      yield {
        span: numberSpan(project),
        message: message('Number {0} stands behind {1}; expected it before.', project.number, before.number),
        related: [
          { span: numberSpan(before), message: message('The project before.') },
          ...(renumbered?.related ?? []),
        ],
        fixes: renumbered ? [renumbered.fix] : [],
      };
    }
  },
};
