import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/findings.schema.json' with { type: 'json' };
import type { FindingRecord } from '../../server/src/cli/reports/json.ts';
import { articleWith, furniture, samples, useCopydesk } from './copydesk.ts';

const { run, put, inFolder } = useCopydesk();
const sample = path.join(samples, 'wangchuan-small-renewals.txt');

async function findings(parameters: readonly string[]): Promise<readonly FindingRecord[]> {
  const { stdout } = await run(['check', ...parameters, '--format', 'json']);
  return JSON.parse(stdout);
}

describe('copydesk check: exit codes', () => {
  it('is 0 for an article without problems', async () => {
    put('a.txt', articleWith());
    const { code, stdout, stderr } = await run(['check', 'a.txt']);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'No problems in 1 article\n' });
  });

  it('is 1 for problems as grave as --fail-on says', async () => {
    const [found] = await findings([sample]);
    const rule = (severity: string) => ['--rule', `${found?.code}=${severity}`];
    expect((await run(['check', sample, ...rule('error')])).code).toBe(1);
    expect((await run(['check', sample, ...rule('error'), '--fail-on', 'never'])).code).toBe(0);
    expect((await run(['check', sample, '--fail-on', 'info'])).code).toBe(1);
  });

  it.each([
    [['--format', 'xml'], 'xml is no value of --format <format>; expected one of text, json, jsonl, sarif'],
    [['--formt', 'json'], 'Unknown option --formt'],
    [['--rule', 'no-such-rule=off'], 'there is no rule no-such-rule'],
    [['--fail-on'], 'needs a value'],
  ])('is 2 for %j', async (parameters, complaint) => {
    const { code, stdout, stderr } = await run(['check', ...parameters]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(complaint);
  });

  it('checks front matter against a schema of one’s own', async () => {
    put('a.txt', articleWith());
    put('desk.json', '{"required": ["desk"]}');
    const { code, stdout } = await run([
      'check',
      'a.txt',
      '--front-matter-schema',
      'desk.json',
      '--fail-on',
      'warning',
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('front-matter.missing-key') });
    expect((await run(['check', 'a.txt', '--no-built-in-schema', '--fail-on', 'warning'])).code).toBe(0);
  });

  it.each([
    ['[]', 'The schema odd.json cannot be used: expected an object.'],
    ['{', 'The schema odd.json cannot be read: it is no JSON.'],
  ])('is 2 for a schema that cannot be used, and nothing is changed: %s', async (schema, complaint) => {
    put('odd.json', schema);
    const file = put('a.txt', articleWith(furniture));
    const before = readFileSync(file, 'utf8');
    const { code, stderr } = await run(['fix', 'a.txt', '--write', '--front-matter-schema', 'odd.json']);
    expect(code).toBe(2);
    expect(stderr).toContain(complaint);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('is 2 for a missing file, and the rest is done', async () => {
    put('a.txt', articleWith(furniture));
    const { code, stdout, stderr } = await run(['check', 'missing.txt', 'a.txt']);
    expect(code).toBe(2);
    expect(stderr).toContain('missing.txt: there is no such file or folder\n');
    expect(stdout).toMatch(/^a\.txt:\d+:\d+ /);
  });

  it.skipIf(process.platform === 'win32')('is 2 for a file that may not be read', async () => {
    chmodSync(put('a.txt', articleWith()), 0);
    const { code, stderr } = await run(['check', 'a.txt'], { unprivileged: true });
    expect(code).toBe(2);
    expect(stderr).toContain('a.txt: permission denied\n');
  });

  it('is 2 for a pattern that matches nothing', async () => {
    expect((await run(['check', '*.txt'])).code).toBe(2);
  });

  it('is 0 for a folder without articles', async () => {
    put('notes.txt', 'Only notes.\n');
    const { code, stderr } = await run(['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'No articles found\n' });
  });
});

describe('copydesk check: which files', () => {
  async function checked(parameters: readonly string[]): Promise<readonly string[]> {
    return [...new Set((await findings(parameters)).map(({ file }) => file))];
  }

  it('takes the articles of the current folder by name, without hidden folders and node_modules', async () => {
    for (const file of ['b.txt', 'a/z.md', 'a.TXT', '.git/c.txt', 'node_modules/d/e.txt', 'f.html']) {
      put(file, articleWith(furniture));
    }
    put('notes.txt', 'Only notes.\n');
    expect(await checked([])).toEqual(['a.TXT', 'a/z.md', 'b.txt']);
  });

  it('keeps the order of the arguments, and takes a file once', async () => {
    for (const file of ['b.txt', 'a/y.txt', 'a/z.txt']) put(file, articleWith(furniture));
    expect(await checked(['b.txt', 'a', 'a/y.txt', './b.txt'])).toEqual(['b.txt', 'a/y.txt', 'a/z.txt']);
  });

  it('reads patterns', async () => {
    for (const file of ['2022-a.txt', '2022-b.txt', '2023-a.txt', 'deep/2022-c.txt']) put(file, articleWith(furniture));
    put('2022-notes.txt', 'Only notes.\n');
    expect(await checked(['2022-*.txt'])).toEqual(['2022-a.txt', '2022-b.txt']);
    expect(await checked(['**/2022-*.txt'])).toEqual(['2022-a.txt', '2022-b.txt', 'deep/2022-c.txt']);
    expect(await checked(['deep/*'])).toEqual(['deep/2022-c.txt']);
  });

  it('takes a name that looks like a pattern as a name where such a file is', async () => {
    put('[a].txt', articleWith(furniture));
    expect(await checked(['[a].txt'])).toEqual(['[a].txt']);
  });

  it.skipIf(process.platform === 'win32')('is not caught in a circle of links', async () => {
    put('a/b.txt', articleWith(furniture));
    symlinkSync(inFolder('a'), inFolder('a/again'));
    symlinkSync(inFolder('a/b.txt'), inFolder('linked.txt'));
    expect(await checked([])).toEqual(['a/b.txt', 'linked.txt']);
  });

  it('processes a named file that is no article', async () => {
    put('notes.txt', 'Only notes.\n');
    const { stderr } = await run(['check', 'notes.txt']);
    expect(stderr).not.toContain('No articles found');
  });

  it('reads standard input', async () => {
    const { stdout } = await run(['check', '-'], { input: articleWith(furniture) });
    expect(stdout).toMatch(/^-:\d+:\d+ /);
  });

  it('says that a folder in place of a file to read is one', async () => {
    mkdirSync(inFolder('folder.txt'));
    put('folder.txt/a.txt', articleWith(furniture));
    expect(await checked(['folder.txt'])).toEqual(['folder.txt/a.txt']);
  });
});

describe('copydesk check: bytes', () => {
  it('decodes GB18030 and says so', async () => {
    // "中文", as GBK has it.
    put(
      'a.txt',
      Buffer.concat([
        Buffer.from('---\ntitle: '),
        Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
        Buffer.from('\n---\n<p>a</p>\n'),
      ]),
    );
    const { stderr } = await run(['check', 'a.txt']);
    expect(stderr).toContain('a.txt: decoded as GB18030\n');
  });

  it('counts what cannot be decoded', async () => {
    const bytes = Buffer.from(articleWith());
    bytes[bytes.indexOf('路')] = 0xff;
    put('a.txt', bytes);
    const { code, stderr } = await run(['check', 'a.txt', '--fail-on', 'never']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/a\.txt: not valid UTF-8; places that could not be decoded: [1-3]\n/);
  });

  it('refuses a binary file', async () => {
    put('a.txt', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
    const { code, stdout, stderr } = await run(['check', 'a.txt']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('a.txt: this is a binary file; expected text\n');
  });

  it.each([
    ['an empty file', ''],
    ['an unclosed front matter', '---\ntitle: a\n'],
    ['invalid YAML', '---\ntitle: "a\n  b: [\n---\n<p>a</p>\n'],
    ['unclosed tags', '---\ntitle: a\n---\n<div><p><b>a'],
    ['a long line', `---\ntitle: a\n---\n<p>${'一、a（b）'.repeat(50_000)}</p>`],
    ['deep nesting', `---\ntitle: a\n---\n${'<div>'.repeat(10_000)}a`],
  ])('survives %s', async (_name, text) => {
    put('a.txt', text);
    const { code, stdout } = await run(['check', 'a.txt', '--format', 'json', '--fail-on', 'never']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toBeInstanceOf(Array);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['a lone CR', '\r'],
  ])('counts lines that end with %s', async (_name, lineEnd) => {
    put('a.txt', articleWith(furniture));
    const expected = await findings(['a.txt']);
    put('a.txt', articleWith(furniture).replaceAll('\n', lineEnd));
    const places = (found: readonly FindingRecord[]) => found.map(({ code, line, column }) => [code, line, column]);
    expect(places(await findings(['a.txt']))).toEqual(places(expected));
  });

  it('gives the same offsets with a byte order mark', async () => {
    put('a.txt', articleWith(furniture));
    const expected = await findings(['a.txt']);
    put('a.txt', `\ufeff${articleWith(furniture)}`);
    expect(await findings(['a.txt'])).toEqual(expected);
  });
});

describe('copydesk check: reports', () => {
  it('as text: a line a finding, without colours where it is no terminal', async () => {
    const { stdout, stderr } = await run(['check', sample, '--fail-on', 'never'], { env: { FORCE_COLOR: '1' } });
    const lines = stdout.split('\n').filter(Boolean);
    const shape = /^.+\.txt:\d+:\d+ (?:error|warning|info|hint) [a-z-]+\.[a-z-]+ \S.*$/;
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !shape.test(line))).toEqual([]);
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toMatch(/^\d+ problems \(.*\) in 1 of 1 article; \d+ can be fixed safely\n$/);
  });

  it('as JSON: by the schema, with offsets, lines and columns that agree', async () => {
    const found = await findings([sample]);
    expect(new Validator(schema as object, '2020-12').validate(found).errors).toEqual([]);
    const lines = readFileSync(sample, 'utf8').split('\n');
    const offset = (line: number, column: number) =>
      lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
    for (const { start, end, line, column, endLine, endColumn } of found) {
      expect([offset(line, column), offset(endLine, endColumn)]).toEqual([start, end]);
    }
    expect(found.some(({ fix }) => fix?.safety === 'safe')).toBe(true);
  });

  it('as JSON: an empty array where nothing is wrong', async () => {
    put('a.txt', articleWith());
    expect((await run(['check', 'a.txt', '--format', 'json'])).stdout).toBe('[]\n');
  });

  it('as SARIF: rules, places in UTF-16 and fixes', async () => {
    const found = await findings([sample]);
    const { stdout } = await run(['check', sample, '--format', 'sarif', '--fail-on', 'never']);
    const log = JSON.parse(stdout);
    const [{ tool, results, columnKind }] = log.runs;
    expect([log.version, columnKind, tool.driver.name]).toEqual(['2.1.0', 'utf16CodeUnits', 'Copydesk']);
    expect(results).toHaveLength(found.length);
    for (const [index, result] of results.entries()) {
      const finding = found[index];
      const [{ physicalLocation }] = result.locations;
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(tool.driver.rules[result.ruleIndex].help.text).not.toBe('');
      expect(physicalLocation.region).toEqual({
        startLine: finding?.line,
        startColumn: finding?.column,
        endLine: finding?.endLine,
        endColumn: finding?.endColumn,
        charOffset: finding?.start,
        charLength: (finding?.end ?? 0) - (finding?.start ?? 0),
      });
      expect(physicalLocation.artifactLocation.uri).toMatch(/^file:\/\/.*\.txt$/);
      expect(result.fixes === undefined).toBe(finding?.fix === undefined);
    }
  });

  it('as SARIF: a path below the current folder is relative and encoded', async () => {
    put('两会/a b.txt', articleWith(furniture));
    const { stdout } = await run(['check', '--format', 'sarif', '--fail-on', 'never']);
    expect(JSON.parse(stdout).runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: '%E4%B8%A4%E4%BC%9A/a%20b.txt',
      uriBaseId: '%SRCROOT%',
    });
  });

  it('turns a rule off and changes its severity', async () => {
    const [first] = await findings([sample]);
    const code = first?.code ?? '';
    const without = await findings([sample, '--rule', `${code}=off`]);
    expect(without.filter((finding) => finding.code === code)).toEqual([]);
    const graver = await findings([sample, '--rule', `${code}=hint`]);
    expect(graver.find((finding) => finding.code === code)?.severity).toBe('hint');
  });

  it('ends quietly when its reader has gone', async () => {
    for (let index = 0; index < 40; index++) put(`${index}.txt`, articleWith(furniture.repeat(50)));
    const { code, stderr } = await run(['check', '--fail-on', 'never'], { hangUp: true });
    expect(code).toBe(0);
    expect(stderr).not.toContain('EPIPE');
  });
});

describe('copydesk', () => {
  it('speaks the language of the option or the environment', async () => {
    const english = await run(['check', '--help']);
    const byOption = await run(['check', '--help', '--language', 'zh-cn'], { env: { LANG: 'en_US.UTF-8' } });
    const byEnvironment = await run(['check', '--help'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(english.stdout).toContain('Report');
    expect(byOption.stdout).toMatch(/用法|选项/);
    expect(byEnvironment.stdout).toBe(byOption.stdout);
    expect((await run(['check', '--help'], { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' } })).stdout).toBe(english.stdout);
  });

  it('prints version and help to standard output with 0, and help to standard error with 2 when nothing is asked', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(await run(['--help'])).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('export') });
    expect(await run([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage:') });
  });

  it('lists the rules', async () => {
    const { code, stdout } = await run(['rules']);
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines.filter((line) => !/^[a-z-]+\.[a-z-]+ +(?:error|warning|info|hint|off) +\S/.test(line))).toEqual([]);
  });

  it('says which command there is no', async () => {
    const { code, stderr } = await run(['chek']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'Unknown command chek; expected check, fix, export, learn or rules\nDid you mean check?\n',
    });
  });
});
