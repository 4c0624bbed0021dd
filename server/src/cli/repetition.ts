import { parseArticle } from '../core/article/parse.ts';
import { fingerprintOf } from '../core/lint/repetition/fingerprint.ts';
import type { BoilerplateConfig } from '../core/lint/rule.ts';
import { createRepetition, defaultRepetition } from '../workspace/repetition.ts';
import { readInputs, standardInput } from './files.ts';
import type { Shell } from './shell.ts';

/** Counts what stands in many of the articles. Standard input is left out: it can be read only once. */
export async function countRepetition(
  paths: readonly string[],
  share: number | undefined,
  shell: Shell,
): Promise<BoilerplateConfig['repetition']> {
  const statistics = createRepetition({ ...defaultRepetition, share: share ?? defaultRepetition.share });
  // The files are read once more by the command itself, which then says what is to be said of them.
  const quiet: Shell = { ...shell, note: () => undefined, fail: () => undefined };
  const files = paths.length > 0 ? paths.filter((path) => path !== standardInput) : ['.'];
  if (files.length === 0) return statistics.current();
  for await (const { file, decoded } of readInputs(files, quiet)) {
    statistics.set(file, fingerprintOf(parseArticle(decoded.text)));
  }
  return statistics.current();
}
