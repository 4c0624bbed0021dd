import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SymbolInformation } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { IndexState } from '../../server/src/lsp/protocol.ts';
import { writeArchive } from '../bench/archive.ts';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Client, fullCapabilities, startClient } from './client.ts';

let server: Bundle;
let folder: string;
let clients: Client[] = [];

beforeAll(async () => {
  server = await bundleServer('node');
});
afterAll(() => server.remove());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'copydesk-interrupted-'));
  clients = [];
});
afterEach(async () => {
  for (const client of clients) await client.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(storage: string): Promise<Client> {
  return startClient(server.file, {
    capabilities: fullCapabilities,
    folders: [URI.file(path.join(folder, 'archive')).toString()],
    initializationOptions: { storage: URI.file(path.join(folder, storage)).toString() },
  });
}

async function projectsOf(client: Client): Promise<readonly string[]> {
  const state = await client.request<IndexState>('copydesk/index/settled', null);
  expect(state).toEqual({ state: 'complete', articleCount: count });
  const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: '路灯' });
  return symbols.map(({ name, location }) => `${name} in ${location.uri}:${location.range.start.line}`).sort();
}

async function cacheOf(storage: string): Promise<string> {
  const names = existsSync(path.join(folder, storage)) ? await readdir(path.join(folder, storage)) : [];
  return path.join(folder, storage, names.find((name) => name.endsWith('.txt')) ?? '');
}

const count = 700;

it('an index that is killed while it is built goes on from what it has kept', async () => {
  writeArchive(path.join(folder, 'archive'), count);
  await mkdir(path.join(folder, 'storage'));
  const killed = await start('storage');
  const sizeOfCache = async () => (await stat(await cacheOf('storage'))).size;
  while ((await sizeOfCache()) < 300_000) await new Promise(setImmediate);
  process.kill(killed.processId ?? 0, 'SIGKILL');
  await killed.abandon();
  const kept = await readFile(await cacheOf('storage'));

  const next = await start('storage');
  const fresh = await start('elsewhere');
  clients.push(next, fresh);
  expect(await projectsOf(next)).toEqual(await projectsOf(fresh));
  const whole = await readFile(await cacheOf('storage'));
  // Every article once: what was kept was not read again.
  const lines = whole.toString('utf8').trimEnd().split('\n');
  const names = lines.slice(1).flatMap((line) => line.split('\t')[2] ?? []);
  expect(new Set(names).size).toBe(count);
  expect(names.length - count, 'a line that was cut off').toBeLessThanOrEqual(1);
  const end = kept.lastIndexOf('\n') + 1;
  expect(whole.subarray(0, end).equals(kept.subarray(0, end))).toBe(true);
}, 120_000);
