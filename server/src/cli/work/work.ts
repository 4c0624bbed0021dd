import { parseArticle } from '../../core/article/parse.ts';
import { writePiece } from '../../core/export/pieces.ts';
import { toRecord } from '../../core/export/record.ts';
import { type Message, message } from '../../core/text/message.ts';
import { type InputPath, readInput } from '../files.ts';
import type { Shell } from '../shell.ts';
import type { StreamedFormat } from './pieces.ts';

/** One file to work on. Plain data, as everything here: it goes to other threads. */
export interface Item extends InputPath {
  /** Given where the content did not come from the file itself. */
  readonly text?: string;
  readonly bytes?: Uint8Array;
  /** Why there is nothing to work on, where that is known already. */
  readonly invalid?: Message;
}

/** What is done with each file. */
export interface Task {
  readonly format: StreamedFormat;
}

/** What became of a file. Neither `piece` nor `failure`: it is no article, and nobody said that it was. */
export interface Outcome {
  readonly file: string;
  readonly notes: readonly Message[];
  readonly failure?: Message;
  /** The file's part of the output. */
  readonly piece?: string;
  readonly groupCount: number;
  readonly projectCount: number;
}

/** Does the task for one file. Never fails: what goes wrong is in the outcome. */
export async function work(item: Item, { format }: Task): Promise<Outcome> {
  const notes: Message[] = [];
  let failure: Message | undefined = item.invalid;
  const shell: Pick<Shell, 'note' | 'fail'> = {
    note: (text) => void notes.push(text),
    fail: (_file, reason) => {
      failure = reason;
    },
  };
  const nothing = { file: item.file, notes, groupCount: 0, projectCount: 0 };
  if (failure) return { ...nothing, failure };
  try {
    const text = item.text ?? (await readInput(item, shell, item.bytes))?.decoded.text;
    if (text === undefined) return failure ? { ...nothing, failure } : nothing;
    const record = toRecord(parseArticle(text), item.file);
    return {
      ...nothing,
      piece: writePiece(record, format, wordless),
      groupCount: record.groups.length,
      projectCount: record.groups.reduce((sum, { projects }) => sum + projects.length, 0),
    };
  } catch (error) {
    return { ...nothing, failure: failed(error) };
  }
}

/** The formats of threads have neither words nor links. */
const wordless = { translate: (template: string) => template, linkTo: () => undefined };

/** Something that must not happen has happened; the other files still count. */
export function failed(error: unknown): Message {
  return message('this could not be processed: {0}', error instanceof Error ? error.message : String(error));
}
