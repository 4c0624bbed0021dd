import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { defaultLintConfig, type LintConfig, type Severity } from '../core/lint/rule.ts';
import { allRules } from '../core/lint/rules/registry.ts';
import { defaultSchemaConfig, type SchemaSource } from '../core/lint/schema/schema.ts';
import { type Message, message } from '../core/text/message.ts';
import { defaultRepetition } from '../workspace/repetition.ts';

/** The section of the client's settings that is read. */
const section = 'copydesk';

/** What applies to one document. One object as long as nothing changes. */
export interface DocumentSettings {
  readonly enable: boolean;
  readonly lint: LintConfig;
  /** The files of `lint.schema`, by URI; of settings that were not yet completed, the paths as they were written. */
  readonly schemaFiles: readonly string[];
  readonly hover: { readonly images: boolean };
  readonly codeLens: { readonly groups: boolean };
  readonly inlayHints: { readonly figures: boolean };
  readonly index: IndexSettings;
  readonly boilerplate: BoilerplateSettings;
}

export interface BoilerplateSettings {
  /** Whether the shipped catalogue is used. */
  readonly catalogue: boolean;
  /** The part of a site's articles in which a block has to stand to be furniture; 0 where repetition does not count. */
  readonly repetitionShare: number;
}

export const defaultBoilerplateSettings: BoilerplateSettings = {
  catalogue: true,
  repetitionShare: defaultRepetition.share,
};

/** What applies to the index of a folder. */
export interface IndexSettings {
  readonly enable: boolean;
  /** Globs below the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** A folder with more files than this is indexed only after the user has agreed. */
  readonly askAbove: number;
  /** Report the problems of articles that are not open. */
  readonly problems: boolean;
}

export const defaultIndexSettings: IndexSettings = {
  enable: true,
  include: ['**/*.{txt,md}'],
  exclude: [],
  askAbove: 50_000,
  problems: true,
};

export interface Settings {
  /** Counts the changes of the configuration: what was computed in an earlier generation is out of date. */
  readonly generation: number;
  /** Never fails: what cannot be had or read is as if it were not set. */
  of(uri: string): Promise<DocumentSettings>;
  forget(uri: string): void;
  /** What settings are completed with has changed: as after a change of the configuration, all is out of date. */
  refresh(): void;
  /** Asks to be told about changes; to be called once the client has said `initialized`. */
  follow(): void;
  /** Called after a change of the configuration has been taken in. */
  onChange(listener: () => void): void;
}

export interface SettingsClient {
  /** Answers `workspace/configuration`, which has its own settings for each folder. */
  readonly configuration: boolean;
  /** Wants to be told that changes of the configuration are of interest. */
  readonly configurationRegistration: boolean;
}

/**
 * Follows the client's settings. They are asked for document by document and kept until they change; a client that
 * cannot be asked may push them with `workspace/didChangeConfiguration`, and until then the defaults apply.
 */
export function trackSettings(
  connection: Connection,
  client: SettingsClient,
  warn: (problem: Message) => void,
  complete: (uri: string, settings: DocumentSettings) => Promise<DocumentSettings> = async (_uri, settings) => settings,
): Settings {
  const listeners: (() => void)[] = [];
  const known = new Map<string, Promise<DocumentSettings>>();
  const warned = new Set<string>();
  let pushed: unknown;
  let generation = 0;

  const read = (value: unknown): DocumentSettings => {
    const { settings, problems } = readSettings(value);
    for (const problem of problems) {
      const identity = JSON.stringify(problem);
      if (!warned.has(identity)) warn(problem);
      warned.add(identity);
    }
    return settings;
  };

  const ask = async (uri: string): Promise<DocumentSettings> => {
    try {
      return read(await connection.workspace.getConfiguration({ scopeUri: uri, section }));
    } catch (error) {
      connection.console.error(`The settings of ${uri} could not be read: ${error}`);
      return read(undefined);
    }
  };

  const settle = async (uri: string): Promise<DocumentSettings> => {
    const settings = client.configuration ? await ask(uri) : read(pushed);
    return complete(uri, settings);
  };

  const refresh = (): void => {
    known.clear();
    generation++;
    for (const listener of listeners) listener();
  };

  connection.onDidChangeConfiguration(({ settings }) => {
    if (!client.configuration) pushed = isObject(settings) ? settings[section] : undefined;
    refresh();
  });
  return {
    get generation() {
      return generation;
    },
    of(uri) {
      const settings = known.get(uri) ?? settle(uri);
      known.set(uri, settings);
      return settings;
    },
    forget: (uri) => void known.delete(uri),
    refresh,
    follow() {
      if (!client.configurationRegistration) return;
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: [section, 'files.exclude'] })
        .catch((error) => connection.console.error(`Changes of the settings will go unnoticed: ${error}`));
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/**
 * Reads the section, a `ServerSettings` of protocol.ts, as a client sends it. Any value is accepted; a part that is missing or null has its default, a part
 * that cannot be used has its default too and is reported.
 */
export function readSettings(value: unknown): {
  readonly settings: DocumentSettings;
  readonly problems: readonly Message[];
} {
  const problems: Message[] = [];
  const parts = readObject(value, section, problems);
  const frontMatter = readObject(parts.frontMatter, `${section}.frontMatter`, problems);
  const schema = readSchemas(frontMatter.schema, problems);
  const builtInSchema = readSwitch(frontMatter.builtInSchema, `${section}.frontMatter.builtInSchema`, true, problems);
  const hover = readObject(parts.hover, `${section}.hover`, problems);
  const codeLens = readObject(parts.codeLens, `${section}.codeLens`, problems);
  const inlayHints = readObject(parts.inlayHints, `${section}.inlayHints`, problems);
  return {
    settings: {
      enable: readSwitch(parts.enable, `${section}.enable`, true, problems),
      lint: {
        ...defaultLintConfig,
        rules: { ...defaultLintConfig.rules, ...readRules(parts.rules, problems) },
        requiredKeys: readTexts(
          frontMatter.requiredKeys,
          `${section}.frontMatter.requiredKeys`,
          defaultLintConfig.requiredKeys,
          problems,
        ),
        schema:
          builtInSchema && schema.sources.length === 0
            ? defaultSchemaConfig
            : { builtIn: builtInSchema, sources: schema.sources, problems: [] },
      },
      schemaFiles: schema.files,
      hover: { images: readSwitch(hover.images, `${section}.hover.images`, false, problems) },
      codeLens: { groups: readSwitch(codeLens.groups, `${section}.codeLens.groups`, true, problems) },
      inlayHints: { figures: readSwitch(inlayHints.figures, `${section}.inlayHints.figures`, false, problems) },
      index: readIndex(parts.index, problems),
      boilerplate: readBoilerplate(parts.boilerplate, problems),
    },
    problems,
  };
}

/** A schema, a path to one, or a list of either. */
function readSchemas(
  value: unknown,
  problems: Message[],
): { readonly sources: readonly SchemaSource[]; readonly files: readonly string[] } {
  const name = `${section}.frontMatter.schema`;
  const sources: SchemaSource[] = [];
  const files: string[] = [];
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one === 'string' && one.trim() !== '') files.push(one.trim());
    else if (isObject(one)) sources.push({ name, schema: one });
    else if (isSet(one) && one !== '') {
      problems.push(
        message('Unexpected value {0} of the setting {1}. Expected a schema or its path.', show(one), name),
      );
    }
  }
  return { sources, files };
}

