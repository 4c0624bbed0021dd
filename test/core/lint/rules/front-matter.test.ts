import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../../server/src/core/article/parse.ts';
import { fixAll } from '../../../../server/src/core/lint/fix-all.ts';
import { lint } from '../../../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type Rule } from '../../../../server/src/core/lint/rule.ts';
import { authorIsSite } from '../../../../server/src/core/lint/rules/front-matter/author-is-site.ts';
import { categoryFormat } from '../../../../server/src/core/lint/rules/front-matter/category-format.ts';
import { categoryPlaceholder } from '../../../../server/src/core/lint/rules/front-matter/category-placeholder.ts';
import { categoryRepeated } from '../../../../server/src/core/lint/rules/front-matter/category-repeated.ts';
import { categoryScript } from '../../../../server/src/core/lint/rules/front-matter/category-script.ts';
import { dateFormat } from '../../../../server/src/core/lint/rules/front-matter/date-format.ts';
import { duplicateKey } from '../../../../server/src/core/lint/rules/front-matter/duplicate-key.ts';
import { emptyValue } from '../../../../server/src/core/lint/rules/front-matter/empty-value.ts';
import { imageAddress } from '../../../../server/src/core/lint/rules/front-matter/image-address.ts';
import { impossibleDate } from '../../../../server/src/core/lint/rules/front-matter/impossible-date.ts';
import { leadingBlankLine } from '../../../../server/src/core/lint/rules/front-matter/leading-blank-line.ts';
import { lostText } from '../../../../server/src/core/lint/rules/front-matter/lost-text.ts';
import { missing } from '../../../../server/src/core/lint/rules/front-matter/missing.ts';
import { missingKey } from '../../../../server/src/core/lint/rules/front-matter/missing-key.ts';
import { misspeltKey } from '../../../../server/src/core/lint/rules/front-matter/misspelt-key.ts';
import { nestedList } from '../../../../server/src/core/lint/rules/front-matter/nested-list.ts';
import { promotionalImage } from '../../../../server/src/core/lint/rules/front-matter/promotional-image.ts';
import { proxiedImage } from '../../../../server/src/core/lint/rules/front-matter/proxied-image.ts';
import { titleMarkup } from '../../../../server/src/core/lint/rules/front-matter/title-markup.ts';
import { titleMismatch } from '../../../../server/src/core/lint/rules/front-matter/title-mismatch.ts';
import { titleQuotes } from '../../../../server/src/core/lint/rules/front-matter/title-quotes.ts';
import { titleUnderscores } from '../../../../server/src/core/lint/rules/front-matter/title-underscores.ts';
import { unclosed } from '../../../../server/src/core/lint/rules/front-matter/unclosed.ts';
import { unquotedTitle } from '../../../../server/src/core/lint/rules/front-matter/unquoted-title.ts';
import { yamlSyntax } from '../../../../server/src/core/lint/rules/front-matter/yaml-syntax.ts';
import { type CheckOptions, check } from '../check.ts';

/** A broken front matter in a whole article: its lines with markers, and its lines after all fixes (left out: no fix). */
interface Broken {
  readonly rule: Rule;
  readonly head: string;
  readonly fixed?: string;
  readonly body?: string;
  readonly options?: Omit<CheckOptions, 'fixed'>;
}

const paragraph = '<p>第三家社区食堂昨天开张。</p>';

function article(head: string, body = paragraph): string {
  return `---\n${head}\n---\n\n${body}\n`;
}

function expectBroken({ rule, head, fixed, body, options }: Broken): void {
  const text = article(head.replace(/^\s*(?:\^+~?|\|) [a-z.-]+$\n?/gm, '').replace(/\n$/, ''), body);
  check([rule], article(head, body), {
    ...options,
    fixed: fixed === undefined ? text : article(fixed, body),
    leavesFindings: fixed === undefined || options?.leavesFindings === true,
  });
  if (fixed !== undefined) expect(parseArticle(article(fixed, body)).frontMatter?.problems).toEqual([]);
}

const code = 'front-matter.yaml-syntax';

