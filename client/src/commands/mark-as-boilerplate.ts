import * as vscode from 'vscode';
import {
  type AddedRule,
  type AddRuleParams,
  addRuleRequest,
  type ProposedRule,
  type ProposeRuleParams,
  proposeRuleRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { articleLanguage } from '../served-documents.ts';
import { toRange } from '../to-range.ts';

/** What a key binding or another extension may say: the kind, which is asked for otherwise. */
export interface MarkOptions {
  readonly kind?: string;
}

/**
 * "Copydesk: Mark as Boilerplate": makes the selected lines, or the line of the cursor, a rule of the catalogue that counts
 * for the article, after showing how many articles it would touch. Resolves to the catalogue, undefined where none changed.
 */
export function createMarkAsBoilerplate(
  server: LanguageServer,
): (options?: MarkOptions) => Promise<vscode.Uri | undefined> {
  return async (options) => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== articleLanguage) {
      tell(vscode.l10n.t('Select what is boilerplate in an article first.'));
      return undefined;
    }
    const { selection, document } = editor;
    const selected = selection.isEmpty ? document.lineAt(selection.active.line).range : selection;
    const range = {
      start: { line: selected.start.line, character: selected.start.character },
      end: { line: selected.end.line, character: selected.end.character },
    };
    const place: ProposeRuleParams = { uri: document.uri.toString(), range };
    const proposed = await propose(server, place);
    if (!proposed) return undefined;
    if (proposed.lines.length === 0) {
      tell(vscode.l10n.t('There is nothing to read in the selection.'));
      return undefined;
    }
    const kind = typeof options?.kind === 'string' ? options.kind : await chooseKind(proposed);
    if (kind === undefined) return undefined;
    const client = await server.client();
    const params: AddRuleParams = { ...place, kind };
    const { edit } = await client.sendRequest<AddedRule>(addRuleRequest, params);
    if (!edit) {
      tell(vscode.l10n.t('The catalogue cannot be changed: it is no YAML that rules can be added to.'));
      return undefined;
    }
    return apply(edit);
  };
}

async function propose(server: LanguageServer, params: ProposeRuleParams): Promise<ProposedRule | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Counting articles'), cancellable: true },
    async (_progress, token) => {
      const client = await server.client();
      try {
        return await client.sendRequest<ProposedRule>(proposeRuleRequest, params, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
}

async function chooseKind({
  lines,
  site,
  kinds,
  touchedCount,
  articleCount,
}: ProposedRule): Promise<string | undefined> {
  const reach = vscode.l10n.t('This rule touches {0} of {1} articles.', touchedCount, articleCount);
  const text = lines.join(' / ');
  const items = kinds.map((kind) => ({
    label: kind,
    ...(site === null ? {} : { description: site }),
    detail: vscode.l10n.t('{0} Text: {1}', reach, text.length > 60 ? `${text.slice(0, 60)}…` : text),
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Mark as Boilerplate'),
    placeHolder: vscode.l10n.t('{0} What kind is it?', reach),
  });
  return chosen?.label;
}

/** Changes the catalogue as one step that can be undone, and saves it if nothing else in it waits to be saved. */
async function apply({ uri, isNew, edits }: NonNullable<AddedRule['edit']>): Promise<vscode.Uri | undefined> {
  const file = vscode.Uri.parse(uri, true);
  const edit = new vscode.WorkspaceEdit();
  if (isNew) edit.createFile(file, { ignoreIfExists: true });
  for (const { range, newText } of edits) edit.replace(file, toRange(range), newText);
  const wasDirty = vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === file.toString() && document.isDirty,
  );
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  if (!wasDirty) await (await vscode.workspace.openTextDocument(file)).save();
  const open = vscode.l10n.t('Open Catalogue');
  void vscode.window
    .showInformationMessage(vscode.l10n.t('The rule was added to your catalogue.'), open)
    .then((chosen) => {
      if (chosen === open) void vscode.window.showTextDocument(file);
    });
  return file;
}

/** Shows a message without waiting for anyone to read it. */
function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}