function readIndex(value: unknown, problems: Message[]): IndexSettings {
  const name = `${section}.index`;
  const { enable, include, exclude, askAbove, problems: report } = readObject(value, name, problems);
  const defaults = defaultIndexSettings;
  return {
    enable: readSwitch(enable, `${name}.enable`, defaults.enable, problems),
    include: readTexts(include, `${name}.include`, defaults.include, problems),
    exclude: readTexts(exclude, `${name}.exclude`, defaults.exclude, problems),
    askAbove: readCount(askAbove, `${name}.askAbove`, defaults.askAbove, problems),
    problems: readSwitch(report, `${name}.problems`, defaults.problems, problems),
  };
}

function readBoilerplate(value: unknown, problems: Message[]): BoilerplateSettings {
  const name = `${section}.boilerplate`;
  const { catalogue, repetitionShare } = readObject(value, name, problems);
  const defaults = defaultBoilerplateSettings;
  return {
    catalogue: readSwitch(catalogue, `${name}.catalogue`, defaults.catalogue, problems),
    repetitionShare: readShare(repetitionShare, `${name}.repetitionShare`, defaults.repetitionShare, problems),
  };
}

function readShare(value: unknown, name: string, otherwise: number, problems: Message[]): number {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  if (isSet(value)) {
    problems.push(
      message('Unexpected value {0} of the setting {1}. Expected a number from 0 to 1.', show(value), name),
    );
  }
  return otherwise;
}

function readSwitch(value: unknown, name: string, otherwise: boolean, problems: Message[]): boolean {
  if (typeof value === 'boolean') return value;
  if (isSet(value)) {
    problems.push(message('Unexpected value {0} of the setting {1}. Expected true or false.', show(value), name));
  }
  return otherwise;
}

function readCount(value: unknown, name: string, otherwise: number, problems: Message[]): number {
  if (typeof value === 'number' && value >= 0) return value;
  if (isSet(value)) {
    problems.push(message('Unexpected value {0} of the setting {1}. Expected a number from 0.', show(value), name));
  }
  return otherwise;
}

function readRules(value: unknown, problems: Message[]): Readonly<Record<string, Severity | 'off'>> {
  const name = `${section}.rules`;
  const rules: [string, Severity | 'off'][] = [];
  for (const [code, severity] of Object.entries(readObject(value, name, problems))) {
    if (!isKnownCode(code)) {
      problems.push(message('Unknown rule {0} in the setting {1}.', code, name));
    } else if (isSeverity(severity)) {
      rules.push([code, severity]);
    } else if (isSet(severity)) {
      const expected = severities.join(', ');
      problems.push(
        message(
          'Unexpected value {0} of the setting {1}. Expected one of {2}.',
          show(severity),
          `${name}.${code}`,
          expected,
        ),
      );
    }
  }
  return Object.fromEntries(rules);
}

function readTexts(value: unknown, name: string, fallback: readonly string[], problems: Message[]): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  if (isSet(value)) {
    problems.push(message('Unexpected value {0} of the setting {1}. Expected a list of texts.', show(value), name));
  }
  return fallback;
}

function readObject(value: unknown, name: string, problems: Message[]): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  if (isSet(value)) {
    problems.push(message('Unexpected value {0} of the setting {1}. Expected an object.', show(value), name));
  }
  return {};
}

/** A rule's code, or `family.*` for all the rules of a family. */
function isKnownCode(code: string): boolean {
  return allRules.some(
    (rule) => rule.code === code || (code.endsWith('.*') && rule.code.startsWith(code.slice(0, -1))),
  );
}

const severities: readonly string[] = ['off', 'error', 'warning', 'info', 'hint'] satisfies (Severity | 'off')[];

function isSeverity(value: unknown): value is Severity | 'off' {
  return typeof value === 'string' && severities.includes(value);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as JSON, cut where it would flood the log. */
function show(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
