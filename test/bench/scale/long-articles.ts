import { load } from 'cheerio/slim';
import { archiveArticle } from '../archive.ts';
import { medians } from '../measure.ts';
import { exponentOf } from '../table.ts';
import { keystroke, latencyOf, withServer } from './keystrokes.ts';

const megabyte = 1_000_000;

/** Keystrokes in articles of growing size, beside loading each with the HTML library alone, and in one of 10 MB. */
export async function measureLongArticles() {
  const growth = [];
  for (const bytes of [10_000, 100_000, megabyte]) growth.push(await measureArticle(bytes));
  return {
    growth,
    exponent: exponentOf(growth.map(({ bytes, keystrokes }) => ({ size: bytes, time: keystrokes.median }))),
    huge: await measureHugeArticle(10 * megabyte),
  };
}

async function measureArticle(bytes: number) {
  const text = articleOf(bytes);
  const { floor } = medians({ floor: { run: () => load(text) } }, { seconds: 5, rounds: 20 });
  const { result } = await withServer({}, async (client) => {
    const uri = await client.open(text);
    const times: number[] = [];
    for (let round = 0; round < 45; round++) times.push(await keystroke(client, uri, round));
    return times.slice(5);
  });
  return { bytes: Buffer.byteLength(text), floor, keystrokes: latencyOf(result) };
}

/** How long the editor waits in an article that is too large, and in another one meanwhile; and what it is told. */
async function measureHugeArticle(bytes: number) {
  const text = articleOf(bytes);
  const { result, megabytes } = await withServer({}, async (client) => {
    const huge = await client.open(text, { uri: 'file:///articles/huge.txt' });
    const other = await client.open(archiveArticle(0), { uri: 'file:///articles/other.txt' });
    const [notice, ...others] = await client.diagnostics(huge);
    const times: { huge: number[]; other: number[] } = { huge: [], other: [] };
    for (let round = 0; round < 25; round++) {
      times.huge.push(await keystroke(client, huge, round));
      times.other.push(await keystroke(client, other, round));
    }
    return {
      notice: others.length > 0 ? undefined : notice?.message,
      huge: latencyOf(times.huge.slice(5)),
      other: latencyOf(times.other.slice(5)),
    };
  });
  return { bytes: Buffer.byteLength(text), megabytes, ...result };
}

/** One article with the bodies of others behind its own, of about so many bytes of UTF-8. */
export function articleOf(bytes: number): string {
  const parts = [archiveArticle(0)];
  let missing = bytes - Buffer.byteLength(parts[0] ?? '');
  for (let number = 1; missing > 0; number++) {
    const text = archiveArticle(number);
    const body = text.slice(text.indexOf('<div'));
    missing -= Buffer.byteLength(body);
    parts.push(body);
  }
  return parts.join('');
}
