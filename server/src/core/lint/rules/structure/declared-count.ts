import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

const example = `---
title: '示例'
---

<div>
<p>　　一、民生实事（3件）</p>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
</div>
`;

export const declaredCountDiffers: Rule = {
  code: 'structure.declared-count',
  severity: 'warning',
  summary: 'A heading promises another number of projects than its list has.',
  why:
    'A heading such as “十大市级项目” or “市级民生实事（8件）” says how many projects follow. When the list has more or ' +
    'fewer, something was lost or added on the way. There is no fix: only the source can tell which of the two is right.',
  example: { before: example, after: example },
  *check({ groups }): Iterable<Report> {
    for (const { declaredCount, projects } of groups) {
      if (!declaredCount || declaredCount.value === projects.length) continue;
      yield {
        span: declaredCount.span,
        message: message(
          'The heading announces {0} projects, but {1} are listed; expected the same number.',
          declaredCount.value,
          projects.length,
        ),
      };
    }
  },
};
