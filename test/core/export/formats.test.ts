import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../../server/src/core/export/csv.ts';
import { formatJson } from '../../../server/src/core/export/json.ts';
import { formatJsonLines } from '../../../server/src/core/export/jsonl.ts';
import { formatJsonLd } from '../../../server/src/core/export/jsonld.ts';
import { formatMarkdown } from '../../../server/src/core/export/markdown.ts';
import type { ExportRecord, GroupRecord, ProjectRecord } from '../../../server/src/core/export/record.ts';
import { formatTable } from '../../../server/src/core/export/table.ts';
import { displayWidth } from '../../../server/src/core/text/display.ts';
import { translateTo } from '../../../server/src/translations.ts';

function projectWith(project: Partial<ProjectRecord> = {}): ProjectRecord {
  return {
    label: '1',
    number: 1,
    title: '小巷路灯补亮',
    organizations: ['市城市管理局'],
    normalizedOrganizations: ['市城市管理局'],
    roles: {},
    text: '1.小巷路灯补亮（市城市管理局）',
    mentions: [],
    figures: [],
    dates: [],
    places: { label: null, title: null, organizations: [] },
    start: 100,
    end: 120,
    line: 9,
    ...project,
  };
}

function recordWith(projects: readonly ProjectRecord[], group: Partial<GroupRecord> = {}): ExportRecord {
  return {
    schemaVersion: 1,
    article: {
      file: 'a.txt',
      title: '本市公布实事',
      author: '何清扬',
      editor: null,
      site: '青禾网',
      published: '2023-03-09T02:15:40Z',
      categories: [],
      image: null,
      language: 'zh-Hans',
    },
    groups: [
      {
        label: '一',
        number: 1,
        title: '市级项目',
        declaredCount: null,
        heading: null,
        parents: [],
        projects,
        ...group,
      },
    ],
    figures: [],
    dates: [],
  };
}

const withoutProjects: ExportRecord = { ...recordWith([]), groups: [] };

/** The cells of one column of the only row. */
function cell(column: string, project: Partial<ProjectRecord>): string | undefined {
  const [header = '', row = ''] = formatCsv([recordWith([projectWith(project)])], { byteOrderMark: false }).split(
    '\r\n',
  );
  return row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)[header.split(',').indexOf(column)];
}

describe('formatJson', () => {
  it('is one array, ended by a line break', () => {
    const records = [recordWith([projectWith()]), withoutProjects];
    expect(JSON.parse(formatJson(records))).toEqual(records);
    expect(formatJson([])).toBe('[]\n');
  });
});

describe('formatJsonLines', () => {
  it('is a line a record', () => {
    const records = [recordWith([projectWith({ title: 'a\nb' })]), withoutProjects];
    const lines = formatJsonLines(records).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(records);
  });
});

