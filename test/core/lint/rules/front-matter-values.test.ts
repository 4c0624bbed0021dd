import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../../server/src/core/article/parse.ts';
import { fixAll } from '../../../../server/src/core/lint/fix-all.ts';
import { lint } from '../../../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type LintConfig, type Rule } from '../../../../server/src/core/lint/rule.ts';
import { allRules } from '../../../../server/src/core/lint/rules/registry.ts';
import { renderMessage } from '../../../../server/src/core/text/message.ts';

const paragraph = '<p>第三家社区食堂昨天开张。</p>';

/** A front matter, the code that is expected of it (none: nothing is), and what it is after that rule's fixes. */
type Case = readonly [head: string, code: string | undefined, fixed?: string | undefined, body?: string];

function ruleOf(code: string): Rule {
  const rule = allRules.find((candidate) => candidate.code === code);
  if (!rule) throw new Error(`There is no rule ${code}`);
  return rule;
}

function article(head: string, body = paragraph): string {
  return `---\n${head}\n---\n\n${body}\n`;
}

function checkCases(code: string, cases: readonly Case[], options: Partial<LintConfig> = {}): void {
  const rules = [ruleOf(code)];
  const config = { ...defaultLintConfig, rules: { [code]: 'warning' } as const, ...options };
  it.each(cases.map((one) => [one[0], one] as const))('%s', (_, [head, expected, fixed = head, body]) => {
    const text = article(head, body);
    const codes = lint(parseArticle(text), config, { rules }).map((finding) => finding.code);
    expect([...new Set(codes)]).toEqual(expected === undefined ? [] : [expected]);
    const result = fixAll(text, config, { rules, upTo: 'suggestion' }).text;
    expect(result).toBe(article(fixed, body));
    expect(parseArticle(result).frontMatter?.problems).toEqual([]);
    if (fixed !== head) expect(lint(parseArticle(result), config, { rules })).toEqual([]);
  });
}

describe('front-matter.implausible-date', () => {
  const code = 'front-matter.implausible-date';
  checkCases(
    code,
    [
      ['date: 2022-03-17T09:00:00Z', code],
      ['date: 2031年1月2日', code],
      ['date: Thu, 01 Jan 1970 00:00:00 GMT', code],
      ['date: 1970-01-01T08:00:00+08:00', code],
      ['date: 1900-01-01', code],
      ['date: 2022-03-15T20:00:00Z', undefined],
      ['date: 2022-03-16', undefined],
      ['expiryDate: 2030-01-01', undefined],
      ['date: 1998-05-06', undefined],
    ],
    { now: Date.UTC(2022, 2, 15, 12) },
  );

  it('takes no date for too late where nobody knows the present', () => {
    const text = article('date: 2999-01-01');
    expect(lint(parseArticle(text), defaultLintConfig, { rules: [ruleOf(code)] })).toEqual([]);
  });
});

describe('front-matter.same-image', () => {
  const code = 'front-matter.same-image';
  const pictures = '<p><img src="https://i.example/a.jpg"><img src="https://i.example/b.jpg"></p>';
  checkCases(code, [
    ['headimg: https://i.example/a.jpg\nthumbnail: http://i.example/a.jpg?w=200', code],
    [
      "headimg: 'https://i.example/a.jpg'\nthumbnail: 'https://i.example/a.jpg'",
      code,
      "headimg: 'https://i.example/a.jpg'\nthumbnail: 'https://i.example/b.jpg'",
      pictures,
    ],
    ['headimg: https://i.example/a.jpg\nthumbnail: https://i.example/b.jpg', undefined],
    ["headimg: ''\nthumbnail: ''", undefined],
  ]);

  it('is off until it is named', () => {
    const text = article('headimg: https://i.example/a.jpg\nthumbnail: https://i.example/a.jpg');
    const rules = [ruleOf(code)];
    const codesWith = (settings: LintConfig['rules']) =>
      lint(parseArticle(text), { ...defaultLintConfig, rules: settings }, { rules }).length;
    expect([codesWith({}), codesWith({ 'front-matter.*': 'error' }), codesWith({ [code]: 'hint' })]).toEqual([0, 0, 1]);
  });
});

describe('front-matter.insecure-image', () => {
  const code = 'front-matter.insecure-image';
  checkCases(code, [
    ["headimg: 'http://i.example/a.jpg'", code, "headimg: 'https://i.example/a.jpg'"],
    ['thumbnail: https://i.example/a.jpg', undefined],
    ['link: http://i.example/', undefined],
  ]);
});

