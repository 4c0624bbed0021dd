import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { articleWith, furniture, samples, useCopydesk } from './copydesk.ts';

const { run, put, inFolder } = useCopydesk();

const dirty = articleWith(furniture);

async function fixedText(text: string): Promise<string> {
  return (await run(['fix', '-'], { input: text })).stdout;
}

describe('copydesk fix', () => {
  it('shows a diff that gives the fixed text, and writes nothing', async () => {
    const file = put('a.txt', dirty);
    const { code, stdout, stderr } = await run(['fix', 'a.txt']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^--- a\.txt\n\+\+\+ a\.txt\n@@ /);
    expect(applyPatch(dirty, stdout)).toBe(await fixedText(dirty));
    expect(stderr).toContain('--write changes the files');
    expect(readFileSync(file, 'utf8')).toBe(dirty);
  });

  it('shows nothing for an article that needs no fix', async () => {
    put('a.txt', articleWith());
    const { code, stdout, stderr } = await run(['fix', 'a.txt']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe('Problems that can be fixed: 0; files to change: 0 of 1\n');
  });

  it('writes with --write, and then finds nothing more to fix', async () => {
    const file = put('a.txt', dirty);
    const { code, stdout, stderr } = await run(['fix', 'a.txt', '--write']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^Problems fixed: [1-9]\d*; files changed: 1 of 1\n$/);
    const text = readFileSync(file, 'utf8');
    expect(text).toBe(await fixedText(dirty));
    expect(text).not.toContain('二维码');
    expect((await run(['fix', 'a.txt'])).stdout).toBe('');
    expect(readdirSync(inFolder('.'))).toEqual(['a.txt']);
  });

  it('applies suggested fixes only when asked', async () => {
    const sample = readFileSync(path.join(samples, 'wangchuan-small-renewals.txt'), 'utf8');
    const safe = await run(['fix', '-'], { input: sample });
    const suggested = await run(['fix', '-', '--suggestions'], { input: sample });
    expect(suggested.stdout.length).toBeLessThan(safe.stdout.length);
    for (const line of sample.match(/<p>　　\d+\..*?<\/p>/g) ?? []) expect(suggested.stdout).toContain(line);
  });

  it('passes standard input through where nothing is to fix', async () => {
    const input = Buffer.from(`\ufeff${articleWith()}`);
    expect((await run(['fix', '-'], { input })).bytes).toEqual(input);
  });

  it.skipIf(process.platform === 'win32')('keeps the permissions, and a link a link', async () => {
    const file = put('real/a.txt', dirty);
    chmodSync(file, 0o640);
    symlinkSync(file, inFolder('link.txt'));
    await run(['fix', 'link.txt', '--write']);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readFileSync(file, 'utf8')).toBe(await fixedText(dirty));
    expect(readdirSync(inFolder('real'))).toEqual(['a.txt']);
  });

  it.skipIf(process.platform === 'win32')('leaves a read-only file alone', async () => {
    const file = put('a.txt', dirty);
    chmodSync(file, 0o444);
    const { code, stderr } = await run(['fix', 'a.txt', '--write'], { unprivileged: true });
    expect(code).toBe(2);
    expect(stderr).toContain('a.txt: permission denied');
    expect(readFileSync(file, 'utf8')).toBe(dirty);
  });
});

describe('copydesk fix keeps the bytes', () => {
  async function written(bytes: Uint8Array): Promise<Buffer> {
    const file = put('a.txt', bytes);
    await run(['fix', 'a.txt', '--write']);
    return readFileSync(file);
  }

  it('of a byte order mark', async () => {
    const fixed = await written(Buffer.from(`\ufeff${dirty}`));
    expect(fixed.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(fixed.subarray(3).toString()).toBe(await fixedText(dirty));
  });

  it.each([
    ['CRLF', '\r\n'],
    ['a lone CR', '\r'],
  ])('of lines that end with %s', async (_name, lineEnd) => {
    const fixed = await written(Buffer.from(dirty.replaceAll('\n', lineEnd)));
    expect(fixed.toString()).toBe((await fixedText(dirty)).replaceAll('\n', lineEnd));
  });

  it('of UTF-16', async () => {
    const fixed = await written(Buffer.from(`\ufeff${dirty}`, 'utf16le'));
    expect(fixed.toString('utf16le')).toBe(`\ufeff${await fixedText(dirty)}`);
  });

  it('of GB18030', async () => {
    const gbk = gb18030(dirty);
    const fixed = await written(gbk);
    expect(fixed).not.toEqual(gbk);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(fixed)).toBe(await fixedText(dirty));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(fixed)).toThrow();
  });

  it('of a file that cannot be decoded: it is left alone', async () => {
    const bytes = Buffer.from(dirty);
    bytes[bytes.indexOf('路')] = 0xff;
    const file = put('a.txt', bytes);
    const { code, stderr } = await run(['fix', 'a.txt', '--write']);
    expect(code).toBe(2);
    expect(stderr).toContain('a.txt: not fixed');
    expect(readFileSync(file)).toEqual(bytes);
  });
});

/** GBK bytes of the characters that the article above has, by asking the decoder for each two-byte code. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((character) => codes.get(character) ?? character.charCodeAt(0)));
}
