import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  type InitializeParams,
  type Range,
  WatchKind,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { version } from '../../../package.json';
import type { Article } from '../core/article/article.ts';
import { parseArticle } from '../core/article/parse.ts';
import { looksLikeArticle } from '../core/article/recognize.ts';
import type { Finding, LintConfig } from '../core/lint/rule.ts';
import { positionFrom } from '../core/text/line-index.ts';
import { type Message, message } from '../core/text/message.ts';
import type { Span } from '../core/text/span.ts';
import { type BuildState, createIndexBuilder, type IndexedFolder, type Progress } from '../workspace/builder.ts';
import { type FolderStore, openCache } from '../workspace/cache.ts';
import { catalogueFile } from '../workspace/catalogues.ts';
import { createFileFilter } from '../workspace/file-filter.ts';
import { type FileEncoding, type Files, wholeText } from '../workspace/files.ts';
import { createWorkspaceIndex, type WorkspaceIndex } from '../workspace/index.ts';
import { findingsInHead, headOf, largestArticle } from '../workspace/large-articles.ts';
import { summarize } from '../workspace/summary.ts';
import type { ClientTraits } from './client-traits.ts';
import type { OpenDocuments } from './documents.ts';
import { createProto } from './proto.ts';
import type { DocumentSettings, Settings } from './settings.ts';

/** The articles of the client's folders, open or not. */
export interface Workspace {
  /** Grows in the background, and follows files and open documents. Its URIs are spelled as {@link spelled} spells them. */
  readonly index: WorkspaceIndex;
  /** `off`: the settings do not want any of the folders indexed; `idle`: there is none. */
  readonly state: BuildState | 'off';
  /** Called after `state` may have changed. */
  onStateChange(listener: () => void): void;
  /** Begins to read the folders; to be called once the client has said `initialized`. */
  start(): void;
  /** Reads the folders, also where the user would not have it before. */
  build(): void;
  /** Leaves the index as far as it is. */
  stop(): void;
  /** How far the folder that is being read has been read. */
  readonly progress: Progress | undefined;
  isOpen(uri: string): boolean;
  /** Whether the user wants to see the problems of an article that is not open. */
  reportsProblems(uri: string): boolean;
  /** Called after each change of the index; returns what ends it. */
  onChange(listener: () => void): () => void;
  /** Resolves when the index has taken in all that is known by now. Never fails. */
  settled(): Promise<void>;
  /** The files in all folders that may be articles, sorted; also where they are not indexed. */
  candidates(): Promise<readonly string[]>;
  /** The text of the open document, else of the file; undefined where there is none. */
  textOf(uri: string): Promise<string | undefined>;
  /** How the bytes of the file stand for its text; undefined where there is none. */
  encodingOf(uri: string): Promise<FileEncoding | undefined>;
  /** The folder of the workspace that a file lies in: a URI ending in `/`. */
  folderOf(uri: string): string | undefined;
  /** Called for each watched file that was created, changed or deleted on disk. */
  onFileChange(listener: (uri: string) => void): void;
  /** The ranges of spans in an article of the index, in the client's encoding; undefined where it is gone. */
  rangesOf(uri: string, spans: readonly Span[]): Promise<readonly Range[] | undefined>;
}

export interface WorkspacePorts {
  readonly connection: Connection;
  readonly client: ClientTraits;
  readonly documents: OpenDocuments;
  readonly settings: Settings;
  /** The client is told of changes of the index, and shows by itself how far it is. */
  readonly followsIndex: boolean;
  /** Where summaries are kept between sessions; undefined where they are not. */
  readonly cache: FolderStore | undefined;
  /** How to read a folder; undefined where nobody can. */
  filesOf(folder: string): Files | undefined;
  findingsOf(article: Article, config: LintConfig): readonly Finding[];
  render(message: Message): string;
}

