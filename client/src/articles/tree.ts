import * as vscode from 'vscode';
import {
  type ArticleGrouping,
  type ArticleTreeItem,
  type ArticleTreeList,
  type ArticleTreeParams,
  articleTreeRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { type ListName, listBelow, type Node, toTreeItem } from './nodes.ts';

/** The articles as the server's index knows them, list by list and part by part: only what is open is asked for. */
export interface ArticleTree extends vscode.TreeDataProvider<Node>, vscode.Disposable {
  grouping: ArticleGrouping;
  /** Asks again for what is open. */
  refresh(): void;
  /** Told the outermost entries when they have been read. */
  readonly onDidReadRoot: vscode.Event<readonly Node[]>;
  /** Of the outermost entries, which are the only ones that are ever revealed. */
  getParent(node: Node): undefined;
}

export function createArticleTree(server: LanguageServer, initial: ArticleGrouping): ArticleTree {
  const changed = new vscode.EventEmitter<undefined>();
  const rootRead = new vscode.EventEmitter<readonly Node[]>();
  let grouping = initial;

  const read = async (list: ListName, offset: number): Promise<readonly Node[]> => {
    const client = await server.client();
    const params: ArticleTreeParams = { ...list, offset };
    const { items, rest } = await client.sendRequest<ArticleTreeList>(articleTreeRequest, params);
    return [
      ...items.map((item, index) => nodeOf(list, offset + index, item)),
      ...rest.map((range): Node => ({ kind: 'range', list, position: range.offset, range })),
    ];
  };

  return {
    get grouping() {
      return grouping;
    },
    set grouping(next) {
      grouping = next;
      changed.fire(undefined);
    },
    refresh: () => changed.fire(undefined),
    onDidReadRoot: rootRead.event,
    onDidChangeTreeData: changed.event,
    getTreeItem: toTreeItem,
    getParent: () => undefined,
    async getChildren(node) {
      if (node) {
        const list = listBelow(node);
        return list ? [...(await read(list, node.kind === 'range' ? node.range.offset : 0))] : [];
      }
      // Without a folder there is nothing to ask for; the view says so.
      if (!vscode.workspace.workspaceFolders?.length) return [];
      const nodes = await read({ grouping }, 0);
      rootRead.fire(nodes);
      return [...nodes];
    },
    dispose() {
      changed.dispose();
      rootRead.dispose();
    },
  };
}

function nodeOf(list: ListName, position: number, item: ArticleTreeItem): Node {
  switch (item.kind) {
    case 'group':
      return { kind: 'group', list, position, item };
    case 'article':
      return { kind: 'article', list, position, item };
    default:
      return { kind: 'place', list, position, item };
  }
}
