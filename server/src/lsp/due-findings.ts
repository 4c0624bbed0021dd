import type { WorkspaceIndex } from '../workspace/index.ts';

/**
 * Says when a finding in the index no longer holds, because the day has come: a date that lay in the future has become the
 * present. `onDue` is called once for all that are over by then, and should have their articles looked at again.
 */
export function followDays(index: WorkspaceIndex, onDue: () => void): void {
  const ends = new Map<string, number>();
  let next = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wait = (end: number): void => {
    next = end;
    clearTimeout(timer);
    if (next !== Number.POSITIVE_INFINITY)
      timer = setTimeout(look, Math.min(Math.max(0, next - Date.now()), longestWait));
  };
  const look = (): void => {
    const now = Date.now();
    let isDue = false;
    let first = Number.POSITIVE_INFINITY;
    for (const [uri, end] of ends) {
      if (end > now) {
        first = Math.min(first, end);
        continue;
      }
      ends.delete(uri);
      isDue = true;
    }
    wait(first);
    if (isDue) onDue();
  };
  index.onChange((uri) => {
    const end = index.get(uri)?.until ?? undefined;
    if (end === undefined) ends.delete(uri);
    else ends.set(uri, end);
    if (end !== undefined && end < next) wait(end);
  });
}

/** In milliseconds: a machine that slept meanwhile is not long behind the clock. */
const longestWait = 60 * 60 * 1000;
