import type { OutputUnit } from '@cfworker/json-schema';
import type { Instance } from './instance.ts';
import { follow, isObject, readPointer, type SchemaObject } from './pointer.ts';
import type { CompiledSchema } from './schema.ts';

/** One thing in which a front matter does not fit a schema. */
export interface Violation {
  /** Keys and indexes from the top. */
  readonly path: readonly string[];
  /** The keyword of JSON Schema that is not fulfilled; `unknown-key` for a key that the schema does not allow. */
  readonly keyword: string;
  /** What stands behind the keyword in the schema; undefined where it cannot be told. */
  readonly expected: unknown;
  /** The part of the schema that the keyword stands in, for what the author of the schema says of it. */
  readonly part: SchemaObject;
  /** The missing keys of `required` and `dependentRequired`. */
  readonly missing: readonly string[];
}

/**
 * What is wrong, each thing once. Validators also report every part around a mistake, and every alternative that was
 * tried: of these only the innermost remain and, of alternatives, those that come nearest.
 */
export function findViolations({ root, validator, isPlain }: CompiledSchema, instance: Instance): readonly Violation[] {
  if (isPlain && isEmpty(instance)) return [];
  const { errors } = validator.validate(instance);
  if (errors.length === 0) return [];
  // The validator reports `required` once for each missing key; once a place is enough.
  return [...new Map(leavesOf(root, instance, errors).map((violation) => [identityOf(violation), violation])).values()];
}

function isEmpty(instance: Instance): boolean {
  for (const _ in instance) return false;
  return true;
}

/** Parts that have only their own parts to blame. */
const containers: ReadonlySet<string> = new Set([
  ...['$recursiveRef', '$ref', 'additionalItems', 'additionalProperties', 'allOf', 'dependentSchemas', 'if', 'items'],
  ...['patternProperties', 'prefixItems', 'properties', 'unevaluatedItems', 'unevaluatedProperties'],
]);
/** Keywords whose parts are alternatives, or tell about something else than what is reported. */
const composites: ReadonlySet<string> = new Set(['anyOf', 'contains', 'not', 'oneOf', 'propertyNames']);

function leavesOf(root: SchemaObject, instance: Instance, errors: readonly OutputUnit[]): readonly Violation[] {
  const leaves: Violation[] = [];
  for (let at = 0; at < errors.length; at++) {
    const error = errors[at];
    if (!error || containers.has(error.keyword)) continue;
    if (!composites.has(error.keyword)) {
      leaves.push(toViolation(root, instance, error));
      continue;
    }
    const inside = errorsInside(errors, at);
    at += inside.length;
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') leaves.push(...nearest(root, instance, error, inside));
    // A name that is not allowed stands where its own errors are, which follow.
    else if (error.keyword === 'propertyNames')
      leaves.push(toViolation(root, instance, { ...error, ...placeOf(inside[0]) }));
    else leaves.push(toViolation(root, instance, error));
  }
  return leaves;
}

function placeOf(error: OutputUnit | undefined): Partial<OutputUnit> {
  return error ? { instanceLocation: error.instanceLocation } : {};
}

/** The errors of the parts of a composite, which follow it. A part that is `false` does not say where it stands. */
function errorsInside(errors: readonly OutputUnit[], index: number): readonly OutputUnit[] {
  const inside: OutputUnit[] = [];
  const start = `${errors[index]?.keywordLocation}/`;
  for (let at = index + 1; at < errors.length; at++) {
    const error = errors[at];
    if (!error || (!error.keywordLocation.startsWith(start) && error.keyword !== 'false')) break;
    inside.push(error);
  }
  return inside;
}

/**
 * Of alternatives: the mistakes of the only one that is of the right type; where none is, all types together; else only
 * that none fits.
 */
function nearest(
  root: SchemaObject,
  instance: Instance,
  composite: OutputUnit,
  inside: readonly OutputUnit[],
): readonly Violation[] {
  const branches = new Map<string, OutputUnit[]>();
  for (const error of inside) {
    const branch = error.keywordLocation.slice(composite.keywordLocation.length + 1).split('/')[0] ?? '';
    branches.set(branch, [...(branches.get(branch) ?? []), error]);
  }
  const isOfWrongType = (errors: readonly OutputUnit[]): boolean =>
    errors.some(
      ({ keyword, instanceLocation }) => keyword === 'type' && instanceLocation === composite.instanceLocation,
    );
  const fitting = [...branches.values()].filter((errors) => !isOfWrongType(errors));
  const [only, another] = fitting;
  if (only && !another) return leavesOf(root, instance, only);
  const whole = toViolation(root, instance, composite);
  if (fitting.length > 0 || branches.size === 0) return [whole];
  const types = inside.flatMap((error) =>
    error.keyword === 'type' && error.instanceLocation === composite.instanceLocation
      ? toViolation(root, instance, error).expected
      : [],
  );
  return [{ ...whole, keyword: 'type', expected: [...new Set(types)] }];
}

function toViolation(
  root: SchemaObject,
  instance: Instance,
  { keyword, keywordLocation, instanceLocation }: OutputUnit,
): Violation {
  const path = readPointer(instanceLocation);
  const part = follow(root, readPointer(keywordLocation).slice(0, -1));
  const expected = isObject(part) ? part[keyword] : undefined;
  const value = valueAt(instance, path);
  return {
    path,
    keyword: keyword === 'false' ? 'unknown-key' : keyword,
    expected,
    part: isObject(part) ? part : {},
    missing: missingKeys(keyword, expected, isObject(value) ? value : {}),
  };
}

function missingKeys(keyword: string, expected: unknown, value: SchemaObject): readonly string[] {
  const asked: readonly unknown[] =
    keyword === 'required' && Array.isArray(expected)
      ? expected
      : keyword === 'dependentRequired' && isObject(expected)
        ? Object.entries(expected).flatMap(([key, keys]) =>
            Object.hasOwn(value, key) && Array.isArray(keys) ? keys : [],
          )
        : [];
  return asked.filter((key) => typeof key === 'string').filter((key) => !Object.hasOwn(value, key));
}

function valueAt(instance: Instance, path: readonly string[]): unknown {
  let at: unknown = instance;
  for (const part of path) {
    if (Array.isArray(at)) at = at[Number(part)];
    else if (isObject(at) && Object.hasOwn(at, part)) at = at[part];
    else return undefined;
  }
  return at;
}

function identityOf({ keyword, path, expected }: Violation): string {
  return JSON.stringify([keyword, path, expected]);
}
