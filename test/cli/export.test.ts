import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../server/src/core/export/record.ts';
import { articleWith, samples, useCopydesk } from './copydesk.ts';

const { run, put, inFolder } = useCopydesk();

describe('copydesk export', () => {
  it('writes JSON to standard output and says how much to standard error', async () => {
    put('a.txt', articleWith());
    const { code, stdout, stderr } = await run(['export', 'a.txt']);
    const records: ExportRecord[] = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(stderr).toBe('Projects: 3; groups: 2; articles: 1\n');
    expect(records.map(({ article, groups }) => [article.file, groups.map(({ projects }) => projects.length)])).toEqual(
      [['a.txt', [2, 1]]],
    );
  });

  it('passes over what is no article in a folder', async () => {
    const { stdout, stderr } = await run(['export', samples, '--format', 'jsonl']);
    const files = stdout
      .trimEnd()
      .split('\n')
      .map((line) => path.basename(JSON.parse(line).article.file));
    expect(files).toEqual(['jiangyu-digital-villages.txt', 'wangchuan-small-renewals.txt']);
    expect(stderr).toBe('Projects: 25; groups: 5; articles: 2\n');
  });

  it.each([
    ['projects.csv', /^\ufefffile,article_title,.*\r\n/],
    ['projects.jsonl', /^\{"schemaVersion":1,.*\}\n$/],
    ['projects.json', /^\[\n {2}\{\n/],
    ['projects.md', /^# .*\n\n[\s\S]*\[\d+\]\(<a\.txt#L\d+>\)/],
    ['projects.jsonld', /^\{\n {2}"@context": \[/],
    ['projects.xlsx', /^PK/],
    ['projects.data', /^\[\n {2}\{\n/],
  ])('writes %s in the format of its ending', async (output, shape) => {
    put('a.txt', articleWith());
    const { code, stdout, stderr } = await run(['export', 'a.txt', '--output', output]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(`Projects: 3; groups: 2; articles: 1; written to ${output}\n`);
    expect(readFileSync(inFolder(output), 'utf8')).toMatch(shape);
    expect(readdirSync(inFolder('.')).toSorted()).toEqual(['a.txt', output]);
  });

  it('leaves out the byte order mark when asked', async () => {
    put('a.txt', articleWith());
    const { stdout } = await run(['export', 'a.txt', '--format', 'csv', '--no-byte-order-mark']);
    expect(stdout).toMatch(/^file,/);
  });

  it('shows a table', async () => {
    const { stdout } = await run(['export', '-', '--format', 'table'], { input: articleWith() });
    expect(stdout).toContain('一、市级项目');
    expect(stdout).toMatch(/ 2 {2}操场周末开放 +市教育局、市体育局 +12\n/);
  });

  it('exits with 2 for an output that cannot be written, and leaves nothing behind', async () => {
    put('a.txt', articleWith());
    const { code, stderr } = await run(['export', 'a.txt', '--output', 'no/such/folder.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('no/such/folder.json: there is no such file or folder\n');
    expect(readdirSync(inFolder('.'))).toEqual(['a.txt']);
  });

  it('gives a record for an article without projects, and one for what is none but was named', async () => {
    put('notes.txt', 'Only notes.\n');
    const { code, stdout } = await run(['export', 'notes.txt']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ article: { file: 'notes.txt', title: null }, groups: [] }]);
  });
});
