import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';
import { fixAll } from '../../core/lint/fix-all.ts';
import { message } from '../../core/text/message.ts';
import type { ConfigurationOf } from '../configuration.ts';
import { encodeLike } from '../encode.ts';
import { type InputFile, readInputs, stampNow, standardInput } from '../files.ts';
import { type ExitCode, exitCodes, type Shell } from '../shell.ts';
import { reasonOf } from '../system-error.ts';
import { writeWhole } from '../write.ts';

export interface FixOptions {
  /** Change the files; otherwise show what would change, as a unified diff. */
  readonly write: boolean;
  /** Apply suggested fixes too, not only safe ones. */
  readonly suggestions: boolean;
  readonly configOf: ConfigurationOf;
}

/**
 * Fixes articles. What is read from standard input comes out fixed on standard output, in its own encoding. A file is
 * left alone where its bytes outside the fixes would not come back the same.
 */
export async function fix(paths: readonly string[], options: FixOptions, shell: Shell): Promise<ExitCode> {
  let files = 0;
  let changedFiles = 0;
  let fixed = 0;
  for await (const input of readInputs(paths, shell)) {
    files++;
    const config = await options.configOf(input.file);
    const result = fixAll(input.decoded.text, config, { upTo: options.suggestions ? 'suggestion' : 'safe' });
    const changed = result.text !== input.decoded.text;
    if (!changed && input.file !== standardInput) continue;
    if (!(await deliver(input, result.text, options, shell))) continue;
    if (changed) changedFiles++;
    fixed += result.fixedCount;
  }
  if (files === 0) shell.note(message('No articles found'));
  else if (options.write || paths.includes(standardInput)) {
    shell.note(message('Problems fixed: {0}; files changed: {1} of {2}', fixed, changedFiles, files));
  } else {
    shell.note(message('Problems that can be fixed: {0}; files to change: {1} of {2}', fixed, changedFiles, files));
    if (fixed > 0) shell.note(message('Nothing has been written; --write changes the files'));
  }
  return exitCodes.fine;
}

/** Puts the fixed text where it belongs. False where that cannot be done; the shell has been told then. */
async function deliver(input: InputFile, text: string, options: FixOptions, shell: Shell): Promise<boolean> {
  const { file, bytes, stamp, decoded } = input;
  const streams = file === standardInput;
  if (!streams && !options.write) {
    await shell.write(unifiedDiff(input, text));
    return true;
  }
  const encoded = text === decoded.text ? bytes : encodeLike(decoded, bytes, text);
  if (!encoded) {
    const name = decoded.encoding.toUpperCase();
    shell.fail(
      file,
      message(
        'not fixed, because other bytes of it would change: it is not clean {0}; convert it to UTF-8 first',
        name,
      ),
    );
    return false;
  }
  try {
    if (streams) {
      await shell.write(encoded);
      return true;
    }
    const isWritten = await writeWhole(file, encoded, async () => (await stampNow(file)) === stamp);
    if (!isWritten) shell.fail(file, message('not fixed, because it has changed since it was read'));
    return isWritten;
  } catch (error) {
    shell.fail(file, reasonOf(error));
    return false;
  }
}

/** With more changed lines than these the whole text is shown as one change: finding the smallest takes quadratic time. */
const mostChangedLines = 5000;

/** A diff that `patch` accepts for UTF-8 files: the byte order mark is part of the first line. */
function unifiedDiff({ file, decoded }: InputFile, text: string): string {
  const mark = decoded.byteOrderMark ? '\ufeff' : '';
  const [before, after] = [mark + decoded.text, mark + text];
  const options = { context: 3, maxEditLength: mostChangedLines };
  const hunks = structuredPatch(file, file, before, after, '', '', options)?.hunks ?? [wholeChange(before, after)];
  const names = { oldFileName: file, newFileName: file, oldHeader: undefined, newHeader: undefined };
  return formatPatch({ ...names, hunks }, FILE_HEADERS_ONLY);
}

function wholeChange(before: string, after: string): StructuredPatchHunk {
  const removed = diffLines('-', before);
  const added = diffLines('+', after);
  const counted = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('\\')).length;
  return {
    oldStart: 1,
    oldLines: counted(removed),
    newStart: 1,
    newLines: counted(added),
    lines: [...removed, ...added],
  };
}

function diffLines(sign: '-' | '+', text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.split('\n').map((line) => sign + line);
  return text.endsWith('\n') ? lines.slice(0, -1) : [...lines, '\\ No newline at end of file'];
}
