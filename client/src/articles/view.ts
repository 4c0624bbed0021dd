import * as vscode from 'vscode';
import {
  type ArticleGrouping,
  type ArticleGroupParams,
  articleGroupRequest,
  type FileList,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { type Node, parsed } from './nodes.ts';
import { createArticleTree } from './tree.ts';

const groupings: readonly ArticleGrouping[] = ['site', 'category', 'problem', 'organization'];

/** Under this key the grouping is remembered, for each workspace. */
const memoryKey = 'articles.grouping';

export interface ArticlesView extends vscode.Disposable {
  /** Shows the view, and puts the focus on its first entry once there is one. */
  show(): Promise<void>;
  /** Shows the articles by what they have in common. */
  groupBy(grouping: ArticleGrouping): Promise<void>;
  /** Runs a command on the articles of the entries that are selected, or on the one that was clicked. */
  runOnArticles(command: string, clicked: Node | undefined, selected: readonly Node[] | undefined): Promise<unknown>;
}

/**
 * The view "Articles" of the Explorer. Nothing is asked of the server while it is not to be seen, and it is not offered
 * before there is something to see: see `copydesk.isUsed` in `package.json`.
 */
export function showArticles(server: LanguageServer, memory: vscode.Memento): ArticlesView {
  const tree = createArticleTree(server, rememberedGrouping(memory));
  const view = vscode.window.createTreeView('copydesk.articles', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });
  let entries: readonly Node[] | undefined;
  let isOutdated = false;

  const describe = () => {
    view.description = groupingLabel(tree.grouping);
    void setContext('copydesk.articles.grouping', tree.grouping);
  };
  const explain = () => {
    const { state, articleCount } = server.index;
    if (articleCount > 0 && state === 'stopped') view.message = vscode.l10n.t('Not all articles have been read.');
    else if (articleCount > 0 && state === 'complete' && entries?.length === 0) view.message = nothingBy(tree.grouping);
    else delete view.message;
  };
  const refresh = () => {
    explain();
    isOutdated = !view.visible;
    if (view.visible) tree.refresh();
  };
  describe();

  /** The outermost entries, once there are any; none where that takes longer than anybody waits. */
  const firstEntries = (): Promise<readonly Node[]> =>
    new Promise((resolve) => {
      if (entries && entries.length > 0) {
        resolve(entries);
        return;
      }
      const finish = (nodes: readonly Node[]) => {
        clearTimeout(timer);
        listening.dispose();
        resolve(nodes);
      };
      const timer = setTimeout(() => finish([]), patience);
      const listening = tree.onDidReadRoot((nodes) => {
        if (nodes.length > 0) finish(nodes);
      });
    });

  return {
    async show() {
      await setContext('copydesk.isUsed', true);
      await vscode.commands.executeCommand('copydesk.articles.focus');
      // The text that stands in for entries takes the focus along when it goes.
      const [first] = await firstEntries();
      if (first && view.visible) await view.reveal(first, { focus: true, select: false });
    },
    async groupBy(grouping) {
      if (!groupings.includes(grouping)) return;
      entries = undefined;
      tree.grouping = grouping;
      describe();
      explain();
      await memory.update(memoryKey, grouping);
    },
    async runOnArticles(command, clicked, selected) {
      const uris = await articlesOf(server, selected?.length ? selected : clicked ? [clicked] : view.selection);
      const [first] = uris;
      return first && vscode.commands.executeCommand(command, first, uris);
    },
    dispose: vscode.Disposable.from(
      tree,
      view,
      tree.onDidReadRoot((nodes) => {
        entries = nodes;
        explain();
      }),
      server.onDidChangeIndex(refresh),
      view.onDidChangeVisibility(({ visible }) => {
        if (visible && isOutdated) refresh();
      }),
    ).dispose,
  };
}

function rememberedGrouping(memory: vscode.Memento): ArticleGrouping {
  const remembered = memory.get<string>(memoryKey);
  return groupings.find((grouping) => grouping === remembered) ?? 'site';
}

/** The articles of entries, each once. */
async function articlesOf(server: LanguageServer, nodes: readonly Node[]): Promise<readonly vscode.Uri[]> {
  const lists = await Promise.all(nodes.map((node) => urisOf(server, node)));
  return [...new Set(lists.flat())].map(parsed);
}

async function urisOf(server: LanguageServer, node: Node): Promise<readonly string[]> {
  switch (node.kind) {
    case 'article':
    case 'place':
      return [node.item.uri];
    case 'group': {
      const client = await server.client();
      const params: ArticleGroupParams = { grouping: node.list.grouping, group: node.item.value };
      return (await client.sendRequest<FileList>(articleGroupRequest, params)).files;
    }
    case 'range':
      return [];
  }
}

function groupingLabel(grouping: ArticleGrouping): string {
  switch (grouping) {
    case 'site':
      return vscode.l10n.t('by site');
    case 'category':
      return vscode.l10n.t('by category');
    case 'problem':
      return vscode.l10n.t('by problem');
    case 'organization':
      return vscode.l10n.t('by organisation');
  }
}

function nothingBy(grouping: ArticleGrouping): string {
  return grouping === 'problem'
    ? vscode.l10n.t('There is no problem in any article.')
    : vscode.l10n.t('No article names an organisation.');
}

/** In milliseconds. */
const patience = 5000;

function setContext(key: string, value: unknown): Thenable<void> {
  return vscode.commands.executeCommand('setContext', key, value);
}
