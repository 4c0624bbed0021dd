import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { neighbours, numberSpan } from './neighbours.ts';

const example = `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　3.井盖整治（市住建局）</p>
</div>
`;

export const numberingGap: Rule = {
  code: 'structure.numbering-gap',
  severity: 'warning',
  summary: 'A number is left out between two projects.',
  why:
    'A list that goes from 7 to 9 has lost a project, when the page was scraped or before, or it was numbered wrongly. ' +
    'Either way its exported data cannot be trusted until somebody has looked. There is no fix: only the source can tell.',
  example: { before: example, after: example },
  *check({ groups }): Iterable<Report> {
    for (const { before, project } of neighbours(groups)) {
      if (project.number <= before.number + 1) continue;
      yield {
        span: numberSpan(project),
        message: message(
          'Number {0} follows {1}; expected {2} in between.',
          project.number,
          before.number,
          missingNumbers(before.number, project.number),
        ),
        related: [{ span: numberSpan(before), message: message('The project before.') }],
      };
    }
  },
};

function missingNumbers(before: number, after: number): string {
  const first = before + 1;
  const last = after - 1;
  return first === last ? String(first) : `${first}–${last}`;
}
