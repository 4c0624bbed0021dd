import { createHash, randomBytes } from 'node:crypto';
import { access, constants, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { codeOf } from './system-error.ts';

/**
 * Writes a file whole or not at all: into a new file in the same folder, which then takes the place of the old one. The
 * old one's permissions are kept; where `file` is a symbolic link, its target is written.
 * @param isWanted is asked at the last moment; without it the old file stays.
 * @returns whether the file has been written.
 * @throws the system's error, for instance where the file may not be written; nothing has changed then.
 */
export async function writeWhole(
  file: string,
  content: Uint8Array | string | AsyncIterable<string | Uint8Array>,
  isWanted: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const target = await realpath(file).catch(() => path.resolve(file));
  const mode = await permissionsOf(target);
  const folder = path.dirname(target);
  await removeLeftOvers(folder);
  // The name of the file may be as long as a name can be, so it is no part of the draft's.
  const draft = path.join(folder, `${draftsOfThisMachine}${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(draft, 'wx', mode);
    try {
      if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content);
      else for await (const part of inParts(content)) await handle.appendFile(part);
      if (mode !== undefined) await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const isStillWanted = await isWanted();
    if (isStillWanted) await rename(draft, target);
    else await rm(draft, { force: true });
    return isStillWanted;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** What comes in small pieces, in parts that are worth a call of the system. */
async function* inParts(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    waiting.push(bytes);
    length += bytes.length;
    if (length < partLength) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** In bytes. */
const partLength = 256 * 1024;

const draftsOfThisMachine = `.copydesk-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}-`;

const cleaned = new Set<string>();

/** Removes the drafts of runs that were killed; looks into each folder once. */
async function removeLeftOvers(folder: string): Promise<void> {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(draftsOfThisMachine)) continue;
    const processId = Number.parseInt(name.slice(draftsOfThisMachine.length), 10);
    if (!isRunning(processId)) await rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Undefined where there is no such file yet. */
async function permissionsOf(file: string): Promise<number | undefined> {
  try {
    const { mode } = await stat(file);
    await access(file, constants.W_OK);
    return mode & 0o7777;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
