import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@cfworker/json-schema';
import { decodeHTML } from 'entities';
import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/export-record.schema.json' with { type: 'json' };
import { readMentions } from '../../../server/src/core/article/mentions.ts';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { type ArticleRecord, type ExportRecord, toRecord } from '../../../server/src/core/export/record.ts';

const root = path.join(import.meta.dirname, '../../..');

/** Checks fields of the record of an article with this front matter and body. */
function check(frontMatter: string, expected: Partial<ArticleRecord>, body = '<p>今年要在小巷里补装路灯。</p>') {
  const { article } = toRecord(parseArticle(`---\n${frontMatter}\n---\n${body}\n`), 'a.txt');
  expect(article).toMatchObject(expected);
}

describe('toRecord: the article', () => {
  it('reads what the front matter says', () => {
    check(
      "title: '本市公布实事'\nauthor: 何清扬\neditor: 温如玉\nsite: 青禾网\ncategories: [民生, 市政]\nheadimg: https://a.example/b.jpg",
      {
        file: 'a.txt',
        title: '本市公布实事',
        author: '何清扬',
        editor: '温如玉',
        site: '青禾网',
        categories: ['民生', '市政'],
        image: 'https://a.example/b.jpg',
        language: 'zh-Hans',
      },
    );
  });

  it('has null and empty lists for what is not said', () => {
    const { article, groups, figures, schemaVersion } = toRecord(parseArticle(''), 'a\\b.txt');
    expect({ article, groups, figures, schemaVersion }).toEqual({
      schemaVersion: 1,
      article: {
        file: 'a/b.txt',
        title: null,
        author: null,
        editor: null,
        site: null,
        published: null,
        categories: [],
        image: null,
        language: null,
      },
      groups: [],
      figures: [],
    });
  });

  it('takes the editor from the body where no key names one', () => {
    check('title: a', { editor: '温如玉' }, '<p>责任编辑：温如玉 QH021</p>');
    check('title: a\neditor:', { editor: '温如玉' }, '<p>编辑 | 温如玉</p>');
  });

  it.each([
    ['headimg: https://a.example/1.jpg\nthumbnail: https://a.example/2.jpg', 'https://a.example/1.jpg'],
    ["headimg: ''\nthumbnail: https://a.example/2.jpg", 'https://a.example/2.jpg'],
    ["headimg: ''\nthumbnail: ''", null],
    ['headimg: [a]', null],
  ])('takes the first image that is one: %j', (frontMatter, image) => {
    check(frontMatter, { image });
  });

  it.each([
    ['site: 甲\nsource: 乙\nauthor: 丙\ncategories: [丙]', '甲'],
    ['source: 乙\nauthor: 丙\ncategories: [丙]', '乙'],
    ['author: 青禾财经\ncategories: [金融, 青禾财经, 要闻]', '青禾财经'],
    ['author: 明镜法治网\ncategories: 法治', '明镜法治网'],
    ['author: 何清扬\ncategories: [科技, 青禾晚报, 要闻]', '青禾晚报'],
    ['author: 何清扬\ncategories: [科技, 青禾评论, 要闻]', '青禾评论'],
    ['author: 何清扬\ncategories: [科技, 随笔]', null],
    ['author: 何清扬', null],
  ])('finds the site: %j', (frontMatter, site) => {
    check(frontMatter, { site });
  });

  it.each([
    ['Thu, 09 Mar 2023 02:15:40 GMT', '2023-03-09T02:15:40Z'],
    ['2023-03-09T10:15:40+08:00', '2023-03-09T02:15:40Z'],
    ['2023-03-09 10:15:40', '2023-03-09T02:15:40Z'],
    ['someday', null],
  ])('gives the date %s in UTC', (date, published) => {
    check(`date: ${date}`, { published });
  });
});

const body = `<p>“小巷路灯补亮”今年要装路灯1240盏。</p>
<p>一、市级项目（3件）</p>
<p>1.小巷路灯补亮（牵头单位：市城市管理局；配合单位：市财政局）</p>
<p>2.操场开放60所（市教育局）</p>
<p>二、区级项目</p>
<p>1.河埠头坡道（南浦区住房城乡建设局）</p>`;

describe('toRecord: groups and projects', () => {
  const text = `\n---\ntitle: a\n---\n${body}\n`;
  const article = parseArticle(text);
  const record = toRecord(article, 'a.txt');

  it('keeps numbers, titles, organisations and roles', () => {
    expect(record.groups).toMatchObject([
      {
        label: '一',
        number: 1,
        declaredCount: 3,
        projects: [
          {
            label: '1',
            number: 1,
            title: '小巷路灯补亮',
            organizations: ['市城市管理局', '市财政局'],
            roles: { 市城市管理局: 'lead', 市财政局: 'support' },
            line: 7,
          },
          { label: '2', number: 2, organizations: ['市教育局'], roles: {}, line: 8 },
        ],
      },
      { label: '二', number: 2, title: '区级项目', declaredCount: null, projects: [{ line: 10 }] },
    ]);
  });

  it('gives the figures of the body, and those of each project with it', () => {
    expect(record.figures).toContainEqual(
      expect.objectContaining({ quote: '1240盏', value: 1240, unit: '盏', precision: 'exact' }),
    );
    expect(record.groups[0]?.projects.map(({ figures }) => figures.map(({ quote }) => quote))).toEqual([[], ['60所']]);
  });

  it('gives each mention to its project', () => {
    const mentions = readMentions(article);
    const expected = article.groups.map((group) =>
      group.projects.map((project) =>
        mentions.filter((mention) => mention.project === project).map(({ span }) => span),
      ),
    );
    const given = record.groups.map((group) =>
      group.projects.map((project) => project.mentions.map(({ start, end }) => ({ start, end }))),
    );
    expect(given).toEqual(expected);
  });
});

