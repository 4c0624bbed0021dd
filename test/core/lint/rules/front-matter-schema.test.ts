import { describe, expect, it } from 'vitest';
import builtIn from '../../../../schemas/front-matter.schema.json' with { type: 'json' };
import { parseArticle } from '../../../../server/src/core/article/parse.ts';
import { fixAll } from '../../../../server/src/core/lint/fix-all.ts';
import { lint } from '../../../../server/src/core/lint/lint.ts';
import { defaultLintConfig, type LintConfig } from '../../../../server/src/core/lint/rule.ts';
import { allRules } from '../../../../server/src/core/lint/rules/registry.ts';
import { renderMessage } from '../../../../server/src/core/text/message.ts';
import { sliceSpan } from '../../../../server/src/core/text/span.ts';

const rules = allRules.filter(({ code }) => code === 'front-matter.schema-mismatch');

function article(head: string): string {
  return `---\n${head}\n---\n\n<p>第三家社区食堂昨天开张。</p>\n`;
}

function configOf(schema?: unknown, usesBuiltIn = true): LintConfig {
  const sources = schema === undefined ? [] : [{ name: 'own.schema.json', schema }];
  return { ...defaultLintConfig, schema: { builtIn: usesBuiltIn, sources, problems: [] } };
}

/** What is said, each with the text that it is said of. */
function say(head: string, config: LintConfig): readonly string[] {
  const text = article(head);
  return lint(parseArticle(text), config, { rules }).map(
    ({ span, message }) => `${sliceSpan(text, span)}: ${renderMessage(message)}`,
  );
}

function fix(head: string, config: LintConfig): string {
  return fixAll(article(head), config, { rules, upTo: 'suggestion' }).text.replace(
    /^---\n([\s\S]*?)\n---[\s\S]*$/,
    '$1',
  );
}

describe('the schema that Copydesk comes with', () => {
  it.each<[head: string, said: readonly string[], fixed?: string]>([
    ['title: 1984', ['1984: The value of "title" is of the wrong kind; expected a text.'], "title: '1984'"],
    ['title: true', ['true: The value of "title" is of the wrong kind; expected a text.'], "title: 'true'"],
    ['title: [食堂]', ['[食堂]: The value of "title" is of the wrong kind; expected a text.']],
    [
      "comments: 'false'",
      ['\'false\': The value of "comments" is of the wrong kind; expected true or false, without quotes.'],
      'comments: false',
    ],
    [
      'comments: 否',
      ['否: The value of "comments" is of the wrong kind; expected true or false, without quotes.'],
      'comments: false',
    ],
    ['author: 12', ['12: The value of "author" is of the wrong kind; expected a text or a list.'], "author: '12'"],
    ['author: [林晓, 周远]', []],
    ['author: [林晓, 7]', ['7: An item of "author" is of the wrong kind; expected a text.'], "author: [林晓, '7']"],
    ['tags: [2022]', ['2022: An item of "tags" is of the wrong kind; expected a text.'], "tags: ['2022']"],
    ['link: 食堂', ['食堂: “食堂” in "link" is no address; expected one that begins with "https://".']],
    ['my-own-key: {a: [1]}', []],
    // Other rules speak of these.
    ["headimg: ''\nthumbnail:", []],
    ['categories: 民生\ntags: [a, a]', []],
    ['categories:\n - - 民生', []],
    ['date: Thu, 24 Feb 2022 08:20:59 GMT\nupdated: 昨天', []],
    ['headimg: /a.jpg', []],
    ["title: 'it's'", []],
    ['titel: 食堂', []],
  ])('%s', (head, said, fixed = head) => {
    expect(say(head, configOf())).toEqual(said);
    expect(fix(head, configOf())).toBe(fixed);
  });

  it('requires what the setting requires by default, and describes every key that it requires', () => {
    expect(builtIn.required).toEqual(defaultLintConfig.requiredKeys);
    expect(builtIn.required.filter((key) => !(key in builtIn.properties))).toEqual([]);
  });
});

