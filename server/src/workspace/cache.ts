import { joinBytes } from '../core/text/bytes.ts';
import { type ArticleSummary, summaryVersion } from './summary.ts';

/** Where the summaries of a folder are kept from one session to the next: one file a folder. */
export interface CacheStore {
  /** Undefined where there is none, or it cannot be read. */
  read(folder: string): Promise<Uint8Array | undefined>;
  /** @throws the system's error where nothing, or not all, could be written. */
  append(folder: string, content: string): Promise<void>;
  /** Writes the file anew, whole or not at all. @throws like `append`. */
  replace(folder: string, content: string | Uint8Array): Promise<void>;
}

/** Keeps as well what the user has said of a folder. */
export interface FolderStore extends CacheStore {
  /** Undefined where nothing was said. */
  recall(folder: string): Promise<string | undefined>;
  /** @throws like `append`. */
  remember(folder: string, answer: string): Promise<void>;
}

/** The summaries of a folder's files by name, which is any text without white space, and a stamp of the same kind. */
export interface SummaryCache {
  /** Undefined where the file was never read, or had another stamp then. */
  get(name: string, stamp: string): ArticleSummary | null | undefined;
  /** Null for a file that is no article. */
  put(name: string, stamp: string, summary: ArticleSummary | null): void;
  /** Resolves when everything has been written, or could not be. Never fails. */
  finish(): Promise<void>;
}

/**
 * Opens what is kept of a folder. `key` stands for everything but the file that a summary depends on: under another key
 * nothing that was kept counts.
 *
 * The file is a line that names the key, then a line a summary: checksum, stamp, name and JSON, with tabs between them. It is only ever
 * appended to, so that a session that is killed loses no more than its last lines; of two lines of one name the later
 * counts, and a line whose checksum is wrong counts as missing. What is out of date for the most part is written anew.
 */
export async function openCache(
  store: CacheStore,
  folder: string,
  key: string,
  onFailure: (error: unknown) => void,
): Promise<SummaryCache> {
  const header = `copydesk index ${summaryVersion} ${checksum(new TextEncoder().encode(key))}\n`;
  let kept = await store.read(folder);
  let writing: Promise<void> = Promise.resolve();
  let hasFailed = false;
  const write = (action: () => Promise<void>): void => {
    writing = writing.then(action).catch((error) => {
      if (!hasFailed) onFailure(error);
      hasFailed = true;
    });
  };

  const lines = kept && startsWith(kept, header) ? readLines(kept, header.length) : undefined;
  if (!lines) write(() => store.replace(folder, header));
  else if (lines.count > 2 * lines.byName.size + spareLines) {
    const live = [new TextEncoder().encode(header), ...[...lines.byName.values()].map(({ whole }) => whole)];
    write(() => store.replace(folder, joinBytes(live)));
  } else if (lines.isCut) write(() => store.append(folder, '\n'));

  let waiting: string[] = [];
  let waitingLength = 0;
  const flush = (): void => {
    if (waiting.length === 0 || hasFailed) return;
    const content = waiting.join('');
    waiting = [];
    waitingLength = 0;
    write(() => store.append(folder, content));
  };

  return {
    get(name, stamp) {
      const line = lines?.byName.get(name);
      return line?.stamp === stamp ? readSummary(line) : undefined;
    },
    put(name, stamp, summary) {
      const content = `${stamp}\t${name}\t${JSON.stringify(summary)}`;
      const line = `${checksum(new TextEncoder().encode(content))}\t${content}\n`;
      waiting.push(line);
      waitingLength += line.length;
      if (waitingLength >= chunk) flush();
    },
    async finish() {
      flush();
      kept = undefined;
      lines?.byName.clear();
      await writing;
    },
  };
}

/** In UTF-16 units: as much as is lost when the session is killed. */
const chunk = 256 * 1024;

/** A file may have this many outdated lines before it is written anew, even if it has few others. */
const spareLines = 1000;

interface Line {
  readonly stamp: string;
  readonly checksum: string;
  /** What the checksum is of. */
  readonly content: Uint8Array;
  readonly json: Uint8Array;
  /** With its line end. */
  readonly whole: Uint8Array;
}

function readLines(bytes: Uint8Array, from: number) {
  const byName = new Map<string, Line>();
  const decoder = new TextDecoder();
  let count = 0;
  let start = from;
  for (let end = bytes.indexOf(lineEnd, start); end >= 0; end = bytes.indexOf(lineEnd, start)) {
    const first = bytes.indexOf(tab, start);
    const second = bytes.indexOf(tab, first + 1);
    const third = bytes.indexOf(tab, second + 1);
    if (first > 0 && second > 0 && third > 0 && third < end) {
      byName.set(decoder.decode(bytes.subarray(second + 1, third)), {
        stamp: decoder.decode(bytes.subarray(first + 1, second)),
        checksum: decoder.decode(bytes.subarray(start, first)),
        content: bytes.subarray(first + 1, end),
        json: bytes.subarray(third + 1, end),
        whole: bytes.subarray(start, end + 1),
      });
    }
    count++;
    start = end + 1;
  }
  return { byName, count, isCut: start < bytes.length };
}

function readSummary(line: Line): ArticleSummary | null | undefined {
  if (checksum(line.content) !== line.checksum) return undefined;
  try {
    const summary: ArticleSummary | null = JSON.parse(new TextDecoder().decode(line.json));
    return summary;
  } catch {
    return undefined;
  }
}

const lineEnd = 0x0a;
const tab = 0x09;

/** FNV-1a with 32 bits: tells damage, not intent. */
function checksum(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash >>> 0).toString(16);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder().decode(bytes.subarray(0, text.length)) === text;
}
