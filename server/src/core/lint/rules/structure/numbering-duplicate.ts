import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { neighbours, numberSpan } from './neighbours.ts';
import { renumbering } from './renumbering.ts';

export const numberingDuplicate: Rule = {
  code: 'structure.numbering-duplicate',
  severity: 'warning',
  summary: 'Two projects in a row have the same number.',
  why:
    'References to “项目3” become ambiguous, and the count of the list no longer agrees with its last number. The fix ' +
    'renumbers the list from the second of the two, in the form that its numbers have. A person has to look: the list may ' +
    'have been put together from two.',
  example: {
    before: `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
<p>　　2.社区食堂（市民政局）</p>
<p>　　3.校园停车（市公安局）</p>
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
      if (project.number !== before.number) continue;
      const renumbered = renumbering(article, project, project.number + 1);
      yield {
        span: numberSpan(project),
        message: message('Number {0} stands twice in a row; expected {1}.', project.number, project.number + 1),
        // The number that is reported changes, too, and stands for itself.
        related: [
          { span: numberSpan(before), message: message('The project before.') },
          ...(renumbered?.related ?? []),
        ],
        fixes: renumbered ? [renumbered.fix] : [],
      };
    }
  },
};
