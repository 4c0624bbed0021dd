import path from 'node:path';
import { URI } from 'vscode-uri';
import type { IndexState } from '../../../server/src/lsp/protocol.ts';
import type { Client } from '../../lsp/client.ts';
import { archiveArticle, writeArchive } from '../archive.ts';
import { keystroke, latencyOf, pause, withServer } from './keystrokes.ts';

/** The index of an archive in the real server: cold with somebody typing, then cold and warm with nobody. */
export async function measureIndex(count: number, folder: string) {
  const archive = path.join(folder, 'indexed');
  const storage = path.join(folder, 'storage');
  writeArchive(archive, count);
  const typed = await withServer({ folder: archive, storage: `${storage}-typed` }, (client) =>
    typeUntilSettled(client, path.join(archive, '000000.txt')),
  );
  const cold = await withServer({ folder: archive, storage }, settledIn);
  const warm = [];
  for (let round = 0; round < 3; round++) warm.push(await withServer({ folder: archive, storage }, settledIn));
  return {
    articles: count,
    cold: cold.result,
    warm: warm.map(({ result }) => result).toSorted((a, b) => a - b)[1] ?? Number.NaN,
    megabytes: Math.max(cold.megabytes, typed.megabytes, ...warm.map(({ megabytes }) => megabytes)),
    keystrokes: latencyOf(typed.result),
  };
}

/** In milliseconds: a fast typist. */
const betweenKeystrokes = 120;
const mostKeystrokes = 150;

async function typeUntilSettled(client: Client, file: string): Promise<readonly number[]> {
  const times: number[] = [];
  let isSettled = false;
  const settled = client.request<IndexState>('copydesk/index/settled', null).then(() => {
    isSettled = true;
  });
  const uri = await client.open(archiveArticle(0), { uri: URI.file(file).toString() });
  while (!isSettled && times.length < mostKeystrokes) {
    times.push(await keystroke(client, uri, times.length));
    await Promise.race([settled, pause(betweenKeystrokes)]);
  }
  await settled;
  return times;
}

/** Seconds from `initialized` until the index has everything. */
async function settledIn(client: Client): Promise<number> {
  const start = performance.now();
  const { state, articleCount } = await client.request<IndexState>('copydesk/index/settled', null);
  if (state !== 'complete' || articleCount === 0) {
    throw new Error(`The index is ${state} with ${articleCount} articles`);
  }
  return (performance.now() - start) / 1000;
}
