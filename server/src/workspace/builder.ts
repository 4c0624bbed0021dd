import type { Article } from '../core/article/article.ts';
import type { SummaryCache } from './cache.ts';
import type { FileFilter } from './file-filter.ts';
import type { FileContent, FileEntry, Files } from './files.ts';
import type { WorkspaceIndex } from './index.ts';
import { type ArticleSummary, isSameSummary } from './summary.ts';

/** A folder of the workspace, with what decides what becomes of its files. */
export interface IndexedFolder {
  /** Ends in a slash, so that the URI of each file in it begins with it. */
  readonly uri: string;
  readonly files: Files;
  readonly filter: FileFilter;
  /** What is known of the folder from earlier sessions; undefined where nothing is kept. */
  openCache(): Promise<SummaryCache | undefined>;
  /** Whether to go on with so many files; asked once they are counted. */
  confirm(count: number): Promise<boolean>;
  /** The summary of an article, or of what a file holds; undefined where that is no article. */
  summarize(source: Article | FileContent): ArticleSummary | undefined;
}

export interface BuilderPorts {
  readonly index: WorkspaceIndex;
  /** An open document wins over its file: its article, or null where it is none. Undefined where it is not open. */
  openDocument(uri: string): Article | null | undefined;
  /** In milliseconds, from any moment. */
  now(): number;
  /** The present, in milliseconds since 1970 UTC. */
  today(): number;
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
  /** Looks at what is in a folder, should that be one: it may have come with its files. */
  updateFolder(uri: string): void;
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
  const appeared = new Set<string>();
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
    while (changed.size > 0 || appeared.size > 0 || unread.length > 0) {
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
    for (const uri of appeared) {
      appeared.delete(uri);
      for (const file of await filesBelow(uri)) changed.add(file);
    }
    for (const uri of changed) {
      changed.delete(uri);
      const folder = folderOf(uri);
      const isOurs = folder && (await folder.filter.accepts(pathIn(folder, uri)));
      const content = isOurs ? await folder.files.read(uri) : undefined;
      // The folder may have left the workspace while its file was read.
      if (folder && isOurs && folders.includes(folder)) put(uri, folder, content);
      else index.delete(uri);
      await giveWayInTime();
    }
  };

  const filesBelow = async (uri: string): Promise<readonly string[]> => {
    const folder = folderOf(uri);
    if (!folder) return [];
    const path = pathIn(folder, uri);
    if (!(await folder.filter.enters(path))) return [];
    const files: string[] = [];
    for await (const entry of folder.files.list(`${uri}/`, below(path, folder.filter))) files.push(entry.uri);
    return files;
  };

  const take = async (folder: IndexedFolder): Promise<void> => {
    const mine = order;
    const entries = await list(folder);
    if (mine !== order) return;
    forgetAllBut(entries, folder);
    const isWanted = await folder.confirm(entries.length);
    if (mine !== order) return;
    if (!isWanted) {
      state = 'stopped';
      return;
    }
    const cache = await folder.openCache();
    await readAll(folder, entries, cache, () => mine === order);
    await cache?.finish();
  };

  const readAll = async (
    folder: IndexedFolder,
    entries: readonly FileEntry[],
    cache: SummaryCache | undefined,
    isWanted: () => boolean,
  ): Promise<void> => {
    const unknown: FileEntry[] = [];
    for (const entry of entries) {
      if (!isWanted()) return;
      const known = entry.stamp && !isOpen(entry.uri) ? cache?.get(nameIn(folder, entry.uri), entry.stamp) : undefined;
      if (known === undefined || isOver(known)) unknown.push(entry);
      else if (known === null) index.delete(entry.uri);
      else index.set(entry.uri, known);
      await takeTurn();
    }
    let done = entries.length - unknown.length;
    for await (const [{ uri, stamp }, content] of readAhead(unknown, folder)) {
      if (!isWanted()) return;
      const summary = put(uri, folder, content);
      if (stamp && summary !== undefined && !isOpen(uri)) cache?.put(nameIn(folder, uri), stamp, summary);
      ports.onProgress({ done: ++done, total: entries.length });
      await takeTurn();
    }
  };

  /** What depends on the day is found out anew when the day has come. */
  const isOver = (known: ArticleSummary | null): boolean => known?.until != null && known.until <= ports.today();

  const isOpen = (uri: string): boolean => ports.openDocument(uri) !== undefined;

  /** Between two articles. */
  const takeTurn = async (): Promise<void> => {
    await takeChanges();
    await giveWayInTime();
  };

  /** Takes in what a file or its document holds; returns it, null for no article, undefined where it cannot be known. */
  const put = (
    uri: string,
    folder: IndexedFolder,
    content: FileContent | undefined,
  ): ArticleSummary | null | undefined => {
    try {
      const open = ports.openDocument(uri);
      const source = open === undefined ? content : open;
      const summary = source === null || source === undefined ? undefined : folder.summarize(source);
      const before = index.get(uri);
      if (!summary) index.delete(uri);
      // An article that is opened, or saved as it was, is nothing new to anybody.
      else if (!before || !isSameSummary(before, summary)) index.set(uri, summary);
      return source === undefined ? undefined : (summary ?? null);
    } catch (error) {
      index.delete(uri);
      ports.onFailure(uri, error);
      return undefined;
    }
  };

  const forgetAllBut = (entries: readonly FileEntry[], folder: IndexedFolder): void => {
    const kept = new Set(entries.map(({ uri }) => uri));
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

  const list = async (folder: IndexedFolder): Promise<readonly FileEntry[]> => {
    const entries: FileEntry[] = [];
    for await (const entry of folder.files.list(folder.uri, folder.filter)) {
      if (folderOf(entry.uri) === folder) entries.push(entry);
    }
    return entries.sort((a, b) => (a.uri < b.uri ? -1 : 1));
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
    updateFolder(uri) {
      if (folders.length === 0) return;
      appeared.add(uri);
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

/** Reads files some steps ahead of whoever takes what they hold, in order. */
async function* readAhead(
  entries: readonly FileEntry[],
  { files }: IndexedFolder,
): AsyncGenerator<[entry: FileEntry, content: FileContent | undefined]> {
  const reading: Promise<FileContent | undefined>[] = [];
  for (const [position, entry] of entries.entries()) {
    while (reading.length < filesAhead) {
      const next = entries[position + reading.length];
      if (next === undefined) break;
      reading.push(files.read(next.uri));
    }
    yield [entry, await reading.shift()];
  }
}

/** The filter for paths from a folder further down. */
function below(path: string, { enters, accepts }: FileFilter): FileFilter {
  return { enters: (folder) => enters(`${path}/${folder}`), accepts: (file) => accepts(`${path}/${file}`) };
}

/** As the URI spells it. */
function nameIn(folder: IndexedFolder, uri: string): string {
  return uri.slice(folder.uri.length);
}

function pathIn(folder: IndexedFolder, uri: string): string {
  return decodeURIComponent(nameIn(folder, uri));
}
