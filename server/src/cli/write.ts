import { randomBytes } from 'node:crypto';
import { access, constants, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file whole or not at all: into a new file in the same folder, which then takes the place of the old one. The
 * old one's permissions are kept; where `file` is a symbolic link, its target is written.
 * @throws the system's error, for instance where the file may not be written; nothing has changed then.
 */
export async function writeWhole(
  file: string,
  content: Uint8Array | string | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const target = await realpath(file).catch(() => path.resolve(file));
  const mode = await permissionsOf(target);
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(draft, 'wx', mode);
    try {
      await writeFile(handle, content);
      if (mode !== undefined) await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Undefined where there is no such file yet. */
async function permissionsOf(file: string): Promise<number | undefined> {
  try {
    const { mode } = await stat(file);
    await access(file, constants.W_OK);
    return mode & 0o7777;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
