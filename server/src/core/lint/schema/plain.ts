import { format as formats } from '@cfworker/json-schema';
import { isObject, resolve, type SchemaObject } from './pointer.ts';

/** A test that holds only for values in which a validator would find nothing wrong; what fails it may fit all the same. */
type PlainTest = (value: unknown) => boolean;

/**
 * A test whether the value of a key plainly fits a schema, so that the validator, which looks at each value through all
 * the keywords that there are, need not see it: almost every value of a front matter does. Undefined for a schema that
 * says anything of the whole, or of how keys go together.
 *
 * @param unasked what a value need not fit, for those who know from elsewhere whether it does. Where a schema has
 * alternatives, each of them is asked in full.
 */
export function createPlainTest(
  root: SchemaObject,
  unasked: 'format' | undefined = undefined,
): ((key: string, value: unknown) => boolean) | undefined {
  const { type, properties } = root;
  const speaksOfKeysOnly = Object.keys(root).every((keyword) => keywordsOfRoot.has(keyword));
  if (!speaksOfKeysOnly || (type !== undefined && type !== 'object') || !isObject(properties)) return undefined;
  const tests = new Map(
    Object.entries(properties).map(([key, part]) => [key, plainTest(root, part, 0, unasked) ?? never]),
  );
  return (key, value) => tests.get(key)?.(value) ?? true;
}

const annotations = ['title', 'description'];
const keywordsOfRoot: ReadonlySet<string> = new Set([...annotations, '$schema', '$defs', 'type', 'properties']);

/** Parts that refer to each other deeper than this are left to the validator, and so are those without an end. */
const deepest = 4;

/** Undefined for a part of a schema that says more than this file knows. */
function plainTest(root: SchemaObject, part: unknown, depth: number, unasked?: 'format'): PlainTest | undefined {
  if (!isObject(part) || depth > deepest) return undefined;
  const tests: PlainTest[] = [];
  for (const [keyword, expected] of Object.entries(part)) {
    if (annotations.includes(keyword) || keyword === unasked) continue;
    const test = testOf(root, keyword, expected, depth + 1, unasked);
    if (!test) return undefined;
    tests.push(test);
  }
  return (value) => tests.every((test) => test(value));
}

function testOf(
  root: SchemaObject,
  keyword: string,
  expected: unknown,
  depth: number,
  unasked: 'format' | undefined,
): PlainTest | undefined {
  switch (keyword) {
    case '$ref':
      return typeof expected === 'string' && expected.startsWith('#/$defs/')
        ? plainTest(root, resolve(root, expected), depth, unasked)
        : undefined;
    case 'type':
      return typeof expected === 'string' ? types.get(expected) : undefined;
    case 'minLength':
      // A character may take two units.
      return typeof expected === 'number'
        ? (value) => typeof value !== 'string' || value.length >= 2 * expected - 1
        : undefined;
    case 'maxLength':
      return typeof expected === 'number'
        ? (value) => typeof value !== 'string' || value.length <= expected
        : undefined;
    case 'format': {
      const test = typeof expected === 'string' ? formats[expected] : undefined;
      return test && ((value) => typeof value !== 'string' || test(value));
    }
    case 'anyOf': {
      const tests = Array.isArray(expected) ? expected.map((part) => plainTest(root, part, depth) ?? never) : [];
      return (value) => tests.some((test) => test(value));
    }
    case 'items': {
      const test = plainTest(root, expected, depth);
      return test && ((value) => !Array.isArray(value) || value.every(test));
    }
    case 'uniqueItems':
      return (value) => !Array.isArray(value) || (value.every(isText) && new Set(value).size === value.length);
    default:
      return undefined;
  }
}

const types: ReadonlyMap<string, PlainTest> = new Map<string, PlainTest>([
  ['string', isText],
  ['boolean', (value) => typeof value === 'boolean'],
  ['array', (value) => Array.isArray(value)],
]);

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function never(): boolean {
  return false;
}
