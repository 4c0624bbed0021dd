import { isObject, resolve, type SchemaObject } from './pointer.ts';

/** The texts that a schema allows for a key, or for the items of its list; none where it does not enumerate them. */
export function enumeratedValues(root: SchemaObject, key: string): readonly string[] {
  const { properties } = root;
  const own = isObject(properties) ? textsOf(root, properties[key]) : [];
  const { allOf } = root;
  return [
    ...own,
    ...(Array.isArray(allOf) ? allOf.filter(isObject).flatMap((part) => enumeratedValues(part, key)) : []),
  ];
}

function textsOf(root: SchemaObject, part: unknown): readonly string[] {
  if (!isObject(part)) return [];
  const target = typeof part.$ref === 'string' ? resolve(root, part.$ref) : part;
  if (!isObject(target)) return [];
  const values: readonly unknown[] = Array.isArray(target.enum)
    ? target.enum
    : isObject(target.items)
      ? textsOf(root, target.items)
      : [];
  return values.filter((value) => typeof value === 'string');
}