describe('front-matter.image-address', () => {
  const code = 'front-matter.image-address';
  checkCases(code, [
    ["headimg: 'https://i.example/a?x=1&amp;y=2'", code, "headimg: 'https://i.example/a?x=1&y=2'"],
    ['headimg: http://https://i.example/a.jpg', code, 'headimg: https://i.example/a.jpg'],
    ['headimg: https:/i.example/a.jpg', code, 'headimg: https://i.example/a.jpg'],
    ['headimg: https//i.example/a.jpg', code, 'headimg: https://i.example/a.jpg'],
    ['headimg: http://localhost:8080/a.jpg', code],
    ['headimg: http://192.168.1.7/a.jpg', code],
    ['headimg: https://www.example.org/2022/03/article.html', code],
    ['headimg: https://v.example/a.mp4', code],
    ['headimg: https://i.example/show.php?id=7.jpg', code],
    ['headimg: https://i.example/html/a.jpg', undefined],
    ['headimg: https://10.example/a.jpg', undefined],
  ]);
});

describe('front-matter.title-file-name', () => {
  const code = 'front-matter.title-file-name';
  checkCases(code, [
    ["title: '年度报告.docx'", code, "title: '年度报告'"],
    ['title: 2022-03-15-new-canteen-opens', code],
    ['title: 000_92cfcdd43605dda8', code],
    ['title: IMG_20220315.jpg', code],
    ['title: 社区食堂 开张.txt', code, 'title: 社区食堂 开张'],
    ['title: canteen_opens_its_doors.html', code, 'title: 食堂开张', '<h1>食堂开张</h1>'],
    ['title: 怎样打开 readme.txt', undefined],
    ['title: well-known-facts', undefined],
    ['title: Node.js 18 发布', undefined],
    ['title: .NET', undefined],
  ]);
});

describe('front-matter.title-site', () => {
  const code = 'front-matter.title-site';
  checkCases(code, [
    ["title: '第三家社区食堂开张_要闻_江海新闻网'", code, "title: '第三家社区食堂开张'"],
    ['title: 第三家社区食堂开张 - 江海晚报', code, 'title: 第三家社区食堂开张'],
    ['title: 第三家社区食堂开张-江海晚报', code, 'title: 第三家社区食堂开张'],
    ['title: 第三家社区食堂开张｜江海在线', code, 'title: 第三家社区食堂开张'],
    ['title: Canteen Opens | Acme\ncategories: [Acme]', code, 'title: Canteen Opens\ncategories: [Acme]'],
    ['title: 第三家社区食堂开张 - 晨报君\nauthor: 晨报君', code, 'title: 第三家社区食堂开张\nauthor: 晨报君'],
    [
      'title: 镜像瘦身：从 1.4GB 到 92MB_docker 镜像-Acme博客\ncategories: [Acme]',
      code,
      'title: 镜像瘦身：从 1.4GB 到 92MB\ncategories: [Acme]',
    ],
    ['title: 1-7月 5G-A 用户增长\ncategories: [用户增长]', undefined],
    ['title: 全市_一老一小_服务-江海晚报', code, 'title: 全市_一老一小_服务'],
    ['title: 快讯｜第三家社区食堂开张', undefined],
    ['title: 第三家社区食堂开张 - 首日见闻', undefined],
    ['title: 一老一小_服务', undefined],
    ['title: 家门口的互联网——乡村网', undefined],
    ['title: 江海晚报', undefined],
  ]);
});

describe('front-matter.title-spaces', () => {
  const code = 'front-matter.title-spaces';
  checkCases(code, [
    ["title: ' 食堂开张 '", code, "title: '食堂开张'"],
    ["title: '食堂  开张'", code, "title: '食堂 开张'"],
    ["title: '食堂\t开张'", code, "title: '食堂 开张'"],
    ["title: '\u3000食堂开张'", code, "title: '食堂开张'"],
    ["title: '食堂\u3000开张'", undefined],
    ["title: '食堂 开张'", undefined],
    ["title: ' '", undefined],
  ]);
});

describe('front-matter.placeholder-value', () => {
  const code = 'front-matter.placeholder-value';
  checkCases(code, [
    ['title: 无标题', code],
    ["title: '{{ title }}'", code, "title: '食堂开张'", '<h1>食堂开张</h1>'],
    ["editor: 'undefined'", code],
    ['description: "[object Object]"', code],
    ['title: 民生\ncategories: [民生]', code],
    ['title: 首页的变化', undefined],
    ['title: 民生周刊', undefined],
    ['description: null', undefined],
    ['description: 什么是 undefined', undefined],
  ]);
});

describe('front-matter.author-label', () => {
  const code = 'front-matter.author-label';
  checkCases(code, [
    ['author: 记者：林晓', code, 'author: 林晓'],
    ['author: 文/林晓', code, 'author: 林晓'],
    ['author: 本报记者 林晓', code, 'author: 林晓'],
    ['author: by Jane Roe', code, 'author: Jane Roe'],
    ['author: desk@example.org (Jane Roe)', code, 'author: Jane Roe'],
    ['author: desk@example.org', code],
    ['author: https://example.org/u/7', code],
    ['authors: [林晓, 撰文｜周远]', code, 'authors: [林晓, 周远]'],
    ['author: plainpages', code],
    ['author: night_owl', code],
    ['author: Owl2034', code],
    ['author: Zoë', undefined],
    ['author: iris lee', undefined],
    ['author: 文晓', undefined],
    ['author: 记者站', undefined],
    ['author: Bynum Roe', undefined],
  ]);
});

