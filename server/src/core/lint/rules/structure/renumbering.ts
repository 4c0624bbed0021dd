import type { Article } from '../../../article/article.ts';
import { numberedLike } from '../../../article/numeral-writing.ts';
import type { Project } from '../../../article/projects.ts';
import type { Edit } from '../../../text/edit.ts';
import { message } from '../../../text/message.ts';
import { sliceSpan } from '../../../text/span.ts';
import type { Fix, Related } from '../../rule.ts';

/**
 * The fix that gives `project` the number `value` and those after it the numbers that follow, as far as they have
 * others, each in the form of its own label; with the places that change. Lists whose numbers run on are renumbered
 * together. Undefined where a number is not printed, or has markup inside.
 */
export function renumbering(
  { text, groups }: Article,
  project: Project,
  value: number,
): { readonly fix: Fix; readonly related: readonly Related[] } | undefined {
  const edits: Edit[] = [];
  const related: Related[] = [];
  let next = value;
  for (const { label, number } of projectsFrom(
    groups.map((group) => group.projects),
    project,
  )) {
    if (number === next && edits.length > 0) break;
    const written = numberedLike(label.value, next);
    if (written === undefined || sliceSpan(text, label.span) !== label.value) return undefined;
    if (written !== label.value) {
      edits.push({ span: label.span, text: written });
      related.push({ span: label.span, message: message('Becomes {0}.', written) });
    }
    next++;
  }
  if (edits.length === 0) return undefined;
  return { fix: { title: message('Renumber from here'), safety: 'manual', edits }, related };
}

/** `first` and the projects after it in its list, and in the lists that go on from it number by number. */
function* projectsFrom(lists: readonly (readonly Project[])[], first: Project): Generator<Project> {
  const at = lists.findIndex((list) => list.includes(first));
  let before: Project | undefined;
  for (const list of lists.slice(Math.max(0, at))) {
    if (before && list[0]?.number !== before.number + 1) return;
    for (const project of before ? list : list.slice(list.indexOf(first))) {
      yield project;
      before = project;
    }
  }
}