describe('YAML that no parser reads', () => {
  const rule = yamlSyntax;
  it.each<[name: string, Omit<Broken, 'rule'>]>([
    [
      'a colon and a space',
      {
        head: `title: 三线齐开: 首日客流创新高\n       ^^^^^^^^^^^^^^ ${code}\nauthor: x`,
        fixed: "title: '三线齐开: 首日客流创新高'\nauthor: x",
      },
    ],
    ['a colon at the end', { head: `title: 三线齐开:\n       ^^^^^ ${code}`, fixed: "title: '三线齐开:'" }],
    [
      'several colons',
      { head: `title: one: two: three\n       ^^^^^^^^^^^^^^^ ${code}`, fixed: "title: 'one: two: three'" },
    ],
    [
      'a colon and an apostrophe',
      { head: `title: it's on: today\n       ^^^^^^^^^^^^^^ ${code}`, fixed: 'title: "it\'s on: today"' },
    ],
    [
      'a colon and both kinds of quotes',
      { head: `title: it's "on": today\n       ^^^^^^^^^^^^^^^^ ${code}`, fixed: `title: 'it''s "on": today'` },
    ],
    [
      'a comment behind stays',
      { head: `title: one: two # three\n       ^^^^^^^^ ${code}`, fixed: "title: 'one: two' # three" },
    ],
    [
      'an apostrophe in single quotes',
      { head: `title: 'it's here'\n       ^^^^^^^^^^^ ${code}`, fixed: 'title: "it\'s here"' },
    ],
    [
      'two apostrophes in single quotes',
      { head: `title: 'it's Bob's'\n       ^^^^^^^^^^^^ ${code}`, fixed: 'title: "it\'s Bob\'s"' },
    ],
    [
      'double quotes in double quotes',
      { head: `title: "the "big" one"\n       ^^^^^^^^^^^^^^^ ${code}`, fixed: `title: 'the "big" one'` },
    ],
    [
      'words in quotes, then more',
      { head: `title: "十四五"规划发布\n       ^^^^^^^^^ ${code}`, fixed: `title: '"十四五"规划发布'` },
    ],
    [
      'words in single quotes, then more',
      { head: `title: '十四五'规划发布\n       ^^^^^^^^^ ${code}`, fixed: `title: "'十四五'规划发布"` },
    ],
    [
      'wrapped twice in single quotes',
      {
        head: `title: ''双碳''\nauthor: x`.replace('\n', `\n       ^^^^^^ ${code}\n`),
        fixed: "title: '双碳'\nauthor: x",
      },
    ],
    [
      'wrapped three times in double quotes',
      { head: `title: """双碳"""\n       ^^^^^^^^ ${code}`, fixed: "title: '双碳'" },
    ],
    [
      'an unclosed single quote',
      { head: `title: '双碳目标\n       ^^^^^ ${code}\nauthor: 'x'`, fixed: "title: '双碳目标'\nauthor: 'x'" },
    ],
    [
      'an unclosed double quote',
      { head: `title: "双碳目标\n       ^^^^^ ${code}\nauthor: "x"`, fixed: 'title: \'双碳目标\'\nauthor: "x"' },
    ],
    ['quotes of two kinds', { head: `title: "双碳'\n       ^^^^ ${code}`, fixed: "title: '双碳'" }],
    [
      'a backslash in double quotes',
      { head: `title: "C:\\path"\n       ^^^^^^^^^ ${code}`, fixed: "title: 'C:\\path'" },
    ],
    ['a tab before an item', { head: `list:\n\t- a\n^^~ ${code}\n\t- b`, fixed: 'list:\n  - a\n  - b' }],
    ['tabs before the parts of a map', { head: `seo:\n\tname: x\n^ ${code}`, fixed: 'seo:\n  name: x' }],
    ['a tab and a colon', { head: `list:\n\t- a: b: c\n^ ${code}\n   ^^^^^^^ ${code}`, fixed: "list:\n  - 'a: b: c'" }],
    ['no space behind the colon', { head: `title: x\nauthor:李明\n^^^^^^^ ${code}`, fixed: 'title: x\nauthor: 李明' }],
    [
      'no space behind the first colon',
      { head: `title:双碳\n^^^^^^ ${code}\nauthor: x`, fixed: 'title: 双碳\nauthor: x' },
    ],
    ['a full-width colon', { head: `title：双碳\n     ^ ${code}\nauthor: x`, fixed: 'title: 双碳\nauthor: x' }],
    [
      'a full-width colon with a space',
      { head: `title： 双碳\n     ^ ${code}\nauthor: x`, fixed: 'title: 双碳\nauthor: x' },
    ],
    ['no colon', { head: `title: x\nauthor 李明\n^^^^^^ ${code}\ndate: y`, fixed: 'title: x\nauthor: 李明\ndate: y' }],
    [
      'an equals sign for a colon',
      { head: `title: x\nauthor = 李明\n^^^^^^^^ ${code}`, fixed: 'title: x\nauthor: 李明' },
    ],
    [
      'a value broken in two',
      { head: `title: 三条新线\n昨天开通\n^^^^ ${code}\ndate: y`, fixed: 'title: 三条新线 昨天开通\ndate: y' },
    ],
    [
      'a quoted value broken in two',
      { head: `title: '三条新线\n昨天开通'\n^^^^^ ${code}\ndate: y`, fixed: "title: '三条新线 昨天开通'\ndate: y" },
    ],
    [
      'a key that is indented',
      { head: `title: x\n author: y\n^ ${code}\ndate: z`, fixed: 'title: x\nauthor: y\ndate: z' },
    ],
    [
      'items that do not stand below each other',
      { head: `list:\n  - a\n - b\n^^^ ${code}\n  - c`, fixed: 'list:\n  - a\n  - b\n  - c' },
    ],
    [
      'a bracket at the head of a title',
      { head: `title: [快讯] 双碳\n       ^^^^^^^ ${code}\nauthor: x`, fixed: "title: '[快讯] 双碳'\nauthor: x" },
    ],
    [
      'a brace at the head of a title',
      { head: `title: {快讯} 双碳\n       ^^^^^^^ ${code}`, fixed: "title: '{快讯} 双碳'" },
    ],
    [
      'a bracket that is not closed',
      { head: `tags: [社区, 食堂\n      ^^^^^^^ ${code}\nauthor: x`, fixed: 'tags: [社区, 食堂]\nauthor: x' },
    ],
    ['an at sign', { head: `title: @所有人 双碳\n       ^^^^^^^ ${code}`, fixed: "title: '@所有人 双碳'" }],
    [
      'a backquote',
      { head: 'title: `make` 双碳\n       ^^^^^^^^^ front-matter.yaml-syntax', fixed: "title: '`make` 双碳'" },
    ],
    ['a per cent sign', { head: `title: %5 增长\n       ^^^^^ ${code}`, fixed: "title: '%5 增长'" }],
    [
      'a star',
      { head: `title: *重磅* 双碳\n       ^^^^^^^ ${code}\nauthor: x`, fixed: "title: '*重磅* 双碳'\nauthor: x" },
    ],
    ['an exclamation mark', { head: `title: !重磅 双碳\n       ^^^^^^ ${code}`, fixed: "title: '!重磅 双碳'" }],
    ['a dash', { head: `title: - 双碳\n       ^^^^ ${code}`, fixed: "title: '- 双碳'" }],
    [
      'a quote in an item',
      { head: `list:\n  - 'it's'\n    ^^^^^^ ${code}\n  - b`, fixed: 'list:\n  - "it\'s"\n  - b' },
    ],
    [
      'two broken keys',
      {
        head: `title: a: b\n       ^^^^ ${code}\nauthor: 'x\n        ^^ ${code}\ndate: z`,
        fixed: "title: 'a: b'\nauthor: 'x'\ndate: z",
      },
    ],
    ['what nobody can guess', { head: `map:\n  a: 1\n     ^ ${code}\n b: [}\n     ^ ${code}` }],
    ['too deep', { head: `a:\n^^~ ${code}\n  ${'- '.repeat(70)}x` }],
  ])('%s', (_, broken) => {
    expectBroken({ rule, ...broken });
  });

  it('keeps the line breaks of the text', () => {
    const head = `list:\n\t- a\n^^~ ${code}\n\t- b\ntitle: a: b\n       ^^^^ ${code}\nauthor: x`;
    const text = article(head);
    check([rule], text, { lineBreak: '\r\n', fixed: article("list:\n  - a\n  - b\ntitle: 'a: b'\nauthor: x") });
    check([rule], text, { lineBreak: '\r', fixed: article("list:\n  - a\n  - b\ntitle: 'a: b'\nauthor: x") });
  });
});

