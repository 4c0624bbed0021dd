import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import schema from '../../../../schemas/boilerplate-catalogue.schema.json' with { type: 'json' };
import { linearPatterns } from '../../../../server/src/core/lint/catalogue/linear-patterns.ts';
import { nativePatterns } from '../../../../server/src/core/lint/catalogue/patterns.ts';
import { readCatalogue } from '../../../../server/src/core/lint/catalogue/read.ts';
import { matcherKeys } from '../../../../server/src/core/lint/catalogue/rule.ts';
import { shippedContent } from '../../../../server/src/core/lint/catalogue/shipped.ts';
import { kindNames } from '../../../../server/src/core/lint/rules/boilerplate/kinds.ts';
import { renderMessage } from '../../../../server/src/core/text/message.ts';
import { sliceSpan } from '../../../../server/src/core/text/span.ts';

const validator = new Validator(JSON.parse(JSON.stringify(schema)), '7');

const good = `rules:
  - kind: boilerplate.share
    selector: ['.a', 'p > .b']
    sites: 江边晨报
    about: 横条
  - { kind: repeated, text: 江风浩荡 }
exceptions:
  - pattern: '^本报讯'
media: [江边]
`;

describe('a catalogue', () => {
  it('is read', () => {
    expect(readCatalogue(good, linearPatterns)).toEqual({
      problems: [],
      content: {
        rules: [
          {
            kind: 'share',
            matchers: [
              { by: 'selector', value: '.a' },
              { by: 'selector', value: 'p > .b' },
            ],
            sites: ['江边晨报'],
          },
          { kind: 'repeated', matchers: [{ by: 'text', value: '江风浩荡' }], sites: [] },
        ],
        exceptions: [{ kind: undefined, matchers: [{ by: 'pattern', value: '^本报讯' }], sites: [] }],
        media: ['江边'],
      },
    });
  });

  it.each(['', '# nothing yet\n', 'rules:\n', 'rules: []\nexceptions:\n'])('may be empty: %j', (yaml) => {
    expect(readCatalogue(yaml, linearPatterns).problems).toEqual([]);
    expect(validator.validate(parse(yaml)).valid).toBe(true);
  });

  it.each([
    ['no YAML', 'rules: [', '', /^This is no valid YAML/],
    ['no map', '- kind: ad', '- kind: ad', /^Unexpected value\. Expected the keys rules/],
    ['an unknown key', 'rule:\n', 'rule', /^Unknown key\. Expected one of rules, exceptions, media\.$/],
    ['no list', 'rules: 3\n', '3', /Expected a list/],
    ['an entry that is a text', 'rules:\n  - .ad\n', '.ad', /Expected keys/],
    ['no kind', 'rules:\n  - selector: .ad\n', 'selector: .ad', /^Missing kind/],
    [
      'an unknown kind',
      'rules:\n  - kind: advert\n    selector: .ad\n',
      'advert',
      /^Unexpected kind\. Expected one of comment/,
    ],
    ['an unknown field', 'rules:\n  - kind: ad\n    selectors: .ad\n', 'selectors', /^Unknown key/],
    ['nothing to look for', 'rules:\n  - kind: ad\n', 'kind: ad', /^Nothing to look for/],
    ['no selector', "rules:\n  - kind: ad\n    selector: 'p['\n", "'p['", /no CSS selector/],
    [
      'a selector that would be slow',
      "rules:\n  - kind: ad\n    selector: 'p ~ p'\n",
      "'p ~ p'",
      /^Unexpected part of a CSS/,
    ],
    [
      'a selector of positions',
      "rules:\n  - kind: ad\n    selector: 'p:nth-child(2n)'\n",
      "'p:nth-child(2n)'",
      /^Unexpected part/,
    ],
    ['no pattern', "rules:\n  - kind: ad\n    pattern: '(a'\n", "'(a'", /^This is no regular expression/],
    [
      'a pattern that looks around',
      "rules:\n  - kind: ad\n    pattern: 'a(?=b)'\n",
      "'a(?=b)'",
      /^This is no regular expression/,
    ],
    ['a pattern for everything', "rules:\n  - kind: ad\n    pattern: '.*'\n", "'.*'", /matches everything/],
    ['an empty text', "rules:\n  - kind: ad\n    text: '　'\n", "'　'", /Expected a text|empty text/],
    ['a map for a text', 'rules:\n  - kind: ad\n    text: {a: b}\n', '{a: b}', /Expected a text/],
  ])('with %s says so, at its place', (_name, yaml, place, expected) => {
    const { content, problems } = readCatalogue(yaml, linearPatterns);
    expect(problems.map(({ message }) => renderMessage(message))).toEqual([expect.stringMatching(expected)]);
    expect(problems.map(({ span }) => sliceSpan(yaml, span))).toEqual([place]);
    expect(content.rules).toEqual([]);
  });

  it('is used as far as it is sound', () => {
    const yaml = 'rules:\n  - kind: advert\n    selector: .a\n  - kind: ad\n    selector: .b\n';
    const { content, problems } = readCatalogue(yaml, linearPatterns);
    expect([content.rules.length, problems.length]).toEqual([1, 1]);
  });
});

describe('the schema', () => {
  it('knows every kind and every way to match', () => {
    expect(schema.definitions.kind.enum).toEqual(kindNames);
    const { rules, exceptions } = schema.properties;
    for (const { items } of [rules, exceptions]) {
      expect(Object.keys(items.properties)).toEqual(['kind', ...matcherKeys, 'sites', 'about']);
      expect(items.anyOf.map(({ required }) => required[0])).toEqual(matcherKeys);
    }
  });

  it('accepts what is read without a problem', () => {
    expect(validator.validate(parse(good.replace('boilerplate.', ''))).errors).toEqual([]);
  });

  it.each([
    'rule:\n',
    'rules:\n  - kind: ad\n',
    'rules:\n  - kind: advert\n    text: a\n',
    'exceptions:\n  - kind: ad\n',
  ])('refuses %j', (yaml) => {
    expect(validator.validate(parse(yaml)).valid).toBe(false);
  });
});

describe('the shipped catalogue', () => {
  const file = path.join(import.meta.dirname, '../../../../server/src/core/lint/catalogue/shipped.json');
  const text = readFileSync(file, 'utf8');

  it('is a catalogue like any other, in the syntax of both engines', () => {
    expect(validator.validate(JSON.parse(text)).errors).toEqual([]);
    for (const engine of [linearPatterns, nativePatterns]) {
      const { content, problems } = readCatalogue(text, engine);
      expect(problems).toEqual([]);
      expect(content).toEqual(shippedContent);
    }
  });

  it('says what each rule is about', () => {
    const { rules }: { rules: readonly { about?: string }[] } = JSON.parse(text);
    expect(rules.filter(({ about }) => !about)).toEqual([]);
  });

  it('has no pattern that takes JavaScript more than linear time: every repetition has a bound', () => {
    const patterns = shippedContent.rules.flatMap(({ matchers }) => matchers.filter(({ by }) => by !== 'selector'));
    expect(patterns.map(({ value }) => value).filter((value) => /[*+]|\{\d+,\}/.test(value))).toEqual([]);
  });
});
