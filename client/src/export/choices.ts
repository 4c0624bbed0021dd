import * as vscode from 'vscode';
import type { ExportFormat } from '../../../server/src/lsp/protocol.ts';

export type Destination = 'file' | 'editor';

/** What an export becomes. */
export interface Choice {
  readonly format: ExportFormat;
  readonly destination: Destination;
}

const formats: readonly ExportFormat[] = ['json', 'jsonl', 'csv', 'xlsx', 'markdown', 'jsonld'];
const destinations: readonly Destination[] = ['file', 'editor'];

/**
 * What `given` and the settings leave open is asked in one Quick Pick, with the last answer first; where they leave
 * nothing open, nobody is asked. Undefined where the user leaves the Quick Pick.
 */
export async function chooseExport(
  given: { readonly [Part in keyof Choice]?: Choice[Part] | undefined },
  settings: vscode.WorkspaceConfiguration,
  memory: vscode.Memento,
): Promise<Choice | undefined> {
  const format = given.format ?? settings.get<string>('export.format');
  const destination = given.destination ?? settings.get<string>('export.destination');
  const fixed = choicesOf(format, destination);
  // A workbook for an editor is impossible: then another format is asked for.
  const choices = fixed.length > 0 ? fixed : choicesOf(undefined, destination);
  return choices.length === 1 ? choices[0] : ask(choices, memory);
}

function choicesOf(format: string | undefined, destination: string | undefined): readonly Choice[] {
  return fixedOrAll(destinations, destination).flatMap((destination) =>
    fixedOrAll(formats, format)
      .filter((format) => !(isBinary(format) && destination === 'editor'))
      .map((format) => ({ format, destination })),
  );
}

/** Whether a format is no text, so that only another program can show it. */
export function isBinary(format: ExportFormat): boolean {
  return format === 'xlsx';
}

function fixedOrAll<Value extends string>(values: readonly Value[], fixed: string | undefined): readonly Value[] {
  const found = values.find((value) => value === fixed);
  return found === undefined ? values : [found];
}

/** Under this key the last answer is remembered, from one window to the next. */
const memoryKey = 'export.choice';

interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

async function ask(choices: readonly Choice[], memory: vscode.Memento): Promise<Choice | undefined> {
  const lastAnswer = memory.get<string>(memoryKey);
  const last = choices.find((choice) => identity(choice) === lastAnswer);
  const items: readonly Item[] = [
    ...(last ? [separator(vscode.l10n.t('last used')), toItem(last)] : []),
    ...destinations.flatMap((destination) => {
      const offered = choices.filter((choice) => choice.destination === destination && choice !== last);
      return offered.length > 0 ? [separator(''), ...offered.map(toItem)] : [];
    }),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Projects'),
    placeHolder: vscode.l10n.t('Choose a format'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.choice) await memory.update(memoryKey, identity(chosen.choice));
  return chosen?.choice;
}

function identity({ format, destination }: Choice): string {
  return `${format} ${destination}`;
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function toItem(choice: Choice): Item {
  return { ...formatTexts(choice.format), description: destinationLabel(choice.destination), choice };
}

function destinationLabel(destination: Destination): string {
  return destination === 'file' ? vscode.l10n.t('as a file') : vscode.l10n.t('in a new editor');
}

/** As people call it. */
export function formatName(format: ExportFormat): string {
  return formatTexts(format).label;
}

function formatTexts(format: ExportFormat): { readonly label: string; readonly detail: string } {
  switch (format) {
    case 'json':
      return { label: 'JSON', detail: vscode.l10n.t('A list of articles with their groups and projects') };
    case 'jsonl':
      return { label: 'JSON Lines', detail: vscode.l10n.t('One article a line, for scripts and large archives') };
    case 'csv':
      return { label: 'CSV', detail: vscode.l10n.t('One project a row, for spreadsheets') };
    case 'xlsx':
      return { label: 'Excel', detail: vscode.l10n.t('A workbook of projects, articles and figures, with links back') };
    case 'markdown':
      return { label: 'Markdown', detail: vscode.l10n.t('A table a group, for reading') };
    case 'jsonld':
      return { label: 'JSON-LD', detail: vscode.l10n.t('Linked data in the vocabulary of schema.org') };
  }
}
