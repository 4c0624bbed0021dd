import * as vscode from 'vscode';
import type { ExportFormat, ExportParams, ExportResult } from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { offerToOpen, summary, tell, tellFailure, warnOfUnreadable } from './messages.ts';
import type { OpenOutput } from './output.ts';
import { lastSegment } from './place.ts';
import { type Exported, type ExportOrder, runExport } from './run.ts';

export interface ExportOutcome extends ExportResult {
  /** The file or the untitled document; undefined where there was no project, and so nothing was written. */
  readonly uri: vscode.Uri | undefined;
  /** How many files could not be read. */
  readonly unreadableCount: number;
}

/** Finds the files among which the articles are. */
export type FindFiles = (token: vscode.CancellationToken) => Promise<readonly vscode.Uri[]>;

export interface Delivery extends Omit<ExportParams, 'export'> {
  readonly findFiles: FindFiles;
  /** The address that leads back to a file. */
  linkTo(file: vscode.Uri): string | undefined;
}

/**
 * Exports into a file, written whole or not at all, and says what came of it. `settle` is asked at the end which file it is
 * to be in the folder of `wanted`: undefined for none. Undefined where there was no article, it was cancelled, or it failed.
 */
export async function exportToFile(
  server: LanguageServer,
  openOutput: OpenOutput,
  delivery: Delivery,
  wanted: vscode.Uri,
  settle: (wanted: vscode.Uri) => Promise<vscode.Uri | undefined>,
): Promise<ExportOutcome | undefined> {
  try {
    const output = await openOutput(wanted);
    try {
      const outcome = await run(server, delivery, output.write);
      if (!outcome || outcome.projectCount === 0) return outcome;
      const uri = await settle(wanted);
      if (!uri) return undefined;
      await output.finish(uri);
      void offerToOpen(uri, delivery.format, summary(outcome, lastSegment(uri)));
      return { ...outcome, uri };
    } finally {
      await output.discard();
    }
  } catch (error) {
    tellFailure(server, error);
    return undefined;
  }
}

/** Exports into a new editor. Undefined as with {@link exportToFile}. */
export async function exportToEditor(server: LanguageServer, delivery: Delivery): Promise<ExportOutcome | undefined> {
  try {
    let content = '';
    const outcome = await run(server, delivery, async (chunk) => {
      if (typeof chunk === 'string') content += chunk;
    });
    if (!outcome || outcome.projectCount === 0) return outcome;
    const { uri } = await openInEditor(content, delivery.format);
    tell(summary(outcome, vscode.l10n.t('a new editor')));
    return { ...outcome, uri };
  } catch (error) {
    tellFailure(server, error);
    return undefined;
  }
}

/** Runs the export while its progress is shown, and says where there is nothing to be had of it. */
async function run(
  server: LanguageServer,
  { findFiles, ...options }: Delivery,
  write: ExportOrder['write'],
): Promise<ExportOutcome | undefined> {
  const exported = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting projects'), cancellable: true },
    async (progress, token): Promise<Exported | undefined> => {
      const files = await findFiles(token);
      return token.isCancellationRequested
        ? undefined
        : runExport(server, { ...options, files, write }, progress, token);
    },
  );
  if (!exported) return undefined;
  const { unreadable, ...counts } = exported;
  void warnOfUnreadable(server, unreadable);
  if (counts.articleCount === 0) {
    tell(vscode.l10n.t('There is no article in what was chosen. An article is a YAML front matter, then HTML.'));
    return undefined;
  }
  if (counts.projectCount === 0) {
    tell(vscode.l10n.t('There is no numbered project in what was chosen. Nothing was exported.'));
  }
  return { ...counts, uri: undefined, unreadableCount: unreadable.length };
}

const languages: Readonly<Record<ExportFormat, string>> = {
  json: 'json',
  jsonl: 'jsonl',
  csv: 'csv',
  xlsx: 'plaintext',
  markdown: 'markdown',
  jsonld: 'json',
};

/** Shows the text in an untitled editor, in the language of its format where the editor knows one. */
async function openInEditor(content: string, format: ExportFormat): Promise<vscode.TextDocument> {
  const isKnown = (await vscode.languages.getLanguages()).includes(languages[format]);
  const language = isKnown ? languages[format] : 'plaintext';
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return document;
}
