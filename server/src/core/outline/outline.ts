import type { Article } from '../article/article.ts';
import type { FrontMatter, FrontMatterEntry, FrontMatterValue } from '../article/front-matter.ts';
import type { Group, Project } from '../article/projects.ts';
import { containsSpan, type Located, type Span } from '../text/span.ts';

/** One entry of an article's outline. Names are the article's own words; `front-matter` and `body` are named where shown. */
export interface OutlineNode {
  readonly kind: 'front-matter' | 'key' | 'body' | 'heading' | 'group' | 'project';
  readonly name: string;
  /** The organisations of a project, the value of a key, the number of projects of a group. */
  readonly detail: string;
  /** Everything that belongs to the entry. */
  readonly span: Span;
  /** What a click selects; inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/**
 * The outline of an article: the front matter with its keys, then the body with its groups of projects. Headings that
 * hold several groups stand above them. Siblings never overlap, and children lie within their parents.
 */
export function outlineOf(article: Article): readonly OutlineNode[] {
  const body = bodyNode(article);
  return article.frontMatter ? [frontMatterNode(article.frontMatter), body] : [body];
}

function frontMatterNode({ span, content, entries }: FrontMatter): OutlineNode {
  return {
    kind: 'front-matter',
    name: '',
    detail: '',
    span,
    selection: { start: span.start, end: Math.min(content.start, span.end) },
    children: entries.map(keyNode),
  };
}

function keyNode({ key, value, span }: FrontMatterEntry): OutlineNode {
  return { kind: 'key', name: key.value, detail: valueText(value), span, selection: key.span, children: [] };
}

function valueText(value: FrontMatterValue): string {
  switch (value.kind) {
    case 'scalar':
      return String(value.value ?? '');
    case 'list':
      return value.items.map(valueText).join('、');
    case 'map':
      return value.entries.map(({ key }) => key.value).join('、');
    case 'empty':
      return '';
  }
}

function bodyNode({ text, body, groups }: Article): OutlineNode {
  const start = body.span.start + text.slice(body.span.start).search(/\S|$/);
  const lineEnd = text.slice(start).search(/[\r\n]|$/);
  return {
    kind: 'body',
    name: '',
    detail: '',
    span: { start, end: body.span.end },
    selection: { start, end: start + lineEnd },
    children: underHeadings(nested(groups), 0),
  };
}

/** A group and those that begin inside it: a table in an entry of a list is a group of its own. */
interface NestedGroup {
  readonly group: Group;
  readonly inside: readonly Group[];
}

/** The groups that do not begin inside another; `groups` are in the order of the text. */
function nested(groups: readonly Group[]): readonly NestedGroup[] {
  const outermost: { group: Group; inside: Group[] }[] = [];
  for (const group of groups) {
    const last = outermost.at(-1);
    if (last && group.span.start < last.group.span.end) last.inside.push(group);
    else outermost.push({ group, inside: [] });
  }
  return outermost;
}

/** Groups under the same heading, `depth` levels down their parents, become the children of one entry for it. */
function underHeadings(groups: readonly NestedGroup[], depth: number): readonly OutlineNode[] {
  const nodes: OutlineNode[] = [];
  let at = 0;
  while (at < groups.length) {
    const first = groups[at];
    if (!first) break;
    const heading = first.group.parents[depth];
    let end = at + 1;
    while (heading && groups[end]?.group.parents[depth]?.span.start === heading.span.start) end++;
    const before = nodes.at(-1)?.span.end ?? 0;
    const children = heading ? underHeadings(groups.slice(at, end), depth + 1) : [];
    nodes.push(heading ? headingNode(heading, children, before) : groupNode(first));
    at = end;
  }
  return nodes;
}

/** A heading that stands above the sibling before, too, is shown once more where its next groups begin. */
function headingNode({ value, span }: Located<string>, children: readonly OutlineNode[], before: number): OutlineNode {
  const end = Math.max(span.end, children.at(-1)?.span.end ?? span.end);
  const start = span.start < before ? (children[0]?.span.start ?? end) : span.start;
  const selection = start === span.start ? span : { start, end: start };
  return { kind: 'heading', name: value, detail: '', span: { start, end }, selection, children };
}

function groupNode({ group: { heading, projects, span }, inside }: NestedGroup): OutlineNode {
  return {
    kind: 'group',
    name: heading?.value ?? '',
    detail: String(projects.length),
    span,
    // The heading of two lists is above the second of them, not in it.
    selection: heading && containsSpan(span, heading.span) ? heading.span : { start: span.start, end: span.start },
    children: projects.map((project) => projectNode(project, inside)),
  };
}

function projectNode({ label, title, organizations, span }: Project, groups: readonly Group[]): OutlineNode {
  return {
    kind: 'project',
    name: `${label.value}. ${title.value}`,
    detail: organizations.map(({ name }) => name.value).join('、'),
    span,
    selection: title.span,
    children: nested(groups.filter((group) => containsSpan(span, group.span))).map(groupNode),
  };
}
