import { stat } from 'node:fs/promises';
import { message } from '../core/text/message.ts';
import { standardInput } from './files.ts';
import type { Item } from './work/work.ts';

/** What stands on standard input: one article, or a stream of items that name or hold articles, a line an item. */
export type StandardInput =
  | { readonly kind: 'article'; readonly item: Item }
  | { readonly kind: 'items'; readonly batches: AsyncIterable<readonly Item[]> };

/**
 * Looks at the first line that is not blank. Where it begins with `{`, the lines are JSON objects `{"file", "text"}`; where it names a file
 * that exists, they are paths; else it is an article. Items are given as soon as their lines are there, so that the program
 * can serve as one end of a conversation.
 */
export async function openStandardInput(input: AsyncIterable<Uint8Array> = process.stdin): Promise<StandardInput> {
  const chunks = input[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let first: string | undefined;
  let isAtEnd = false;
  while (first === undefined && !isAtEnd) {
    const { done, value } = await chunks.next();
    if (done) isAtEnd = true;
    else read.push(value);
    first = firstLine(Buffer.concat(read).toString('utf8'), isAtEnd);
  }
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield* read;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  if (first?.startsWith('{')) return { kind: 'items', batches: batchesOf(rest(), jsonItem) };
  if (first !== undefined && (await isFile(first))) return { kind: 'items', batches: batchesOf(rest(), pathItem) };
  const whole: Uint8Array[] = [];
  for await (const chunk of rest()) whole.push(chunk);
  return { kind: 'article', item: { file: standardInput, isNamed: true, bytes: Buffer.concat(whole) } };
}

/** The first line that is not blank; undefined where it is not there in whole. */
function firstLine(text: string, isAtEnd: boolean): string | undefined {
  const start = text.search(/\S/);
  if (start < 0) return undefined;
  const end = text.slice(start).search(/[\r\n]/);
  if (end < 0 && !isAtEnd) return text.length - start > longestPath ? text.slice(start) : undefined;
  return end < 0 ? text.slice(start) : text.slice(start, start + end);
}

/** In UTF-16 units: what has no line end until here is no path, and what it is can be seen already. */
const longestPath = 16_384;

async function isFile(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => !found.isDirectory(),
    () => false,
  );
}

/** The lines of each chunk as they come, no more than `largestBatch` together; blank lines are passed over. */
async function* batchesOf(
  chunks: AsyncIterable<Uint8Array>,
  toItem: (line: string) => Item,
): AsyncGenerator<readonly Item[]> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf('\n');
    if (end < 0) {
      parts.push(text);
      continue;
    }
    yield* inBatches([...parts, text.slice(0, end)].join(''), toItem);
    parts = [text.slice(end + 1)];
  }
  yield* inBatches([...parts, decoder.decode()].join(''), toItem);
}

function* inBatches(text: string, toItem: (line: string) => Item): Generator<readonly Item[]> {
  const items = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [toItem(line.replace(/\r$/, ''))]));
  for (let start = 0; start < items.length; start += largestBatch) yield items.slice(start, start + largestBatch);
}

const largestBatch = 32;

function pathItem(file: string): Item {
  return { file, isNamed: true };
}

function jsonItem(line: string): Item {
  const { file, text } = fieldsOf(line);
  const name = typeof file === 'string' ? file : standardInput;
  if (typeof text === 'string') return { file: name, isNamed: true, text: text.replace(/^\uFEFF/, '') };
  return {
    file: name,
    isNamed: true,
    invalid: message('unexpected line; expected a JSON object with the texts "file" and "text"'),
  };
}

function fieldsOf(line: string): { readonly file?: unknown; readonly text?: unknown } {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