export function trackWorkspace(ports: WorkspacePorts, params: InitializeParams): Workspace {
  const { connection, client, documents, settings } = ports;
  const index = createWorkspaceIndex();
  const openUris = new Map<string, string>();
  const progress = showProgress(ports, () => builder.stop());
  /** What the user has said of folders with many files; one that was asked about is false until it is answered. */
  const isWanted = new Map<string, boolean>();
  const watch = watchFiles(ports);
  let folders = foldersOf(params);
  let plans: readonly Plan[] = [];
  let lastTyped = Number.NEGATIVE_INFINITY;

  const fileListeners: ((uri: string) => void)[] = [];
  const stateListeners: (() => void)[] = [];
  const stateChanged = (): void => {
    for (const listener of stateListeners) listener();
  };

  const openDocument = (uri: string) => documents.get(openUris.get(uri) ?? uri);

  const builder = createIndexBuilder({
    index,
    openDocument(uri) {
      const document = openDocument(uri);
      return document?.kind === 'article' ? document.article() : document && null;
    },
    now: () => performance.now(),
    today: Date.now,
    async giveWay() {
      do await delay(0);
      while (performance.now() - lastTyped < pauseInTyping);
    },
    onProgress: progress.report,
    onFailure: (uri, error) => connection.console.error(`${uri} could not be indexed: ${error}`),
  });

  const filterOf = async (uri: string, files: Files, { index: { include, exclude } }: DocumentSettings) => {
    const hidden = client.configuration ? await hiddenFiles(connection, uri) : [];
    return createFileFilter({ include, exclude: [...exclude, ...hidden] }, async (folder) =>
      wholeText(await files.read(Utils.joinPath(URI.parse(uri), folder, '.gitignore').toString())),
    );
  };

  const planFolder = async (uri: string): Promise<Plan | undefined> => {
    const files = ports.filesOf(uri);
    const applying = await settings.of(uri);
    if (!files || !applying.index.enable) return undefined;
    const { include, askAbove, problems } = applying.index;
    return {
      include,
      schemaFiles: applying.schemaFiles,
      problems,
      uri,
      files,
      filter: await filterOf(uri, files, applying),
      openCache: async () => ports.cache && openCache(ports.cache, uri, keyOf(applying), cacheFailed),
      confirm: async (count) => count <= askAbove || (await isFolderWanted(uri, count)),
      summarize(source) {
        if (typeof source !== 'string' && !('head' in source)) return summaryOf(source, applying);
        const text = typeof source === 'string' ? source : source.head;
        if (!looksLikeArticle(text)) return undefined;
        const isWhole = typeof source === 'string' && text.length <= largestArticle;
        return isWhole ? summaryOf(parseArticle(text), applying) : summaryOfLarge(text, applying);
      },
    };
  };
  /** Nobody waits for the answer: where it is yes, the folders are read again. */
  const isFolderWanted = async (uri: string, count: number): Promise<boolean> => {
    const known = isWanted.get(uri) ?? (await recallAnswer(ports.cache, uri));
    isWanted.set(uri, known ?? false);
    if (known === undefined) ask(uri, count).catch((error) => connection.console.error(`Nobody was asked: ${error}`));
    return known ?? false;
  };
  const ask = async (uri: string, count: number): Promise<void> => {
    const answer = await askAboutFolder(ports, uri, count);
    if (answer !== undefined) await rememberAnswer(uri, answer);
    if (!answer) return;
    isWanted.set(uri, true);
    rebuild();
  };
  const rememberAnswer = async (uri: string, answer: boolean): Promise<void> =>
    ports.cache?.remember(uri, answer ? 'read' : 'never').catch(cacheFailed);
  const cacheFailed = (error: unknown): void => connection.console.warn(`The index cannot be kept: ${error}`);
  const summaryOf = (article: Article, { enable, lint }: DocumentSettings) =>
    summarize(article, enable ? ports.findingsOf(article, lint) : []);

  const summaryOfLarge = (text: string, { enable, lint }: DocumentSettings) => {
    const head = headOf(text);
    return summarize(head, enable ? findingsInHead(ports.findingsOf(head, lint)) : []);
  };

  const build = async (): Promise<void> => {
    plans = (await Promise.all(folders.map(planFolder))).flatMap((plan) => plan ?? []);
    builder.build(plans);
    watch(plans.flatMap(({ include, schemaFiles }) => [...include, ...schemaFiles.map(asGlob)]));
    stateChanged();
    await builder.settled();
    progress.end();
    stateChanged();
  };
  let building: Promise<void> = Promise.resolve();
  const rebuild = (): void => {
    building = build().catch((error) => connection.console.error(`The folders could not be indexed: ${error}`));
  };

  documents.onOpenOrChange((document) => {
    lastTyped = performance.now();
    const uri = spelled(document.uri);
    openUris.set(uri, document.uri);
    builder.update(uri);
  });
  documents.onClose((document) => {
    const uri = spelled(document.uri);
    openUris.delete(uri);
    builder.update(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) for (const listener of fileListeners) listener(uri);
    if (changes.some(({ uri }) => uri.endsWith('/.gitignore'))) rebuild();
    else {
      for (const uri of changedUris(changes, index)) builder.update(uri);
      for (const { uri, type } of changes) if (type === FileChangeType.Created) builder.updateFolder(spelled(uri));
    }
  });

  const candidatesIn = async (folder: string): Promise<readonly string[]> => {
    const files = ports.filesOf(folder);
    if (!files) return [];
    const filter = await filterOf(folder, files, await settings.of(folder));
    const inner = folders.filter((other) => other !== folder && other.startsWith(folder));
    const found: string[] = [];
    for await (const { uri } of files.list(folder, filter)) {
      // A folder in a folder may have settings of its own.
      if (!inner.some((other) => uri.startsWith(other))) found.push(uri);
    }
    return found;
  };

  const textOf = async (uri: string): Promise<string | undefined> =>
    openDocument(uri)?.text ?? wholeText(await ports.filesOf(uri)?.read(uri));

  return {
    index,
    get state() {
      if (folders.length === 0) return 'idle';
      return builder.state === 'complete' && plans.length === 0 ? 'off' : builder.state;
    },
    onStateChange: (listener) => void stateListeners.push(listener),
    start() {
      if (client.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => folderUri(uri)));
          folders = [
            ...new Set([...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => folderUri(uri))]),
          ];
          rebuild();
        });
      }
      settings.onChange(rebuild);
      rebuild();
    },
    build() {
      for (const uri of folders) {
        isWanted.set(uri, true);
        rememberAnswer(uri, true);
      }
      rebuild();
    },
    stop: builder.stop,
    get progress() {
      return progress.current;
    },
    isOpen: (uri) => openDocument(uri) !== undefined,
    reportsProblems: (uri) => plans.some((plan) => plan.problems && uri.startsWith(plan.uri)),
    onChange: index.onChange,
    async settled() {
      await building;
      await builder.settled();
    },
    candidates: async () => (await Promise.all(folders.map(candidatesIn))).flat().sort(),
    textOf,
    encodingOf: async (uri) => ports.filesOf(uri)?.encodingOf(uri),
    folderOf: (uri) => folders.find((folder) => spelled(uri).startsWith(folder)),
    onFileChange: (listener) => void fileListeners.push(listener),
    async rangesOf(uri, spans) {
      const summary = index.get(uri);
      if (!summary) return undefined;
      if (client.encoding === 'utf-16') {
        const position = (offset: number) => positionFrom(summary.lineStarts, offset);
        return spans.map(({ start, end }) => ({ start: position(start), end: position(end) }));
      }
      const text = await textOf(uri);
      return text === undefined ? undefined : spans.map(createProto(text, client.encoding).toRange);
    },
  };
}