describe('the fences', () => {
  const blank = 'front-matter.leading-blank-line';
  it.each<[name: string, text: string, fixed: string, options?: CheckOptions]>([
    ['a blank line', `\n^~ ${blank}\n---\na: 1\n---\n`, '---\na: 1\n---\n'],
    ['blank lines and spaces', ` \n^~ ${blank}\n\u3000\n  ---\na: 1\n---\n`, '---\na: 1\n---\n'],
    ['spaces', `  ---\n^^ ${blank}\na: 1\n---\n`, '---\na: 1\n---\n'],
    ['CRLF', `\n^~ ${blank}\n---\na: 1\n---\n`, '---\na: 1\n---\n', { lineBreak: '\r\n' }],
  ])('something before the opening: %s', (_, text, fixed, options) => {
    check([leadingBlankLine], text, { ...options, fixed, upTo: 'safe' });
  });

  it('lets a byte order mark be', () => {
    check([leadingBlankLine], '\uFEFF---\na: 1\n---\n', { fixed: '\uFEFF---\na: 1\n---\n' });
    check([leadingBlankLine], `\uFEFF\n ^~ ${blank}\n---\na: 1\n---\n`, { fixed: '\uFEFF---\na: 1\n---\n' });
  });

  it.each<[name: string, text: string, fixed: string, options?: CheckOptions]>([
    [
      'before a blank line and markup',
      '---\n^^^ front-matter.unclosed\na: 1\n\n<p>x</p>\n',
      '---\na: 1\n---\n\n<p>x</p>\n',
    ],
    ['before markup', '---\n^^^ front-matter.unclosed\na: 1\n<p>x</p>\n', '---\na: 1\n---\n<p>x</p>\n'],
    ['before two blank lines', '---\n^^^ front-matter.unclosed\na: 1\n\n\nx\n', '---\na: 1\n---\n\n\nx\n'],
    ['at the end', '---\n^^^ front-matter.unclosed\na: 1', '---\na: 1\n---\n'],
    ['CRLF', '---\n^^^ front-matter.unclosed\na: 1\n\n<p>', '---\na: 1\n---\n\n<p>', { lineBreak: '\r\n' }],
  ])('no closing: %s', (_, text, fixed, options) => {
    check([unclosed], text, { ...options, fixed });
  });

  it.each<[name: string, text: string, fixed?: string]>([
    [
      'an article',
      '<h1>双碳</h1>\n| front-matter.missing\n<p>x</p>\n',
      "---\ntitle: '双碳'\n---\n\n<h1>双碳</h1>\n<p>x</p>\n",
    ],
    [
      'an original title',
      '<p>原标题：双碳 来源：晚报</p>\n| front-matter.missing\n',
      "---\ntitle: '双碳'\n---\n\n<p>原标题：双碳 来源：晚报</p>\n",
    ],
    ['an article without a headline', '<p>x</p>\n| front-matter.missing\n'],
    ['nothing', '\n| front-matter.missing\n'],
    ['a rule, then markup', '---\n| front-matter.missing\n<p>x</p>\n'],
  ])('no front matter: %s', (_, text, fixed) => {
    check([missing], text, fixed === undefined ? {} : { fixed });
  });

  it('asks nothing of plain text', () => {
    check([missing], 'Dear diary,\ntoday I saw 1 < 2.\n');
  });
});