describe('formatCsv', () => {
  it('is a header and a row a project, with CRLF', () => {
    expect(formatCsv([recordWith([projectWith()]), withoutProjects], { byteOrderMark: false })).toBe(
      'file,article_title,site,author,editor,published,group_label,group_number,group_title,declared_count,label,number,title,' +
        'organizations,roles,text,mentions,figures,start,end,line,group_parents,dates\r\n' +
        'a.txt,本市公布实事,青禾网,何清扬,,2023-03-09T02:15:40Z,一,1,市级项目,,1,1,小巷路灯补亮,' +
        '市城市管理局,,1.小巷路灯补亮（市城市管理局）,,,100,120,9,,\r\n',
    );
  });

  it('begins with a byte order mark when asked', () => {
    expect(formatCsv([], { byteOrderMark: true })).toMatch(/^\ufefffile,/);
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\ta', "'\ta"],
    ['\ra', `"'\ra"`],
    ['a=b', 'a=b'],
    ['说“好”', '说“好”'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
  ])('writes %j as %j', (title, written) => {
    expect(cell('title', { title })).toBe(written);
  });

  it('keeps a negative number a number', () => {
    expect(cell('number', { number: -1 })).toBe('-1');
  });

  it('joins lists', () => {
    expect(cell('organizations', { organizations: ['甲局', '乙局'] })).toBe('甲局；乙局');
    expect(cell('roles', { roles: { 甲局: 'lead', 乙局: 'support' } })).toBe('甲局=lead；乙局=support');
    expect(cell('mentions', { mentions: [{ quote: '路灯', start: 1, end: 3, line: 1 }] })).toBe('路灯');
  });
});

describe('formatMarkdown', () => {
  const markdown = (
    records: readonly ExportRecord[],
    linkTo: (file: string, line: number) => string | undefined = () => undefined,
  ) => formatMarkdown(records, { translate: translateTo('en'), linkTo });

  it('is a heading an article and a table a group', () => {
    const figures = [{ quote: '20盏', value: 20, unit: '盏', precision: 'exact' as const, start: 1, end: 4, line: 9 }];
    expect(markdown([recordWith([projectWith({ figures })])], (file, line) => `${file}#L${line}`)).toBe(
      [
        '# 本市公布实事',
        '',
        '青禾网 · 2023-03-09 02:15 UTC · a.txt',
        '',
        '## 一、市级项目',
        '',
        '| No. | Project | Organisations | Figures | Line |',
        '| -: | - | - | - | -: |',
        '| 1 | 小巷路灯补亮 | 市城市管理局 | 20盏 | [9](<a.txt#L9>) |',
        '',
      ].join('\n'),
    );
  });

  it('lets no word of the article act as markup', () => {
    const text = markdown([recordWith([projectWith({ title: 'a|b <i> *c* [d](e)\nf' })])]);
    expect(text).toContain('| a\\|b \\<i\\> \\*c\\* \\[d\\](e) f |');
    expect(text).toContain('| 9 |');
  });

  it('says that there are no projects', () => {
    expect(markdown([withoutProjects])).toMatch(/\n\nNo projects\.\n$/);
  });
});

describe('formatJsonLd', () => {
  const place = { quote: '市城市管理局', start: 108, end: 114, line: 9 };
  const figures = [
    { quote: '20余盏', value: 20, unit: '盏', precision: 'at-least' as const, start: 1, end: 5, line: 9 },
    { quote: '数十家', value: null, unit: '家', precision: 'about' as const, start: 6, end: 9, line: 9 },
  ];
  const project = projectWith({
    organizations: ['市城市管理局', '市财政局'],
    roles: { 市城市管理局: 'lead' },
    places: {
      label: null,
      title: { ...place, quote: '小巷路灯补亮' },
      organizations: [place, { ...place, quote: '市财政局' }],
    },
    mentions: [{ quote: '路灯补亮', start: 50, end: 54, line: 5 }],
    figures,
  });
  const [article, ...others] = JSON.parse(formatJsonLd([{ ...recordWith([project]), figures }]))['@graph'];

  it('is a news article in the words of schema.org, without what is not known', () => {
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      '@type': 'NewsArticle',
      '@id': 'a.txt',
      headline: '本市公布实事',
      author: { '@type': 'Person', name: '何清扬' },
      publisher: { '@type': 'Organization', name: '青禾网' },
      datePublished: '2023-03-09T02:15:40Z',
    });
    expect(Object.keys(article)).not.toContain('editor');
    expect(JSON.stringify(article)).not.toContain('null');
  });

  it('has a list a group, and a project an entry, with members, roles and quotations', () => {
    expect(article.mainEntity).toMatchObject([
      {
        '@type': 'ItemList',
        name: '市级项目',
        numberOfItems: 1,
        itemListElement: [{ '@type': 'ListItem', position: 1 }],
      },
    ]);
    expect(article.mainEntity[0].itemListElement[0].item).toMatchObject({
      '@type': 'Project',
      name: '小巷路灯补亮',
      quote: '小巷路灯补亮',
      member: [
        {
          '@type': 'OrganizationRole',
          roleName: 'lead',
          member: { '@type': 'Organization', name: '市城市管理局', ...place },
        },
        { '@type': 'Organization', name: '市财政局' },
      ],
      subjectOf: [
        { '@type': 'Quotation', start: 100, end: 120, line: 9 },
        { '@type': 'Quotation', text: '路灯补亮', start: 50, end: 54, line: 5 },
      ],
    });
  });

  it('gives figures with the bound that they are', () => {
    expect(article.mentions).toEqual([
      {
        '@type': 'QuantitativeValue',
        minValue: 20,
        unitText: '盏',
        precision: 'at-least',
        quote: '20余盏',
        start: 1,
        end: 5,
        line: 9,
      },
      { '@type': 'QuantitativeValue', unitText: '家', precision: 'about', quote: '数十家', start: 6, end: 9, line: 9 },
    ]);
  });
});

describe('formatTable', () => {
  const table = (records: readonly ExportRecord[], width = 100, language = 'en') =>
    formatTable(records, { width, translate: translateTo(language) });

  it('aligns wide characters', () => {
    const projects = [
      projectWith(),
      projectWith({ label: '10', number: 10, title: 'SiC衬底', organizations: ['甲局', '乙局'], line: 18 }),
    ];
    expect(table([recordWith(projects)])).toBe(
      [
        '本市公布实事',
        '青禾网 · 2023-03-09 02:15 UTC · a.txt',
        '',
        ' No.  Project       Organisations  Line',
        ' ───  ────────────  ─────────────  ────',
        ' 一、市级项目  (projects: 2)',
        '   1  小巷路灯补亮  市城市管理局      9',
        '  10  SiC衬底       甲局、乙局       18',
        '',
      ].join('\n'),
    );
  });

  it('wraps, and keeps to the width', () => {
    const long = projectWith({ title: '小巷路灯补亮行动'.repeat(8), organizations: Array(9).fill('市城市管理局') });
    const lines = table([recordWith([long])], 60).split('\n');
    expect(lines.filter((line) => displayWidth(line) > 60)).toEqual([]);
    const together = lines.join('').replaceAll(/\s/g, '');
    expect(together.match(/小巷/g)).toHaveLength(8);
  });

  it('says how many a heading announces where that is another number', () => {
    expect(table([recordWith([projectWith()], { title: '十大项目', declaredCount: 10 })])).toContain(
      ' 一、十大项目  (projects: 1, announced: 10)\n',
    );
    expect(table([recordWith([projectWith()], { title: '一个项目', declaredCount: 1 })])).toContain(' 一、一个项目\n');
  });

  it('says that there are no projects', () => {
    expect(table([withoutProjects])).toBe('本市公布实事\n青禾网 · 2023-03-09 02:15 UTC · a.txt\n\n  No projects.\n');
  });

  it('disarms control characters', () => {
    expect(table([recordWith([projectWith({ title: 'a\u001b[2Jb' })])])).not.toContain('\u001b');
  });

  it('speaks Chinese', () => {
    expect(table([recordWith([projectWith()])], 100, 'zh-cn')).toContain('项目');
  });
});
