import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  Disposable,
  type Message,
} from 'vscode-jsonrpc/node';
import { untidyArticle } from './articles.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { connectClient, fullCapabilities } from './client.ts';

let server: Bundle;
beforeAll(async () => {
  server = await bundleServer('browser');
});
afterAll(() => server.remove());

describe('the server for web workers', () => {
  it('reaches no Node built-in', () => {
    expect(server.imports).toEqual([]);
    expect(server.inputs.filter((input) => isBuiltin(input))).toEqual([]);
    expect(server.inputs).toContain('server/src/lsp/server.ts');
  });

  it('answers where there is nothing but what a worker has', async () => {
    const { reader, writer } = runAsWorker(readFileSync(server.file, 'utf8'));
    const client = await connectClient(createMessageConnection(reader, writer), { capabilities: fullCapabilities });
    expect(client.initialized.serverInfo?.name).toBe('Copydesk');
    const diagnostics = await client.diagnostics(await client.open(untidyArticle));
    expect(diagnostics.map(({ code }) => code)).toContain('boilerplate.comment');
    expect(diagnostics.flatMap(({ codeDescription }) => codeDescription ?? [])).toEqual([]);
  });
});

/** Runs a script among the globals of a worker, none of them Node's own, and gives the page's end of its messages. */
function runAsWorker(script: string): { reader: PageReader; writer: PageWriter } {
  const reader = new PageReader();
  const worker: { onmessage?: (event: { data: unknown }) => void } & Record<string, unknown> = {
    addEventListener: () => {},
    postMessage: (message: unknown) => setImmediate(() => reader.receive(structuredClone(message) as Message)),
    ...{
      atob,
      console,
      crypto,
      performance,
      TextDecoder,
      TextEncoder,
      clearInterval,
      clearTimeout,
      queueMicrotask,
      URL,
      setInterval,
      setTimeout,
    },
  };
  vm.runInNewContext(script, worker);
  const writer = new PageWriter((data) => setImmediate(() => worker.onmessage?.({ data: structuredClone(data) })));
  return { reader, writer };
}

class PageReader extends AbstractMessageReader {
  #callback: DataCallback | undefined;

  listen(callback: DataCallback): Disposable {
    this.#callback = callback;
    return Disposable.create(() => {});
  }

  receive(message: Message): void {
    this.#callback?.(message);
  }
}

class PageWriter extends AbstractMessageWriter {
  readonly #send: (message: Message) => void;

  constructor(send: (message: Message) => void) {
    super();
    this.#send = send;
  }

  async write(message: Message): Promise<void> {
    this.#send(message);
  }

  end(): void {}
}
