import type { FrontMatter, FrontMatterEntry, FrontMatterValue } from '../../article/front-matter.ts';

/** A front matter as JSON, which is what a JSON Schema speaks of. Of a key that stands twice the last counts. */
export type Instance = Readonly<Record<string, unknown>>;

/** More values than these, and comparing each with each (`uniqueItems`) would be felt while typing. */
export const mostValues = 3000;

/** Longer texts are cut, for patterns are looked for in them. */
const longestText = 20_000;

/**
 * The JSON of a front matter, without the keys for whose values `isPlain` holds; undefined where it has more than
 * {@link mostValues} values.
 */
export function toInstance(
  { entries }: FrontMatter,
  isPlain?: (key: string, value: unknown) => boolean,
): Instance | undefined {
  const counter = { left: mostValues };
  const instance = toObject(entries, counter, isPlain);
  return counter.left < 0 ? undefined : instance;
}

interface Counter {
  left: number;
}

/** Without a prototype, so that a key named `__proto__` is a key like any other. */
function toObject(
  entries: readonly FrontMatterEntry[],
  counter: Counter,
  isPlain?: (key: string, value: unknown) => boolean,
): Instance {
  const values = new Map<string, unknown>();
  for (const { key, value } of entries) {
    if (counter.left < 0) break;
    const json = toJson(value, counter);
    if (!isPlain?.(key.value, json)) values.set(key.value, json);
    else if (values.size > 0) values.delete(key.value);
  }
  const object: Record<string, unknown> = Object.create(null);
  for (const [key, json] of values) object[key] = json;
  return object;
}

function toJson(value: FrontMatterValue, counter: Counter): unknown {
  counter.left--;
  switch (value.kind) {
    case 'empty':
      return null;
    case 'scalar':
      return typeof value.value === 'string' ? value.value.slice(0, longestText) : value.value;
    case 'list': {
      const items: unknown[] = [];
      for (const item of value.items) {
        if (counter.left < 0) break;
        items.push(toJson(item, counter));
      }
      return items;
    }
    case 'map':
      return toObject(value.entries, counter);
  }
}

/** The entry and the value at a path of keys and indexes; undefined where there is none. */
export function locate(
  { entries }: FrontMatter,
  [key, ...rest]: readonly string[],
): { readonly entry: FrontMatterEntry; readonly value: FrontMatterValue } | undefined {
  const entry = entries.findLast((candidate) => candidate.key.value === key);
  let found: FrontMatterEntry | undefined = entry;
  let value: FrontMatterValue | undefined = entry?.value;
  for (const part of rest) {
    if (value?.kind === 'list') value = value.items[Number(part)];
    else if (value?.kind === 'map') {
      found = value.entries.findLast((candidate) => candidate.key.value === part);
      value = found?.value;
    } else return undefined;
  }
  return found && value && { entry: found, value };
}
