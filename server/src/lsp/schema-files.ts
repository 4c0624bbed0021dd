import { URI, Utils } from 'vscode-uri';
import { compileSchemas, type SchemaConfig, type SchemaSource } from '../core/lint/schema/schema.ts';
import { type Message, message } from '../core/text/message.ts';
import type { DocumentSettings } from './settings.ts';

/** The schemas that settings name by the path of a file. */
export interface SchemaFiles {
  /** The settings with the schemas of their files, which are then named by URI. */
  complete(documentUri: string, settings: DocumentSettings): Promise<DocumentSettings>;
  /** Whether settings that were completed depend on a file. */
  isUsed(uri: string): boolean;
}

export interface SchemaFilePorts {
  /** The text of a file; undefined where there is none. */
  read(uri: string): Promise<string | undefined>;
  /** The folders that are open at this moment, each ending in `/`. */
  folders(): Promise<readonly string[]>;
  /** Told once of each schema that cannot be used. */
  warn(problem: Message): void;
}

export function createSchemaFiles({ read, folders, warn }: SchemaFilePorts): SchemaFiles {
  const used = new Set<string>();
  const inUse = new Map<string, SchemaConfig>();
  const warned = new Set<string>();

  /** Documents with the same schemas get one object, so that the schemas are made ready once. */
  const shared = (config: SchemaConfig): SchemaConfig => {
    const identity = JSON.stringify(config);
    const known = inUse.get(identity);
    if (known) return known;
    if (inUse.size >= mostConfigs) inUse.clear();
    inUse.set(identity, config);
    return config;
  };
  const warnOnce = (problem: Message): void => {
    const identity = JSON.stringify(problem);
    if (!warned.has(identity)) warn(problem);
    warned.add(identity);
  };

  return {
    isUsed: (uri) => used.has(uri),
    async complete(documentUri, settings) {
      const { lint, schemaFiles } = settings;
      if (schemaFiles.length === 0 && lint.schema.sources.length === 0) return settings;
      const sources: SchemaSource[] = [...lint.schema.sources];
      const problems: Message[] = [];
      const uris: string[] = [];
      const open = schemaFiles.length > 0 ? await folders() : [];
      for (const file of schemaFiles) {
        const uri = schemaUri(file, URI.parse(documentUri).toString(), open);
        uris.push(uri);
        used.add(uri);
        const schema = readSchema(file, await read(uri));
        if ('schema' in schema) sources.push(schema);
        else problems.push(schema);
      }
      const schema = shared({ ...lint.schema, sources, problems });
      compileSchemas(schema).problems.forEach(warnOnce);
      return { ...settings, schemaFiles: uris, lint: { ...lint, schema } };
    },
  };
}

/** Every version of a schema that is being edited would be one more. */
const mostConfigs = 50;

/** Where a schema file lies that the settings of a document name: below the folder that holds the document. */
function schemaUri(file: string, documentUri: string, folders: readonly string[]): string {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(file)) return URI.parse(file).toString();
  if (/^(?:\/|[a-z]:[\\/])/i.test(file)) return URI.file(file).toString();
  const holders = folders.filter((folder) => documentUri.startsWith(folder));
  const folder = holders.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  const base = folder === '' ? Utils.dirname(URI.parse(documentUri)) : URI.parse(folder);
  return Utils.joinPath(base, file.replaceAll('\\', '/')).toString();
}

/** A schema from the text of its file; in place of it, why there is none. */
function readSchema(file: string, text: string | undefined): SchemaSource | Message {
  if (text === undefined) return message('The schema {0} cannot be read: there is no such file.', file);
  try {
    return { name: file, schema: JSON.parse(text) };
  } catch {
    return message('The schema {0} cannot be read: it is no JSON.', file);
  }
}
