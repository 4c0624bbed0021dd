import { expect, it } from 'vitest';
import { type CacheStore, openCache } from '../../server/src/workspace/cache.ts';
import { type ArticleSummary, summaryVersion } from '../../server/src/workspace/summary.ts';

function summaryCalled(title: string): ArticleSummary {
  const nothing = {
    site: null,
    names: [],
    projects: [],
    organizationsInText: [],
    findings: [],
    until: null,
    fingerprint: null,
    lineStarts: [0],
  };
  return { version: summaryVersion, title, ...nothing };
}

/** A store in memory that counts how often it was written anew. */
function memory(): CacheStore & { content: Buffer; replaced: number } {
  return {
    content: Buffer.alloc(0),
    replaced: 0,
    async read() {
      return this.content;
    },
    async append(_folder, content) {
      this.content = Buffer.concat([this.content, Buffer.from(content)]);
    },
    async replace(_folder, content) {
      this.content = Buffer.from(content);
      this.replaced++;
    },
  };
}

function open(store: CacheStore, key = 'key') {
  return openCache(store, 'file:///a/', key, (error) => {
    throw error;
  });
}

it('gives back what was put, under the same stamp and key only', async () => {
  const store = memory();
  const cache = await open(store);
  cache.put('a.txt', '1-1', summaryCalled('一'));
  cache.put('no-article.txt', '1-1', null);
  cache.put('a.txt', '2-2', summaryCalled('二'));
  await cache.finish();
  const again = await open(store);
  expect(again.get('a.txt', '2-2')).toEqual(summaryCalled('二'));
  expect(again.get('no-article.txt', '1-1')).toBeNull();
  expect([again.get('a.txt', '1-1'), again.get('b.txt', '1-1')]).toEqual([undefined, undefined]);
  expect((await open(store, 'another key')).get('a.txt', '2-2')).toBeUndefined();
});

it('never gives anything but what was put, whatever is cut off or changed', async () => {
  const store = memory();
  const cache = await open(store);
  const titles = ['一', '二', '三'];
  for (const title of titles) cache.put(title, '1-1', summaryCalled(title));
  await cache.finish();
  const sound = store.content;
  for (let at = 0; at < sound.length; at++) {
    for (const damaged of [
      sound.subarray(0, at),
      Buffer.from(sound.map((byte, index) => (index === at ? byte ^ 2 : byte))),
    ]) {
      store.content = damaged;
      const again = await open(store);
      for (const title of titles) {
        const summary = again.get(title, '1-1');
        if (summary !== undefined) expect(summary).toEqual(summaryCalled(title));
        else again.put(title, '1-1', summaryCalled(title));
      }
      await again.finish();
      const mended = await open(store);
      expect(titles.map((title) => mended.get(title, '1-1')?.title)).toEqual(titles);
      await mended.finish();
    }
  }
});

it('is written anew once most of it is out of date', async () => {
  const store = memory();
  const cache = await open(store);
  for (let round = 0; round < 2000; round++) cache.put('a.txt', `${round}-1`, summaryCalled('一'));
  await cache.finish();
  expect(store.replaced).toBe(1);
  await (await open(store)).finish();
  expect(store.replaced).toBe(2);
  expect(store.content.toString().split('\n')).toHaveLength(3);
  expect((await open(store)).get('a.txt', '1999-1')).toEqual(summaryCalled('一'));
});
