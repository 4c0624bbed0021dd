import type { Article } from '../article/article.ts';
import { type Line, sourceSpan } from '../article/lines.ts';
import { foldNames, organizationForms, organizationNormalizer } from '../article/organization-names.ts';
import type { Project } from '../article/projects.ts';
import { compareSpans, type Span } from '../text/span.ts';
import { isWholeName } from './whole-names.ts';

/** A place where an organisation stands. */
export interface OrganizationPlace {
  readonly kind: 'organization';
  readonly span: Span;
  /** The name as a reader sees it. */
  readonly text: string;
  /** What the names of one organisation have in common, in all articles: 上海市公安局 for 市公安局 in an article about 上海. */
  readonly identity: string;
  /** The project that it is named for; undefined where it stands in the text. */
  readonly project: Project | undefined;
}

/**
 * Where an article names organisations, in the order of the text: with its projects, and in its text those that it names with
 * a project. In the text only whole names count, with or without the article's own place before them. The title of a
 * project is a name of its own: what stands inside is no place.
 */
export function readOrganizationPlaces(article: Article): readonly OrganizationPlace[] {
  const projects = article.groups.flatMap((group) => group.projects);
  const normalize = organizationNormalizer(article);
  const listed = projects.flatMap((project) =>
    project.organizations.map(
      ({ name }): OrganizationPlace => ({
        kind: 'organization',
        span: name.span,
        text: name.value,
        identity: normalize(name.value),
        project,
      }),
    ),
  );
  if (listed.length === 0) return [];
  const taken = [...listed, ...projects.map(({ title }) => title)].sort((a, b) => compareSpans(a.span, b.span));
  const names = indexNames(
    [...new Set(listed.map(({ text }) => text))].flatMap((name) => organizationForms(name, normalize)),
  );
  const found = outside(
    article.body.lines.flatMap((line) => namesIn(line, names)),
    taken,
  );
  return [
    ...listed,
    ...found.map(
      ({ span, text }): OrganizationPlace => ({
        kind: 'organization',
        span,
        text,
        identity: normalize(text),
        project: undefined,
      }),
    ),
  ].sort((a, b) => compareSpans(a.span, b.span));
}

/** Those of `spans` that share no character with one of `taken`; both are sorted. */
export function outside<Member extends { readonly span: Span }>(
  members: readonly Member[],
  taken: readonly { readonly span: Span }[],
): readonly Member[] {
  let next = 0;
  return members.filter(({ span }) => {
    while ((taken[next]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    return (taken[next]?.span.start ?? Number.POSITIVE_INFINITY) >= span.end;
  });
}

/** Names to be found in text: by their first two characters the lengths that a name with them has, the longest first. */
interface NameIndex {
  readonly names: ReadonlySet<string>;
  /** The codes of their first characters: one look spares most places all others. */
  readonly firsts: ReadonlySet<number>;
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

function indexNames(forms: readonly string[]): NameIndex {
  const names = new Set(
    forms.filter(({ length }) => length >= shortestName && length <= longestName).filter((name) => !isOfMany(name)),
  );
  const lengths = new Map<string, Set<number>>();
  for (const name of names) {
    const pair = name.slice(0, 2);
    const known = lengths.get(pair);
    if (known) known.add(name.length);
    else lengths.set(pair, new Set([name.length]));
  }
  const sorted = [...lengths].map(([pair, found]) => [pair, [...found].sort((a, b) => b - a)] as const);
  return { names, firsts: new Set([...names].map((name) => name.charCodeAt(0))), lengths: new Map(sorted) };
}

/** In UTF-16 units. Shorter ones are words as often as names; the limit above keeps a search in linear time. */
const shortestName = 3;
const longestName = 50;

/** 各街道办事处, 相关部门: no one organisation's name. */
function isOfMany(name: string): boolean {
  return /^(?:各|相关|有关|其他|全体)/.test(name);
}

/** The whole names in a line, of those that begin at one place the longest. */
function namesIn(
  line: Line,
  { names, firsts, lengths }: NameIndex,
): readonly { readonly span: Span; readonly text: string }[] {
  const folded = foldNames(line.text);
  const found: { readonly span: Span; readonly text: string }[] = [];
  for (let at = 0; at + shortestName <= folded.length; at++) {
    if (!firsts.has(folded.charCodeAt(at))) continue;
    const length = lengths
      .get(folded.slice(at, at + 2))
      ?.find((long) => at + long <= folded.length && names.has(folded.slice(at, at + long)));
    if (length === undefined || !isWholeName(folded, at, at + length)) continue;
    found.push({ span: sourceSpan(line, at, at + length), text: line.text.slice(at, at + length) });
    at += length - 1;
  }
  return found;
}
