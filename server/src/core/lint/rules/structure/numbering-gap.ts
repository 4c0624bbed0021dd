import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { neighbours, numberSpan } from './neighbours.ts';
import { renumbering } from './renumbering.ts';

export const numberingGap: Rule = {
  code: 'structure.numbering-gap',
  severity: 'warning',
  summary: 'A number is left out between two projects.',
  why:
    'A list that goes from 7 to 9 has lost a project, when the page was scraped or before, or it was numbered wrongly. ' +
    'Either way its exported data cannot be trusted until somebody has looked. Only the source can tell which it was: ' +
    'where no project is missing, the fix renumbers the list from there, in the form that its numbers have.',
  example: {
    before: `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　3.井盖整治（市住建局）</p>
</div>
`,
    after: `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
</div>
`,
  },
  *check(article): Iterable<Report> {
    for (const { before, project, group } of neighbours(article.groups)) {
      if (project.number <= before.number + 1) continue;
      const missing = missingNumbers(before.number, project.number);
      // A number that stands elsewhere in the list was moved, not lost.
      const present = new Set(group.projects.map(({ number }) => number));
      if (missing.some((number) => present.has(number))) continue;
      const renumbered = renumbering(article, project, before.number + 1);
      yield {
        span: numberSpan(project),
        message: message(
          'Number {0} follows {1}; expected {2} in between.',
          project.number,
          before.number,
          rangeText(missing),
        ),
        related: [
          { span: numberSpan(before), message: message('The project before.') },
          ...(renumbered?.related ?? []),
        ],
        fixes: renumbered ? [renumbered.fix] : [],
      };
    }
  },
};

/** A list that leaves out more is two lists; a number read wrongly must not cost more than that. */
const mostMissing = 100;

/** The numbers between two that do not follow each other. */
function missingNumbers(before: number, after: number): readonly number[] {
  return Array.from({ length: Math.min(mostMissing, after - before - 1) }, (_, at) => before + 1 + at);
}

function rangeText(numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last ? String(first) : `${first}–${last}`;
}
