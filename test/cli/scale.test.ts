import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleWith, furniture, useCopydesk } from './copydesk.ts';

const { run, converse, put, inFolder } = useCopydesk();

/** So many articles that differ, and between them files that are none. */
function putMany(count: number): readonly string[] {
  const files = Array.from({ length: count }, (_, at) => `articles/${String(at).padStart(4, '0')}.txt`);
  for (const [at, file] of files.entries()) put(file, articleWith(`<p>3.第${at}处路灯（第${at}街道办）</p>\n`));
  put('articles/0000-notes.txt', 'Only notes.\n');
  return files;
}

describe('threads', () => {
  it.each(['json', 'jsonl', 'csv'])('change nothing about %s', async (format) => {
    putMany(60);
    put('articles/0030-binary.txt', Buffer.from('---\ntitle: a\n---\n<p>\0</p>'));
    put('articles/0031-broken.txt', '---\ntitle: [a\n---\n<p>1.路灯（区住建局');
    const one = await run(['export', 'articles', '--format', format, '--jobs', '1']);
    const three = await run(['export', 'articles', '--format', format, '--jobs', '3']);
    expect(one).toMatchObject({ code: 0, stderr: 'Projects: 240; groups: 120; articles: 61\n' });
    expect(three).toEqual(one);
  });

  it.each(['text', 'json', 'jsonl', 'sarif'])('change nothing about a report as %s', async (format) => {
    putMany(60);
    for (const at of ['10', '30', '50']) put(`articles/00${at}.txt`, articleWith(furniture));
    put('articles/.copydesk/boilerplate.yaml', 'rules:\n  - kind: nonsense\n    text: 路灯\n');
    const parameters = ['check', 'articles', '--format', format, '--repetition', '--fail-on', 'warning'];
    const one = await run([...parameters, '--jobs', '1']);
    const three = await run([...parameters, '--jobs', '3']);
    expect(one).toMatchObject({ code: 1, stderr: expect.stringMatching(/^articles\/\.copydesk.*\n\d+ problems/) });
    expect(three).toEqual(one);
  });

  it('go on past what cannot be read, and say so in the order of the files', async () => {
    putMany(40);
    put('articles/0020.txt', '\0');
    put('articles/0010.txt', Buffer.from([...Buffer.from(articleWith()), 0xb5, 0xc6, 0x0a]));
    const files = readdirSync(inFolder('articles')).map((file) => `articles/${file}`);
    const parameters = ['export', ...files, 'articles/gone.txt', '--format', 'jsonl'];
    const { code, stdout, stderr } = await run([...parameters, '--jobs', '2']);
    expect(code).toBe(2);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).article.file),
    ).toEqual(files.filter((file) => file !== 'articles/0020.txt'));
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'articles/gone.txt: there is no such file or folder',
      'articles/0010.txt: not valid UTF-8; places that could not be decoded: 2',
      'articles/0020.txt: this is a binary file; expected text',
    ]);
  });

  it('have to be a number', async () => {
    for (const jobs of ['0', '-1', '1.5', 'many']) {
      const { code, stderr } = await run(['export', '--jobs', jobs]);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('expected a number from 1') });
    }
  });
});

