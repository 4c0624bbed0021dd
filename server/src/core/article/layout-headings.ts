import { isTag } from 'domhandler';
import type { Line } from './lines.ts';
import type { Mark } from './numbering.ts';
import { isOrganizationName } from './organizations.ts';
import { isNumberHeader } from './tables.ts';

/** A line that its place and its look make a heading; those that look alike have one `look`. */
export interface LayoutHeading {
  readonly line: number;
  readonly look: string;
}

/**
 * The headings that no markup tells: short lines of one look, each directly above an entry, the first of them above the
 * entry with which the numbers begin ("交通类：", "【交通类】", "▍交通类", a centred line). One such line is enough where
 * its look is that of headings only; plain ones must repeat, and be fewer than half of the entries, or else they are
 * what stands below each entry.
 *
 * `markOf` gives the number that a line begins with, `isTaken` is true for lines that are known to be something else.
 */
export function findLayoutHeadings(
  lines: readonly Line[],
  markOf: (line: number) => Mark | undefined,
  isTaken: (line: number) => boolean,
): readonly LayoutHeading[] {
  const candidates = new Map<string, Candidate[]>();
  const entries = new Map<string, number>();
  lines.forEach((line, index) => {
    const mark = markOf(index);
    if (!mark) return;
    entries.set(mark.style, (entries.get(mark.style) ?? 0) + 1);
    const at = aboveColumnHeaders(lines, markOf, index);
    const above = lines[at];
    if (!above || markOf(at) || isTaken(at) || !couldBeHeading(above)) return;
    const look = `${mark.style} ${at < index - 1 ? 'over columns ' : ''}${lookOf(above, line)}`;
    const own = candidates.get(look);
    const candidate = { line: at, look, text: above.text, mark };
    if (own) own.push(candidate);
    else candidates.set(look, [candidate]);
  });
  return [...candidates.values()]
    .filter((own) => areHeadings(own, entries.get(own[0]?.mark.style ?? '') ?? 0))
    .flat()
    .sort((a, b) => a.line - b.line);
}

/** The line above `index`; above the heads of columns, where a table is made of other elements than those of tables. */
function aboveColumnHeaders(lines: readonly Line[], markOf: (line: number) => Mark | undefined, index: number): number {
  for (let at = index - 1; at > index - mostColumns && !markOf(at); at--) {
    if (isNumberHeader(lines[at]?.text ?? '')) return at - 1;
  }
  return index - 1;
}

const mostColumns = 8;

interface Candidate extends LayoutHeading {
  readonly text: string;
  /** The number of the entry below. */
  readonly mark: Mark;
}

const longestHeading = 30;

function couldBeHeading({ text }: Line): boolean {
  return text.length <= longestHeading && !/[。；;！!？?…，,、]$|[：:].|^[（(].*[)）]$/.test(text);
}

function areHeadings(candidates: readonly Candidate[], entryCount: number): boolean {
  const [first] = candidates;
  if (first?.mark.value !== 1) return false;
  if (candidates.length > 1 && candidates.every(({ text }) => text === first.text)) return false;
  if (first.look.endsWith(ownLook)) return true;
  const isRestarting = candidates.every(({ mark }) => mark.value === 1);
  return candidates.length >= 2 && candidates.length * 2 <= entryCount + (isRestarting ? candidates.length : 0);
}

/** Ends the look of lines that are headings by themselves. */
const ownLook = '!';

/** What two headings of one list have in common. */
function lookOf(line: Line, entry: Line): string {
  const { text } = line;
  if (/^【[^】]*】$|^〖[^〗]*〗$|^[▌▍▎▋█■◆▶►★]/.test(text)) return text.charAt(0) + ownLook;
  if (isCentred(line) && !isCentred(entry)) return `centred${isOrganizationName(text) ? '' : ownLook}`;
  return `${styleOf(line)} ${/[：:]$/.test(text) ? '：' : ''}`;
}

function isCentred({ block }: Line): boolean {
  if (!isTag(block)) return false;
  const { name, attribs } = block;
  return name === 'center' || attribs.align === 'center' || /text-align:\s*center/i.test(attribs.style ?? '');
}

/** The element of a line and of its first words, with what styles them. */
function styleOf({ block, segments }: Line): string {
  const inline = segments[0]?.node.parent;
  return [block, inline]
    .map((element) =>
      element && isTag(element) ? `<${element.name} ${element.attribs.class} ${element.attribs.style}>` : '',
    )
    .join('');
}
