import { describe, expect, it } from 'vitest';
import { tokenize } from './scopes.ts';

/** What the tests call the scopes; the text that has none of them is plain. */
const names: Readonly<Record<string, string>> = {
  'comment.block.tag.article': 'tag',
  'comment.block.raw.article': 'raw',
  'comment.block.html': 'comment',
  'constant.numeric.item.article': 'number',
  'markup.heading.article': 'heading',
  'entity.name.type.organization.article': 'organisation',
  'constant.character.entity.html': 'entity',
  'keyword.other.directive.article': 'directive',
  'punctuation.definition.frontmatter.begin.article': 'opening fence',
  'punctuation.definition.frontmatter.end.article': 'closing fence',
  'meta.embedded.block.frontmatter': 'yaml',
};

/** Every stretch of the text that looks different from plain text, as "kind: text", line by line. */
async function highlights(text: string): Promise<readonly (readonly string[])[]> {
  const lines = await tokenize(text);
  return lines.map((tokens) => {
    const marked: { kind: string; text: string }[] = [];
    for (const token of tokens) {
      const kind = token.scopes.map((scope) => names[scope]).findLast((name) => name !== undefined) ?? '';
      const previous = marked.at(-1);
      if (previous?.kind === kind) previous.text += token.text;
      else marked.push({ kind, text: token.text });
    }
    return marked.filter(({ kind }) => kind !== '').map(({ kind, text: marks }) => `${kind}: ${marks}`);
  });
}

async function check(line: string, expected: readonly string[]): Promise<void> {
  const found = await highlights(line);
  const unlikeTags = found.flat().filter((mark) => !mark.startsWith('tag: '));
  expect(unlikeTags).toEqual(expected);
}

describe('front matter', () => {
  const head = ['opening fence: ---', 'yaml: title: 街灯', 'closing fence: ---', 'tag: <p>', 'tag: </p>'];

  it.each([
    ['on the first line', '---\ntitle: 街灯\n---\n<p>正文</p>'],
    ['after blank lines', '\n \n---\ntitle: 街灯\n---\n<p>正文</p>'],
    ['after a byte order mark', '\uFEFF---\ntitle: 街灯\n---\n<p>正文</p>'],
    ['after a byte order mark and a blank line', '\uFEFF\n---\ntitle: 街灯\n---\n<p>正文</p>'],
    ['with CRLF', '---\r\ntitle: 街灯\r\n---\r\n<p>正文</p>'],
    ['with spaces before the opening fence', '\n  ---\ntitle: 街灯\n---\n<p>正文</p>'],
    ['with spaces after the fences', '--- \ntitle: 街灯\n---\t\n<p>正文</p>'],
  ])('is YAML %s', async (_name, text) => {
    expect((await highlights(text)).flat()).toEqual(head);
  });

  it('may be closed by three dots', async () => {
    const lines = await highlights('---\ntitle: 街灯\n...\n1.补灯');
    expect(lines.slice(2)).toEqual([['closing fence: ...'], ['number: 1.']]);
  });

  it('is left whatever the YAML has open', async () => {
    const lines = await highlights("---\ntitle: '街灯\ntags: [a,\n---\n<p>“路灯’亮了</p>");
    expect(lines.slice(3)).toEqual([['closing fence: ---'], ['tag: <p>', 'tag: </p>']]);
  });

  it('ends at the first line of markup where it is never closed', async () => {
    expect((await highlights("---\ntitle: '街灯\n<p>1.补灯</p>\n---")).flat()).toEqual([
      'opening fence: ---',
      "yaml: title: '街灯",
      'tag: <p>',
      'number: 1.',
      'tag: </p>',
    ]);
  });

  it.each([
    ['later in the body', '---\ntitle: 街灯\n---\n\n---\nauthor: 某\n---\n<p>正文</p>', head],
    ['after text', '正文\n---\ntitle: 街灯\n---', []],
    ['after a blank line and text', '\n<p>正文\n---\ntitle: 街灯', ['tag: <p>']],
    ['with four dashes', '----\ntitle: 街灯\n----', []],
  ])('is not begun by --- %s', async (_name, text, expected) => {
    expect((await highlights(text)).flat()).toEqual(expected);
  });
});