describe('keys', () => {
  const twice = 'front-matter.duplicate-key';
  const empty = 'front-matter.empty-value';
  it.each<[name: string, Broken]>([
    [
      'the same twice',
      { rule: duplicateKey, head: `a: 1\nb: x\nb: x # why\n^^^^ ${twice}`, fixed: 'a: 1\nb: x\n# why' },
    ],
    ['twice with two values', { rule: duplicateKey, head: `b: x\na: 1\nb: y\n^^^^ ${twice}`, fixed: 'a: 1\nb: y' }],
    ['three times', { rule: duplicateKey, head: `b: x\nb: y\n^^^^ ${twice}\nb: z\n^^^^ ${twice}`, fixed: 'b: z' }],
    ['a list and a text', { rule: duplicateKey, head: `b:\n - x\nb: y\n^^^^ ${twice}`, fixed: 'b: y' }],
    ['in a map', { rule: duplicateKey, head: `m: {x: 1, x: 2}\n          ^^^^ ${twice}` }],
    [
      'the names of JavaScript',
      { rule: duplicateKey, head: `__proto__: 1\n__proto__: 1\n^^^^^^^^^^^^ ${twice}`, fixed: '__proto__: 1' },
    ],
    ['empty in quotes', { rule: emptyValue, head: `a: 1\nheadimg: ''\n^^^^^^^^^^^ ${empty}`, fixed: 'a: 1' }],
    ['nothing behind', { rule: emptyValue, head: `a: 1\nheadimg:   \n^^^^^^^^ ${empty}\nb: 2`, fixed: 'a: 1\nb: 2' }],
    ['a comment behind', { rule: emptyValue, head: `headimg: # none\n^^^^^^^^ ${empty}\nb: 2`, fixed: '# none\nb: 2' }],
    ['null', { rule: emptyValue, head: `headimg: ~\n^^^^^^^^^^ ${empty}\nb: 2`, fixed: 'b: 2' }],
    ['an empty list', { rule: emptyValue, head: `tags: []\n^^^^^^^^ ${empty}\nb: 2`, fixed: 'b: 2' }],
    ['a key that must be there', { rule: emptyValue, head: `author: ''\n^^^^^^^^^^ ${empty}` }],
  ])('%s', (_, broken) => {
    expectBroken(broken);
  });

  it('asks for the keys that the settings name', () => {
    const config = { requiredKeys: ['title', 'date'] };
    const complete = `---\ntitle: x\ndate: y\n---\n${paragraph}`;
    check([missingKey], `---\n^^^ front-matter.missing-key\ntitle: x\n---\n${paragraph}`, { config });
    check([missingKey], complete, { config, fixed: complete });
  });

  it('adds the title that the body states', () => {
    check([missingKey], '---\n^^^ front-matter.missing-key\na: 1\n---\n<h1>It’s “on”</h1>', {
      config: { requiredKeys: ['title'] },
      fixed: "---\na: 1\ntitle: 'It’s “on”'\n---\n<h1>It’s “on”</h1>",
    });
  });

  it('adds a picture beside the other, unless that one is no picture of the article', () => {
    const config = { requiredKeys: [] };
    check([missingKey], '---\n^^^ front-matter.missing-key\nheadimg: https://i.example/a.jpg\n---\n', {
      config,
      fixed: '---\nheadimg: https://i.example/a.jpg\nthumbnail: https://i.example/a.jpg\n---\n',
    });
    const logo = '---\nheadimg: https://i.example/logo.png\n---\n';
    const marked = logo.replace('---\n', '---\n^^^ front-matter.missing-key\n');
    check([missingKey], marked, { config, fixed: logo, leavesFindings: true });
  });
});

describe('keys that are nearly right', () => {
  const misspelt = 'front-matter.misspelt-key';
  it.each<[head: string, fixed?: string]>([
    [`catagories: [a]\n^^^^^^^^^^ ${misspelt}`, 'categories: [a]'],
    [`Title: x\n^^^^^ ${misspelt}`, 'title: x'],
    [`"tilte" : x\n ^^^^^ ${misspelt}`, '"title" : x'],
    [`desciption: x\n^^^^^^^^^^ ${misspelt}`, 'description: x'],
    ['title: a\nTitle: x', 'title: a\nTitle: x'],
    ['authors: [x]\ntopic: y\nsite: z', 'authors: [x]\ntopic: y\nsite: z'],
  ])('%s', (head, fixed) => {
    expectBroken({ rule: misspeltKey, head, ...(fixed === undefined ? {} : { fixed }) });
  });
});

