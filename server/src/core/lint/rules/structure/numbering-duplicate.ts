import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { neighbours, numberSpan } from './neighbours.ts';

const example = `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
<p>　　2.社区食堂（市民政局）</p>
</div>
`;

export const numberingDuplicate: Rule = {
  code: 'structure.numbering-duplicate',
  severity: 'warning',
  summary: 'Two projects in a row have the same number.',
  why:
    'References to “项目3” become ambiguous, and the count of the list no longer agrees with its last number. There is ' +
    'no fix: whether the number is wrong or the list was put together from two is for a person to say.',
  example: { before: example, after: example },
  *check({ groups }): Iterable<Report> {
    for (const { before, project } of neighbours(groups)) {
      if (project.number !== before.number) continue;
      yield {
        span: numberSpan(project),
        message: message('Number {0} stands twice in a row; expected {1}.', project.number, project.number + 1),
        related: [{ span: numberSpan(before), message: message('The project before.') }],
      };
    }
  },
};
