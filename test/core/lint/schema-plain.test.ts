import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { toInstance } from '../../../server/src/core/lint/schema/instance.ts';
import { compileSchemas, defaultSchemaConfig } from '../../../server/src/core/lint/schema/schema.ts';
import { findViolations } from '../../../server/src/core/lint/schema/violations.ts';

const keys = ['title', 'date', 'author', 'categories', 'tags', 'headimg', 'comments', 'link', 'other'];
const values = [
  ...['', ' 社区食堂开张', ' "𠮷"', ' ""', ' 2022', ' true', ' null', ' 2022-02-24T08:20:59Z', ' 2022-02-30T08:20:59Z'],
  ...[
    ' https://example.org/1.jpg',
    ' example',
    ' {a: 1}',
    ' [民生, 要闻]',
    ' [民生, 民生]',
    ' [1, 2]',
    ' []',
    ' [[a], b]',
  ],
];

it('finds with the values that plainly fit left out what the validator finds in all of them', () => {
  const entry = fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...values)).map(([key, value]) => `${key}:${value}`);
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (lines) => {
      const { frontMatter } = parseArticle(['---', ...lines, '---', ''].join('\n'));
      const [schema] = compileSchemas(defaultSchemaConfig).schemas;
      if (!frontMatter || !schema) return;
      expect(schema.isPlain).toBeDefined();
      const rest = toInstance(frontMatter, schema.isPlain) ?? {};
      const all = toInstance(frontMatter) ?? {};
      expect(findViolations(schema, rest)).toEqual(findViolations({ ...schema, isPlain: undefined }, all));
    }),
    { numRuns: 500 },
  );
});