describe('words that YAML drops', () => {
  const lost = 'front-matter.lost-text';
  it.each<[head: string, fixed: string]>([
    [`title: 双碳 #首日\n       ^^^^^^ ${lost}`, "title: '双碳 #首日'"],
    [`title: Issue # 12\n       ^^^^^^^^^^ ${lost}`, "title: 'Issue # 12'"],
    [`tags:\n  - C #sharp\n    ^^^^^^^^ ${lost}`, "tags:\n  - 'C #sharp'"],
    [`title: &重磅 双碳\n       ^^^^^^ ${lost}`, "title: '&重磅 双碳'"],
    ['layout: post # kept\ntitle: C# and F#', 'layout: post # kept\ntitle: C# and F#'],
    ["title: '双碳' #kept", "title: '双碳' #kept"],
  ])('%s', (head, fixed) => {
    expectBroken({ rule: lostText, head, fixed });
  });
});

describe('lists of names', () => {
  const nested = 'front-matter.nested-list';
  const format = 'front-matter.category-format';
  const repeated = 'front-matter.category-repeated';
  it.each<[name: string, Broken]>([
    [
      'a list in the list',
      { rule: nestedList, head: `categories:\n - a\n -  - b\n    ^^^ ${nested}`, fixed: 'categories:\n - a\n - b' },
    ],
    [
      'two in the list',
      {
        rule: nestedList,
        head: `tags:\n  - a\n  - - b\n    ^^^~ ${nested}\n    - c\n  - d`,
        fixed: 'tags:\n  - a\n  - b\n  - c\n  - d',
      },
    ],
    [
      'a list of lists',
      {
        rule: nestedList,
        head: 'points:\n - - 1\n   - 2\n - - 3\n   - 4',
        fixed: 'points:\n - - 1\n   - 2\n - - 3\n   - 4',
      },
    ],
    [
      'one text',
      {
        rule: categoryFormat,
        head: `categories: '法治' # why\n^^^^^^^^^^^^^^^^ ${format}`,
        fixed: "categories:\n  - '法治' # why",
      },
    ],
    [
      'texts joined by commas',
      {
        rule: categoryFormat,
        head: `tags: 社区，食堂、养老\n^^^^^^^^^^^^^^ ${format}`,
        fixed: 'tags:\n  - 社区\n  - 食堂\n  - 养老',
      },
    ],
    [
      'a stray dash',
      { rule: categoryFormat, head: `categories:\n - '— 分类'\n   ^^^^^^ ${format}`, fixed: "categories:\n - '分类'" },
    ],
    [
      'joined names',
      {
        rule: categoryFormat,
        head: `categories:\n    - 媒体\n    - Acme - 新闻\n      ^^^^^^^^^ ${format}`,
        fixed: 'categories:\n    - 媒体\n    - Acme\n    - 新闻',
      },
    ],
    [
      'joined names in brackets',
      {
        rule: categoryFormat,
        head: `categories: [媒体, Acme | 新闻]\n                 ^^^^^^^^^ ${format}`,
        fixed: 'categories: [媒体, Acme, 新闻]',
      },
    ],
    [
      'a name that became a map',
      {
        rule: categoryFormat,
        head: `categories:\n - 新闻: 国内\n   ^^^^^^ ${format}`,
        fixed: "categories:\n - '新闻: 国内'",
      },
    ],
    [
      'the same name twice',
      {
        rule: categoryRepeated,
        head: `categories:\n - 政务\n - 要闻\n - 政务\n ^^^^ ${repeated}`,
        fixed: 'categories:\n - 政务\n - 要闻',
      },
    ],
    [
      'a name that begins with another',
      {
        rule: categoryRepeated,
        head: `categories:\n - 江海网\n - '江海网－国内'\n   ^^^^^^^^ ${repeated}`,
        fixed: "categories:\n - 江海网\n - '国内'",
      },
    ],
    [
      'a longer word is another name',
      { rule: categoryRepeated, head: 'categories:\n - 科技\n - 科技创新', fixed: 'categories:\n - 科技\n - 科技创新' },
    ],
    [
      'Traditional among Simplified',
      {
        rule: categoryScript,
        head: 'categories:\n - 时政\n - 国內新聞\n   ^^^^ front-matter.category-script',
        fixed: 'categories:\n - 时政\n - 国内新闻',
      },
    ],
    [
      'all Traditional',
      {
        rule: categoryScript,
        head: 'title: 國內新聞\ncategories:\n - 國內',
        body: '<p>這是國內的報導。</p>',
        fixed: 'title: 國內新聞\ncategories:\n - 國內',
      },
    ],
    [
      'a word of a program',
      {
        rule: categoryPlaceholder,
        head: 'categories:\n - 科技\n - undefined\n   ^^^^^^^^^ front-matter.category-placeholder',
      },
    ],
  ])('%s', (_, broken) => {
    expectBroken(broken);
  });
});