/** In milliseconds: as long as somebody types, everything else waits. */
const pauseInTyping = 100;

interface Plan extends IndexedFolder {
  readonly include: readonly string[];
  readonly schemaFiles: readonly string[];
  readonly problems: boolean;
}

/** A glob for one file, wherever its folder lies. */
function asGlob(uri: string): string {
  return `**/${Utils.basename(URI.parse(uri)).replace(/[[\]{}?*]/g, '?')}`;
}

/** The one spelling of a URI under which the index knows it: clients differ in what they escape. */
export function spelled(uri: string): string {
  return URI.parse(uri).toString();
}

/** Everything besides the text that a summary depends on, except the time, of which the summary itself knows. */
function keyOf({ enable, lint: { now: _now, ...lint } }: DocumentSettings): string {
  return JSON.stringify([version, enable, lint], (_key, value: unknown) => {
    if (value instanceof Map) return [...value];
    return value instanceof RegExp ? String(value) : value;
  });
}

/** The folders that the client has open at this moment; for one that cannot say, those of the start. */
export async function foldersNow(
  connection: Connection,
  client: ClientTraits,
  params: InitializeParams,
): Promise<readonly string[]> {
  const folders = client.workspaceFolders ? await connection.workspace.getWorkspaceFolders() : null;
  return folders ? folders.map(({ uri }) => folderUri(uri)) : foldersOf(params);
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return [...new Set(uris.map(folderUri))];
}

function folderUri(uri: string): string {
  return `${spelled(uri).replace(/\/$/, '')}/`;
}

