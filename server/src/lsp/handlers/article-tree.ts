import { type ArticleGroup, type ArticleTree, createArticleTree } from '../../workspace/article-tree.ts';
import type { Located, OrganizationUse } from '../../workspace/index.ts';
import type { ArticleSummary, FindingSummary, ProjectSummary } from '../../workspace/summary.ts';
import type {
  ArticleGroupParams,
  ArticleTreeItem,
  ArticleTreeList,
  ArticleTreeParams,
  ArticleTreePlace,
  ArticleTreeRange,
  FileList,
} from '../protocol.ts';
import type { Session } from '../session.ts';

/** `copydesk/articles/tree` and `copydesk/articles/group`: the articles of the index by what they have in common. */
export function answerArticleTree(session: Session): {
  list(params: ArticleTreeParams): Promise<ArticleTreeList>;
  group(params: ArticleGroupParams): FileList;
} {
  const { index } = session.workspace;
  const tree = createArticleTree(index);
  return {
    async list(params) {
      const { offset } = params;
      const list = listFor(session, tree, params);
      const end = Math.min(list.length, offset + pageSize);
      const items: ArticleTreeItem[] = [];
      for (let position = offset; position < end; position++) items.push(...(await list.item(position)));
      return { items, rest: offset === 0 ? rangesAfter(list) : [] };
    },
    group: ({ grouping, group }) => ({ files: tree.articles(grouping, group) }),
  };
}

/** Enough to fill any window, few enough to be sent between two keystrokes. */
const pageSize = 200;

/** A list of which only the wanted part is worked out. */
interface List {
  readonly length: number;
  name(position: number): string;
  /** None where what was there has just gone. */
  item(position: number): Promise<readonly ArticleTreeItem[]>;
}

function listFor(session: Session, tree: ArticleTree, { grouping, group, article }: ArticleTreeParams): List {
  const { index } = session.workspace;
  if (group === undefined) {
    return listOf(tree.groups(grouping), ({ value }) => value ?? '', groupItem);
  }
  if (article !== undefined) {
    const summary = index.get(article);
    const places = summary ? placesIn(session, article, summary, grouping === 'problem' ? group : undefined) : [];
    return listOf(
      places,
      ({ label }) => label,
      (place) => withRange(session, place),
    );
  }
  if (grouping === 'organization') {
    return listOf(
      tree.organizationUses(group ?? ''),
      ({ project, value }) => project?.title.value ?? value,
      (use) => withRange(session, organizationPlace(session, use)),
    );
  }
  const rule = grouping === 'problem' ? group : undefined;
  return listOf(tree.articles(grouping, group), fileName, async (uri) => {
    const summary = index.get(uri);
    return summary ? articleItem(session, uri, summary, rule) : [];
  });
}

function listOf<T>(
  values: readonly T[],
  name: (value: T) => string,
  item: (value: T) => readonly ArticleTreeItem[] | Promise<readonly ArticleTreeItem[]>,
): List {
  const at = <R>(position: number, read: (value: T) => R, otherwise: R): R => {
    const value = values[position];
    return value === undefined ? otherwise : read(value);
  };
  return {
    length: values.length,
    name: (position) => at(position, name, ''),
    item: async (position) => at(position, item, []),
  };
}

function rangesAfter(list: List): readonly ArticleTreeRange[] {
  const ranges: ArticleTreeRange[] = [];
  for (let offset = pageSize; offset < list.length; offset += pageSize) {
    const length = Math.min(pageSize, list.length - offset);
    ranges.push({ offset, length, first: list.name(offset), last: list.name(offset + length - 1) });
  }
  return ranges;
}

function groupItem({ value, articles, uses, severity }: ArticleGroup): readonly ArticleTreeItem[] {
  const counts = { articleCount: articles, useCount: uses };
  return [{ kind: 'group', value, ...counts, ...(severity === undefined ? {} : { severity }) }];
}

async function articleItem(
  session: Session,
  uri: string,
  summary: ArticleSummary,
  rule: string | null | undefined,
): Promise<readonly ArticleTreeItem[]> {
  const { title, projects } = summary;
  if (rule === undefined) return [{ kind: 'article', uri, title, count: projects.length }];
  const findings = findingsOf(summary, rule);
  const [range] = (await session.workspace.rangesOf(uri, findings.slice(0, 1))) ?? [];
  return [{ kind: 'article', uri, title, count: findings.length, ...(range ? { range } : {}) }];
}

function findingsOf({ findings }: ArticleSummary, rule: string | null): readonly FindingSummary[] {
  return findings.filter(({ code }) => code === rule);
}

/** A place whose range is not yet worked out. */
interface UnplacedItem extends Omit<ArticleTreePlace, 'range'> {
  readonly start: number;
  readonly end: number;
}

/** The findings of a rule, or else the projects. */
function placesIn(
  { render }: Session,
  uri: string,
  summary: ArticleSummary,
  rule: string | null | undefined,
): readonly UnplacedItem[] {
  if (rule === undefined) return summary.projects.map((project) => projectPlace(uri, project));
  return findingsOf(summary, rule).map(({ message, severity, start, end }) => ({
    kind: 'finding',
    uri,
    label: render(message),
    detail: '',
    severity,
    start,
    end,
  }));
}

function projectPlace(uri: string, { title, organizations, start, end }: ProjectSummary): UnplacedItem {
  const detail = organizations.map(({ value }) => value).join('、');
  return { kind: 'project', uri, label: title.value, detail, start, end };
}

function organizationPlace(
  { workspace }: Session,
  { uri, project, value, start, end }: Located<OrganizationUse>,
): UnplacedItem {
  const place = { uri, detail: workspace.index.get(uri)?.title ?? fileName(uri), start, end };
  return project
    ? { kind: 'project', label: project.title.value, ...place }
    : { kind: 'mention', label: value, ...place };
}

async function withRange(
  { workspace }: Session,
  { start, end, ...place }: UnplacedItem,
): Promise<readonly ArticleTreeItem[]> {
  const [range] = (await workspace.rangesOf(place.uri, [{ start, end }])) ?? [];
  return range ? [{ ...place, range }] : [];
}

function fileName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