describe('dates', () => {
  const dated = 'front-matter.date-format';
  it.each<[written: string, fixed: string, safety: 'safe' | 'suggestion']>([
    ['Thu, 24 Feb 2022 08:20:59 GMT', '2022-02-24T08:20:59Z', 'safe'],
    ['Thu, 24 Feb 2022 16:20:59 +0800', '2022-02-24T16:20:59+08:00', 'safe'],
    ["'2021-10-10 11:06:15'", '2021-10-10T11:06:15+08:00', 'suggestion'],
    ['2022-03-04 17:20', '2022-03-04T17:20:00+08:00', 'suggestion'],
    ['2022年1月18日', '2022-01-18', 'safe'],
    ['2022年1月18日 08:30', '2022-01-18T08:30:00+08:00', 'suggestion'],
    ['2022/3/4', '2022-03-04', 'safe'],
  ])('%s', (written, fixed, safety) => {
    const marked = article(`date: ${written}\n      ${'^'.repeat(written.length)} ${dated}\nupdated: ${fixed}`);
    check([dateFormat], marked, { fixed: article(`date: ${fixed}\nupdated: ${fixed}`) });
    const result = fixAll(article(`date: ${written}`), defaultLintConfig, { rules: [dateFormat], upTo: 'safe' });
    expect(result.text).toBe(article(`date: ${safety === 'safe' ? fixed : written}`));
  });

  it.each(['2022-02-24', '2022-02-24T08:20:59Z', '2022-02-24 16:20:59 +08:00', "'2022-02-24T08:20:59Z'", '2022'])(
    '%s is well',
    (written) => {
      const text = article(`date: ${written}`);
      check([dateFormat, impossibleDate], text, { fixed: text });
    },
  );

  it.each<[written: string, code: string]>([
    ['昨天', dated],
    ['Wed, 30 Feb 2022 02:00:00 GMT', 'front-matter.impossible-date'],
    ['Fri, 24 Feb 2022 08:20:59 GMT', 'front-matter.impossible-date'],
    ['2022-03-04 25:20', 'front-matter.impossible-date'],
  ])('%s has no fix', (written, expected) => {
    const head = `date: ${written}\n      ${'^'.repeat(written.length)} ${expected}`;
    check([dateFormat, impossibleDate], article(head), { fixed: article(`date: ${written}`), leavesFindings: true });
  });
});

describe('pictures', () => {
  const found = 'front-matter.promotional-image';
  it.each<[name: string, address: string, body?: string]>([
    ['a placeholder service', 'https://picsum.photos/400/300?random=7'],
    ['another placeholder service', '//via.placeholder.com/150'],
    ['a logo', 'http://www.example.org/images/logo_top.png'],
    ['a QR code by its words', 'https://i.example/app/scanQrCode12/0?wx_fmt=png'],
    ['an icon', 'https://i.example/img/favicon.ico'],
    ['the picture of a topic', 'https://i.example/assets/categories/kernel.jpg'],
    [
      'beside a call to scan',
      'https://i.example/a.png',
      '<p>x</p><div><img src="https://i.example/a.png"></div><p>扫码关注我们</p>',
    ],
    [
      'in a block named after its code',
      'https://i.example/a.png',
      '<div class="appendQr_wrap"><img src="//i.example/a.png"></div>',
    ],
    [
      'with an entity in the body',
      'https://i.example/a.png?x=1&y=2',
      '<div class="ewm"><img src="https://i.example/a.png?x=1&amp;y=2"></div>',
    ],
    ['small', 'https://i.example/a.png', '<p><img src="https://i.example/a.png" width="100" height="80">x</p>'],
  ])('%s', (_, address, body) => {
    const written = `headimg: '${address}'`;
    const head = `a: 1\n${written}\n${'^'.repeat(written.length)} ${found}`;
    expectBroken({ rule: promotionalImage, head, fixed: 'a: 1', ...(body ? { body } : {}) });
  });

  const longText = '<p>今天开张。</p>'.repeat(60);
  it.each<[name: string, address: string, body?: string]>([
    ['not in the body', 'https://i.example/2022/a1qr2.jpg'],
    ['an app in the path only', 'https://i.example/app/uploads/canteen.jpg'],
    [
      'also as a picture of the article',
      'https://i.example/a.png',
      `<p><img src="https://i.example/a.png"></p>${longText}<div class="qr"><img src="https://i.example/a.png"></div>`,
    ],
    [
      'beside a paragraph that speaks of apps',
      'https://i.example/a.png',
      `<p><img src="https://i.example/a.png"></p><p>市民下载客户端后可以预约，${'全程只需几分钟，'.repeat(10)}很方便。</p>`,
    ],
  ])('no complaint: %s', (_, address, body) => {
    const head = `headimg: '${address}'`;
    expectBroken({ rule: promotionalImage, head, fixed: head, ...(body ? { body } : {}) });
  });

  it.each<[address: string, fixed: string]>([
    ['https://cors.example/?http://i.example/a.jpg', 'http://i.example/a.jpg'],
    ['https://wsrv.example/?url=https%3A%2F%2Fi.example%2Fa.jpg&w=300', 'https://i.example/a.jpg'],
    ['https://cors.example/https://i.example/a.jpg?x=1&y=2', 'https://i.example/a.jpg?x=1&y=2'],
  ])('%s', (address, fixed) => {
    const head = `thumbnail: "${address}"\n           ${'^'.repeat(address.length + 2)} front-matter.proxied-image`;
    expectBroken({ rule: proxiedImage, head, fixed: `thumbnail: "${fixed}"` });
  });

  it.each(['https://web.archive.org/web/2020/http://i.example/a.jpg', 'https://i.example/a.jpg?from=home'])(
    'no proxy: %s',
    (address) => {
      expectBroken({ rule: proxiedImage, head: `headimg: ${address}`, fixed: `headimg: ${address}` });
    },
  );
});

