import { URI } from 'vscode-uri';
import { type Client, fullCapabilities, startClient } from '../../lsp/client.ts';
import { watchMemory } from './memory.ts';
import { program } from './programs.ts';

export interface Latency {
  readonly count: number;
  /** In milliseconds, as the others. */
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

export function latencyOf(times: readonly number[]): Latency {
  return {
    count: times.length,
    median: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    most: Math.max(...times),
  };
}

/**
 * Milliseconds from a changed character to the diagnostics of the changed article. `round` counts the keystrokes in the
 * document from 0. The change is sent as it is: a copy of the text that the client kept would be the client's own time.
 */
export async function keystroke(client: Client, uri: string, round: number): Promise<number> {
  const start = performance.now();
  const place = { line: 15, character: 4 };
  await client.notify('textDocument/didChange', {
    textDocument: { uri, version: round + 2 },
    contentChanges: [{ range: { start: place, end: place }, text: '字' }],
  });
  await client.pull(uri);
  return performance.now() - start;
}

/** Starts the language server as an editor does, over its standard input and output; `megabytes` is the most it took. */
export async function withServer<T>(
  { folder, storage }: { readonly folder?: string; readonly storage?: string },
  use: (client: Client) => Promise<T>,
): Promise<{ readonly result: T; readonly megabytes: number }> {
  const client = await startClient(program.server, {
    capabilities: fullCapabilities,
    ...(folder === undefined ? {} : { folders: [URI.file(folder).toString()] }),
    initializationOptions: storage === undefined ? {} : { storage: URI.file(storage).toString() },
  });
  const memory = watchMemory(client.processId);
  try {
    return { result: await use(client), megabytes: memory() };
  } finally {
    memory();
    await client.stop();
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
