import * as vscode from 'vscode';
import type {
  ArticleGrouping,
  ArticleTreeArticle,
  ArticleTreeGroup,
  ArticleTreePlace,
  ArticleTreeRange,
} from '../../../server/src/lsp/protocol.ts';
import { toRange } from '../to-range.ts';

/** Names a list of the tree, as `ArticleTreeParams` does. */
export interface ListName {
  readonly grouping: ArticleGrouping;
  readonly group?: string | null;
  readonly article?: string;
}

/** An entry of the tree: in which list it stands, at which place, and what it is. */
export type Node = { readonly list: ListName; readonly position: number } & (
  | { readonly kind: 'group'; readonly item: ArticleTreeGroup }
  | { readonly kind: 'article'; readonly item: ArticleTreeArticle }
  | { readonly kind: 'place'; readonly item: ArticleTreePlace }
  | { readonly kind: 'range'; readonly range: ArticleTreeRange }
);

/** The list below a node; undefined where there is none. */
export function listBelow(node: Node): ListName | undefined {
  const { grouping, group } = node.list;
  if (node.kind === 'range') return node.list;
  if (node.kind === 'group') return { grouping, group: node.item.value };
  if (node.kind !== 'article' || !isExpandable(node.list, node.item)) return undefined;
  return { grouping, article: node.item.uri, ...(group === undefined ? {} : { group }) };
}

/** A single finding is reached by a click on its article. */
function isExpandable({ grouping }: ListName, { count }: ArticleTreeArticle): boolean {
  return count > (grouping === 'problem' ? 1 : 0);
}

export function toTreeItem(node: Node): vscode.TreeItem {
  const item = new vscode.TreeItem(labelOf(node), stateOf(node));
  // What stands below a group may change its place without closing what is open; ranges are known by their place alone.
  item.id = JSON.stringify([node.list, identityOf(node)]);
  item.contextValue = node.kind;
  switch (node.kind) {
    case 'group':
      return Object.assign(item, groupParts(node.list.grouping, node.item));
    case 'article':
      return Object.assign(item, articleParts(node.list, node.item));
    case 'place':
      return Object.assign(item, placeParts(node.item));
    case 'range':
      return Object.assign(item, rangeParts(node.range));
  }
}

function labelOf(node: Node): string {
  switch (node.kind) {
    case 'group':
      return node.item.value ?? withoutGroup(node.list.grouping);
    case 'article':
      return node.item.title ?? vscode.workspace.asRelativePath(parsed(node.item.uri));
    case 'place':
      return node.item.label;
    case 'range':
      return `${localized(node.range.offset + 1)}–${localized(node.range.offset + node.range.length)}`;
  }
}

function identityOf(node: Node): unknown {
  switch (node.kind) {
    case 'group':
      return node.item.value;
    case 'article':
      return node.item.uri;
    case 'place':
      return [node.item.uri, node.position];
    case 'range':
      return ['range', node.position];
  }
}

function stateOf(node: Node): vscode.TreeItemCollapsibleState {
  return listBelow(node) ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
}

function withoutGroup(grouping: ArticleGrouping): string {
  return grouping === 'site' ? vscode.l10n.t('No site') : vscode.l10n.t('No category');
}

function groupParts(grouping: ArticleGrouping, group: ArticleTreeGroup): Partial<vscode.TreeItem> {
  const { value, articleCount, useCount, severity } = group;
  const inArticles =
    articleCount === 1
      ? vscode.l10n.t('{0} in 1 article', localized(useCount))
      : vscode.l10n.t('{0} in {1} articles', localized(useCount), localized(articleCount));
  const isOfArticles = grouping === 'site' || grouping === 'category';
  const description = isOfArticles ? localized(articleCount) : inArticles;
  const articles =
    articleCount === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', localized(articleCount));
  const spoken = isOfArticles ? articles : inArticles;
  const label = value ?? withoutGroup(grouping);
  return {
    description,
    tooltip: `${label}: ${spoken}`,
    iconPath: severity ? severityIcon(severity) : new vscode.ThemeIcon(value === null ? 'question' : icons[grouping]),
    accessibilityInformation: { label: `${label}, ${spoken}` },
  };
}

const icons: Readonly<Record<ArticleGrouping, string>> = {
  site: 'globe',
  category: 'tag',
  problem: 'warning',
  organization: 'organization',
};

function articleParts({ grouping }: ListName, { uri, title, count, range }: ArticleTreeArticle) {
  const file = parsed(uri);
  const path = vscode.workspace.asRelativePath(file);
  const counted =
    grouping === 'problem' ? vscode.l10n.t('Problems: {0}', count) : vscode.l10n.t('Projects: {0}', count);
  const parts: Partial<vscode.TreeItem> = {
    resourceUri: file,
    iconPath: vscode.ThemeIcon.File,
    description: title === null ? '' : path,
    tooltip: [title ?? '', path, counted].filter(Boolean).join('\n'),
    accessibilityInformation: { label: `${title ?? path}, ${counted}` },
    command: openCommand(file, range && toRange(range)),
  };
  return parts;
}

function placeParts({ kind, uri, range, label, detail, severity }: ArticleTreePlace): Partial<vscode.TreeItem> {
  const file = parsed(uri);
  return {
    description: detail,
    tooltip: [label, detail, `${vscode.workspace.asRelativePath(file)}:${range.start.line + 1}`]
      .filter(Boolean)
      .join('\n'),
    iconPath: severity ? severityIcon(severity) : new vscode.ThemeIcon(kind === 'mention' ? 'quote' : 'symbol-field'),
    command: openCommand(file, toRange(range)),
  };
}

function rangeParts({ first, last }: ArticleTreeRange): Partial<vscode.TreeItem> {
  return { description: `${first} – ${last}`, iconPath: new vscode.ThemeIcon('ellipsis') };
}

function openCommand(file: vscode.Uri, selection: vscode.Range | undefined): vscode.Command {
  return {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [file, selection ? { selection: new vscode.Range(selection.start, selection.start) } : {}],
  };
}

function severityIcon(severity: NonNullable<ArticleTreeGroup['severity']>): vscode.ThemeIcon {
  switch (severity) {
    case 'error':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
    case 'info':
      return new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground'));
    case 'hint':
      return new vscode.ThemeIcon('lightbulb');
  }
}

export function parsed(uri: string): vscode.Uri {
  return vscode.Uri.parse(uri, true);
}

/** A number as the reader's language groups its digits. */
function localized(count: number): string {
  return count.toLocaleString(vscode.env.language);
}