describe('addresses of pictures', () => {
  const found = 'front-matter.image-address';
  it.each<[address: string, fixed?: string]>([
    ["'//i.example/a.jpg'", "'https://i.example/a.jpg'"],
    ['/upload/a.jpg'],
    ['a.jpg'],
    ['data:image/png;base64,AAAA'],
    ['C:\\a.jpg'],
    ['file:///a.jpg'],
    ['a picture'],
  ])('%s', (address, fixed) => {
    const head = `headimg: ${address}\n         ${'^'.repeat(address.length)} ${found}`;
    expectBroken({ rule: imageAddress, head, ...(fixed === undefined ? {} : { fixed: `headimg: ${fixed}` }) });
  });

  it.each(['https://i.example/图片.jpg@s_2,w_8', 'http://i.example', "''"])('%s is well', (address) => {
    expectBroken({ rule: imageAddress, head: `headimg: ${address}`, fixed: `headimg: ${address}` });
  });
});

describe('authors', () => {
  const found = 'front-matter.author-is-site';
  it.each<[name: string, Omit<Broken, 'rule'>]>([
    ['a category', { head: `categories: [科技, Acme]\nauthor: acme\n^^^^^^^^^^^^ ${found}` }],
    ['the name of a site', { head: `author: 江海新闻网\n^^^^^^^^^^^^^ ${found}` }],
    ['a site and its channel', { head: `categories: [Acme]\nauthor: Acme - 评测\n^^^^^^^^^^^^^^^^^ ${found}` }],
    ['nobody', { head: `author: admin\n^^^^^^^^^^^^^ ${found}` }],
    [
      'an editor in the body',
      {
        head: `author: 江海新闻网 # site\n^^^^^^^^^^^^^ ${found}`,
        body: '<p>责任编辑：林晓</p>',
        fixed: 'author: 江海新闻网 # site\neditor: 林晓',
      },
    ],
    [
      'a reporter in the body',
      {
        head: `author: '江海新闻网'\n^^^^^^^^^^^^^^^ ${found}`,
        body: '<p>本报记者：林晓</p>',
        fixed: "author: '林晓'",
      },
    ],
  ])('%s', (_, broken) => {
    expectBroken({ rule: authorIsSite, ...broken });
  });

  it.each([
    'author: 顾明远\ncategories: [科技]',
    'author: Jane Roe\ncategories: [Jane]',
    'author: 江海新闻网\neditor: 林晓',
    "author: ''",
    'title: x',
  ])('%s', (head) => {
    expectBroken({ rule: authorIsSite, head, fixed: head });
  });
});

describe('titles', () => {
  it.each<[rule: Rule, title: string, fixed: string, body?: string]>([
    [titleUnderscores, "'全市_一老一小_服务'", "'全市“一老一小”服务'", '<p>“一老一小”是重点。</p>'],
    [titleUnderscores, "'如何看_一问一答_'", "'如何看？一问一答！'", '<h1>如何看？一问一答！</h1>'],
    [titleMismatch, "'1-3月 全市经济平稳'", "'1-3月全市经济 平稳'", '<p>　　原标题：1-3月全市经济 平稳</p>'],
    [titleMismatch, '"a \\"b\\""', '"a: \\"b\\""', '<p>（原标题：a: "b"）</p>'],
    [titleMismatch, '全市经济平稳', "'全市经济: 平稳'", '<p>原标题：全市经济: 平稳 来源：晚报</p>'],
    [titleMismatch, '全市经济平稳', '全市经济，平稳', '<h1>全市经济，平稳</h1>'],
    [titleQuotes, `'"十四五"规划"双碳"'`, "'“十四五”规划“双碳”'"],
    [titleQuotes, "it's '十四五'规划", "it's ‘十四五’规划"],
    [unquotedTitle, 'Make "It" Work', `'Make "It" Work'`],
    [titleMarkup, "'AT&amp;T <b>x</b>&nbsp;&#8220;y&#8221;'", "'AT&T x “y”'"],
  ])('$code: %s', (rule, title, fixed, body) => {
    const head = `title: ${title}\n       ${'^'.repeat(title.length)} ${rule.code}`;
    expectBroken({ rule, head, fixed: `title: ${fixed}`, ...(body ? { body } : {}) });
  });

  it.each<[rule: Rule, title: string, body?: string]>([
    [titleUnderscores, "'全市_新篇'"],
    [titleQuotes, `'"十四五规划'`],
    [titleMismatch, '家门口的食堂', '<p>原标题：第三家社区食堂开张</p>'],
  ])('$code without a fix: %s', (rule, title, body) => {
    const head = `title: ${title}\n       ${'^'.repeat(title.length)} ${rule.code}`;
    expectBroken({ rule, head, ...(body ? { body } : {}) });
  });

  it.each<[rule: Rule, head: string, body?: string]>([
    [titleUnderscores, "title: '用 snake_case 还是 camelCase'"],
    [titleMismatch, "title: '“双碳”'", '<p>原标题："双碳"</p>'],
    [titleMismatch, 'title: 一个标题', '<h1>另一个题目</h1>'],
    [titleMismatch, 'title: 一个标题\noriginalTitle: 另一个题目', '<p>原标题：另一个题目</p>'],
    [titleQuotes, `title: '27"显示器评测'`],
    [titleQuotes, `title: 'Make "It" Work'`],
    [unquotedTitle, `title: 'Make "It" Work'`],
    [unquotedTitle, 'title: “双碳”'],
    [titleMarkup, "title: 'a < b, c > d & e; List<T>'"],
  ])('$code finds nothing: %s', (rule, head, body) => {
    expectBroken({ rule, head, fixed: head, ...(body ? { body } : {}) });
  });
});

