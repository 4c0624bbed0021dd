import { type Message, message } from '../../text/message.ts';
import { isObject, resolve, type SchemaObject } from './pointer.ts';

/**
 * Why a value cannot be used as a JSON Schema, in words for the person who wrote it; undefined where it can. Looked at is
 * what the validator relies on: the kinds of values that keywords have, patterns, and references that lead somewhere. What
 * is no keyword is let be, as JSON Schema has it.
 */
export function problemOfSchema(name: string, schema: unknown): Message | undefined {
  if (!isObject(schema)) return message('The schema {0} cannot be used: expected an object.', name);
  return problemOfPart({ name, root: schema, depth: 0 }, schema, '');
}

interface Place {
  readonly name: string;
  readonly root: SchemaObject;
  readonly depth: number;
}

/** Deeper than any schema for a front matter goes; what is deeper could use up the stack of the validator. */
const deepestSchema = 50;

function problemOfPart(place: Place, part: unknown, path: string): Message | undefined {
  if (typeof part === 'boolean') return undefined;
  if (!isObject(part)) return unusable(place, path, message('an object, true or false'));
  if (place.depth > deepestSchema) return message('The schema {0} cannot be used: it nests too deep.', place.name);
  for (const [keyword, value] of Object.entries(part)) {
    const here = path === '' ? keyword : `${path}.${keyword}`;
    const problem = problemOfKeyword({ ...place, depth: place.depth + 1 }, keyword, value, here);
    if (problem) return problem;
  }
  return undefined;
}

function problemOfKeyword(place: Place, keyword: string, value: unknown, path: string): Message | undefined {
  if (keyword === '$ref') return problemOfReference(place, value, path);
  if (keyword === 'type')
    return isType(value) ? undefined : unusable(place, path, message('a type of JSON, or a list of them'));
  if (keyword === 'pattern')
    return isPattern(value) ? undefined : unusable(place, path, message('a regular expression'));
  if (schemaKeywords.has(keyword)) {
    if (keyword === 'items' && Array.isArray(value)) return problemOfList(place, value, path);
    return problemOfPart(place, value, path);
  }
  if (schemaListKeywords.has(keyword)) {
    return Array.isArray(value) && value.length > 0
      ? problemOfList(place, value, path)
      : unusable(place, path, message('a list of schemas'));
  }
  if (schemaMapKeywords.has(keyword)) return problemOfMap(place, keyword, value, path);
  if (textListKeywords.has(keyword)) {
    return Array.isArray(value) && value.every((key) => typeof key === 'string')
      ? undefined
      : unusable(place, path, message('a list of texts'));
  }
  if (keyword === 'enum') return Array.isArray(value) ? undefined : unusable(place, path, message('a list of values'));
  if (numberKeywords.has(keyword)) {
    return typeof value === 'number' || (keyword.startsWith('exclusive') && typeof value === 'boolean')
      ? undefined
      : unusable(place, path, message('a number'));
  }
  return undefined;
}

function problemOfList(place: Place, parts: readonly unknown[], path: string): Message | undefined {
  for (const [index, part] of parts.entries()) {
    const problem = problemOfPart(place, part, `${path}.${index}`);
    if (problem) return problem;
  }
  return undefined;
}

function problemOfMap(place: Place, keyword: string, value: unknown, path: string): Message | undefined {
  if (!isObject(value)) return unusable(place, path, message('an object with a schema a key'));
  for (const [key, part] of Object.entries(value)) {
    const here = `${path}.${key}`;
    if (keyword === 'patternProperties' && !isPattern(key))
      return unusable(place, here, message('a regular expression'));
    // In the older drafts, a list of keys may stand here for a schema.
    if (keyword === 'dependencies' && Array.isArray(part)) continue;
    const problem = problemOfPart(place, part, here);
    if (problem) return problem;
  }
  return undefined;
}

function problemOfReference(place: Place, value: unknown, path: string): Message | undefined {
  if (typeof value !== 'string') return unusable(place, path, message('a reference such as {0}', '#/$defs/name'));
  const target = resolve(place.root, value);
  if (target === undefined) {
    return message(
      'The schema {0} cannot be used: "{1}" refers to {2}, which is not part of it; expected everything in one file.',
      place.name,
      path,
      value,
    );
  }
  return leadsToItself(place.root, value)
    ? message('The schema {0} cannot be used: "{1}" refers to itself.', place.name, path)
    : undefined;
}

/** A chain of references that never comes to anything else. A reference from below, as for a tree, is none. */
function leadsToItself(root: SchemaObject, reference: string): boolean {
  const seen = new Set<string>();
  for (let at: unknown = reference; typeof at === 'string'; ) {
    if (seen.has(at)) return true;
    seen.add(at);
    const target = resolve(root, at);
    at = isObject(target) ? target.$ref : undefined;
  }
  return false;
}

function unusable({ name }: Place, path: string, expected: Message): Message {
  return message('The schema {0} cannot be used: unexpected value of "{1}"; expected {2}.', name, path, expected);
}

const types: readonly unknown[] = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

function isType(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 && value.every((type) => types.includes(type)) : types.includes(value);
}

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(value, 'u') !== undefined;
  } catch {
    return false;
  }
}

const schemaKeywords: ReadonlySet<string> = new Set([
  ...['additionalItems', 'additionalProperties', 'contains', 'else', 'if', 'items', 'not', 'propertyNames', 'then'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
]);
const schemaListKeywords: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const schemaMapKeywords: ReadonlySet<string> = new Set([
  ...['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties', 'properties'],
]);
const textListKeywords: ReadonlySet<string> = new Set(['required']);
const numberKeywords: ReadonlySet<string> = new Set([
  ...['exclusiveMaximum', 'exclusiveMinimum', 'maxContains', 'maxItems', 'maxLength', 'maxProperties', 'maximum'],
  ...['minContains', 'minItems', 'minLength', 'minProperties', 'minimum', 'multipleOf'],
]);
