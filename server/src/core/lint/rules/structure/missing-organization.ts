import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

const example = `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
<p>　　3.社区食堂</p>
<p>　　4.校园停车（市公安局）</p>
</div>
`;

/** With more than one project in this many without an organisation, the list is taken to be that way on purpose. */
const fewest = 3;

export const missingOrganization: Rule = {
  code: 'structure.missing-organization',
  severity: 'info',
  summary: 'A project names no organisation, although the others of its list do.',
  why:
    'Lists of projects name who is responsible for each. Where one entry of such a list has no name, it was usually lost ' +
    'when the page was scraped, and the exported row has an empty cell. There is no fix: only the source can tell.',
  example: { before: example, after: example },
  *check({ groups }): Iterable<Report> {
    for (const { projects } of groups) {
      const without = projects.filter(({ organizations }) => organizations.length === 0);
      if (without.length === 0 || without.length * fewest > projects.length) continue;
      for (const { title } of without) {
        yield {
          span: title.span,
          message: message(
            'No organisation is named; expected one, as in {0} of the {1} projects of this list.',
            projects.length - without.length,
            projects.length,
          ),
        };
      }
    }
  },
};
