import { describe, expect, it } from 'vitest';
import { commonFolder, exportFileName, numberedFileName } from '../../client/src/export/names.ts';

describe('the name of an export', () => {
  it.each([
    ['news.txt', 'csv', 'news.projects.csv'],
    ['2023.03.16 news.md', 'json', '2023.03.16 news.projects.json'],
    ['news', 'jsonl', 'news.projects.jsonl'],
    ['.txt', 'json', '.txt.projects.json'],
    [undefined, 'csv', 'projects.csv'],
  ] as const)('of %s as %s is %s', (article, format, expected) => {
    expect(exportFileName(article, format)).toBe(expected);
  });

  it('is numbered before its extension', () => {
    expect(numberedFileName('news.projects.csv', 2)).toBe('news.projects-2.csv');
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
