import { type CancellationToken, LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { parseArticle } from '../../core/article/parse.ts';
import { looksLikeArticle } from '../../core/article/recognize.ts';
import { siteOf } from '../../core/article/site.ts';
import { proposalsFor, touches } from '../../core/lint/catalogue/proposals.ts';
import { addEntries, type NewEntry } from '../../core/lint/catalogue/writing.ts';
import { kindLabels } from '../../core/lint/rules/boilerplate/kind-labels.ts';
import { isBoilerplateKind } from '../../core/lint/rules/boilerplate/kinds.ts';
import { overlaps } from '../../core/text/span.ts';
import { catalogueFile } from '../../workspace/catalogues.ts';
import { createProto } from '../proto.ts';
import type { AddedRule, AddRuleParams, ProposedRule, ProposeRuleParams } from '../protocol.ts';
import type { Session } from '../session.ts';

/** `copydesk/boilerplate/propose`: reads the articles of the workspace to count those that each rule would touch. */
export async function proposeRule(
  session: Session,
  params: ProposeRuleParams,
  token: CancellationToken,
): Promise<ProposedRule> {
  const { proposals, site } = await selectedRules(session, params);
  const sites = site === undefined ? [] : [site];
  const choices = proposals.map((proposal) => ({ proposal, isTouched: touches(proposal, sites), touchedCount: 0 }));
  let articleCount = 0;
  let sliceStart = Date.now();
  for (const [uri, summary] of choices.length > 0 ? [...session.workspace.index.entries()] : []) {
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Counting was cancelled');
    if (Date.now() - sliceStart >= longestSlice) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      sliceStart = Date.now();
    }
    articleCount++;
    if (site !== undefined && summary.fingerprint && summary.fingerprint.site !== site) continue;
    const text = await session.workspace.textOf(uri);
    if (text === undefined || !looksLikeArticle(text)) continue;
    const article = parseArticle(text);
    for (const choice of choices) if (choice.isTouched(article)) choice.touchedCount++;
  }
  return {
    site: site ?? null,
    choices: choices.map(({ proposal: { by, values, kinds }, touchedCount }) => ({
      by,
      values,
      touchedCount,
      kinds: kinds.map((kind) => ({ kind, label: session.render(kindLabels[kind]) })),
    })),
    articleCount,
  };
}

/** In milliseconds: how long other requests may have to wait for a turn. */
const longestSlice = 20;

/** `copydesk/boilerplate/add`: the edit that makes the selection a rule of the catalogue nearest to the article. */
export async function addRule(session: Session, params: AddRuleParams): Promise<AddedRule> {
  const { proposals, site } = await selectedRules(session, params);
  const { kind, by } = params;
  if (!isBoilerplateKind(kind)) throw new ResponseError(LSPErrorCodes.RequestFailed, `Unknown kind ${kind}`);
  const values = proposals.find((proposal) => proposal.by === by)?.values ?? [];
  const entries = values.map((value): NewEntry => ({ kind, by, value, sites: site === undefined ? [] : [site] }));
  return { edit: entries.length > 0 ? await catalogueEdit(session, params.uri, 'rules', entries) : null };
}

async function selectedRules(session: Session, { uri, range }: ProposeRuleParams) {
  const document = session.documents.getArticle(uri);
  if (!document) throw new ResponseError(LSPErrorCodes.RequestFailed, `${uri} is no open article`);
  const article = document.article();
  const selection = document.proto().toSpan(range);
  const { lint } = await session.settings.of(uri);
  const found = session.findingsOf(article, lint).flatMap(({ code, span }) => {
    const kind = code.replace(/^boilerplate\./, '');
    return isBoilerplateKind(kind) && overlaps(span, selection) ? [kind] : [];
  });
  return { proposals: proposalsFor(article, selection, found), site: siteOf(article.frontMatter) };
}

/**
 * The edit that adds entries to the catalogue that counts for an article or, where there is none, to a new one in the
 * article's folder of the workspace. Null where the file cannot be added to, or the article lies in no folder.
 */
export async function catalogueEdit(
  session: Session,
  article: string,
  list: 'rules' | 'exceptions',
  entries: readonly NewEntry[],
): Promise<AddedRule['edit']> {
  const existing = await session.boilerplate.catalogues.fileOf(article);
  const folder = session.workspace.folderOf(article) ?? folderOfFile(article);
  const uri = existing ?? (folder === undefined ? undefined : `${folder}${catalogueFile}`);
  if (uri === undefined) return null;
  const text = existing === undefined ? '' : ((await session.workspace.textOf(existing)) ?? '');
  const edit = addEntries(text, list, entries);
  if (!edit) return null;
  const { toRange } = createProto(text, 'utf-16');
  return { uri, isNew: existing === undefined, edits: [{ range: toRange(edit.span), newText: edit.text }] };
}

/** The same as an edit of the protocol; undefined for a client that can create no file where one is needed. */
export function toCatalogueWorkspaceEdit(
  { client }: Session,
  { uri, isNew, edits }: NonNullable<AddedRule['edit']>,
): WorkspaceEdit | undefined {
  if (!client.documentChanges) return isNew ? undefined : { changes: { [uri]: [...edits] } };
  if (isNew && !client.createFiles) return undefined;
  const change = { textDocument: { uri, version: null }, edits: [...edits] };
  return {
    documentChanges: isNew ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change],
  };
}

function folderOfFile(uri: string): string | undefined {
  return /^[\w+.-]+:\/\/.*\//.exec(uri)?.[0];
}
