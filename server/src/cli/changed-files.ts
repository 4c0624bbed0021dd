import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Message, message } from '../core/text/message.ts';
import { codeOf } from './system-error.ts';

/** The files that have changed, by their real paths. */
export type ChangedFiles = ReadonlySet<string>;

/**
 * The files of the repository of the current folder that differ from a revision, and those that Git does not know yet
 * and is not told to ignore. In place of them, why that cannot be found out.
 */
export async function filesChangedSince(revision: string): Promise<ChangedFiles | Message> {
  let top: string;
  try {
    top = (await git('rev-parse', '--show-toplevel')).replace(/\r?\n$/, '');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return message('--changed-since needs the program git');
    return message('--changed-since needs a Git repository; the current folder is in none');
  }
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).catch(
    () => '',
  );
  if (commit.trim() === '') return message('Git knows no revision {0}', revision);
  const changed = await git(
    '-C',
    top,
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    commit.trim(),
    '--',
  );
  const unknown = await git('-C', top, 'ls-files', '--others', '--exclude-standard', '-z');
  const names = [changed, unknown].flatMap((list) => list.split('\0')).filter(Boolean);
  return new Set(names.map((name) => path.join(realPathOf(top), name)));
}

export function isChanged(changed: ChangedFiles, file: string): boolean {
  const full = path.resolve(file);
  return changed.has(path.join(realPathOf(path.dirname(full)), path.basename(full)));
}

const realPaths = new Map<string, string>();

/** Remembered: an archive has few folders and many files. */
function realPathOf(folder: string): string {
  const known = realPaths.get(folder);
  if (known !== undefined) return known;
  let real = folder;
  try {
    real = realpathSync.native(folder);
  } catch {
    // What is not there has not changed.
  }
  realPaths.set(folder, real);
  return real;
}

async function git(...parameters: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', [...parameters], { maxBuffer: longestAnswer });
  return stdout;
}

/** In bytes: the names of some millions of files. */
const longestAnswer = 1024 ** 3;
