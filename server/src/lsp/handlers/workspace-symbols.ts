import {
  type CancellationToken,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { Located } from '../../workspace/index.ts';
import type { ProjectSummary } from '../../workspace/summary.ts';
import type { Session } from '../session.ts';

/** `workspace/symbol`: the projects of all articles whose title or organisations match. */
export async function workspaceSymbols(
  session: Session,
  { query }: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<SymbolInformation[]> {
  const { index } = session.workspace;
  const symbols: SymbolInformation[] = [];
  for (const project of index.projects(query)) {
    if (symbols.length === mostSymbols || token.isCancellationRequested) break;
    const symbol = await toSymbol(session, project);
    if (symbol) symbols.push(symbol);
  }
  return symbols;
}

/** Nobody reads further down a list than this, and every editor asks again with each letter. */
const mostSymbols = 500;

async function toSymbol(
  { workspace }: Session,
  { uri, title, organizations, start, end }: Located<ProjectSummary>,
): Promise<SymbolInformation | undefined> {
  const [range] = (await workspace.rangesOf(uri, [{ start, end }])) ?? [];
  return (
    range && {
      name: title.value,
      kind: SymbolKind.Field,
      location: { uri, range },
      containerName: organizations.map(({ value }) => value).join('、'),
    }
  );
}
