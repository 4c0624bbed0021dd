import type { Group, Project } from '../../../article/projects.ts';
import type { Span } from '../../../text/span.ts';

/** Each project of a group together with the one before it. */
export function* neighbours(
  groups: readonly Group[],
): Generator<{ readonly before: Project; readonly project: Project; readonly group: Group }> {
  for (const group of groups) {
    let before: Project | undefined;
    for (const project of group.projects) {
      if (before) yield { before, project, group };
      before = project;
    }
  }
}

/** Where a project's number is reported: at its title where the number is not printed, as in an `<ol>`. */
export function numberSpan({ label, title }: Project): Span {
  return label.span.end > label.span.start ? label.span : title.span;
}
