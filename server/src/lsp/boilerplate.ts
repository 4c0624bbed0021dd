import type { Connection } from 'vscode-languageserver';
import type { LintConfig } from '../core/lint/rule.ts';
import { type Catalogues, catalogueFile } from '../workspace/catalogues.ts';
import { createRepetition, defaultRepetition } from '../workspace/repetition.ts';
import type { OpenDocuments } from './documents.ts';
import type { Settings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What is known of boilerplate beyond the article at hand: the users' catalogues, and what articles of a site repeat. */
export interface Boilerplate {
  readonly catalogues: Catalogues;
  /** Goes up when what is repeated has changed. */
  readonly generation: number;
  /** The configuration with what is repeated by now. The same object for the same configuration until that changes. */
  withRepetition(config: LintConfig): LintConfig;
  /** Called after `generation` went up. */
  onChange(listener: () => void): void;
}

export interface BoilerplatePorts {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly catalogues: Catalogues;
}

export function isCatalogue(uri: string): boolean {
  return uri.endsWith(`/${catalogueFile}`);
}

export function trackBoilerplate({
  connection,
  documents,
  settings,
  workspace,
  catalogues,
}: BoilerplatePorts): Boilerplate {
  const listeners: (() => void)[] = [];
  let statistics = createRepetition();
  let share = defaultRepetition.share;
  let repetition = statistics.current();
  let completed = new WeakMap<LintConfig, LintConfig>();
  let generation = 0;

  const catalogueChanged = debounced(() => {
    catalogues.forget();
    settings.refresh();
  }, pauseInTyping);
  const follow = ({ uri }: { readonly uri: string }): void => {
    if (isCatalogue(uri)) catalogueChanged();
  };
  documents.onOpenOrChange(follow);
  documents.onClose(follow);
  workspace.onFileChange((uri) => follow({ uri }));

  const decide = debounced(() => {
    const current = share > 0 ? statistics.current() : new Map();
    if (current === repetition || (current.size === 0 && repetition.size === 0)) return;
    repetition = current;
    completed = new WeakMap();
    generation++;
    for (const listener of listeners) listener();
  }, pauseInCounting);
  const count = (uri: string): void => {
    statistics.set(uri, workspace.index.get(uri)?.fingerprint ?? undefined);
    decide();
  };
  workspace.index.onChange(count);

  const takeShare = async (): Promise<void> => {
    const [first] = documents.all();
    const wanted = (await settings.of(first?.uri ?? '')).boilerplate.repetitionShare;
    if (wanted === share) return;
    share = wanted;
    statistics = createRepetition({ ...defaultRepetition, share });
    for (const [uri] of workspace.index.entries()) count(uri);
    decide();
  };
  const takeShareQuietly = (): void => {
    takeShare().catch((error) => connection.console.error(`What is repeated could not be counted anew: ${error}`));
  };
  settings.onChange(takeShareQuietly);
  documents.onOpenOrChange(takeShareQuietly);

  return {
    catalogues,
    get generation() {
      return generation;
    },
    withRepetition(config) {
      if (repetition.size === 0) return config;
      const known = completed.get(config);
      if (known) return known;
      const whole = { ...config, boilerplate: { ...config.boilerplate, repetition } };
      completed.set(config, whole);
      return whole;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** In milliseconds: a catalogue is read again when its author pauses, … */
const pauseInTyping = 300;

/** … and what is repeated is decided again when articles have stopped coming for a moment. */
const pauseInCounting = 1000;

function debounced(run: () => void, pause: number): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, pause);
  };
}