describe('toRecord: dates and headings above', () => {
  const text = `---
title: a
date: 2022-03-08
---
<p>一、市级</p>
<p>（一）教育</p>
<p>1.小巷路灯（市城管局，6月底前完成）</p>
<p>2.操场开放（市教育局）</p>
<p>（二）医疗</p>
<p>1.夜间门诊（市卫健委）</p>
<p>2.挂号（市卫健委）</p>
<p>2021年12月公布。</p>
`;
  const record = toRecord(parseArticle(text), 'a.txt');

  it('gives the headings above that of a group', () => {
    expect(record.groups.map(({ title, parents }) => [title, parents.map((parent) => parent.text)])).toEqual([
      ['教育', ['一、市级']],
      ['医疗', ['一、市级']],
    ]);
  });

  it('gives the dates of the body, and those of each project with it', () => {
    expect(record.dates).toMatchObject([
      { quote: '6月', value: '2022-06', precision: 'at-most', isYearInferred: true },
      { quote: '2021年12月', value: '2021-12', unit: 'month', isYearInferred: false },
    ]);
    expect(record.groups[0]?.projects.map(({ dates }) => dates.map(({ quote }) => quote))).toEqual([['6月'], []]);
  });
});

describe('every record', () => {
  const validator = new Validator(schema as object, '2020-12');

  /** Checks the schema, and that the text has every quote where the record says. */
  function checkRecord(text: string, record: ExportRecord) {
    expect(validator.validate(JSON.parse(JSON.stringify(record))).errors).toEqual([]);
    const projects = record.groups.flatMap((group) => group.projects);
    const places = projects.flatMap(({ places: { label, title, organizations } }) => [label, title, ...organizations]);
    const headings = record.groups.map(({ heading }) => heading);
    const quotes = [
      ...[...record.figures, ...record.dates, ...record.groups.flatMap(({ parents }) => parents)],
      ...projects.flatMap(({ figures, dates, mentions }) => [...figures, ...dates, ...mentions]),
      ...[...places, ...headings].flatMap((place) => place ?? []),
    ];
    const lineOf = (offset: number) => text.slice(0, offset).split(/\r\n|\r|\n/).length;
    expect(quotes.filter(({ quote, start, end }) => text.slice(start, end) !== quote)).toEqual([]);
    expect(quotes.filter(({ start, line }) => lineOf(start) !== line)).toEqual([]);
    for (const { title, organizations, places } of projects) {
      expect(readable(places.title?.quote)).toBe(readable(title));
      expect(places.organizations.map(({ quote }) => readable(quote))).toEqual(organizations.map(readable));
    }
    expect(projects.map(({ start, line }) => [start, line])).toEqual(
      projects.map(({ start }) => [start, lineOf(start)]),
    );
  }

  /** What a reader sees of a stretch of the file, white space aside. */
  function readable(quote = ''): string {
    return decodeHTML(quote.replace(/<!--.*?-->|<[^>]*>/gs, '')).replace(/[\s\u200b]+/g, '');
  }

  const folders = ['docs/sample', '../shared/seed', '../shared/corpus'].map((folder) => path.join(root, folder));
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.txt'))
        .map((file) => path.join(folder, file)),
    );
  const golden = path.join(root, 'test/articles');
  files.push(...readdirSync(golden).map((name) => path.join(golden, name, 'article.txt')));

  it.each(files.map((file) => [path.relative(root, file), file]))(
    'of %s keeps to the schema and to the text',
    (_name, file) => {
      const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
      checkRecord(text, toRecord(parseArticle(text), file));
    },
  );

  it.each([
    ['nothing', ''],
    ['a broken article', '---\ntitle: [\n---\n<p>1.甲（乙局'],
    ['a name that objects have', '---\ntitle: a\n---\n<p>1.甲（牵头单位：constructor）</p>'],
    ['organisations behind a tag', `---\ntitle: a\n---\n${body.replace('1240盏', '1<b>240</b>盏')}`],
  ])('of %s keeps to the schema and to the text', (_name, text) => {
    checkRecord(text, toRecord(parseArticle(text), 'a.txt'));
  });

  it('is refused by the schema when it is not one', () => {
    const record = toRecord(parseArticle(''), 'a.txt');
    expect(validator.validate({ ...record, schemaVersion: 2 }).valid).toBe(false);
    expect(validator.validate({ ...record, article: { ...record.article, published: 'yesterday' } }).valid).toBe(false);
  });
});