const all: readonly Rule[] = [
  ...[
    leadingBlankLine,
    missing,
    unclosed,
    yamlSyntax,
    duplicateKey,
    nestedList,
    missingKey,
    emptyValue,
    impossibleDate,
  ],
  ...[dateFormat, titleUnderscores, titleMismatch, titleQuotes, unquotedTitle, categoryFormat, categoryRepeated],
  ...[categoryScript, categoryPlaceholder, authorIsSite, promotionalImage, proxiedImage],
  ...[imageAddress, lostText, misspeltKey, titleMarkup],
];

describe.each(all.map((rule) => [rule.code, rule] as const))('the example of %s', (_, rule) => {
  const { before, after } = rule.example;

  it('yields the code, and after all fixes is what the documentation shows', () => {
    expect(lint(parseArticle(before), defaultLintConfig, { rules: [rule] })).not.toEqual([]);
    expect(fixAll(before, defaultLintConfig, { rules: [rule], upTo: 'suggestion' }).text).toBe(after);
    if (after === before) return;
    expect(lint(parseArticle(after), defaultLintConfig, { rules: [rule] })).toEqual([]);
    expect(parseArticle(after).frontMatter?.problems).toEqual([]);
  });

  it('keeps its line breaks', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    expect(fixAll(crlf(before), defaultLintConfig, { rules: [rule], upTo: 'suggestion' }).text).toBe(crlf(after));
  });

  it('keeps comments, quotes and order of everything else', () => {
    const kept = '\n# kept "as" is\nlayout:   "post"   # kept\ntitle:';
    const text = before.replace('\ntitle:', kept);
    const result = fixAll(text, defaultLintConfig, { rules: [rule], upTo: 'suggestion' });
    expect(result.text).toBe(after.replace('\ntitle:', before.includes('\ntitle:') ? kept : '\ntitle:'));
  });
});

const fragments = [
  ...[
    'title',
    'date',
    'author',
    'categories',
    'headimg',
    'x',
    ':',
    ': ',
    ' ',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '- ',
    ' - ',
  ],
  ...[
    "'",
    '"',
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    ' # ',
    '&a ',
    '*a',
    '!t ',
    '|',
    '>',
    '%',
    '@',
    '`',
    '? ',
    '---\n',
    '...\n',
    '\\',
  ],
  ...[
    '双碳',
    '国內',
    '：',
    '_',
    '“',
    '原标题：',
    '<p>',
    '</p>',
    '<h1>',
    '&amp;',
    '\uFEFF',
    '\u3000',
    '\u0000',
    '\ud83d',
    '<<: ',
  ],
  ...[
    '2022-03-04',
    '2022年1月18日',
    'Thu, 24 Feb 2022 08:20:59 GMT',
    'https://i.example/logo.png',
    '//i.example/?http://x.y/z',
  ],
];

describe('whatever stands in a front matter', () => {
  it('is read and fixed without a throw, comes to rest, and safe fixes never make it worse', () => {
    const content = fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(content, content, (head, body) => {
        const text = `---\n${head}\n---\n${body}`;
        const before = parseArticle(text).frontMatter;
        const fixed = fixAll(text, defaultLintConfig, { rules: all, upTo: 'safe' });
        expect(fixAll(fixed.text, defaultLintConfig, { rules: all, upTo: 'safe' }).text).toBe(fixed.text);
        const after = parseArticle(fixed.text).frontMatter;
        expect(after?.problems.length ?? 0).toBeLessThanOrEqual(before?.problems.length ?? 0);
        fixAll(text, defaultLintConfig, { rules: all, upTo: 'suggestion' });
      }),
      { seed: 20220224, numRuns: 2000 },
    );
  });
});