const own = {
  required: ['title', 'desk'],
  additionalProperties: false,
  properties: {
    title: { type: 'string', maxLength: 8 },
    desk: { enum: ['时政', '民生', 'Business'], default: '民生' },
    level: { type: 'integer', minimum: 1, maximum: 3 },
    code: { pattern: '^[A-Z]{2}\\d+$' },
    stage: { const: 'final' },
    due: { type: 'string', format: 'date' },
    mail: { type: 'string', format: 'email', errorMessage: '应为编辑部邮箱' },
    keywords: { type: 'array', minItems: 2, uniqueItems: true, items: { type: 'string', minLength: 2 } },
    place: {
      type: 'object',
      required: ['city'],
      properties: { city: { type: 'string' } },
      additionalProperties: false,
    },
    either: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    reference: { $ref: '#/$defs/reference' },
  },
  dependentRequired: { due: ['level'] },
  $defs: { reference: { anyOf: [{ type: 'null' }, { type: 'string', maxLength: 3 }] } },
};

describe('a schema of one’s own', () => {
  const only = configOf(own, false);
  it.each<[head: string, said: readonly string[], fixed?: string]>([
    ['title: 食堂\ndesk: 民生', []],
    [
      'title: 第三家社区食堂昨天开张\ndesk: 民生',
      ['第三家社区食堂昨天开张: The value of "title" is too long; expected at most 8 characters.'],
    ],
    ['title: 食堂\ndesk: 体育', ['体育: “体育” is no value of "desk"; expected 时政, 民生, Business.']],
    [
      'title: 食堂\ndesk: busines',
      ['busines: “busines” is no value of "desk"; expected 时政, 民生, Business.'],
      'title: 食堂\ndesk: Business',
    ],
    ['title: 食堂\ndesk: 民生\nlevel: 7', ['7: The value of "level" is too large; expected 3 or less.']],
    [
      "title: 食堂\ndesk: 民生\nlevel: '2'",
      ['\'2\': The value of "level" is of the wrong kind; expected a whole number.'],
      'title: 食堂\ndesk: 民生\nlevel: 2',
    ],
    [
      'title: 食堂\ndesk: 民生\ncode: a1',
      ['a1: “a1” is not written as "code" should be; expected the pattern ^[A-Z]{2}\\d+$.'],
    ],
    [
      'title: 食堂\ndesk: 民生\nstage: draft',
      ['draft: “draft” is no value of "stage"; expected final.'],
      'title: 食堂\ndesk: 民生\nstage: final',
    ],
    [
      'title: 食堂\ndesk: 民生\nlevel: 1\ndue: 2022年3月15日',
      ['2022年3月15日: “2022年3月15日” in "due" is no day; expected one like 2022-02-24.'],
      'title: 食堂\ndesk: 民生\nlevel: 1\ndue: 2022-03-15',
    ],
    ['title: 食堂\ndesk: 民生\ndue: 2022-03-15', ['---: The key "level" is missing; expected it in such an article.']],
    ['title: 食堂\ndesk: 民生\nmail: x', ['x: "mail": 应为编辑部邮箱']],
    ['title: 食堂\ndesk: 民生\nkeywords: [饭菜]', ['[饭菜]: "keywords" has too few items; expected at least 2.']],
    [
      'title: 食堂\ndesk: 民生\nkeywords: [饭菜, 饭菜]',
      ['[饭菜, 饭菜]: A value stands twice in "keywords"; expected each once.'],
    ],
    [
      'title: 食堂\ndesk: 民生\nplace: {town: 江海}',
      [
        'place: The key "city" is missing; expected it in "place".',
        'town: There is no key "town" here; expected one of title, desk, level, code, stage, due, mail, keywords, ….',
      ],
    ],
    [
      'title: 食堂\ndesk: 民生\neither: 7',
      ['7: The value of "either" is of the wrong kind; expected a text or a list.'],
      "title: 食堂\ndesk: 民生\neither: '7'",
    ],
    [
      'title: 食堂\ndesk: 民生\neither: [a, 7]',
      ['7: An item of "either" is of the wrong kind; expected a text.'],
      "title: 食堂\ndesk: 民生\neither: [a, '7']",
    ],
    [
      'title: 食堂\ndesk: 民生\nreference: abcd',
      ['abcd: The value of "reference" is too long; expected at most 3 characters.'],
    ],
    [
      'title: 食堂\ndesk: 民生\nlevl: 1',
      ['levl: There is no key "levl" here; did you mean "level"?'],
      'title: 食堂\ndesk: 民生\nlevel: 1',
    ],
    [
      'title: 食堂\ndesk: 民生\n__proto__: 1',
      [
        '__proto__: There is no key "__proto__" here; expected one of title, desk, level, code, stage, due, mail, keywords, ….',
      ],
    ],
  ])('%s', (head, said, fixed = head) => {
    expect(say(head, only)).toEqual(said);
    expect(fix(head, only)).toBe(fixed);
  });

  it.each<[schema: object, head: string, said: readonly string[]]>([
    [{ propertyNames: { pattern: '^[a-z]+$' } }, 'a: 1\nB: 2', ['B: A key may not be named "B" here.']],
    [
      { not: { required: ['draft'] } },
      'draft: x',
      ['---: The front matter fits none of the forms that the schema allows.'],
    ],
    [
      JSON.parse('{"if": {"properties": {"kind": {"const": "video"}}}, "then": {"required": ["film"]}}'),
      'kind: video',
      ['---: The key "film" is missing; expected it in such an article.'],
    ],
    [
      { properties: { a: { contains: { const: 1 } } } },
      'a: [2]',
      ['[2]: The value of "a" fits none of the forms that the schema allows.'],
    ],
    [{ allOf: [{ properties: { a: { multipleOf: 5 } } }] }, 'a: 7', ['7: The value of "a" is no multiple of 5.']],
    [
      {
        $schema: 'http://json-schema.org/draft-07/schema#',
        definitions: { n: { minimum: 3 } },
        properties: { a: { $ref: '#/definitions/n' } },
      },
      'a: 2',
      ['2: The value of "a" is too small; expected 3 or more.'],
    ],
    [{ properties: { a: false } }, 'a: 2', ['a: There is no key "a" here; expected one of a.']],
    [
      { properties: { a: { prefixItems: [{ type: 'string' }], items: false } } },
      'a: [x, y]',
      ['y: "a" has more items than it may have.'],
    ],
  ])('%j', (schema, head, said) => {
    expect(say(head, configOf(schema, false))).toEqual(said);
  });

  it('has its required keys asked for by the rule for missing keys', () => {
    const findings = lint(parseArticle(article('title: 食堂')), { ...only, requiredKeys: [] });
    expect(findings.map(({ code, message }) => `${code}: ${renderMessage(message)}`)).toEqual([
      'front-matter.missing-key: The key "desk" is missing; expected it in every article.',
    ]);
  });

  it('takes the place of the other for the keys that it describes, and of nothing else', () => {
    const loose = configOf({ properties: { title: { type: ['string', 'number'] } } });
    expect(say('title: 1984\ncomments: 7', loose)).toEqual([
      '7: The value of "comments" is of the wrong kind; expected true or false, without quotes.',
    ]);
  });
});

