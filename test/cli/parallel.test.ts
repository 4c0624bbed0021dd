import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../bench/archive.ts';
import { useCopydesk } from './copydesk.ts';

const { run, inFolder, program } = useCopydesk();
const isInstalled =
  spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel') === true;

describe('GNU parallel', () => {
  it.skipIf(!isInstalled)(
    'gives with two workers the bytes of one process (needs Debian’s package parallel)',
    async () => {
      const files = writeArchive(inFolder('archive'), 2000).map((file) => path.basename(file));
      const one = await run(['export', 'archive', '--format', 'jsonl', '--jobs', '1']);
      const parameters = [
        '--pipe',
        '--keep-order',
        '--jobs',
        '2',
        '--block',
        '8k',
        process.execPath,
        program,
        'export',
        '-',
      ];
      const two = spawnSync('parallel', parameters, {
        cwd: inFolder('.'),
        input: files.map((file) => `archive/${file}\n`).join(''),
        encoding: 'utf8',
        maxBuffer: 1e9,
      });
      expect(one.stdout.split('\n')).toHaveLength(2001);
      expect(two.status).toBe(0);
      expect(digest(two.stdout)).toBe(digest(one.stdout));
    },
    240_000,
  );
});

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