describe('front-matter.damaged-text', () => {
  const code = 'front-matter.damaged-text';
  checkCases(code, [
    ["title: '%E9%A3%9F%E5%A0%82开张'", code, "title: '食堂开张'"],
    ["title: '\\u98df\\u5802开张'", code, "title: '食堂开张'"],
    ["title: 'é£Ÿå\u00a0‚'", code, "title: '食堂'"],
    ["author: 'JosÃ© Roe'", code, "author: 'José Roe'"],
    ['title: 食\uFFFD\uFFFD开张', code],
    ['categories: [锟斤拷]', code],
    ['title: 食堂???开张', code],
    ['title: Café Zoë 开张', undefined],
    ['title: Résumé', undefined],
    ['title: 占比 50%20 个', undefined],
    ['headimg: https://i.example/%E9%A3%9F%E5%A0%82.jpg', undefined],
  ]);
});

describe('front-matter.name-markup', () => {
  const code = 'front-matter.name-markup';
  checkCases(code, [
    ["author: '<b>林晓</b>'", code, "author: '林晓'"],
    ["tags: ['R&amp;D']", code, "tags: ['R&D']"],
    ['tags: [R&D, a<b]', undefined],
  ]);
});

describe('front-matter.category-format', () => {
  const code = 'front-matter.category-format';
  checkCases(code, [
    ['categories:\n - 民生\n -\n - 社区', code, 'categories:\n - 民生\n - 社区'],
    ["categories:\n - 民生\n - ''", code, 'categories:\n - 民生'],
    ['categories:\n - 首页 > 民生', code, 'categories:\n - 首页\n - 民生'],
    ['tags:\n - 食堂,养老', code, 'tags:\n - 食堂\n - 养老'],
    ['tags:\n - 标签：食堂', code, 'tags:\n - 食堂'],
    ["tags: ['#食堂']", code, "tags: ['食堂']"],
    ['categories: [https://example.org/news]', code],
    ['categories: [民生/社区, C++, C#, 5G-A]', undefined],
  ]);
});

describe('front-matter.category-repeated', () => {
  const code = 'front-matter.category-repeated';
  checkCases(code, [
    ['categories:\n - 要闻－江海网\n - 江海网', code, 'categories:\n - 要闻\n - 江海网'],
    ['categories:\n - IT\n - it', code, 'categories:\n - IT'],
    ['categories:\n - IT\n - IT | 数码', code, 'categories:\n - IT\n - 数码'],
    ['categories:\n - 科技\n - 科技创新', undefined],
    ['categories:\n - 江海网\n - 江海网新闻', code],
    ['categories:\n - 江海\n - 江海号\nauthor: 江海', code],
    ['categories:\n - 江海\n - 江海号', undefined],
  ]);
});

describe('front-matter.misspelt-key', () => {
  const code = 'front-matter.misspelt-key';
  checkCases(code, [
    ['标题: 食堂开张', code, 'title: 食堂开张'],
    ['title: 食堂开张\n发布时间: 2022-03-15', code, 'title: 食堂开张\ndate: 2022-03-15'],
    ['title: 食堂开张\n标题: 食堂', undefined],
    ['菜单: 面条', undefined],
  ]);
});

describe('front-matter.date-format', () => {
  const code = 'front-matter.date-format';
  checkCases(code, [
    ['date: 发布时间：2022-03-15 08:30', code, 'date: 2022-03-15T08:30:00+08:00'],
    ['date: 20220315', code, 'date: 2022-03-15'],
    ['date: 1645690859', code, 'date: 2022-02-24T08:20:59Z'],
    ['date: March 15, 2022 8:05 PM', code, 'date: 2022-03-15T20:05:00+08:00'],
    ['date: 2022/3/15 下午8:05', code, 'date: 2022-03-15T20:05:00+08:00'],
    ['date: 2022', undefined],
  ]);
});

describe('front-matter.title-mismatch', () => {
  const code = 'front-matter.title-mismatch';
  checkCases(code, [
    ['title: 第三家社区食堂开…', code, 'title: 第三家社区食堂开张', '<h1>第三家社区食堂开张</h1>'],
    ['title: 后来呢……', undefined, undefined, '<h1>后来呢，没人知道</h1>'],
  ]);

  it('shows what differs', () => {
    const text = article('title: 第三家社区食堂开张', '<p>原标题：第三家 社区饭堂开张</p>');
    const [finding] = lint(parseArticle(text), defaultLintConfig, { rules: [ruleOf(code)] });
    expect(finding && renderMessage(finding.message)).toBe(
      'The title is not the one that the body gives as the original; expected: 第三家 社区饭堂开张 (第三家{+␣+}社区[-食-]{+饭+}堂开张)',
    );
  });
});
