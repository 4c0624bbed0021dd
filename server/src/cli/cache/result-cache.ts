import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Results by name, each under a stamp, kept in a file from one run to the next. Names and stamps have no white space. */
export interface ResultCache {
  /** Undefined where nothing was kept under this name and stamp, or it is damaged. */
  get(name: string, stamp: string): Promise<string | undefined>;
  /** @param content is one line. */
  put(name: string, stamp: string, content: string): Promise<void>;
  /** Resolves when everything has been written. */
  finish(): Promise<void>;
}

/**
 * The file is a line that says what it is of, then a line a result: checksum, stamp, name and content, with tabs between
 * them. It is only ever appended to, so that a run that is killed loses its last results at most; of two lines of one name
 * the later counts, and a line whose checksum is wrong counts as missing. The results themselves stay on disk until they
 * are asked for: those of a large archive would not fit into memory.
 *
 * @throws the system's error where the file cannot be read and written; so do its methods.
 */
export async function openResultCache(file: string, header: string): Promise<ResultCache> {
  await mkdir(path.dirname(file), { recursive: true });
  let handle = await open(file, 'a+');
  const { places, end, lineCount } = await readPlaces(handle, header);
  if (end === 0) {
    await handle.truncate(0);
    await handle.appendFile(`${header}\n`);
  } else if (lineCount > 2 * places.size + spareLines) {
    await handle.close();
    handle = await rewrite(file, header, places);
  } else await handle.truncate(end);

  let waiting: Buffer[] = [];
  let waitingLength = 0;
  const flush = async (): Promise<void> => {
    if (waitingLength === 0) return;
    const content = Buffer.concat(waiting);
    waiting = [];
    waitingLength = 0;
    await handle.appendFile(content);
  };

  return {
    async get(name, stamp) {
      const place = places.get(name);
      if (place?.stamp !== stamp) return undefined;
      const line = await readLine(handle, place);
      const tab = line.indexOf('\t');
      const rest = line.subarray(tab + 1);
      if (tab < 0 || line.toString('latin1', 0, tab) !== checksum(rest)) return undefined;
      return rest.toString('utf8', Buffer.byteLength(`${stamp}\t${name}\t`));
    },
    async put(name, stamp, content) {
      const rest = Buffer.from(`${stamp}\t${name}\t${content}`);
      const line = Buffer.concat([Buffer.from(`${checksum(rest)}\t`), rest, Buffer.from('\n')]);
      waiting.push(line);
      waitingLength += line.length;
      if (waitingLength >= chunk) await flush();
    },
    async finish() {
      try {
        await flush();
      } finally {
        await handle.close();
      }
    },
  };
}

interface Place {
  readonly stamp: string;
  /** Of the line in the file, in bytes, without its line end. */
  readonly start: number;
  readonly length: number;
}

/** In bytes: what is read, and written, at once. As much is lost when the program is killed. */
const chunk = 256 * 1024;

/** A file may have this many outdated lines before it is written anew, even if it has few others. */
const spareLines = 1000;

/** Where the lines are; `end` is behind the last whole one, and 0 where the file is of something else. */
async function readPlaces(handle: FileHandle, header: string) {
  const places = new Map<string, Place>();
  let lineCount = 0;
  let end = 0;
  for await (const { line, start } of linesOf(handle)) {
    if (start === 0 && line.toString('utf8') !== header) return { places, end: 0, lineCount: 0 };
    end = start + line.length + 1;
    if (start === 0) continue;
    lineCount++;
    const [, stamp, name] = line.toString('latin1', 0, longestStart).split('\t', 3);
    if (stamp !== undefined && name !== undefined) places.set(name, { stamp, start, length: line.length });
  }
  return { places, end, lineCount };
}

/** In bytes: more than checksum, stamp and name take together. */
const longestStart = 512;

async function* linesOf(handle: FileHandle): AsyncGenerator<{ readonly line: Buffer; readonly start: number }> {
  const buffer = Buffer.alloc(chunk);
  let position = 0;
  let start = 0;
  let parts: Buffer[] = [];
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    let from = 0;
    for (let at = buffer.indexOf(lineEnd); at >= 0 && at < bytesRead; at = buffer.indexOf(lineEnd, from)) {
      const line = Buffer.concat([...parts, buffer.subarray(from, at)]);
      parts = [];
      yield { line, start };
      start += line.length + 1;
      from = at + 1;
    }
    parts.push(Buffer.from(buffer.subarray(from, bytesRead)));
  }
}

const lineEnd = 0x0a;

async function readLine(handle: FileHandle, { start, length }: Place): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}

/** Keeps the lines that count, in a new file that takes the place of the old one. */
async function rewrite(file: string, header: string, places: Map<string, Place>): Promise<FileHandle> {
  const draft = `${file}.${process.pid}.tmp`;
  const old = await open(file, 'r');
  const handle = await open(draft, 'wx+').catch(async (error) => {
    await old.close();
    throw error;
  });
  try {
    await handle.appendFile(`${header}\n`);
    let length = Buffer.byteLength(header) + 1;
    for (const [name, place] of places) {
      const line = await readLine(old, place);
      await handle.appendFile(Buffer.concat([line, Buffer.from('\n')]));
      places.set(name, { ...place, start: length });
      length += line.length + 1;
    }
    await rename(draft, file);
    await handle.close();
    return await open(file, 'a+');
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await old.close();
  }
}

function checksum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
