import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readUnchanged, stampNow } from '../../server/src/cli/files.ts';
import { writeWhole } from '../../server/src/cli/write.ts';
import { writeArchive } from '../bench/archive.ts';
import { articleWith, furniture, useCopydesk } from './copydesk.ts';

const { run, kill, put, inFolder, program } = useCopydesk();

function namesIn(folder: string): readonly string[] {
  return existsSync(inFolder(folder)) ? readdirSync(inFolder(folder)) : [];
}

function isDraft(name: string): boolean {
  return name.startsWith('.copydesk-');
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

describe('killed in the middle', () => {
  it('an export leaves the old file, and the next one is whole', async () => {
    writeArchive(inFolder('archive'), 600);
    put('out/projects.jsonl', 'the old file\n');
    const exporting = ['export', 'archive', '--output', 'out/projects.jsonl'];
    await kill(exporting, () => namesIn('out').some((name) => isDraft(name) && sizeOf(inFolder(`out/${name}`)) > 0));
    expect(readFileSync(inFolder('out/projects.jsonl'), 'utf8')).toBe('the old file\n');
    expect(await run(exporting)).toMatchObject({ code: 0 });
    const { stdout } = await run(['export', 'archive', '--format', 'jsonl']);
    expect(readFileSync(inFolder('out/projects.jsonl'), 'utf8')).toBe(stdout);
    expect(namesIn('out')).toEqual(['projects.jsonl']);
  }, 120_000);

  it('fixes leave every file as it was or as it shall be, and the next run does the rest', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `articles/${String(at).padStart(3, '0')}.txt`);
    const [before, after] = [articleWith(furniture), articleWith()];
    for (const name of names) put(name, before);
    const isFixed = (name: string) => readFileSync(inFolder(name), 'utf8') === after;
    await kill(['fix', 'articles', '--write'], () => isFixed('articles/010.txt'));
    expect(names.filter((name) => !isFixed(name) && readFileSync(inFolder(name), 'utf8') !== before)).toEqual([]);
    expect(names.filter(isFixed).length).toBeLessThan(names.length);
    expect(await run(['fix', 'articles', '--write'])).toMatchObject({ code: 0 });
    expect(names.filter((name) => !isFixed(name))).toEqual([]);
    expect(namesIn('articles').filter(isDraft)).toEqual([]);
  }, 120_000);

  it('a cache keeps what was done, and is not damaged', async () => {
    writeArchive(inFolder('archive'), 600);
    const env = { XDG_CACHE_HOME: inFolder('cache') };
    const exporting = ['export', 'archive', '--format', 'jsonl', '--cache'];
    const cacheSize = () =>
      namesIn('cache/copydesk').reduce((sum, name) => sum + sizeOf(inFolder(`cache/copydesk/${name}`)), 0);
    await kill(exporting, () => cacheSize() > 500_000, { env });
    const [name = ''] = namesIn('cache/copydesk');
    const kept = readFileSync(inFolder(`cache/copydesk/${name}`));
    const next = await run(exporting, { env });
    const { stdout } = await run(['export', 'archive', '--format', 'jsonl']);
    expect(next.stdout).toBe(stdout);
    // What was kept in whole lines is still there, once: it has not been done again.
    const lines = readFileSync(inFolder(`cache/copydesk/${name}`), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1);
    expect(lines).toHaveLength(600);
    const whole = kept.subarray(0, kept.lastIndexOf('\n') + 1);
    expect(
      readFileSync(inFolder(`cache/copydesk/${name}`))
        .subarray(0, whole.length)
        .equals(whole),
    ).toBe(true);
  }, 120_000);
});

const hasFullDevice = process.platform === 'linux' && existsSync('/dev/full');

