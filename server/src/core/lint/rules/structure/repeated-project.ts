import type { Project } from '../../../article/projects.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

const example = `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
<p>　　3.路灯补亮（市城管局）</p>
</div>
`;

export const repeatedProject: Rule = {
  code: 'structure.repeated-project',
  severity: 'warning',
  summary: 'The same project is listed twice.',
  why:
    'A project with the title of another, and with no other organisation, was usually copied in twice when the list was ' +
    'put together, and every count of the exported data is wrong by one. Titles are compared without punctuation and white ' +
    'space. There is no fix: to take one out means to renumber, and which one is for a person to say.',
  example: { before: example, after: example },
  *check({ groups }): Iterable<Report> {
    const sameTitles = new Map<string, Project[]>();
    for (const project of groups.flatMap(({ projects }) => projects)) {
      const words = wordsOf(project.title.value);
      if (words.length < shortestTitle) continue;
      const known = sameTitles.get(words);
      // Organisations are read only where titles are the same, which is rare.
      const before = known?.find((other) => organizationsOf(other) === organizationsOf(project));
      if (!before) {
        if (known) known.push(project);
        else sameTitles.set(words, [project]);
        continue;
      }
      yield {
        span: project.title.span,
        message: message('This project is listed before, as number {0}; expected it once.', before.number),
        related: [{ span: before.title.span, message: message('The same project.') }],
      };
    }
  },
};

/** Shorter titles, 概况 or 其他, are the names of sections, and repeat. */
const shortestTitle = 4;

function organizationsOf({ organizations }: Project): string {
  return organizations
    .map(({ name }) => wordsOf(name.value))
    .sort()
    .join('|');
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
