import type { Article } from '../core/article/article.ts';
import type { FileFilter } from './file-filter.ts';
import type { Files } from './files.ts';
import type { WorkspaceIndex } from './index.ts';
import type { ArticleSummary } from './summary.ts';

/** A folder of the workspace, with what decides what becomes of its files. */
export interface IndexedFolder {
  /** Ends in a slash, so that the URI of each file in it begins with it. */
  readonly uri: string;
  readonly files: Files;
  readonly filter: FileFilter;
  /** Whether to go on with so many files; asked once they are counted. */
  confirm(count: number): Promise<boolean>;
  /** The summary of an article, or of a text; undefined where that is no article. */
  summarize(source: Article | string): ArticleSummary | undefined;
}

export interface BuilderPorts {
  readonly index: WorkspaceIndex;
  /** An open document wins over its file: its article, or null where it is none. Undefined where it is not open. */
  openDocument(uri: string): Article | null | undefined;
  /** In milliseconds, from any moment. */
  now(): number;
  /** Resolves when everything that waits has been answered. */
  giveWay(): Promise<void>;
  onProgress(progress: Progress): void;
  onFailure(uri: string, error: unknown): void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * - `idle`: no folder was ever given.
 * - `building`: the index grows; what it says is true, but not yet of everything.
 * - `complete`: it holds every article of the folders.
 * - `stopped`: somebody would not have it finished. Files that change are still taken in.
 */
export type BuildState = 'idle' | 'building' | 'complete' | 'stopped';

export interface IndexBuilder {
  readonly state: BuildState;
  /** Makes the index that of these folders. What it holds of them stays until it has been read anew. */
  build(folders: readonly IndexedFolder[]): void;
  /** Looks at a file again, because it or its document was changed, created or deleted. */
  update(uri: string): void;
  stop(): void;
  /** Resolves when there is nothing left to do. Never fails. */
  settled(): Promise<void>;
}

/** In milliseconds: how long anything else has to wait for its turn. */
const longestSlice = 8;

/** Files that are read at the same time, ahead of the one that is worked on. */
const filesAhead = 16;

export function createIndexBuilder(ports: BuilderPorts): IndexBuilder {
  const { index } = ports;
  const changed = new Set<string>();
  let folders: readonly IndexedFolder[] = [];
  let unread: IndexedFolder[] = [];
  /** Goes up when what is under way has become pointless. */
  let order = 0;
  let sliceStart = 0;
  let state: BuildState = 'idle';
  let running: Promise<void> | undefined;

  const start = (): void => {
    running ??= run();
  };

  const run = async (): Promise<void> => {
    // What asked for the run has to be finished first.
    await ports.giveWay();
    while (changed.size > 0 || unread.length > 0) {
      await takeChanges();
      const folder = unread.shift();
      if (folder) await take(folder).catch((error) => ports.onFailure(folder.uri, error));
    }
    if (state === 'building') state = 'complete';
    running = undefined;
  };

  /** To be awaited between two articles. */
  const giveWayInTime = async (): Promise<void> => {
    if (ports.now() - sliceStart < longestSlice) return;
    await ports.giveWay();
    sliceStart = ports.now();
  };

  const takeChanges = async (): Promise<void> => {
    for (const uri of changed) {
      changed.delete(uri);
      const folder = folderOf(uri);
      const isOurs = folder && (await folder.filter.accepts(pathIn(folder, uri)));
      const text = isOurs ? await folder.files.read(uri) : undefined;
      // The folder may have left the workspace while its file was read.
      if (folder && isOurs && folders.includes(folder)) put(uri, folder, text);
      else index.delete(uri);
      await giveWayInTime();
    }
  };

  const take = async (folder: IndexedFolder): Promise<void> => {
    const mine = order;
    const uris = await list(folder);
    if (mine !== order) return;
    forgetAllBut(uris, folder);
    if (!(await folder.confirm(uris.length))) {
      if (mine === order) state = 'stopped';
      return;
    }
    for await (const [position, uri, text] of readAhead(uris, folder)) {
      if (mine !== order) return;
      put(uri, folder, text);
      ports.onProgress({ done: position + 1, total: uris.length });
      await takeChanges();
      await giveWayInTime();
    }
  };

  const put = (uri: string, folder: IndexedFolder, text: string | undefined): void => {
    try {
      const open = ports.openDocument(uri);
      const source = open === undefined ? text : open;
      const summary = source === null || source === undefined ? undefined : folder.summarize(source);
      if (summary) index.set(uri, summary);
      else index.delete(uri);
    } catch (error) {
      index.delete(uri);
      ports.onFailure(uri, error);
    }
  };

  const forgetAllBut = (uris: readonly string[], folder: IndexedFolder): void => {
    const kept = new Set(uris);
    for (const [uri] of index.entries()) if (folderOf(uri) === folder && !kept.has(uri)) index.delete(uri);
  };

  /** Of folders in each other the inner one, which may have settings of its own. */
  const folderOf = (uri: string): IndexedFolder | undefined =>
    folders
      .filter((folder) => uri.startsWith(folder.uri))
      .reduce<IndexedFolder | undefined>(
        (inner, folder) => (inner && inner.uri.length > folder.uri.length ? inner : folder),
        undefined,
      );

  const list = async (folder: IndexedFolder): Promise<readonly string[]> => {
    const uris: string[] = [];
    for await (const { path, uri } of folder.files.list(folder.uri, folder.filter.enters)) {
      if (folderOf(uri) === folder && (await folder.filter.accepts(path))) uris.push(uri);
    }
    return uris.sort();
  };

  return {
    get state() {
      return state;
    },
    build(next) {
      order++;
      folders = next;
      unread = [...next];
      for (const [uri] of index.entries()) if (!folderOf(uri)) index.delete(uri);
      state = next.length > 0 ? 'building' : 'complete';
      start();
    },
    update(uri) {
      if (folders.length === 0) return;
      changed.add(uri);
      start();
    },
    stop() {
      if (state !== 'building') return;
      order++;
      unread = [];
      state = 'stopped';
    },
    settled: async () => running,
  };
}

/** Reads files some steps ahead of whoever takes their texts, in order. */
async function* readAhead(
  uris: readonly string[],
  { files }: IndexedFolder,
): AsyncGenerator<[position: number, uri: string, text: string | undefined]> {
  const reading: Promise<string | undefined>[] = [];
  for (const [position, uri] of uris.entries()) {
    while (reading.length < filesAhead) {
      const next = uris[position + reading.length];
      if (next === undefined) break;
      reading.push(files.read(next));
    }
    yield [position, uri, await reading.shift()];
  }
}

function pathIn(folder: IndexedFolder, uri: string): string {
  return decodeURIComponent(uri.slice(folder.uri.length));
}
