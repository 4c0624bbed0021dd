import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { Article } from '../core/article/article.ts';
import { lint } from '../core/lint/lint.ts';
import type { Finding, LintConfig } from '../core/lint/rule.ts';
import { type Message, renderMessage, type Translate } from '../core/text/message.ts';
import { translateTo } from '../translations.ts';
import type { FolderStore } from '../workspace/cache.ts';
import { createCatalogues } from '../workspace/catalogues.ts';
import type { Files } from '../workspace/files.ts';
import { type Boilerplate, trackBoilerplate } from './boilerplate.ts';
import { clientFiles } from './client-files.ts';
import { type ClientTraits, readClientTraits } from './client-traits.ts';
import { type OpenDocuments, trackDocuments } from './documents.ts';
import { followDays } from './due-findings.ts';
import type { InitializationOptions } from './protocol.ts';
import { createSchemaFiles } from './schema-files.ts';
import { type Settings, trackSettings } from './settings.ts';
import { foldersNow, spelled, trackWorkspace, type Workspace } from './workspace.ts';

/** What the place where the server runs brings along. */
export interface Host {
  /** Where the rules' pages lie, for a client that does not say: a URI ending in `/`; undefined where there are none. */
  readonly documentationBase: string | undefined;
  /** The files of the machine; undefined where there are none to be had. */
  readonly files: Files | undefined;
  /** Keeps the index between sessions, in the folder of this URI; undefined where that cannot be. */
  cacheIn(storage: string): FolderStore | undefined;
}

/** What every handler needs: from `initialize` to `exit` there is one. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientTraits;
  readonly documents: OpenDocuments;
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly boilerplate: Boilerplate;
  /** See `InitializationOptions`; undefined where rules have no page to link to. */
  readonly documentationBase: string | undefined;
  /** The client's commands that the server may offer, see `InitializationOptions`. */
  readonly commands: ReadonlySet<string>;
  /** See `InitializationOptions`. */
  readonly followsIndex: boolean;
  /** Into the client's language, for what the core renders by itself. */
  readonly translate: Translate;
  /** Renders a message in the client's language. */
  render(message: Message): string;
  /** An instant (ISO 8601 in UTC) as the reader's clock and language write it. */
  formatInstant(iso: string): string;
  /** What the rules find. Asked again for the same article and configuration, it answers from memory. */
  findingsOf(article: Article, config: LintConfig): readonly Finding[];
}

export function openSession(connection: Connection, host: Host, params: InitializeParams): Session {
  const options: unknown = params.initializationOptions;
  const translate = translateTo(textOption(options, 'language') ?? params.locale ?? 'en');
  const render = (message: Message): string => renderMessage(message, translate);
  const client = readClientTraits(params.capabilities);
  const documents = trackDocuments(connection, client.encoding);
  const warn = (problem: Message) => connection.console.warn(render(problem));
  const catalogues = createCatalogues({ read: (file) => workspace.textOf(file) });
  const schemas = createSchemaFiles({
    read: (file) => workspace.textOf(file),
    folders: () => foldersNow(connection, client, params),
    warn,
  });
  const settings = trackSettings(connection, client, warn, async (uri, applying) => {
    const catalogue = await catalogues.of(uri, { shipped: applying.boilerplate.catalogue });
    const boilerplate = { ...applying.lint.boilerplate, catalogue };
    return schemas.complete(uri, { ...applying, lint: { ...applying.lint, boilerplate } });
  });
  documents.onClose(({ uri }) => settings.forget(uri));
  const findingsOf = rememberFindings((code, error) =>
    connection.console.error(`The rule ${code} failed: ${trace(error)}`),
  );
  const remoteFiles = flagOption(options, 'files') ? clientFiles(connection) : undefined;
  const filesOf = (uri: string) => (uri.startsWith('file:') ? (host.files ?? remoteFiles) : remoteFiles);
  const storage = textOption(options, 'storage');
  const cache = storage === undefined ? undefined : host.cacheIn(storage);
  const followsIndex = flagOption(options, 'followsIndex');
  const ports = { cache, followsIndex, connection, client, documents, settings, filesOf, findingsOf, render };
  const workspace: Workspace = trackWorkspace(ports, params);
  followDays(workspace.index, settings.refresh);
  workspace.onFileChange((uri) => {
    if (schemas.isUsed(spelled(uri))) settings.refresh();
  });
  const boilerplate = trackBoilerplate({ connection, documents, settings, workspace, catalogues });
  return {
    connection,
    client,
    documents,
    settings,
    boilerplate,
    documentationBase: textOption(options, 'documentationBase') ?? host.documentationBase,
    commands: new Set(textsOption(options, 'commands')),
    followsIndex,
    translate,
    render,
    formatInstant: instantFormat(textOption(options, 'language') ?? params.locale, textOption(options, 'timeZone')),
    findingsOf: (article, config) => findingsOf(article, boilerplate.withRepetition(config)),
    workspace,
  };
}

/** What a log says of an error: its stack where it has one. */
export function trace(error: unknown): string {
  return (error instanceof Error && error.stack) || String(error);
}

function rememberFindings(onRuleFailure: (code: string, error: unknown) => void): Session['findingsOf'] {
  const latest = new WeakMap<
    Article,
    { readonly config: LintConfig; readonly findings: readonly Finding[]; readonly until: number }
  >();
  return (article, config) => {
    const known = latest.get(article);
    if (known?.config === config && Date.now() < known.until) return known.findings;
    const findings = lint(article, { ...config, now: Date.now() }, { onRuleFailure });
    const until = findings.reduce((first, finding) => Math.min(first, finding.until), Number.POSITIVE_INFINITY);
    latest.set(article, { config, findings, until });
    return findings;
  };
}

/** What is no language or no time zone is as if it had not been said. */
function instantFormat(language: string | undefined, timeZone: string | undefined): (iso: string) => string {
  const style = { dateStyle: 'full', timeStyle: 'long' } as const;
  for (const attempt of [{ language, timeZone }, { language }, { timeZone }]) {
    try {
      const format = new Intl.DateTimeFormat(attempt.language, { ...style, timeZone: attempt.timeZone });
      return (iso) => format.format(new Date(iso));
    } catch {
      // The next attempt leaves out what may have been wrong.
    }
  }
  const format = new Intl.DateTimeFormat('en', style);
  return (iso) => format.format(new Date(iso));
}

function textOption(options: unknown, name: keyof InitializationOptions): string | undefined {
  const value = option(options, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOption(options: unknown, name: keyof InitializationOptions): readonly string[] {
  const value = option(options, name);
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function flagOption(options: unknown, name: 'files' | 'followsIndex'): boolean {
  return option(options, name) === true;
}

function option(options: unknown, name: keyof InitializationOptions): unknown {
  if (typeof options !== 'object' || options === null) return undefined;
  return Object.entries(options).find(([key]) => key === name)?.[1];
}
