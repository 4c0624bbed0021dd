import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleWith, furniture, useCopydesk } from './copydesk.ts';

const { run, put, inFolder } = useCopydesk();

/** Long enough ago that the cache trusts the time. */
const before = new Date('2024-05-06T07:08:09Z');

function putArticle(file: string, text: string, at = before): void {
  utimesSync(put(file, text), at, at);
}

function cacheFile(): string {
  const [name, ...others] = readdirSync(inFolder('cache/copydesk'));
  if (name === undefined || others.length > 0) throw new Error(`The cache holds ${[name, ...others]}`);
  return inFolder(path.join('cache/copydesk', name));
}

describe('--cache', () => {
  const env = () => ({ XDG_CACHE_HOME: inFolder('cache') });
  const checking = ['check', 'articles', '--format', 'json', '--fail-on', 'never'];
  const check = (...more: string[]) => run([...checking, '--cache', ...more], { env: env() });

  function putSome(): void {
    for (let at = 0; at < 40; at++) {
      putArticle(`articles/${String(at).padStart(2, '0')}.txt`, articleWith(at % 3 === 0 ? furniture : ''));
    }
    putArticle('articles/gb.txt', '');
    writeFileSync(inFolder('articles/gb.txt'), Buffer.from([...Buffer.from(articleWith()), 0xb5, 0xc6, 0x0a]));
    putArticle('articles/notes.txt', 'Only notes.\n');
    putArticle('articles/future.txt', articleWith().replace('2023-03-09', '2093-03-09'));
  }

  it('changes nothing about what is written, to either stream', async () => {
    putSome();
    for (const parameters of [
      checking,
      ['check', 'articles', '--fail-on', 'never'],
      ['export', 'articles', '--format', 'jsonl'],
      ['export', 'articles', '--format', 'parquet'],
    ]) {
      const without = await run(parameters);
      for (const jobs of ['1', '3', '1']) {
        const kept = await run([...parameters, '--cache', '--jobs', jobs], { env: env() });
        expect({ ...kept, bytes: kept.bytes.equals(without.bytes) }).toEqual({ ...without, bytes: true });
      }
    }
  }, 120_000);

  it('reads again only what has changed', async () => {
    putSome();
    await check();
    const { length } = readFileSync(cacheFile());
    putArticle('articles/01.txt', articleWith('<!-- a -->\n'), new Date('2024-05-06T07:08:10Z'));
    const { stdout } = await check();
    expect(JSON.parse(stdout).filter(({ file }: { file: string }) => file === 'articles/01.txt')).toHaveLength(1);
    const grown = readFileSync(cacheFile()).length - length;
    // The changed file, and the one with the date that may lie ahead no more.
    expect(grown).toBeGreaterThan(0);
    expect(grown).toBeLessThan(length / 10);
  });

  it('knows a catalogue that has changed', async () => {
    putArticle('articles/a.txt', articleWith('<p>江屿在线提醒您注意防火</p>\n'));
    expect((await check()).stdout).toBe('[]\n');
    put('articles/.copydesk/boilerplate.yaml', 'rules:\n  - kind: ad\n    text: 江屿在线提醒您注意防火\n');
    const { stdout } = await check();
    expect(stdout).toBe((await run(checking)).stdout);
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  it('throws away what is damaged, wherever it is damaged', async () => {
    putSome();
    const { stdout } = await check();
    const sound = readFileSync(cacheFile());
    for (let at = 3; at < sound.length; at += Math.ceil(sound.length / 12)) {
      for (const damaged of [
        sound.subarray(0, at),
        Buffer.from(sound.map((byte, index) => (index === at ? byte ^ 2 : byte))),
      ]) {
        writeFileSync(cacheFile(), damaged);
        expect((await check()).stdout).toBe(stdout);
        expect((await check()).stdout).toBe(stdout);
      }
    }
  }, 120_000);

  it('does without a place to keep anything, and says so', async () => {
    putSome();
    put('cache', 'a file, not a folder');
    const { code, stdout, stderr } = await check();
    expect({ code, stdout }).toEqual({ code: 0, stdout: (await run(checking)).stdout });
    expect(stderr).toContain('The results cannot be kept for the next time');
  });

  it('forgets what other versions of the program have kept', async () => {
    putSome();
    mkdirSync(inFolder('cache/copydesk'), { recursive: true });
    writeFileSync(inFolder('cache/copydesk/0123456789abcdef-0123456789abcdef.txt'), 'old');
    await check();
    expect(readdirSync(inFolder('cache/copydesk'))).toHaveLength(1);
  });
});

const hasGit = spawnSync('git', ['--version']).status === 0;

describe.skipIf(!hasGit)('--changed-since (needs git)', () => {
  function git(...parameters: string[]): void {
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
    const { status, stderr } = spawnSync('git', [...identity, ...parameters], { cwd: inFolder('.'), encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }

  const exported = async (...parameters: string[]) => {
    const { stdout } = await run(['export', '--format', 'jsonl', ...parameters]);
    return [...stdout.matchAll(/"file":"([^"]+)"/g)].map(([, file]) => file);
  };

  function putRepository(): void {
    for (const name of ['a', 'b', 'c', '旧闻/d', 'gone']) put(`articles/${name}.txt`, articleWith());
    git('init', '--quiet');
    put('.gitignore', 'ignored.txt\n');
    git('add', '.');
    git('commit', '--quiet', '--message', 'a');
    git('tag', 'first');
    put('articles/b.txt', articleWith(furniture));
    git('commit', '--quiet', '--all', '--message', 'b');
    put('articles/旧闻/d.txt', articleWith(furniture));
    put('articles/new.txt', articleWith());
    put('articles/ignored.txt', articleWith());
    rmSync(inFolder('articles/gone.txt'));
  }

  it('takes what differs from a revision, and what Git does not know', async () => {
    putRepository();
    const worked = ['articles/new.txt', 'articles/旧闻/d.txt'];
    expect(await exported('--changed-since', 'HEAD')).toEqual(worked);
    expect(await exported('articles', '--changed-since', 'first')).toEqual(['articles/b.txt', ...worked]);
    expect(await exported('articles/a.txt', inFolder('articles/new.txt'), '--changed-since', 'first')).toEqual([
      inFolder('articles/new.txt'),
    ]);
    const { stdout } = await run(['check', '--changed-since', 'HEAD', '--fail-on', 'never']);
    expect(new Set(stdout.match(/^[^:\n]+/gm))).toEqual(new Set(['articles/旧闻/d.txt']));
    expect(await run(['export', '--format', 'table', '--changed-since', 'HEAD'])).toMatchObject({ code: 0 });
  });

  it('says what it needs, and does nothing without', async () => {
    put('a.txt', articleWith());
    const outside = await run(['check', '--changed-since', 'HEAD']);
    expect(outside).toMatchObject({
      code: 2,
      stdout: '',
      stderr: '--changed-since needs a Git repository; the current folder is in none\n',
    });
    git('init', '--quiet');
    for (const revision of ['HEAD', 'nowhere', '--all', '']) {
      expect(await run(['export', `--changed-since=${revision}`])).toMatchObject({
        code: 2,
        stdout: '',
        stderr: `Git knows no revision ${revision}\n`,
      });
    }
    expect(await run(['check', '-', '--changed-since', 'HEAD'])).toMatchObject({
      code: 2,
      stderr: '--changed-since does not go together with standard input\n',
    });
    expect(await run(['check', '--changed-since', 'HEAD'], { env: { PATH: inFolder('.') } })).toMatchObject({
      code: 2,
      stderr: '--changed-since needs the program git\n',
    });
  });
});
