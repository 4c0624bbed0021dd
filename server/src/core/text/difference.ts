/**
 * How `after` differs from `before`, for a person: what is removed stands in `[-…-]`, what is added in `{+…+}`, and a
 * space among these is shown as `␣`. Long stretches that both have are cut to their ends: "…食堂[-开张-]{+开业+}".
 *
 * @returns undefined where the texts are the same, or have so little in common that a comparison explains nothing.
 * Quadratic in texts of at most {@link longestCompared} characters; of longer ones only their common ends are found.
 */
export function describeDifference(before: string, after: string): string | undefined {
  if (before === after) return undefined;
  const [old, fresh] = [Array.from(before), Array.from(after)];
  const start = commonLength(old, fresh, (from, at) => from[at]);
  const end = commonLength(old.slice(start), fresh.slice(start), (from, at) => from[from.length - 1 - at]);
  const parts = [
    { kind: 'same', text: old.slice(0, start) },
    ...compare(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    { kind: 'same', text: old.slice(old.length - end) },
  ] as const;
  const same = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  if (same * 2 < Math.max(old.length, fresh.length)) return undefined;
  return parts.map((part, index) => show(part, index, parts.length)).join('');
}

interface Part {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: readonly string[];
}

/** Twice as long as any headline. */
const longestCompared = 200;
/** Characters of a common stretch that are shown beside a difference. */
const shownContext = 6;

function commonLength(
  a: readonly string[],
  b: readonly string[],
  characterAt: (text: readonly string[], at: number) => string | undefined,
): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && characterAt(a, length) === characterAt(b, length)) length++;
  return length;
}

/** By the longest common subsequence. */
function compare(old: readonly string[], fresh: readonly string[]): readonly Part[] {
  if (Math.max(old.length, fresh.length) > longestCompared) return [removed(old), added(fresh)];
  const width = fresh.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = fresh.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const parts: { readonly kind: Part['kind']; readonly text: string[] }[] = [];
  const put = (kind: Part['kind'], character: string | undefined): void => {
    const last = parts.at(-1);
    if (character === undefined) return;
    if (last?.kind === kind) last.text.push(character);
    else parts.push({ kind, text: [character] });
  };
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    if (row < old.length && old[row] === fresh[column]) {
      put('same', old[row++]);
      column++;
    } else if (
      row < old.length &&
      (column === fresh.length || lengthAt(row + 1, column) >= lengthAt(row, column + 1))
    ) {
      put('removed', old[row++]);
    } else put('added', fresh[column++]);
  }
  return parts;
}

function removed(text: readonly string[]): Part {
  return { kind: 'removed', text };
}

function added(text: readonly string[]): Part {
  return { kind: 'added', text };
}

function show({ kind, text }: Part, index: number, count: number): string {
  if (text.length === 0) return '';
  if (kind === 'removed') return `[-${visible(text)}-]`;
  if (kind === 'added') return `{+${visible(text)}+}`;
  const head = index === 0 ? [] : text.slice(0, shownContext);
  const tail = index === count - 1 ? [] : text.slice(-shownContext);
  return head.length + tail.length + 1 < text.length ? `${head.join('')}…${tail.join('')}` : text.join('');
}

function visible(text: readonly string[]): string {
  return text.join('').replace(/\s/g, '␣');
}
