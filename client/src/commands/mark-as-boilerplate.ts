import * as vscode from 'vscode';
import {
  type AddedRule,
  type AddRuleParams,
  addRuleRequest,
  type ProposedRule,
  type ProposeRuleParams,
  proposeRuleRequest,
  type RuleChoice,
  type RuleMatcher,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { articleLanguage } from '../served-documents.ts';
import { toRange } from '../to-range.ts';

/** What a key binding or another extension may say: the kind, and what to look for. What is left out is asked for. */
export interface MarkOptions {
  readonly kind?: string;
  readonly by?: RuleMatcher;
}

/**
 * "Copydesk: Mark as Boilerplate": makes what is selected, or the line of the cursor, a rule of the catalogue that counts
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
    if (proposed.choices.length === 0) {
      tell(vscode.l10n.t('There is nothing in the selection that a rule could look for.'));
      return undefined;
    }
    const choice = await chooseMatcher(proposed, options);
    const kind = choice && (options?.kind ?? (await chooseKind(proposed, choice)));
    if (!choice || kind === undefined) return undefined;
    const client = await server.client();
    const params: AddRuleParams = { ...place, by: choice.by, kind };
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

/** Asks whether words, the element or the picture make the rule, where there is a choice that nobody has made yet. */
async function chooseMatcher(
  proposed: ProposedRule,
  options: MarkOptions | undefined,
): Promise<RuleChoice | undefined> {
  const { choices } = proposed;
  if (options?.by !== undefined) return choices.find(({ by }) => by === options.by);
  if (options?.kind !== undefined || choices.length === 1) return choices[0];
  const items = choices.map((choice) => ({
    label: matcherLabel(choice),
    description: shortened(choice.values),
    detail: reach(proposed, choice),
    choice,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Mark as Boilerplate'),
    placeHolder: vscode.l10n.t('What should the rule look for?'),
    matchOnDescription: true,
  });
  return chosen?.choice;
}

async function chooseKind(proposed: ProposedRule, choice: RuleChoice): Promise<string | undefined> {
  const items = choice.kinds.map(({ kind, label }) => ({ label, description: kind }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Mark as Boilerplate: {0}', shortened(choice.values)),
    placeHolder: vscode.l10n.t('{0} What kind is it?', reach(proposed, choice)),
    matchOnDescription: true,
  });
  return chosen?.description;
}

function matcherLabel({ by, values }: RuleChoice): string {
  switch (by) {
    case 'selector':
      return `$(symbol-class) ${vscode.l10n.t('This element, whatever it says')}`;
    case 'image':
      return `$(file-media) ${vscode.l10n.t('This picture')}`;
    case 'comment':
      return `$(comment) ${vscode.l10n.t('Comments that begin like this')}`;
    default:
      return values.length === 1
        ? `$(symbol-text) ${vscode.l10n.t('This line, word for word')}`
        : `$(symbol-text) ${vscode.l10n.t('These {0} lines, word for word', values.length)}`;
  }
}

function reach({ site, articleCount }: ProposedRule, { touchedCount }: RuleChoice): string {
  return site === null
    ? vscode.l10n.t('This rule touches {0} of {1} articles.', touchedCount, articleCount)
    : vscode.l10n.t('This rule touches {0} of {1} articles, those of {2} only.', touchedCount, articleCount, site);
}

function shortened(values: readonly string[]): string {
  const text = values.join(' / ');
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

/** In UTF-16 units. */
const longestShown = 60;

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