describe('no space left on the device', () => {
  it.skipIf(!hasFullDevice)('for standard output is said, with exit code 2 (needs /dev/full)', () => {
    put('a.txt', articleWith(furniture));
    for (const parameters of [
      ['export', 'a.txt'],
      ['check', 'a.txt'],
    ]) {
      const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
      const { status, stderr } = spawnSync(process.execPath, [program, ...parameters], {
        cwd: inFolder('.'),
        stdio: [...stdio],
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringContaining('no space is left on the device'),
      });
    }
  });

  it('for a file leaves nothing behind, and the rest is done (needs root, to mount a small file system)', async ({
    skip,
  }) => {
    const small = inFolder('small');
    mkdirSync(small);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]).status === 0;
    if (!mounted) skip('no file system could be mounted');
    try {
      writeArchive(inFolder('archive'), 40);
      const exporting = await run(['export', 'archive', '--output', 'small/out.jsonl']);
      expect(exporting).toMatchObject({ code: 2, stderr: 'small/out.jsonl: no space is left on the device\n' });
      expect(readdirSync(small)).toEqual([]);

      put('small/a.txt', articleWith(furniture));
      put('small/large.txt', articleWith(furniture + '<p>路灯已经补亮。</p>\n'.repeat(1500)));
      put('z.txt', articleWith(furniture));
      const before = readFileSync(path.join(small, 'large.txt'));
      const fixing = await run(['fix', 'small', 'z.txt', '--write']);
      expect(fixing).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('small/large.txt: no space is left on the device\n'),
      });
      expect(readFileSync(path.join(small, 'large.txt')).equals(before)).toBe(true);
      expect(readFileSync(inFolder('z.txt'), 'utf8')).toBe(articleWith());
      expect(readdirSync(small)).toEqual(['a.txt', 'large.txt']);

      const env = { XDG_CACHE_HOME: small };
      const exported = await run(['export', 'archive', '--format', 'jsonl']);
      const kept = await run(['export', 'archive', '--format', 'jsonl', '--cache'], { env });
      expect({ ...kept, stderr: '' }).toEqual({ ...exported, stderr: '' });
      expect(kept.stderr).toContain('The results cannot be kept for the next time: no space is left on the device');
      const again = await run(['export', 'archive', '--format', 'jsonl', '--cache'], { env });
      expect(again.stdout).toBe(exported.stdout);
    } finally {
      spawnSync('umount', [small]);
    }
  }, 120_000);
});

describe('files that cannot be read', () => {
  it('are named, and the rest is done, with exit code 2', async () => {
    writeArchive(inFolder('archive'), 130);
    chmodSync(inFolder('archive/000050.txt'), 0);
    for (const jobs of ['1', '2']) {
      const checked = await run(['check', 'archive', '--fail-on', 'never', '--jobs', jobs], { unprivileged: true });
      expect(checked).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('archive/000050.txt: permission denied\n'),
      });
      expect(checked.stderr).toContain('of 129 articles');
      const exported = await run(['export', 'archive', '--format', 'jsonl', '--jobs', jobs], { unprivileged: true });
      expect(exported.code).toBe(2);
      expect(exported.stdout.trimEnd().split('\n')).toHaveLength(129);
    }
  });

  it('because they went during the run, too', async () => {
    writeArchive(inFolder('archive'), 300);
    // The first draft of the output appears when the files have been listed.
    const gone = ['000298.txt', '000299.txt'];
    mkdirSync(inFolder('out'));
    const exporting = run(['export', 'archive', '--output', 'out/all.jsonl', '--jobs', '1']);
    while (!namesIn('out').some((name) => isDraft(name))) await new Promise(setImmediate);
    for (const name of gone) rmSync(inFolder(`archive/${name}`));
    const { code, stderr } = await exporting;
    expect(code).toBe(2);
    for (const name of gone) expect(stderr).toContain(`archive/${name}: there is no such file or folder\n`);
    expect(readFileSync(inFolder('out/all.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(298);
  }, 60_000);
});

describe('files that change', () => {
  it('while they are read are not used', async () => {
    const file = put('a.txt', articleWith());
    const handle = await open(file);
    try {
      expect(await readUnchanged(handle)).toMatchObject({ bytes: readFileSync(file) });
    } finally {
      await handle.close();
    }
    const changing = await open(file);
    try {
      const halfway = {
        stat: () => changing.stat({ bigint: true }),
        async readFile() {
          const bytes = await changing.readFile();
          writeFileSync(file, articleWith(furniture));
          return bytes;
        },
      };
      expect(await readUnchanged(halfway)).toBeUndefined();
    } finally {
      await changing.close();
    }
  });

  it('between reading and fixing keep what somebody else wrote', async () => {
    const file = put('a.txt', articleWith(furniture));
    const read = await stampNow(file);
    const isAsRead = async () => (await stampNow(file)) === read;
    expect(await writeWhole(file, articleWith(), isAsRead)).toBe(true);
    expect(await writeWhole(file, 'over', isAsRead)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(articleWith());
    expect(readdirSync(path.dirname(file))).toEqual(['a.txt']);
  });
});
