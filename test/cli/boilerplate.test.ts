import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inventArticles } from '../workspace/invented-sites.ts';
import { articleWith, useCopydesk } from './copydesk.ts';

const { run, put, inFolder } = useCopydesk();

const slogan = '<p>江风浩荡，一路同行</p>\n';

async function codes(parameters: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run(['check', '--format', 'json', ...parameters]);
  const findings: readonly { readonly code: string }[] = JSON.parse(stdout);
  return findings.map(({ code }) => code).filter((code) => code.startsWith('boilerplate.'));
}

describe('a catalogue in .copydesk', () => {
  it('counts for the articles in its folder and below', async () => {
    put('archive/.copydesk/boilerplate.yaml', "rules:\n  - kind: call-to-action\n    pattern: '^江风'\n");
    put('archive/2022/a.txt', articleWith(slogan));
    put('b.txt', articleWith(slogan));
    expect(await codes(['archive'])).toEqual(['boilerplate.call-to-action']);
    expect(await codes(['b.txt'])).toEqual([]);
    const { stdout } = await run(['fix', 'archive', '--suggestions']);
    expect(stdout).toContain('-<p>江风浩荡，一路同行</p>');
  });

  it('gives way to one that is nearer', async () => {
    put('.copydesk/boilerplate.yaml', 'rules:\n  - kind: ad\n    text: 江风浩荡，一路同行\n');
    put('near/.copydesk/boilerplate.yaml', 'exceptions:\n  - text: 江风浩荡，一路同行\n');
    put('near/a.txt', articleWith(slogan));
    put('b.txt', articleWith(slogan));
    expect(await codes(['near'])).toEqual([]);
    expect(await codes(['b.txt'])).toEqual(['boilerplate.ad']);
  });

  it('is used as far as it is sound, and its problems are told once, with their place', async () => {
    put(
      '.copydesk/boilerplate.yaml',
      "rules:\n  - kind: ad\n    pattern: '(江'\n  - kind: ad\n    text: 江风浩荡，一路同行\n",
    );
    put('a.txt', articleWith(slogan));
    put('b.txt', articleWith(slogan));
    expect(await codes(['.'])).toEqual(['boilerplate.ad', 'boilerplate.ad']);
    const { stderr } = await run(['check']);
    expect(stderr.match(/^\.copydesk\/boilerplate\.yaml:3:14: /gm)).toHaveLength(1);
  });
});

it('a catalogue that cannot be read is told, and the articles are still checked', async () => {
  put('.copydesk/boilerplate.yaml/in-its-place.txt', '');
  put('a.txt', articleWith(slogan));
  const { code, stdout, stderr } = await run(['check', 'a.txt', '--format', 'json']);
  expect(stderr).toContain('.copydesk/boilerplate.yaml: this is a folder; expected a file');
  expect(JSON.parse(stdout)).toBeInstanceOf(Array);
  expect(code).toBe(2);
});

it('the shipped catalogue can be switched off', async () => {
  put('a.txt', articleWith('<jb-x><div class="a2a_kit"><p>江风浩荡，一路同行</p></div></jb-x>\n'));
  expect(await codes(['a.txt'])).toEqual(['boilerplate.share']);
  expect(await codes(['a.txt', '--no-catalogue'])).toEqual([]);
});

describe('what articles repeat', () => {
  const putArticles = () => inventArticles(90).forEach(({ file, text }) => void put(file, text));

  it('is found when asked for', async () => {
    putArticles();
    expect(await codes(['.'])).not.toContain('boilerplate.repeated');
    const { stdout } = await run(['check', '--repetition']);
    expect(stdout).toMatch(/of 30 articles of 落叶周刊|of \d+ articles of 落叶周刊/);
    expect(stdout).toContain('boilerplate.repeated');
    const strict = await run(['check', '--repetition', '--share', '0.95']);
    expect(strict.stdout.split('boilerplate.repeated').length).toBeLessThan(
      stdout.split('boilerplate.repeated').length,
    );
  });

  it('is suggested as a catalogue, which finds the same', async () => {
    putArticles();
    const { stdout, stderr } = await run(['learn']);
    expect(stdout).toContain("text: '叶落有声'");
    expect(stdout).toMatch(/# in \d+ of \d+ articles\n {2}- kind: repeated\n/);
    expect(stderr).toMatch(/sites: 3; rules suggested: \d+/);
    await run(['learn', '--output', '.copydesk/boilerplate.yaml']);
    expect(readFileSync(inFolder('.copydesk/boilerplate.yaml'), 'utf8')).toBe(stdout);
    const again = await run(['check', '落叶周刊']);
    expect(again.stdout).toContain('boilerplate.repeated');
    expect((await run(['learn'])).stdout).toBe('');
  });

  it('is added to what the catalogue has', async () => {
    putArticles();
    const mine = '# mine\nrules:\n  - kind: ad\n    text: 江风\n';
    put('mine.yaml', mine);
    await run(['learn', '--output', 'mine.yaml']);
    expect(readFileSync(inFolder('mine.yaml'), 'utf8').startsWith(mine)).toBe(true);
  });

  it.each(['0', '2', 'x'])('is not counted with a share of %s', async (share) => {
    const { code, stderr } = await run(['check', '--repetition', '--share', share]);
    expect(code).toBe(2);
    expect(stderr).toContain('--share');
  });
});
