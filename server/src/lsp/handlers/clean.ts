import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { fixAll, suggestedFixes } from '../../core/lint/fix-all.ts';
import { createProto } from '../proto.ts';
import type { CleanedArticle, CleanParams, CleanResult } from '../protocol.ts';
import type { Session } from '../session.ts';

/** `copydesk/clean`: what "fix all" would do to each of many articles. Between them other requests have their turn. */
export async function cleanArticles(
  session: Session,
  { articles, suggestions }: CleanParams,
  token: CancellationToken,
): Promise<CleanResult> {
  const cleaned: CleanedArticle[] = [];
  let sliceStart = Date.now();
  for (const { uri, text } of articles) {
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cleaning was cancelled');
    if (Date.now() - sliceStart >= longestSlice) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      sliceStart = Date.now();
    }
    const { enable, lint } = await session.settings.of(uri);
    if (!enable) continue;
    const config = { ...lint, now: Date.now() };
    const { edits, fixedCount } = fixAll(text, config);
    const suggested = suggestions ? suggestedFixes(text, config, edits) : [];
    if (edits.length === 0 && suggested.length === 0) continue;
    const proto = createProto(text, 'utf-16');
    cleaned.push({
      uri,
      fixedCount,
      edits: proto.toTextEdits(edits),
      suggestions: suggested.map((fix) => ({ title: session.render(fix.title), edits: proto.toTextEdits(fix.edits) })),
    });
  }
  return { articles: cleaned };
}

/** In milliseconds: how long other requests may have to wait for a turn. */
const longestSlice = 20;
