import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** The folder of the sample articles. */
export const samples = path.join(root, 'docs/sample');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
}

export interface Run {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Close the program's standard output as soon as it writes to it. */
  readonly hangUp?: boolean;
  /** Run as somebody whom file permissions bind, also where the tests run as root. */
  readonly unprivileged?: boolean;
}

/** The user and group that own nothing, by Linux convention. */
const nobody = 65534;

/**
 * The command-line program, bundled as it is shipped and run as a process, and a fresh folder for each test which is its
 * current folder. To be called once at the top of a test file.
 */
export function useCopydesk() {
  const bundle = mkdtempSync(path.join(tmpdir(), 'copydesk-bundle-'));
  const program = path.join(bundle, 'cli.js');
  let folder: string | undefined;

  beforeAll(async () => {
    await build({
      entryPoints: [path.join(root, 'server/src/cli/main.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
  });
  afterAll(() => rmSync(bundle, { recursive: true, force: true }));
  afterEach(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  });

  const inFolder = (file: string) => {
    folder ??= mkdtempSync(path.join(tmpdir(), 'copydesk-test-'));
    return path.join(folder, file);
  };
  return {
    /** The path of the program, which Node runs. */
    program,
    /** The path of a file in the test's folder. */
    inFolder,
    /** Writes a file into the test's folder. */
    put(file: string, content: string | Uint8Array): string {
      const full = inFolder(file);
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, content);
      return full;
    },
    /** Starts the program and asks it line by line. */
    converse(parameters: readonly string[]) {
      const child = spawn(process.execPath, [program, ...parameters], { cwd: inFolder('.') });
      const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      return {
        async ask(line: string): Promise<string> {
          child.stdin.write(`${line}\n`);
          return (await answers.next()).value ?? '';
        },
        async end(): Promise<number | null> {
          child.stdin.end();
          const [code] = await once(child, 'close');
          return code;
        },
      };
    },
    /** Starts the program, kills it without warning as soon as `isTime`, and resolves when it has gone. */
    async kill(
      parameters: readonly string[],
      isTime: () => boolean,
      { env = {} }: Pick<Run, 'env'> = {},
    ): Promise<void> {
      const child = spawn(process.execPath, [program, ...parameters], {
        cwd: inFolder('.'),
        env: { PATH: process.env.PATH, ...env },
        stdio: 'ignore',
      });
      const ended = once(child, 'close');
      const timer = setInterval(() => {
        if (isTime()) child.kill('SIGKILL');
      }, 2);
      const [code, signal] = await ended;
      clearInterval(timer);
      if (signal !== 'SIGKILL') throw new Error(`The program ended with ${code} before it was killed`);
    },
    run(
      parameters: readonly string[],
      { input = '', env = {}, hangUp = false, unprivileged = false }: Run = {},
    ): Promise<Ended> {
      return new Promise((resolve, reject) => {
        const cwd = inFolder('.');
        const asNobody = unprivileged && process.getuid?.() === 0;
        if (asNobody) for (const opened of [bundle, cwd]) chmodSync(opened, 0o777);
        const child = spawn(process.execPath, [program, ...parameters], {
          cwd,
          env: { PATH: process.env.PATH, ...env },
          ...(asNobody && { uid: nobody, gid: nobody }),
        });
        const out: Buffer[] = [];
        const err: Buffer[] = [];
        child.stdout.on('data', (chunk: Buffer) => {
          out.push(chunk);
          if (hangUp) child.stdout.destroy();
        });
        child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
        child.on('error', reject);
        child.on('close', (code) => {
          const bytes = Buffer.concat(out);
          resolve({ code, bytes, stdout: bytes.toString('utf8'), stderr: Buffer.concat(err).toString('utf8') });
        });
        // A program that does not read its input may be gone before all of it is written.
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
      });
    },
  };
}

/** An article with three projects in two groups; nothing is wrong in it but what a test adds. */
export function articleWith(extra = ''): string {
  return `---
title: '本市公布三件实事'
categories:
  - 民生
author: 何清扬
date: 2023-03-09T02:15:40Z
---

<div>
<p>一、市级项目（2件）</p>
<p>1.小巷路灯补亮（市城市管理局）</p>
<p>2.操场周末开放（市教育局 市体育局）</p>
<p>二、区级项目（1件）</p>
<p>1.河埠头坡道（南浦区住房城乡建设局）</p>
${extra}</div>
`;
}

/** Site furniture that every rule set finds, and can remove safely. */
export const furniture = '<!-- 文末二维码 start -->\n<style>.qr&#123;float:left&#125;</style>\n';
