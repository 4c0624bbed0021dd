import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { exceptionFor } from '../../core/lint/catalogue/entries.ts';
import { disableFinding } from '../../core/lint/directives.ts';
import { fixAll, joinFixes } from '../../core/lint/fix-all.ts';
import type { Finding, Fix } from '../../core/lint/rule.ts';
import { compileSchemas } from '../../core/lint/schema/schema.ts';
import { message } from '../../core/text/message.ts';
import { touches } from '../../core/text/span.ts';
import { placeFinding, toDiagnostic } from '../diagnostic.ts';
import type { OpenDocument } from '../documents.ts';
import type { Session } from '../session.ts';
import type { DocumentSettings } from '../settings.ts';
import { toWorkspaceEdit } from '../workspace-edit.ts';
import { catalogueEdit, toCatalogueWorkspaceEdit } from './boilerplate.ts';

/** The source action that applies every safe fix; a person can have it run on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.copydesk`;

/** `textDocument/codeAction`: made anew from the text and the range, whatever was sent before. */
export async function codeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const settings = await session.settings.of(textDocument.uri);
  const document = session.documents.getArticle(textDocument.uri);
  if (!document || !settings.enable) return [];
  const actions: CodeAction[] = [];
  if (!context.only || wants(context.only, CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(session, document, settings, range));
    actions.push(...(await exceptionActions(session, document, settings, range)));
  }
  // Not part of the menu at the cursor: it changes the whole file, so it waits to be asked for.
  if (context.only && wants(context.only, fixAllKind)) actions.push(...fixAllActions(session, document, settings));
  return actions;
}

/** True when one of the kinds asked for is `kind` or a kind above it; the empty kind is above all. */
function wants(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** How many findings one menu serves, from the start of the selection: select-all in a bad file may touch thousands. */
const mostFindings = 50;

function quickFixes(
  session: Session,
  document: OpenDocument,
  settings: DocumentSettings,
  range: CodeActionParams['range'],
): CodeAction[] {
  const selection = document.proto().toSpan(range);
  const all = session.findingsOf(document.article(), settings.lint);
  const touched = all.filter(({ span }) => touches(span, selection)).slice(0, mostFindings);
  const kinds = [...new Set(touched.map(({ code }) => code))];
  return withoutRepetition([
    ...touched.flatMap((finding) => fixActions(session, document, finding)),
    ...kinds.flatMap((code) => fixKindActions(session, document, all, code, touched)),
    ...touched.map((finding) => disableAction(session, document, finding, 'line')),
    ...touched.map((finding) => disableAction(session, document, finding, 'file')),
  ]);
}

/** "Not boilerplate": an exception in the user's catalogue, so that no article has it reported again. */
async function exceptionActions(
  session: Session,
  document: OpenDocument,
  settings: DocumentSettings,
  range: CodeActionParams['range'],
): Promise<CodeAction[]> {
  const selection = document.proto().toSpan(range);
  const findings = session
    .findingsOf(document.article(), settings.lint)
    .filter(({ code, span }) => code.startsWith('boilerplate.') && touches(span, selection))
    .slice(0, mostExceptions);
  const actions = await Promise.all(
    findings.map(async (finding): Promise<CodeAction[]> => {
      const entry = exceptionFor(document.article(), finding);
      const change = entry && (await catalogueEdit(session, document.uri, 'exceptions', [entry]));
      const edit = change && toCatalogueWorkspaceEdit(session, change);
      if (!edit) return [];
      const title = message('Not boilerplate: make an exception for {0} in the catalogue', finding.code);
      const diagnostics = [toDiagnostic(session, placeFinding(document, finding))];
      return [{ title: session.render(title), kind: CodeActionKind.QuickFix, diagnostics, edit }];
    }),
  );
  return withoutRepetition(actions.flat());
}

/** Each reads the catalogue; a person makes exceptions one by one. */
const mostExceptions = 5;

function fixActions(session: Session, document: OpenDocument, finding: Finding): CodeAction[] {
  const preferred = safeFix(finding);
  return finding.fixes.map((fix) => ({
    title: session.render(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(session, placeFinding(document, finding))],
    edit: toWorkspaceEdit(session, document, fix.edits),
    ...(fix === preferred ? { isPreferred: true } : {}),
  }));
}

/** One action that mends what a rule found anywhere in the file, where that is more than one thing. */
function fixKindActions(
  session: Session,
  document: OpenDocument,
  all: readonly Finding[],
  code: string,
  touched: readonly Finding[],
): CodeAction[] {
  const fixes = all.flatMap((finding) => (finding.code === code ? (safeFix(finding) ?? []) : []));
  if (fixes.length < 2) return [];
  const { edits } = joinFixes(document.text, fixes);
  const mended = touched.filter((finding) => finding.code === code && safeFix(finding));
  return [
    {
      title: session.render(message('Fix all safe problems of this kind ({0})', code)),
      kind: CodeActionKind.QuickFix,
      diagnostics: mended.map((finding) => toDiagnostic(session, placeFinding(document, finding))),
      edit: toWorkspaceEdit(session, document, edits),
    },
  ];
}

function disableAction(session: Session, document: OpenDocument, finding: Finding, scope: 'line' | 'file'): CodeAction {
  const { code } = finding;
  const title =
    scope === 'line' ? message('Disable {0} on this line', code) : message('Disable {0} in this file', code);
  return {
    title: session.render(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(session, placeFinding(document, finding))],
    edit: toWorkspaceEdit(session, document, [disableFinding(document.article(), finding, scope)]),
  };
}

function fixAllActions(session: Session, document: OpenDocument, settings: DocumentSettings): CodeAction[] {
  // With half of the settings, nothing should be changed unasked.
  if (compileSchemas(settings.lint.schema).problems.length > 0) return [];
  const { edits } = fixAll(document.text, settings.lint);
  if (edits.length === 0) return [];
  return [
    {
      title: session.render(message('Fix all safe problems')),
      kind: fixAllKind,
      edit: toWorkspaceEdit(session, document, edits),
    },
  ];
}

function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ safety }) => safety === 'safe');
}

/** Two findings of one rule on one line, say, are silenced by one and the same comment: it is offered once. */
function withoutRepetition(actions: readonly CodeAction[]): CodeAction[] {
  const distinct = new Map<string, CodeAction>();
  for (const action of actions) {
    const identity = JSON.stringify([action.title, action.edit]);
    const known = distinct.get(identity);
    distinct.set(
      identity,
      known ? { ...known, diagnostics: [...(known.diagnostics ?? []), ...(action.diagnostics ?? [])] } : action,
    );
  }
  return [...distinct.values()];
}
