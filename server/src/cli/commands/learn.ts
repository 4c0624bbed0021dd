import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArticle } from '../../core/article/parse.ts';
import { addEntries } from '../../core/lint/catalogue/writing.ts';
import { defaultLintConfig } from '../../core/lint/rule.ts';
import { applyEdits } from '../../core/text/edit.ts';
import { message, renderMessage } from '../../core/text/message.ts';
import { createSuggestions } from '../../workspace/suggestions.ts';
import { configurations } from '../configuration.ts';
import { readInputs } from '../files.ts';
import { countRepetition } from '../repetition.ts';
import { type ExitCode, exitCodes, type Shell } from '../shell.ts';
import { codeOf, reasonOf } from '../system-error.ts';
import { writeWhole } from '../write.ts';

export interface LearnOptions {
  /** Add to this file, which need not exist; left out: standard output. */
  readonly output?: string | undefined;
  /** See `RepetitionOptions`. */
  readonly share?: number | undefined;
  /** Whether what the shipped catalogue knows is left out. */
  readonly catalogue: boolean;
}

/**
 * Writes the catalogue that repetition in the articles suggests: what stands in many articles of one site and is not
 * found by any rule. For a person to look through: kinds are for that person to name.
 */
export async function learn(paths: readonly string[], options: LearnOptions, shell: Shell): Promise<ExitCode> {
  const repetition = await countRepetition(paths, options.share, shell);
  const configOf = configurations(defaultLintConfig, { catalogue: options.catalogue, repetition }, shell);
  const suggestions = createSuggestions(repetition);
  let articles = 0;
  for await (const { file, decoded } of readInputs(paths, shell)) {
    articles++;
    suggestions.add(parseArticle(decoded.text), (await configOf(file)).boilerplate);
  }
  const entries = suggestions.entries((count, total) =>
    renderMessage(message('in {0} of {1} articles', count, total), shell.translate),
  );
  shell.note(message('Articles: {0}; sites: {1}; rules suggested: {2}', articles, repetition.size, entries.length));
  if (entries.length === 0) return exitCodes.fine;
  const { output } = options;
  const before = output === undefined ? '' : await readExisting(output);
  const edit = addEntries(before, 'rules', entries);
  if (!edit) {
    shell.fail(output ?? '', message('rules cannot be added to this file; expected YAML with the key rules'));
    return exitCodes.fine;
  }
  const content = applyEdits(before, [edit]);
  if (output === undefined) {
    await shell.write(content);
    return exitCodes.fine;
  }
  try {
    await mkdir(path.dirname(output), { recursive: true });
    await writeWhole(output, content);
    shell.note(message('Written to {0}; look through it before you use it', output));
  } catch (error) {
    shell.fail(output, reasonOf(error));
  }
  return exitCodes.fine;
}

async function readExisting(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
