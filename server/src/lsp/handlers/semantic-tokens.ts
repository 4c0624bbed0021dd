import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensEdit,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { type Token, tokensOf, tokenTypes } from '../../core/navigation/tokens.ts';
import { overlaps } from '../../core/text/span.ts';
import type { OpenDocument } from '../documents.ts';
import type { Proto } from '../proto.ts';
import type { Session } from '../session.ts';

/** The types are our own, described to VS Code in package.json; to another client they are names that a theme may use. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [] };

export interface SemanticTokensHandlers {
  /** `textDocument/semanticTokens/full` */
  full(params: SemanticTokensParams): SemanticTokens;
  /** `textDocument/semanticTokens/full/delta`: everything anew where what the client has is no longer remembered. */
  delta(params: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta;
  /** `textDocument/semanticTokens/range` */
  range(params: SemanticTokensRangeParams): SemanticTokens;
}

/** Remembers for each open document what was last sent, so that a later answer need only say what has changed. */
export function semanticTokens({ documents }: Session): SemanticTokensHandlers {
  const sent = new Map<string, SemanticTokens>();
  documents.onClose(({ uri }) => void sent.delete(uri));

  const full = (uri: string): SemanticTokens => {
    const document = documents.getArticle(uri);
    if (!document) return { data: [] };
    const tokens = {
      resultId: `${document.opening}.${document.version}`,
      data: encode(document.proto(), tokensOf(document.landmarks())),
    };
    sent.set(uri, tokens);
    return tokens;
  };

  return {
    full: ({ textDocument }) => full(textDocument.uri),
    delta({ textDocument, previousResultId }) {
      const before = sent.get(textDocument.uri);
      const tokens = full(textDocument.uri);
      if (before?.resultId !== previousResultId || tokens.resultId === undefined) return tokens;
      return { resultId: tokens.resultId, edits: editsBetween(before.data, tokens.data) };
    },
    range({ textDocument, range }) {
      const document = documents.getArticle(textDocument.uri);
      return { data: document ? tokensInRange(document, range) : [] };
    },
  };
}

function tokensInRange(document: OpenDocument, range: SemanticTokensRangeParams['range']): number[] {
  const visible = document.proto().toSpan(range);
  return encode(
    document.proto(),
    tokensOf(document.landmarks()).filter(({ span }) => overlaps(span, visible)),
  );
}

/** Five numbers a token, line and character relative to the token before, as the protocol has it. */
function encode(proto: Proto, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let lineBefore = 0;
  let characterBefore = 0;
  for (const { span, type } of tokens) {
    const { start, end } = proto.toRange(span);
    const character = start.line === lineBefore ? start.character - characterBefore : start.character;
    data.push(start.line - lineBefore, character, end.character - start.character, tokenTypes.indexOf(type), 0);
    lineBefore = start.line;
    characterBefore = start.character;
  }
  return data;
}

/** At most one edit: typing changes the tokens in one place. */
function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++;
  const deleteCount = before.length - start - kept;
  const data = after.slice(start, after.length - kept);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
