import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { writeArchive } from '../archive.ts';
import { exponentOf } from '../table.ts';
import { watchMemory } from './memory.ts';
import { program } from './programs.ts';

/** Exports archives of growing size to JSON Lines with one thread, and the largest with two. */
export async function measureExport(count: number, folder: string) {
  const growth = [];
  for (const articles of [count / 20, count / 4, count].map(Math.round)) {
    const archive = path.join(folder, `articles-${articles}`);
    writeArchive(archive, articles);
    growth.push({ articles, ...(await exportArchive(archive, 1, folder)) });
  }
  const archive = path.join(folder, `articles-${count}`);
  const two = await exportArchive(archive, 2, folder);
  const one = await exportArchive(archive, 1, folder);
  return {
    one,
    two,
    growth,
    exponent: exponentOf(growth.map(({ articles, seconds }) => ({ size: articles, time: seconds }))),
  };
}

/** Seconds from start to end of the program, and the most memory of its process, in which all its threads are. */
async function exportArchive(archive: string, jobs: number, folder: string) {
  const start = performance.now();
  const output = path.join(folder, `out-${jobs}.jsonl`);
  const parameters = ['export', archive, '--jobs', String(jobs), '--output', output];
  const child = spawn(process.execPath, [program.cli, ...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
  const memory = watchMemory(child.pid);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The export ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, megabytes: memory() };
}
