import {
  type CancellationToken,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { Span } from '../../core/text/span.ts';
import { holdsInOrder, lettersOf } from '../../workspace/index.ts';
import type { OrganizationSummary, ProjectSummary } from '../../workspace/summary.ts';
import type { Session } from '../session.ts';

/**
 * `workspace/symbol`: the projects of all articles whose title matches, and where only an organisation does, that: editors
 * look for the query in the name of a symbol once more. An organisation goes by its whole name, or by the one that is
 * written where only that matches.
 */
export async function workspaceSymbols(
  session: Session,
  { query }: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<SymbolInformation[]> {
  const { index } = session.workspace;
  const symbols: SymbolInformation[] = [];
  for (const project of index.projects(query)) {
    if (symbols.length === mostSymbols || token.isCancellationRequested) break;
    for (const found of findingsIn(project, lettersOf(query))) {
      const symbol = await toSymbol(session, project.uri, found);
      if (symbol) symbols.push(symbol);
    }
  }
  return symbols;
}

/** Nobody reads further down a list than this, and every editor asks again with each letter. */
const mostSymbols = 500;

/** What a symbol tells; its place is a span in the article. */
interface Found extends Span {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly containerName: string;
}

function findingsIn(project: ProjectSummary, wanted: readonly string[]): readonly Found[] {
  const { title, organizations, start, end } = project;
  if (holdsInOrder(title.value, wanted)) {
    const containerName = organizations.map(({ value }) => value).join('、');
    return [{ name: title.value, kind: SymbolKind.Field, containerName, start, end }];
  }
  return organizations.flatMap((organization): readonly Found[] => {
    const name = nameThatHolds(organization, wanted);
    if (name === undefined) return [];
    const place = { start: organization.start, end: organization.end };
    return [{ name, kind: SymbolKind.Package, containerName: title.value, ...place }];
  });
}

function nameThatHolds({ value, identity }: OrganizationSummary, wanted: readonly string[]): string | undefined {
  return [identity, value].find((name) => holdsInOrder(name, wanted));
}

async function toSymbol(
  { workspace }: Session,
  uri: string,
  { name, kind, containerName, start, end }: Found,
): Promise<SymbolInformation | undefined> {
  const [range] = (await workspace.rangesOf(uri, [{ start, end }])) ?? [];
  return range && { name, kind, location: { uri, range }, containerName };
}
