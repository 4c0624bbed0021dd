import { expect, it } from 'vitest';
import { createFileFilter } from '../../server/src/workspace/file-filter.ts';

const ignoreFiles: Readonly<Record<string, string>> = {
  '': 'drafts/\n*.old.txt\n!kept.old.txt\n',
  news: '/top.txt\n!b.old.txt\n',
};

const filter = createFileFilter({ include: ['**/*.{txt,md}'], exclude: ['trash', '**/x-*.txt'] }, async (folder) => {
  return ignoreFiles[folder];
});

it.each([
  ['a.txt', true],
  ['A.TXT', true],
  ['deep/er/a.md', true],
  ['a.html', false],
  ['.a.txt', true],
  ['.git/a.txt', false],
  ['deep/.hidden/a.txt', false],
  ['node_modules/a.txt', false],
  ['deep/node_modules/b/a.txt', false],
  ['trash/a.txt', false],
  ['trash/deep/a.txt', false],
  ['x-a.txt', false],
  ['deep/x-a.txt', false],
  ['drafts/a.txt', false],
  ['deep/drafts/a.txt', false],
  ['a.old.txt', false],
  ['kept.old.txt', true],
  ['news/a.old.txt', false],
  ['news/b.old.txt', true],
  ['news/top.txt', false],
  ['news/deep/top.txt', true],
])('%s belongs to the index: %j', async (file, expected) => {
  expect(await filter.accepts(file)).toBe(expected);
});

it('enters no folder of which nothing is wanted', async () => {
  const folders = ['', 'news', 'deep/er', 'drafts', 'trash', '.git', 'deep/node_modules', 'drafts/deep'];
  expect(await Promise.all(folders.map((folder) => filter.enters(folder)))).toEqual([
    ...[true, true, true],
    ...[false, false, false, false, false],
  ]);
});
