import { describe, expect, it } from 'vitest';
import { readGroups } from '../../../server/src/core/article/groups.ts';
import { parseHtml } from '../../../server/src/core/article/html.ts';
import { readLines } from '../../../server/src/core/article/lines.ts';

/** A group as lines: `# heading`, then `number title | organisation + organisation (role)`. */
export function describeGroups(html: string): readonly string[] {
  const groups = readGroups(readLines(parseHtml(html, { start: 0, end: html.length }).document));
  return groups.flatMap(({ heading, parents, projects }) => [
    ['#', ...parents.map(({ value }) => `${value} >`), heading?.value ?? '-'].join(' '),
    ...projects.map(({ number, title, organizations }) => {
      const names = organizations.map(({ name, role }) => (role ? `${name.value} (${role})` : name.value));
      return [`${number} ${title.value}`, ...(names.length > 0 ? [names.join(' + ')] : [])].join(' | ');
    }),
  ]);
}

export function paragraphs(...lines: readonly string[]): string {
  return lines.map((line) => `<p>　　${line}</p>`).join('\n');
}

export interface Case {
  readonly name: string;
  readonly html: string;
  readonly groups: readonly string[];
}

export function check(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    it.each(cases)('$name', ({ html, groups }) => {
      expect(describeGroups(html)).toEqual(groups);
    });
  });
}
