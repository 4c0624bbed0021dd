import { type Message, message } from '../../core/text/message.ts';
import { type InputPath, readInput } from '../files.ts';
import type { Shell } from '../shell.ts';
import { type CheckTask, checker } from './check-article.ts';
import { type ExportTask, exporter } from './export-article.ts';

/** One file to work on. Plain data, as everything here: it goes to other threads. */
export interface Item extends InputPath {
  /** Given where the content did not come from the file itself. */
  readonly text?: string;
  readonly bytes?: Uint8Array;
  /** Why there is nothing to work on, where that is known already. */
  readonly invalid?: Message;
}

/** What is done with each file. */
export type Task = CheckTask | ExportTask;

/** What the output of a file is, and what the summary at the end counts of it. */
export interface Product {
  readonly piece: string;
  readonly counts: Counts;
  /** It may be another one at another time, so that nobody may keep it. */
  readonly dependsOnTime?: boolean;
}

export type Counts = Readonly<Record<string, number>>;

/** What became of a file. Neither `product` nor `failure`: it is no article, and nobody said that it was. */
export interface Outcome {
  readonly file: string;
  readonly notes: readonly Message[];
  readonly failure?: Message;
  readonly product?: Product;
  /** What could not be done with other files that were needed for this one. */
  readonly otherFailures?: readonly OtherFailure[];
}

export interface OtherFailure {
  readonly file: string;
  readonly reason: Message;
}

/** Makes the product of one article. What it has to say that is not about the article goes to `aside`. */
export type Producer = (text: string, file: string) => Promise<Product>;

export type Aside = Pick<Shell, 'note' | 'fail'>;

/** Works on batches, one outcome for each item in their order. Never fails: what goes wrong is in the outcomes. */
export type Work = (batch: readonly Item[]) => Promise<readonly Outcome[]>;

/** Does the task in this thread. */
export function createWork(task: Task): Work {
  const notes: Message[] = [];
  const otherFailures: OtherFailure[] = [];
  const aside: Aside = {
    note: (text) => void notes.push(text),
    fail: (file, reason) => void otherFailures.push({ file, reason }),
  };
  const produce = task.command === 'check' ? checker(task, aside) : exporter(task);
  return async (batch) => {
    const outcomes = await Promise.all(batch.map((item) => workOn(item, produce)));
    const [first, ...others] = outcomes;
    if (!first || notes.length + otherFailures.length === 0) return outcomes;
    const told = { ...first, notes: [...notes.splice(0), ...first.notes] };
    const failures = otherFailures.splice(0);
    return [failures.length > 0 ? { ...told, otherFailures: failures } : told, ...others];
  };
}

async function workOn(item: Item, produce: Producer): Promise<Outcome> {
  const notes: Message[] = [];
  let failure: Message | undefined = item.invalid;
  const shell: Aside = {
    note: (text) => void notes.push(text),
    fail: (_file, reason) => {
      failure = reason;
    },
  };
  const nothing = { file: item.file, notes };
  if (failure) return { ...nothing, failure };
  try {
    const text = item.text ?? (await readInput(item, shell, item.bytes))?.decoded.text;
    if (text === undefined) return failure ? { ...nothing, failure } : nothing;
    return { ...nothing, product: await produce(text, item.file) };
  } catch (error) {
    return failedOutcome(item, error);
  }
}

/** Something that must not happen has happened; the other files still count. */
export function failedOutcome({ file }: Item, error: unknown): Outcome {
  const reason = error instanceof Error ? error.message : String(error);
  return { file, notes: [], failure: message('this could not be processed: {0}', reason) };
}
