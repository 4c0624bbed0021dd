import type { BigIntStats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { looksLikeArticle } from '../core/article/recognize.ts';
import { message } from '../core/text/message.ts';
import { type DecodedText, decode } from '../workspace/decode.ts';
import { largestArticle } from '../workspace/large-articles.ts';
import type { Shell } from './shell.ts';
import { reasonOf } from './system-error.ts';

/** The argument that stands for standard input, and the name of what is read there. */
export const standardInput = '-';

export interface InputFile {
  /** As given, or below the folder as given; with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Changes when the file does; undefined where it was not read from a file. */
  readonly stamp: string | undefined;
  readonly decoded: DecodedText;
}

/**
 * Reads the articles that a person means by `paths`: files, folders, patterns, `-`. No path is the current folder.
 *
 * A folder gives its `.txt` and `.md` files that look like articles, at any depth. A pattern, as shells have them and with
 * `**`, gives the files it matches that look like articles. Both pass over hidden folders and `node_modules`. A file that is named itself is read,
 * article or not. The order is that of `paths`, and by name within a folder; a file that is meant twice comes once.
 * What cannot be read is told to the shell, and the rest goes on.
 */
export async function* readInputs(
  paths: readonly string[],
  shell: Shell,
  isWanted: (file: string) => boolean = () => true,
): AsyncGenerator<InputFile> {
  for (const path of await listInputs(paths, shell)) {
    if (!isWanted(path.file)) continue;
    const input = await readInput(path, shell);
    if (input) yield input;
  }
}

/** The files that {@link readInputs} reads, some of which may turn out to be no articles. */
export async function listInputs(paths: readonly string[], shell: Pick<Shell, 'fail'>): Promise<readonly InputPath[]> {
  return expandPaths(paths.length > 0 ? paths : ['.'], shell);
}

/**
 * Reads one of them; `known` are its bytes where they have been read before. Undefined for what is no article, and for
 * what cannot be read, which is told to the shell.
 */
export async function readInput(
  { file, isNamed }: InputPath,
  shell: Pick<Shell, 'note' | 'fail'>,
  known?: Uint8Array,
): Promise<InputFile | undefined> {
  const content = known ? { bytes: known, stamp: undefined } : await read(file, shell);
  if (!content) return undefined;
  const { bytes } = content;
  const decoded = decode(bytes);
  if (!isNamed && !(decoded && looksLikeArticle(decoded.text))) return undefined;
  if (!decoded) {
    shell.fail(file, message('this is a binary file; expected text'));
    return undefined;
  }
  tellDecoding(file, decoded, shell);
  if (decoded.text.length > largestArticle) {
    const millions = largestArticle / 1_000_000;
    shell.note(
      message(
        '{0}: over {1} million characters; in an editor only the front matter of such a file is checked',
        file,
        millions,
      ),
    );
  }
  return { file, ...content, decoded };
}

export interface InputPath {
  readonly file: string;
  /** The person wrote this very path. */
  readonly isNamed: boolean;
}

async function expandPaths(paths: readonly string[], shell: Pick<Shell, 'fail'>): Promise<readonly InputPath[]> {
  const found = new Map<string, InputPath>();
  for (const given of paths) {
    for (const { file, isNamed } of await expandPath(given, shell)) {
      const key = file === standardInput ? file : path.resolve(file);
      const known = found.get(key);
      found.set(key, known ? { file: known.file, isNamed: known.isNamed || isNamed } : { file, isNamed });
    }
  }
  return [...found.values()];
}

async function expandPath(given: string, shell: Pick<Shell, 'fail'>): Promise<readonly InputPath[]> {
  if (given === standardInput) return [{ file: given, isNamed: true }];
  try {
    if (!(await stat(given)).isDirectory()) return [{ file: withSlashes(given), isNamed: true }];
  } catch (error) {
    const matched = await matchPattern(withSlashes(given), shell);
    if (matched.length === 0) shell.fail(given, reasonOf(error));
    return matched.map((file) => ({ file, isNamed: false }));
  }
  const articles = await walk(given, (file) => /\.(?:txt|md)$/i.test(file), shell);
  return articles.map((file) => ({ file, isNamed: false }));
}

async function matchPattern(pattern: string, shell: Pick<Shell, 'fail'>): Promise<readonly string[]> {
  const { base, isGlob } = picomatch.scan(pattern);
  const folder = base || '.';
  if (!isGlob || !(await isFolder(folder))) return [];
  return walk(folder, picomatch(pattern), shell);
}

/** The paths, with forward slashes and sorted, of the files below a folder that are wanted. Links to folders are not followed. */
async function walk(
  folder: string,
  isWanted: (file: string) => boolean,
  shell: Pick<Shell, 'fail'>,
): Promise<readonly string[]> {
  const files: string[] = [];
  const folders = [folder];
  for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
    try {
      for (const entry of await readdir(current, { withFileTypes: true })) {
        const below = withSlashes(path.join(current, entry.name));
        if (entry.isDirectory()) {
          if (!entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(below);
        } else if (isWanted(below) && (entry.isFile() || (await isLinkToFile(below)))) {
          files.push(below);
        }
      }
    } catch (error) {
      shell.fail(withSlashes(current), reasonOf(error));
    }
  }
  return files.sort();
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function isLinkToFile(file: string): Promise<boolean> {
  return stat(file).then(
    (target) => target.isFile(),
    () => false,
  );
}

interface Content {
  readonly bytes: Uint8Array;
  readonly stamp: string | undefined;
}

async function read(file: string, shell: Pick<Shell, 'fail'>): Promise<Content | undefined> {
  try {
    if (file === standardInput) return { bytes: await readStandardInput(), stamp: undefined };
    const handle = await open(file);
    try {
      const content = await readUnchanged(handle);
      if (!content) shell.fail(file, message('it has changed while it was read; not used'));
      return content;
    } finally {
      await handle.close();
    }
  } catch (error) {
    shell.fail(file, reasonOf(error));
    return undefined;
  }
}

/** Undefined where the file was changed meanwhile: what has been read may be half of the one and half of the other. */
export async function readUnchanged(handle: Readable): Promise<Content | undefined> {
  const found = await handle.stat({ bigint: true });
  const bytes = await handle.readFile();
  // A pipe changes by being read.
  if (!found.isFile()) return { bytes, stamp: undefined };
  const before = stampOf(found);
  return stampOf(await handle.stat({ bigint: true })) === before ? { bytes, stamp: before } : undefined;
}

interface Readable {
  stat(options: { readonly bigint: true }): Promise<Times>;
  readFile(): Promise<Uint8Array>;
}

type Times = Pick<BigIntStats, 'isFile' | 'size' | 'mtimeNs'>;

/** The stamp that a file has now; undefined where it is gone. */
export async function stampNow(file: string): Promise<string | undefined> {
  return stat(file, { bigint: true }).then(stampOf, () => undefined);
}

function stampOf({ size, mtimeNs }: Pick<Times, 'size' | 'mtimeNs'>): string {
  return `${size}-${mtimeNs}`;
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function tellDecoding(file: string, { encoding, replaced }: DecodedText, shell: Pick<Shell, 'note'>): void {
  if (encoding === 'gb18030') shell.note(message('{0}: decoded as GB18030', file));
  if (replaced > 0) {
    shell.note(
      message('{0}: not valid {1}; places that could not be decoded: {2}', file, encoding.toUpperCase(), replaced),
    );
  }
}

function withSlashes(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}
