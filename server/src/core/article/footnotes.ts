import type { Line } from './lines.ts';
import type { MarkedLine } from './lists.ts';

/**
 * The lines (by index) among those with a number that are footnotes and no entries of a list: what counts from 1 below a
 * line that says so ("注：", "参考文献"), and circled numbers to which the text above refers, each from another place.
 */
export function footnoteLines(lines: readonly Line[], marked: readonly MarkedLine[]): ReadonlySet<number> {
  const notes = new Set<number>();
  let references: ReadonlyMap<string, number> | undefined;
  let run: MarkedLine | undefined;
  for (const at of marked) {
    const { line, mark } = at;
    const goesOn = run && run.mark.style === mark.style && mark.value === run.mark.value + 1;
    const begins = mark.value === 1 && announcesNotes(lines[line - 1]);
    if (goesOn || begins) {
      notes.add(line);
      run = at;
    } else if (mark.value === 1) run = undefined;
    if (mark.style !== '①' || notes.has(line)) continue;
    references ??= referencesIn(lines);
    if ((references.get(mark.label) ?? line) < line) notes.add(line);
  }
  return notes;
}

function announcesNotes(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= longestAnnouncement && announcement.test(line.text);
}

const longestAnnouncement = 8;
const announcement =
  /^[【［[]?(?:注|注释|脚注|尾注|附注|参考文献|参考资料|引用资料|资料来源|References)[】］\]]?[：:]?$/i;

/**
 * Circled numbers behind words of the text, with the last line in which each stands. A number that stands twice, or next to
 * another ("①②③", "①至③"), tells of entries rather than that it refers to a note.
 */
function referencesIn(lines: readonly Line[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const several = new Set<string>();
  lines.forEach(({ text }, line) => {
    for (const { 1: label = '' } of text.matchAll(reference)) {
      if (places.has(label)) several.add(label);
      places.set(label, line);
    }
  });
  for (const label of several) places.delete(label);
  return places;
}

const reference = /(?<![①-⑳][\s\S]?)(?<=[\p{Script=Han}”』」》）])(?<![第见中即从])([①-⑳])(?![\s\S]?[①-⑳])/gu;