/** What the user hides from all of the editor: the globs of `files.exclude` that are on. */
async function hiddenFiles(connection: Connection, scopeUri: string): Promise<readonly string[]> {
  try {
    const globs: unknown = await connection.workspace.getConfiguration({ scopeUri, section: 'files.exclude' });
    if (typeof globs !== 'object' || globs === null) return [];
    return Object.entries(globs).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
  } catch {
    return [];
  }
}

async function recallAnswer(cache: FolderStore | undefined, uri: string): Promise<boolean | undefined> {
  const answer = await cache?.recall(uri);
  return answer === undefined ? undefined : answer === 'read';
}

/** Whether to read a folder of so many files, now and whenever it is opened; undefined for not now. */
async function askAboutFolder(
  { connection, render }: WorkspacePorts,
  uri: string,
  count: number,
): Promise<boolean | undefined> {
  const read = { title: render(message('Read Them')) };
  const later = { title: render(message('Not Now')) };
  const never = { title: render(message('Never for This Folder')) };
  const question = message(
    'There are {0} files that may be articles in {1}. Copydesk can read all of them in the background, to find projects, names and problems in files that are not open.',
    count,
    Utils.basename(URI.parse(uri.replace(/\/$/, ''))),
  );
  const answer = await connection.window.showInformationMessage(render(question), read, later, never);
  if (answer?.title === read.title) return true;
  return answer?.title === never.title ? false : undefined;
}

/** Registers for changes of the files that globs match, and for folders that come and go, of whose files nothing is told. */
function watchFiles({ connection, client }: WorkspacePorts): (globs: readonly string[]) => void {
  let watched = '';
  let registration: Promise<Disposable | undefined> = Promise.resolve(undefined);
  return (globs) => {
    const wanted = [...new Set(globs)].sort();
    if (!client.watchedFilesRegistration || wanted.join('\n') === watched) return;
    watched = wanted.join('\n');
    const watchers: FileSystemWatcher[] = [...wanted, '**/.gitignore', `**/${catalogueFile}`].map((globPattern) => ({
      globPattern,
    }));
    watchers.push({ globPattern: '**', kind: WatchKind.Create | WatchKind.Delete });
    registration = registration.then(async (before) => {
      before?.dispose();
      try {
        return await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      } catch (error) {
        connection.console.error(`Changes of files will go unnoticed: ${error}`);
        return undefined;
      }
    });
  };
}

/** The files that changed, and those of the index in folders that were deleted. */
function changedUris(changes: readonly FileEvent[], index: WorkspaceIndex): ReadonlySet<string> {
  const uris = new Set(changes.map(({ uri }) => spelled(uri)));
  const gone = new Set(
    changes.flatMap(({ uri, type }) => {
      const folder = spelled(uri);
      return type === FileChangeType.Deleted && !index.get(folder) ? [folder] : [];
    }),
  );
  if (gone.size === 0) return uris;
  for (const [uri] of index.entries()) {
    for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
      if (gone.has(uri.slice(0, end))) uris.add(uri);
    }
  }
  return uris;
}

/** Tells a client that shows progress how far the index is, once it takes longer than a moment. */
function showProgress(
  { connection, client, render, followsIndex }: WorkspacePorts,
  stop: () => void,
): { readonly current: Progress | undefined; report(progress: Progress): void; end(): void } {
  let current: Progress | undefined;
  let since: number | undefined;
  let lastReport = 0;
  let isOpening = false;
  let reporter: WorkDoneProgressServerReporter | undefined;

  const open = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    if (since === undefined) return;
    reporter = created;
    created.begin(render(message('Reading articles')), 0, undefined, true);
    created.token.onCancellationRequested(stop);
  };

  return {
    get current() {
      return current;
    },
    report({ done, total }) {
      current = { done, total };
      if (!client.workDoneProgress || followsIndex) return;
      const now = performance.now();
      since ??= now;
      if (now - since < aMoment || now - lastReport < betweenReports) return;
      lastReport = now;
      if (reporter) reporter.report((100 * done) / total, render(message('{0} of {1}', done, total)));
      else if (!isOpening) {
        isOpening = true;
        open().catch((error) => connection.console.error(`No progress can be shown: ${error}`));
      }
    },
    end() {
      current = undefined;
      since = undefined;
      isOpening = false;
      reporter?.done();
      reporter = undefined;
    },
  };
}

/** In milliseconds. */
const aMoment = 500;
const betweenReports = 250;

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
