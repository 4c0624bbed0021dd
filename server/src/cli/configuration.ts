import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../core/lint/catalogue/catalogue.ts';
import type { CatalogueProblem } from '../core/lint/catalogue/read.ts';
import type { BoilerplateConfig, LintConfig } from '../core/lint/rule.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import { message } from '../core/text/message.ts';
import { createCatalogues } from '../workspace/catalogues.ts';
import { decode } from '../workspace/decode.ts';
import { standardInput } from './files.ts';
import type { Shell } from './shell.ts';
import { codeOf, reasonOf } from './system-error.ts';

/** What applies to a file: what the command line says, and the catalogue of boilerplate nearest to the file. */
export type ConfigurationOf = (file: string) => Promise<LintConfig>;

export interface CatalogueChoice {
  /** Whether the shipped catalogue is used. */
  readonly catalogue: boolean;
  readonly repetition?: BoilerplateConfig['repetition'];
}

/** Problems of catalogues are told to the shell, each once; what is sound in them counts. */
export function configurations(base: LintConfig, choice: CatalogueChoice, shell: Teller): ConfigurationOf {
  const catalogues = createCatalogues({
    read: (file) => readCatalogueText(file, shell),
    onProblems: (file, text, problems) => tellProblems(shell, file, text, problems),
  });
  const configs = new Map<Catalogue, LintConfig>();
  return async (file) => {
    const catalogue = await catalogues.of(placeOf(file), { shipped: choice.catalogue });
    const repetition = choice.repetition ?? base.boilerplate.repetition;
    const config = configs.get(catalogue) ?? { ...base, boilerplate: { ...base.boilerplate, catalogue, repetition } };
    configs.set(catalogue, config);
    return config;
  };
}

type Teller = Pick<Shell, 'note' | 'fail'>;

/** Where a file counts as lying, with slashes; standard input in the current folder. */
export function placeOf(file: string): string {
  return path
    .resolve(file === standardInput ? 'standard-input.txt' : file)
    .split(path.sep)
    .join('/');
}

/** Most folders have none, and the next one above may. One that is there and cannot be read is told to the shell. */
export async function readCatalogueText(file: string, shell: Pick<Shell, 'fail'>): Promise<string | undefined> {
  try {
    return decode(await readFile(file))?.text;
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') shell.fail(path.relative('.', file), reasonOf(error));
    return undefined;
  }
}

function tellProblems(
  { note }: Pick<Shell, 'note'>,
  file: string,
  text: string,
  problems: readonly CatalogueProblem[],
): void {
  const { positionAt } = createLineIndex(text);
  for (const { span, message: problem } of problems) {
    const { line, character } = positionAt(span.start);
    const place = `${path.relative('.', file)}:${line + 1}:${character + 1}`;
    note(message('{0}: {1}', place, problem));
  }
}