describe('items', () => {
  it.each([
    ['1.', '<p>　　1.补齐路灯</p>'],
    ['１．', '<p>　　１．补齐路灯</p>'],
    ['12、', '12、补齐路灯<br>'],
    ['3)', '<p>3) 补齐路灯</p>'],
    ['4）', '<p>4）补齐路灯</p>'],
    ['（1）', '<p>（1）补齐路灯</p>'],
    ['（十二）', '<p>（十二）补齐路灯。这句话太长，不像标题。</p>'],
    ['①', '①补齐路灯<br>'],
    ['㉑', '<div>㉑补齐路灯</div>'],
    ['No.7', '<section><span><strong>No.7</strong></span></section>'],
    ['第一，', '<p>　　第一，补齐路灯。</p>'],
    ['案例一', '<p><strong>案例一</strong>：补齐路灯</p>'],
    ['案例 3', '<p>案例 3：补齐路灯</p>'],
    ['五、', '<p>　　五、补齐路灯。这句话太长，不像标题。</p>'],
    ['01', '<tr><td>01</td><td>补齐路灯</td></tr>'],
    ['6.', '<p style="a>b">&nbsp;&nbsp;<font>6.</font>补齐路灯</p>'],
    ['7.', '<p\nclass="x">7.补齐路灯</p>'],
  ])('begin with %s', async (number, line) => {
    const found = (await highlights(line)).flat().filter((mark) => !/^(?:tag|entity): /.test(mark));
    expect(found).toEqual([`number: ${number}`]);
  });

  it.each([
    '<p>3.5万盏路灯</p>',
    '<p>2021年，路灯补齐。</p>',
    '<p>8:30开始</p>',
    '<p>共有1.补灯</p>',
    '<p>共有<strong>2、补灯</strong></p>',
    '<p>1133个项目</p>',
    '<p>案例一词出自判决</p>',
  ])('are not seen in %s', async (line) => {
    await check(line, []);
  });

  it('are seen again on the next line of text without tags', async () => {
    await check('前文<br>\n1、补灯\n2、修路', ['number: 1、', 'number: 2、']);
  });
});

describe('headings', () => {
  it.each([
    ['一、市级项目（8件）', '<p>　　一、市级项目（8件）</p>'],
    ['十二、结语', '<p>十二、结语</p>'],
    ['（一）照明', '　　（一）照明<br>'],
    ['第二章照明', '<p>第二章照明</p>'],
    ['附：项目清单', '<p>　　附：项目清单</p>'],
    ['照明', '<h2 class="t">照明</h2>'],
    ['照明提升', '<h3>照明<em>提升</em></h3>'],
    ['照明类（5个）', '<div align="center"><font><b>照明类（5个）</b></font></div>'],
  ])('are the whole line %s', async (heading, line) => {
    const found = (await highlights(line)).flat().filter((mark) => mark.startsWith('heading: '));
    expect(found.map((mark) => mark.slice('heading: '.length)).join('')).toBe(heading);
  });

  it.each(['<p>一是补灯，二是修路。</p>', '<p><strong>补灯</strong>是第一步</p>', '<p>（记者 某某）</p>'])(
    'are not seen in %s',
    async (line) => {
      await check(line, []);
    },
  );

  it('do not run on where the element is never closed', async () => {
    await check('<h2>照明\n<p>正文</p>', ['heading: 照明']);
  });
});

