import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../../server/src/core/export/csv.ts';
import { formatJson } from '../../../server/src/core/export/json.ts';
import { formatJsonLines } from '../../../server/src/core/export/jsonl.ts';
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
    roles: {},
    text: '1.小巷路灯补亮（市城市管理局）',
    mentions: [],
    figures: [],
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
    groups: [{ label: '一', number: 1, title: '市级项目', declaredCount: null, projects, ...group }],
    figures: [],
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
        'organizations,roles,text,mentions,figures,start,end,line\r\n' +
        'a.txt,本市公布实事,青禾网,何清扬,,2023-03-09T02:15:40Z,一,1,市级项目,,1,1,小巷路灯补亮,' +
        '市城市管理局,,1.小巷路灯补亮（市城市管理局）,,,100,120,9\r\n',
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
    expect(cell('mentions', { mentions: [{ quote: '路灯', start: 1, end: 3 }] })).toBe('路灯');
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
