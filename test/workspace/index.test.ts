import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultLintConfig } from '../../server/src/core/lint/rule.ts';
import { positionFrom } from '../../server/src/core/text/line-index.ts';
import { sliceSpan } from '../../server/src/core/text/span.ts';
import { createWorkspaceIndex } from '../../server/src/workspace/index.ts';
import { type ArticleSummary, summarize, summaryVersion } from '../../server/src/workspace/summary.ts';
import { cleanArticle, untidyArticle } from '../lsp/articles.ts';

function summaryOf(text: string): ArticleSummary {
  const article = parseArticle(text);
  return summarize(article, lint(article, defaultLintConfig));
}

describe('summarize', () => {
  it('tells what an article says, and where', () => {
    const summary = summaryOf(untidyArticle);
    expect(summary).toMatchObject({
      version: summaryVersion,
      title: '城东区公布便民服务项目',
      site: null,
      fingerprint: null,
    });
    expect(summary.names.map(({ kind, value }) => [kind, value])).toEqual([
      ['category', '民生'],
      ['author', '陈立秋'],
    ]);
    expect(
      summary.projects.map(({ number, title, organizations }) => [number, title.value, organizations.length]),
    ).toEqual([
      [1, '社区食堂扩建', 1],
      [2, '老旧管道更换', 2],
      [1, '乡村书屋联网', 1],
      [2, '公交末班车延时', 1],
    ]);
    for (const place of [
      ...summary.names,
      ...summary.projects.flatMap((project) => [project.title, ...project.organizations]),
    ]) {
      expect(sliceSpan(untidyArticle, place)).toBe(place.value);
    }
    expect(summary.findings.map(({ code }) => code)).toEqual([
      'front-matter.leading-blank-line',
      'boilerplate.comment',
      'boilerplate.comment',
    ]);
  });

  it('is plain JSON', () => {
    const summary = summaryOf(untidyArticle);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  it.each([
    ['an empty text', ''],
    ['lone line ends', '---\rtitle: a\r---\r<p>b'],
    ['no list of categories', '---\ncategories: {a: b}\nauthor:\n---\n<p>'],
  ])('takes %s', (_name, text) => {
    expect(summaryOf(text)).toMatchObject({ names: [], projects: [] });
  });

  it('lets spans be shown as lines without the text', () => {
    const { lineStarts, projects } = summaryOf(cleanArticle);
    expect(projects.map(({ start }) => positionFrom(lineStarts, start))).toEqual([
      { line: 11, character: 5 },
      { line: 12, character: 5 },
      { line: 14, character: 5 },
      { line: 15, character: 5 },
    ]);
  });
});

describe('the index', () => {
  const other = cleanArticle
    .replace('陈立秋', '沈若川')
    .replace('城东区民政局', '城东区住建局')
    .replace('民生', '城建');

  function filled() {
    const index = createWorkspaceIndex();
    index.set('file:///a.txt', summaryOf(cleanArticle));
    index.set('file:///b.txt', summaryOf(other));
    index.set('file:///c.txt', summaryOf(untidyArticle));
    return index;
  }

  it('counts names, organisations and problems', () => {
    const index = filled();
    expect([...index.names('author')]).toEqual([
      { value: '陈立秋', uses: 2, articles: 2 },
      { value: '沈若川', uses: 1, articles: 1 },
    ]);
    expect([...index.organizations()]).toContainEqual({ value: '城东区住建局', uses: 4, articles: 3 });
    expect([...index.problems()]).toContainEqual({
      value: 'boilerplate.comment',
      uses: 2,
      articles: 1,
      severity: expect.any(String),
    });
  });

  it('says where they are', () => {
    const index = filled();
    expect([...index.placesOfName('category', '城建')]).toEqual([
      {
        uri: 'file:///b.txt',
        kind: 'category',
        value: '城建',
        start: other.indexOf('城建'),
        end: other.indexOf('城建') + 2,
      },
    ]);
    expect(
      [...index.placesOfOrganization('城东区住建局')].map(({ uri, project }) => [uri, project?.title.value]),
    ).toEqual([
      ['file:///a.txt', '老旧管道更换'],
      ['file:///b.txt', '社区食堂扩建'],
      ['file:///b.txt', '老旧管道更换'],
      ['file:///c.txt', '老旧管道更换'],
    ]);
    expect([...index.articlesWithProblem('boilerplate.comment')]).toEqual(['file:///c.txt']);
    expect([...index.placesOfOrganization('无此单位')]).toEqual([]);
  });

  it('finds projects by characters of title or organisation in their order', () => {
    const index = filled();
    const found = (query: string) => [...index.projects(query)].map(({ uri, title }) => `${uri} ${title.value}`);
    expect(found('食堂')).toHaveLength(3);
    expect(found('社 扩建')).toHaveLength(3);
    expect(found('建扩')).toEqual([]);
    expect(found('民政局')).toEqual(['file:///a.txt 社区食堂扩建', 'file:///c.txt 社区食堂扩建']);
    expect(found('')).toHaveLength(12);
  });

  it('forgets what is replaced and deleted, down to nothing', () => {
    const index = filled();
    const changes: string[] = [];
    const end = index.onChange((uri) => changes.push(uri));
    const before = index.generation;
    index.set('file:///a.txt', summaryOf(other));
    expect([...index.names('author')].find(({ value }) => value === '陈立秋')?.uses).toBe(1);
    expect(['a', 'b', 'c', 'd'].map((name) => index.delete(`file:///${name}.txt`))).toEqual([true, true, true, false]);
    const rests = [
      index.names('author'),
      index.names('category'),
      index.organizations(),
      index.sites(),
      index.problems(),
    ];
    expect(rests.map((rest) => [...rest])).toEqual([[], [], [], [], []]);
    expect({ size: index.size, changed: index.generation - before }).toEqual({ size: 0, changed: 4 });
    end();
    index.set('file:///a.txt', summaryOf(other));
    expect(changes).toEqual(['file:///a.txt', 'file:///a.txt', 'file:///b.txt', 'file:///c.txt']);
  });
});
