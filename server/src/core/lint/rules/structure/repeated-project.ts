import type { Group, Project } from '../../../article/projects.ts';
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
    for (const project of withCompanions(groups)) {
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

/** The projects whose titles have the Chinese characters of another one: few, and only their titles need be compared. */
function withCompanions(groups: readonly Group[]): readonly Project[] {
  const byCharacters = new Map<number, Project[]>();
  for (const { projects } of groups) {
    for (const project of projects) {
      const sum = sumOfHan(project.title.value);
      const own = byCharacters.get(sum);
      if (own) own.push(project);
      else byCharacters.set(sum, [project]);
    }
  }
  const several = [...byCharacters.values()].filter((own) => own.length > 1);
  return several.flat().sort((a, b) => a.title.span.start - b.title.span.start);
}

function sumOfHan(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) sum += code;
  }
  return sum;
}

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
