import { type IndexState, indexChangedNotification } from './protocol.ts';
import type { Session } from './session.ts';

/** What the index is at this moment. */
export function indexState({ workspace }: Session): IndexState {
  const { state, index, progress } = workspace;
  return { state, articleCount: index.size, ...(progress ? { progress } : {}) };
}

/** Tells the client when the index has changed: soon after the first change, and then no more often than it takes to look. */
export function tellIndexChanges(session: Session): void {
  const { connection, workspace } = session;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    waiting = undefined;
    connection
      .sendNotification(indexChangedNotification, indexState(session))
      .catch((error) => connection.console.error(`The client cannot be told of changes: ${error}`));
  };
  const soon = (): void => {
    if (waiting === undefined) waiting = setTimeout(tell, collecting);
  };
  workspace.onChange(soon);
  workspace.onStateChange(soon);
}

/** In milliseconds. */
const collecting = 1000;