describe('a filter', () => {
  it('takes paths, and gives a line for each in their order, errors too', async () => {
    const files = putMany(5);
    const input = [...files.toReversed(), 'articles/gone.txt', '', 'articles/0000-notes.txt\r', 'articles'].join('\n');
    const { code, stdout, stderr } = await run(['export', '-'], { input });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.slice(0, 5).map(({ article }) => article.file)).toEqual(files.toReversed());
    expect(lines.slice(5)).toEqual([
      { file: 'articles/gone.txt', error: 'there is no such file or folder' },
      expect.objectContaining({ article: expect.objectContaining({ file: 'articles/0000-notes.txt' }), groups: [] }),
      { file: 'articles', error: 'this is a folder; expected a file' },
    ]);
    expect(stderr).toBe('Projects: 20; groups: 10; articles: 6\n');
  });

  it('takes texts as JSON lines, and gives the same as for the files', async () => {
    const files = putMany(40);
    const fromFiles = await run(['export', ...files, '--format', 'jsonl']);
    const input = files.map((file) => JSON.stringify({ file, text: readFileSync(inFolder(file), 'utf8') })).join('\n');
    for (const jobs of ['1', '3']) {
      const { code, stdout } = await run(['export', '--format', 'jsonl', '--jobs', jobs, '-'], { input });
      expect(code).toBe(0);
      expect(digest(stdout)).toBe(digest(fromFiles.stdout));
    }
  });

  it('says which lines it cannot use', async () => {
    const good = JSON.stringify({ file: 'a.txt', text: articleWith() });
    const bad = ['{"file": "b.txt"}', '{broken', '["c"]', '{"text": 3}'];
    const { code, stdout } = await run(['export', '-'], { input: [good, ...bad, good].join('\n') });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.map(({ file, article }) => file ?? article.file)).toEqual(['a.txt', 'b.txt', '-', '-', '-', 'a.txt']);
    expect(lines[2].error).toBe('unexpected line; expected a JSON object with the texts "file" and "text"');
  });

  it('still takes one article', async () => {
    const { stdout } = await run(['export', '-', '--format', 'jsonl'], { input: articleWith() });
    expect(JSON.parse(stdout)).toMatchObject({ article: { file: '-', title: '本市公布三件实事' } });
    expect(await run(['export', '-'], { input: '' })).toMatchObject({
      code: 0,
      stderr: 'Projects: 0; groups: 0; articles: 1\n',
    });
  });

  it('takes paths to check, and gives a line of findings for each', async () => {
    const files = putMany(40);
    put('articles/0003.txt', articleWith(furniture));
    const wanted = [...files.toReversed(), 'articles/gone.txt'];
    const outputs = await Promise.all(
      [
        { input: wanted.join('\n'), jobs: '1' },
        { input: wanted.join('\n'), jobs: '3' },
        { input: wanted.map((file) => jsonLine(file)).join('\n'), jobs: '2' },
      ].map(({ input, jobs }) => run(['check', '-', '--jobs', jobs], { input })),
    );
    for (const { code, stdout } of outputs) {
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(code).toBe(0);
      expect(lines.map(({ file }) => file)).toEqual(wanted);
      expect(lines.at(-1)).toEqual({ file: 'articles/gone.txt', error: expect.any(String) });
      expect(lines.filter(({ findings }) => hasFurniture(findings)).map(({ file }) => file)).toEqual([
        'articles/0003.txt',
      ]);
    }
    expect(outputs[1]?.stdout).toBe(outputs[0]?.stdout);
    const strict = await run(['check', '-', '--fail-on', 'info'], { input: 'articles/0003.txt\n' });
    expect(strict.code).toBe(1);
    const inWords = await run(['check', '-', '--format', 'text'], { input: wanted.join('\n') });
    expect(inWords).toMatchObject({ code: 2, stdout: expect.stringMatching(/^articles\/0003\.txt:.*boilerplate/m) });
  });

  it.each([
    ['export', '-'],
    ['check', '-'],
    ['check', '-', '--jobs', '2'],
    ['export', '-', '--jobs', '3', '--cache'],
  ])('answers as soon as it is asked, so that a program can talk with it: %s %s %s %s', async (...parameters) => {
    const { ask, end } = converse(parameters);
    const first = await ask(JSON.stringify({ file: 'a.txt', text: articleWith() }));
    const second = await ask(JSON.stringify({ file: 'b.txt', text: articleWith() }));
    const answers = [first, second].map((line) => JSON.parse(line));
    expect(answers.map(({ file, article }) => file ?? article.file)).toEqual(['a.txt', 'b.txt']);
    expect(await end()).toBe(0);
  });
});

function hasFurniture(findings: readonly { readonly code: string }[] = []): boolean {
  return findings.some(({ code }) => code.startsWith('boilerplate.'));
}

/** A line of JSON with the text of a file; for a file that is not there, one without. */
function jsonLine(file: string): string {
  const full = inFolder(file);
  return JSON.stringify(existsSync(full) ? { file, text: readFileSync(full, 'utf8') } : { file });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
