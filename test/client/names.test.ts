import { describe, expect, it } from 'vitest';
import {
  commonFolder,
  exportFileName,
  fileEndings,
  numberedFileName,
  relativePath,
} from '../../client/src/export/names.ts';
import * as core from '../../server/src/core/export/format.ts';

describe('the name of an export', () => {
  it.each([
    ['news.txt', 'csv', 'news.projects.csv'],
    ['2023.03.16 news.md', 'json', '2023.03.16 news.projects.json'],
    ['news', 'jsonl', 'news.projects.jsonl'],
    ['.txt', 'json', '.txt.projects.json'],
    [undefined, 'csv', 'projects.csv'],
    ['news.txt', 'markdown', 'news.projects.md'],
  ] as const)('of %s as %s is %s', (article, format, expected) => {
    expect(exportFileName(article, format)).toBe(expected);
  });

  it('is numbered before its extension', () => {
    expect(numberedFileName('news.projects.csv', 2)).toBe('news.projects-2.csv');
  });
});

it('ends as on the command line', () => {
  expect(fileEndings).toEqual(core.fileEndings);
});

describe('the way from a folder to a file', () => {
  it.each([
    ['/news', '/news/a.txt', 'a.txt'],
    ['/news/out', '/news/march/a.txt', '../march/a.txt'],
    ['/', '/news/a.txt', 'news/a.txt'],
    ['/news-old', '/news/a.txt', '../news/a.txt'],
  ])('from %s to %s is %s', (folder, file, way) => {
    expect(relativePath(folder, file)).toBe(way);
  });
});

describe('the folder that holds all', () => {
  it.each([
    [['/articles/march'], '/articles/march'],
    [['/articles/march', '/articles/march'], '/articles/march'],
    [['/articles/march', '/articles/april'], '/articles'],
    [['/articles/march', '/articles'], '/articles'],
    [['/articles', '/articles/march'], '/articles'],
    [['/articles', '/articles-old'], '/'],
    [['/'], '/'],
    [[], '/'],
  ])('of %j is %s', (folders, expected) => {
    expect(commonFolder(folders)).toBe(expected);
  });
});
