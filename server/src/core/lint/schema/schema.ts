import { type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';
import builtIn from '../../../../../schemas/front-matter.schema.json' with { type: 'json' };
import type { Message } from '../../text/message.ts';
import { createPlainTest } from './plain.ts';
import { isObject, type SchemaObject } from './pointer.ts';
import { problemOfSchema } from './problem.ts';

/** A JSON Schema for front matter, as a person wrote it. */
export interface SchemaSource {
  /** What messages call it: a path, or the name of a setting. */
  readonly name: string;
  readonly schema: unknown;
}

/** What a front matter is checked against. Compared by identity: one object as long as nothing changes. */
export interface SchemaConfig {
  /** Whether the schema that Copydesk comes with applies, but for the keys that another one describes. */
  readonly builtIn: boolean;
  readonly sources: readonly SchemaSource[];
  /** Why a schema that was asked for is none of `sources`: it could not be read. */
  readonly problems: readonly Message[];
}

export const defaultSchemaConfig: SchemaConfig = { builtIn: true, sources: [], problems: [] };

/** The JSON Schema that Copydesk comes with. Which keys an article must have is not its matter, but a setting's. */
export const builtInSchema: SchemaObject = builtIn;

/** A schema that can be applied. */
export interface CompiledSchema {
  readonly name: string;
  readonly root: SchemaObject;
  readonly validator: Validator;
  /** Holds for values that the validator need not see; undefined where it has to see all of them. */
  readonly isPlain: ((key: string, value: unknown) => boolean) | undefined;
  /** The same for values of which something else has found out whether they have the format that is asked for. */
  readonly isPlainButForFormat: ((key: string, value: unknown) => boolean) | undefined;
}

export interface CompiledSchemas {
  readonly schemas: readonly CompiledSchema[];
  /** Why schemas cannot be applied, and those that could not even be read. */
  readonly problems: readonly Message[];
  /** The keys that a schema asks for, whatever else stands in the front matter. */
  readonly required: readonly string[];
  /** The keys that the schemas describe. */
  readonly known: readonly string[];
}

const compiled = new WeakMap<SchemaConfig, CompiledSchemas>();

/** Makes the schemas of a configuration ready to be applied; the second time for one and the same, from memory. */
export function compileSchemas(config: SchemaConfig): CompiledSchemas {
  const known = compiled.get(config);
  if (known) return known;
  const fresh = compile(config);
  compiled.set(config, fresh);
  return fresh;
}

function compile({ builtIn: usesBuiltIn, sources, problems }: SchemaConfig): CompiledSchemas {
  const broken: Message[] = [...problems];
  const schemas: CompiledSchema[] = [];
  for (const { name, schema } of sources) {
    const problem = problemOfSchema(name, schema);
    if (problem) broken.push(problem);
    else if (isObject(schema)) schemas.push(compileOne(name, schema));
  }
  const described = new Set(schemas.flatMap(({ root }) => propertiesOf(root)));
  const own = usesBuiltIn ? [compileOne('Copydesk', withoutProperties(builtInSchema, described))] : [];
  return {
    schemas: [...own, ...schemas],
    problems: broken,
    required: [...new Set(schemas.flatMap(({ root }) => requiredBy(root)))],
    known: [...new Set([...described, ...(usesBuiltIn ? propertiesOf(builtInSchema) : [])])],
  };
}

/** The validator writes into the schema that it is given, so it gets a copy. */
function compileOne(name: string, schema: SchemaObject): CompiledSchema {
  const root: Schema = structuredCloneOf(schema);
  return {
    name,
    root,
    validator: new Validator(root, draftOf(schema), false),
    isPlain: createPlainTest(schema),
    isPlainButForFormat: createPlainTest(schema, 'format'),
  };
}

function structuredCloneOf(schema: SchemaObject): SchemaObject {
  const copy: unknown = JSON.parse(JSON.stringify(schema));
  return isObject(copy) ? copy : {};
}

function draftOf({ $schema }: SchemaObject): SchemaDraft {
  if (typeof $schema !== 'string') return '2020-12';
  if (/draft-0?[1-4]\b/.test($schema)) return '4';
  if (/draft-0?[67]\b/.test($schema)) return '7';
  return $schema.includes('2019-09') ? '2019-09' : '2020-12';
}

/** Without `required`, which the setting for it replaces, and without the keys that another schema describes. */
function withoutProperties(
  { required: _, properties, ...rest }: SchemaObject,
  keys: ReadonlySet<string>,
): SchemaObject {
  const kept = isObject(properties) ? Object.entries(properties).filter(([key]) => !keys.has(key)) : [];
  return { ...rest, properties: Object.fromEntries(kept) };
}

/** The keys that a schema and what it is made of (`allOf`) describe. */
export function propertiesOf(schema: SchemaObject): readonly string[] {
  return [schema, ...partsOf(schema)].flatMap(({ properties }) =>
    isObject(properties) ? Object.keys(properties) : [],
  );
}

function requiredBy(schema: SchemaObject): readonly string[] {
  return [schema, ...partsOf(schema)].flatMap(({ required }) =>
    Array.isArray(required) ? required.filter((key) => typeof key === 'string') : [],
  );
}

function partsOf({ allOf }: SchemaObject): readonly SchemaObject[] {
  return Array.isArray(allOf) ? allOf.filter(isObject) : [];
}
