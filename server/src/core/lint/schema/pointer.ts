/** A JSON Schema in the form of an object; the other form, `true` or `false`, says nothing that needs a name. */
export type SchemaObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts of a JSON Pointer (RFC 6901), also of one that begins with `#`. */
export function readPointer(pointer: string): readonly string[] {
  return pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((part) => decoded(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a pointer leads to; on its way through a schema, `$ref` leads on to what it refers to. */
export function follow(root: SchemaObject, pointer: readonly string[]): unknown {
  let at: unknown = root;
  for (const part of pointer) {
    if (!isObject(at) && !Array.isArray(at)) return undefined;
    const next: unknown = Object.entries(at).find(([key]) => key === part)?.[1];
    at = part === '$ref' && typeof next === 'string' ? resolve(root, next) : next;
  }
  return at;
}

/** What a `$ref` refers to within its schema: the root, a pointer, or a part with that `$id` or `$anchor`. */
export function resolve(root: SchemaObject, reference: string): unknown {
  if (reference === '#') return root;
  if (reference.startsWith('#/')) return follow(root, readPointer(reference));
  for (const part of partsOf(root)) {
    const { $id, id, $anchor } = part;
    if ($id === reference || id === reference || (typeof $anchor === 'string' && reference === `#${$anchor}`))
      return part;
  }
  return undefined;
}

/** Every object in a schema, the schema itself first. Walks without recursion. */
export function* partsOf(root: SchemaObject): Generator<SchemaObject> {
  const waiting: unknown[] = [root];
  for (let part = waiting.pop(); part !== undefined || waiting.length > 0; part = waiting.pop()) {
    if (Array.isArray(part)) waiting.push(...part);
    else if (isObject(part)) {
      yield part;
      waiting.push(...Object.values(part));
    }
  }
}