describe('organisations', () => {
  it.each([
    ['in parentheses', '<p>1.补灯（市城管局）</p>', ['市城管局']],
    ['before a full stop', '<p>1.补灯（市城管局）。</p>', ['市城管局']],
    ['in half-width parentheses', '<p>1) 补灯 (市城管局/市电力公司)</p>', ['市城管局', '市电力公司']],
    ['in square brackets', '<p>案例一：补灯【临江区人民检察院】</p>', ['临江区人民检察院']],
    ['several', '<p>1.补灯（市城管局 市财政局、团市委；市信访办）</p>', ['市城管局', '市财政局', '团市委', '市信访办']],
    ['with parentheses of their own', '<p>1.补灯（市照明中心（市路灯管理所））</p>', ['市照明中心（市路灯管理所）']],
    ['after another remark', '<p>1.补灯（二期）（市城管局）</p>', ['市城管局']],
    ['with a role', '<li>补灯（牵头单位：市城管局；配合：各部门）</li>', ['市城管局', '各部门']],
    ['on a line of their own', '责任单位：市城管局；配合单位：市财政局<br>', ['市城管局', '市财政局']],
    ['after a dash', '——市城管局、市财政局<br>', ['市城管局', '市财政局']],
    ['with a role behind them', '<p>1.补灯（市城管局牵头，市财政局配合）</p>', ['市城管局', '市财政局']],
    [
      'that fill a table cell',
      '<tr><td>01</td><td>公交候车亭</td><td>市交通局、市财政局</td></tr>',
      ['市交通局', '市财政局'],
    ],
    ['over inline tags', '<p>1.补灯（市城管局）</font></p>', ['市城管局']],
  ])('%s', async (_name, line, expected) => {
    const found = (await highlights(line)).flat().filter((mark) => mark.startsWith('organisation: '));
    expect(found).toEqual(expected.map((organization) => `organisation: ${organization}`));
  });

  it.each([
    '<p>1.补灯（二期）</p>',
    '<p>1.补灯（试行）</p>',
    '<p>1.补灯（市城管局）之后</p>',
    '<p>1.补灯（2022—2025年）</p>',
  ])('are not seen in %s', async (line) => {
    await check(line, ['number: 1.']);
  });
});

describe('markup', () => {
  it.each([
    ['a comment', '<p>正文</p><!-- 广告\n位 -->', ['comment: <!-- 广告', 'comment: 位 -->']],
    [
      'a directive in a comment',
      '<!-- copydesk-disable text.x -->',
      ['comment: <!-- ', 'directive: copydesk-disable', 'comment:  text.x -->'],
    ],
    [
      'a style element',
      '<style>\n.a&#123;color:red&#125;\n</style>1.补灯',
      ['raw: <style>', 'raw: .a&#123;color:red&#125;', 'raw: </style>', 'number: 1.'],
    ],
    ['a script element', '<script src="x"></script>', ['raw: <script src="x"></script>']],
    ['an entity', '<p>灯&ldquo;亮&rdquo;&#8203;&x</p>', ['entity: &ldquo;', 'entity: &rdquo;&#8203;']],
    ['a tag that is never closed', '<p 正文<p>1.补灯</p>', ['number: 1.']],
    ['signs that are no tags', '<p>1 < 2 & 3 > 2 <3</p>', []],
  ])('%s', async (_name, text, expected) => {
    await check(text, expected);
  });

  it('is one quiet scope from < to >', async () => {
    expect(await highlights('<p class="a > b">灯<br/>亮</p>')).toEqual([
      ['tag: <p class="a > b">', 'tag: <br/>', 'tag: </p>'],
    ]);
  });
});

describe('long lines', () => {
  it.each([
    ['text', '灯'],
    ['opening parentheses', '（'],
    ['parentheses around text', '（市'],
    ['less-than signs', '<'],
    ['tags that are never closed', '<p '],
    ['an odd number of quotes', '<p a="'],
    ['paragraphs', '<p>1.补灯（市城管局）</p>'],
    ['bold', '<b>灯</b>'],
    ['numbers', '1、'],
    ['dashes', '—'],
    ['ampersands', '&'],
    ['spaces', ' '],
    ['half comments', '<!-'],
    ['fences', '---'],
  ])(
    'of %s are tokenised to their end',
    async (_name, unit) => {
      const line = unit.repeat(Math.ceil(50_000 / unit.length));
      const [tokens = []] = await tokenize(line);
      expect(tokens.map((token) => token.text).join('')).toBe(line);
    },
    20_000,
  );
});