describe('a schema that cannot be used', () => {
  it.each<[schema: unknown, problem: string]>([
    ['{', 'expected an object.'],
    [[], 'expected an object.'],
    [{ type: 'text' }, 'unexpected value of "type"; expected a type of JSON, or a list of them.'],
    [{ required: 'title' }, 'unexpected value of "required"; expected a list of texts.'],
    [{ properties: [] }, 'unexpected value of "properties"; expected an object with a schema a key.'],
    [{ properties: { a: 7 } }, 'unexpected value of "properties.a"; expected an object, true or false.'],
    [
      { properties: { a: { pattern: '(' } } },
      'unexpected value of "properties.a.pattern"; expected a regular expression.',
    ],
    [{ anyOf: [] }, 'unexpected value of "anyOf"; expected a list of schemas.'],
    [{ properties: { a: { maxLength: '3' } } }, 'unexpected value of "properties.a.maxLength"; expected a number.'],
    [{ $ref: '#' }, '"$ref" refers to itself.'],
    [
      { properties: { a: { $ref: 'https://example.org/a.json' } } },
      '"properties.a.$ref" refers to https://example.org/a.json, which is not part of it; expected everything in one file.',
    ],
  ])('%j', (schema, problem) => {
    expect(say('title: 食堂', configOf(schema))).toEqual([
      `---: The schema own.schema.json cannot be used: ${problem}`,
    ]);
    expect(fix('title: 食堂', configOf(schema))).toBe('title: 食堂');
  });

  it('is reported also where only applying it tells', () => {
    const endless = { properties: { a: { allOf: [{ $ref: '#/properties/a' }] } } };
    expect(say('a: 1', configOf(endless))).toEqual([
      expect.stringMatching(/^---: The schema own\.schema\.json cannot be applied: /),
    ]);
  });
});

describe('a front matter of any size', () => {
  it('is not checked where it has too many values, and that is said', () => {
    const head = `tags: [${Array.from({ length: 4000 }, (_, at) => `t${at}`).join(', ')}]`;
    expect(say(head, configOf({ properties: { tags: { uniqueItems: true } } }))).toEqual([
      '---: The front matter has too many values to be checked; expected at most 3000.',
    ]);
  });
});
