import { readFileSync } from 'node:fs';
import { problemOfSchema } from '../core/lint/schema/problem.ts';
import type { SchemaSource } from '../core/lint/schema/schema.ts';
import { type Message, message } from '../core/text/message.ts';
import { reasonOf } from './system-error.ts';

/** The JSON Schema in a file; in place of it, why it cannot be used. */
export function readSchemaFile(file: string): SchemaSource | Message {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    return message('{0} cannot be read: {1}', file, reasonOf(error));
  }
  try {
    const schema: unknown = JSON.parse(text);
    return problemOfSchema(file, schema) ?? { name: file, schema };
  } catch {
    return message('The schema {0} cannot be read: it is no JSON.', file);
  }
}
