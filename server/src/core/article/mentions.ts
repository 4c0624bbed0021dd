import type { Span } from '../text/span.ts';
import type { Article } from './article.ts';
import { closest } from './html.ts';
import { type Line, sourceSpan } from './lines.ts';
import { isOrganizationName } from './organizations.ts';
import type { Project } from './projects.ts';
import {
  areOfOneTitle,
  cutsWord,
  type FoldedText,
  foldText,
  indexTitles,
  mostPlaces,
  placeFactor,
  type TitleIndex,
  weightOf,
} from './title-index.ts';

/** A place in the prose that names a project of the lists. */
export interface Mention {
  readonly project: Project;
  /** As a reader sees it. */
  readonly quote: string;
  readonly span: Span;
}

/**
 * The places outside the lists where a project is named by its title or by enough of it, in reading order. A part of a
 * title counts where no other title has it, where it is no organisation and no theme of the whole article (its title or
 * a heading), and where it can stand alone: between quotation marks, or a part from one joint of the title to another.
 * A name may leave out words of the title ("外卖封签案"), but add none.
 */
export function readMentions(article: Article): readonly Mention[] {
  const projects = article.groups.flatMap((group) => group.projects);
  if (projects.length === 0) return [];
  const index = indexTitles(projects);
  let themes: Themes | undefined;
  const lazyThemes = (): Themes => {
    themes ??= themesOf(article);
    return themes;
  };
  return proseLines(article).flatMap((line) => mentionsIn(line, index, lazyThemes));
}

/** The lines outside all lists. A line that repeats the headline under another name tells of no project. */
function proseLines({ body, groups }: Article): readonly Line[] {
  const spans = groups.map(({ span }) => span).sort((a, b) => a.start - b.start);
  let next = 0;
  return body.lines.filter((line) => {
    const { span, text } = line;
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    const isInList = (spans[next]?.start ?? Number.POSITIVE_INFINITY) < span.end;
    return !isInList && !(text.startsWith('原') && /^原(?:标题|题)/.test(text)) && !isLink(line);
  });
}

/** A line that is a link as a whole leads to another article. */
function isLink({ segments }: Line): boolean {
  return segments.every(({ node }) => closest(node, linkElement) !== undefined);
}

const linkElement: ReadonlySet<string> = new Set(['a']);

/** What the article speaks of as a whole, folded. */
interface Themes {
  readonly title: string;
  /** Its headings and organisations, joined. */
  readonly around: string;
}

function themesOf({ frontMatter, groups }: Article): Themes {
  const title = frontMatter?.entries.find(({ key }) => key.value === 'title')?.value;
  const headings = groups.flatMap(({ heading, parents }) => [...parents, ...(heading ? [heading] : [])]);
  const organizations = groups.flatMap((group) =>
    group.projects.flatMap((project) => project.organizations.map(({ name }) => name)),
  );
  const texts = new Set([...headings, ...organizations].map(({ value }) => value));
  return {
    title: title?.kind === 'scalar' ? foldText(String(title.value)).text : '',
    around: [...texts].map((text) => foldText(text).text).join('\n'),
  };
}

function mentionsIn(line: Line, index: TitleIndex, themes: () => Themes): readonly Mention[] {
  const prose = foldText(line.text);
  const names: Name[] = [];
  for (const runs of runsIn(prose, index)) {
    const name = nameOf(runs, prose, index);
    if (name) names.push(name);
  }
  if (names.length === 0) return [];
  const accepted = names.filter((name) => isTelling(name, line.text, prose, index, themes));
  return withoutOverlaps(accepted).flatMap(({ title, start, end }) => {
    const project = index.titleOf(title)?.project;
    if (!project) return [];
    const { from, to } = withQuotationMarks(line.text, prose.offsets[start] ?? 0, (prose.offsets[end - 1] ?? -1) + 1);
    return { project, quote: line.text.slice(from, to), span: sourceSpan(line, from, to) };
  });
}

/** Characters `[start, end)` of the folded prose that stand in a title from `at` on. */
interface Run {
  readonly title: number;
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** The longest runs that prose and titles share, joined where the prose only leaves out words of the title. */
function runsIn(prose: FoldedText, index: TitleIndex): readonly (readonly Run[])[] {
  const { text } = prose;
  let chains: Run[][] | undefined;
  const open = new Map<number, Run[]>();
  const covered = new Map<number, number>();
  for (let start = 0; start + 1 < text.length; start++) {
    const places = index.placesOf(text, start);
    if (!places || places.length > mostPlaces) continue;
    for (const place of places) {
      const at = place % placeFactor;
      const title = (place - at) / placeFactor;
      const diagonal = (start - at + placeFactor) * index.count + title;
      if ((covered.get(diagonal) ?? -1) > start) continue;
      const run = longestRun(title, start, at, text, index.textOf(title));
      if (!run) continue;
      covered.set(diagonal, run.end);
      const chain = open.get(title);
      const last = chain?.[chain.length - 1];
      if (chain && last && isNextTo(last, run, text) && last.at + (last.end - last.start) <= run.at) {
        chain.push(run);
      } else {
        const begun = [run];
        open.set(title, begun);
        if (chains) chains.push(begun);
        else chains = [begun];
      }
    }
  }
  return chains ?? noChains;
}

const noChains: readonly (readonly Run[])[] = [];

/** A 的 is all that a name may add to the words of a title: "小学的接送通道" for 小学接送通道. */
function isNextTo(last: Run, run: Run, prose: string): boolean {
  return last.end === run.start || (last.end + 1 === run.start && prose[last.end] === '的');
}

/**
 * The longest run around the pair that stands at `pairStart` in the prose and at `pairAt` in the title, without clause
 * ends and pieces of ASCII words at its edges; undefined where that leaves less than a pair.
 */
function longestRun(title: number, pairStart: number, pairAt: number, prose: string, text: string): Run | undefined {
  let start = pairStart;
  let end = pairStart + 2;
  const shift = pairAt - pairStart;
  while (start > 0 && start + shift > 0 && prose.charCodeAt(start - 1) === text.charCodeAt(start + shift - 1)) start--;
  while (end < prose.length && end + shift < text.length && prose.charCodeAt(end) === text.charCodeAt(end + shift))
    end++;
  while (start < end && (isEdge(prose, start, shift) || cutsWord(prose, start))) start++;
  while (start < end && (prose[end - 1] === '，' || cutsWord(prose, end))) end--;
  return end - start >= 2 ? { title, start, end, at: start + shift } : undefined;
}

/** Clause ends begin no name, nor does a 的 from the middle of a title. */
function isEdge(prose: string, start: number, shift: number): boolean {
  return prose[start] === '，' || (prose[start] === '的' && start + shift > 0);
}

/** What the prose calls a project: `[start, end)` of the folded prose. */
interface Name {
  readonly title: number;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  /** How much of the title it gives, by weight. */
  readonly coverage: number;
  /** The same with the words of the title that were left out between. */
  readonly reach: number;
  readonly beginsAtJoint: boolean;
  readonly endsAtJoint: boolean;
  /** The part of its pairs of characters that stand in no other title. */
  readonly ownShare: number;
  /** Where the words end in the title. */
  readonly titleEnd: number;
}

function nameOf(runs: readonly Run[], prose: FoldedText, index: TitleIndex): Name | undefined {
  const { text } = prose;
  const first = runs[0];
  const last = runs[runs.length - 1];
  if (!first || !last) return undefined;
  const before = abbreviatedBeginning(prose, first, index.textOf(first.title));
  const after = abbreviatedEnd(prose, last, index.textOf(first.title));
  const start = first.start - before;
  const end = last.end + after;
  const weight = weightOf(text, start, end);
  if (weight < leastWeight) return undefined;
  const ownShare = shareOfOwnPairs(runs, text, index);
  // Words that other titles have as well count only where they are nearly a whole title.
  const isCommon = ownShare < leastOwnShare && weight < 0.8 * nearlyWhole * weightOf(index.textOf(first.title));
  const title = isCommon ? undefined : index.titleOf(first.title);
  if (!title) return undefined;
  const lastEnd = last.at + last.end - last.start;
  return {
    title: first.title,
    start,
    end,
    weight,
    coverage: weight / title.weight,
    reach: weightOf(title.text, first.at, after > 0 ? title.text.length : lastEnd) / title.weight,
    beginsAtJoint: before > 0 || title.joints.has(first.at),
    endsAtJoint: after > 0 || title.joints.has(lastEnd),
    ownShare,
    titleEnd: lastEnd,
  };
}

/** Fewer characters name nothing, see {@link standsAlone}. */
const leastWeight = 3;

/** The part of the pairs of characters in runs that stand in no other title. */
function shareOfOwnPairs(runs: readonly Run[], text: string, index: TitleIndex): number {
  let own = 0;
  let all = 0;
  for (const { start, end } of runs) {
    for (let at = start; at + 1 < end; at++) {
      all++;
      if (areOfOneTitle(index.placesOf(text, at))) own++;
    }
  }
  return own / Math.max(1, all);
}

const leastOwnShare = 0.34;
/** So much of a title stands for the whole. */
const nearlyWhole = 0.85;

/** How many single characters before a run abbreviate the title's beginning: 2 in 市一|医院 for 市第一人民|医院. */
function abbreviatedBeginning({ text, offsets }: FoldedText, { start, at }: Run, title: string): number {
  const isBegunAt = (length: number): boolean =>
    start >= length &&
    at > length &&
    text.charCodeAt(start - length) === title.charCodeAt(0) &&
    isUnbroken(offsets, start - length, start);
  if (isBegunAt(2) && title.slice(1, at).includes(text.charAt(start - 1))) return 2;
  return isBegunAt(1) ? 1 : 0;
}

/** 1 where the title's last character follows the run, as in 封签|案. */
function abbreviatedEnd({ text, offsets }: FoldedText, { start, end, at }: Run, title: string): number {
  const isLast = at + end - start < title.length - 1 && text[end] === title.at(-1);
  return isLast && isUnbroken(offsets, end - 1, end) ? 1 : 0;
}

/** True where no mark that folding drops, such as a closing quotation mark, parts two places of the prose. */
function isUnbroken(offsets: FoldedText['offsets'], from: number, to: number): boolean {
  return (offsets[to] ?? Number.NaN) - (offsets[from] ?? Number.NaN) === to - from;
}

function isTelling(name: Name, line: string, prose: FoldedText, index: TitleIndex, themes: () => Themes): boolean {
  if (countsOtherwise(name, prose.text, index.textOf(name.title))) return false;
  const lineEnd = (prose.offsets[name.end - 1] ?? 0) + 1;
  const isQuoted = isBetweenQuotationMarks(line, prose.offsets[name.start] ?? 0, lineEnd);
  if (isQuoted && namesAnother(line.slice(lineEnd + 1), index.titleOf(name.title)?.project.title.value ?? ''))
    return false;
  if (name.coverage >= nearlyWhole && (name.weight >= 4 || isQuoted)) return name.ownShare > 0 || index.count === 1;
  if (
    name.ownShare < leastOwnShare ||
    !standsAlone(name, isQuoted, calledProject.test(line.slice(lineEnd, lineEnd + 4)))
  )
    return false;
  const words = prose.text.slice(name.start, name.end);
  const isTheme =
    name.beginsAtJoint && name.coverage >= 0.5 ? isNameOfAll(words, themes()) : themes().title.includes(words);
  return !isTheme && !themes().around.includes(words) && (name.endsAtJoint || !isOrganizationName(words));
}

/** "改造小区148个" tells of another year than the title "改造小区120个": the number behind the same words is another. */
function countsOtherwise({ end, titleEnd }: Name, prose: string, title: string): boolean {
  if (!isDigit(prose, end) || !isDigit(title, titleEnd)) return false;
  const numberAt = (text: string, at: number): string | undefined =>
    /^\d+/.exec(text.slice(at, at + longestNumber))?.[0];
  return numberAt(prose, end) !== numberAt(title, titleEnd);
}

function isDigit(text: string, at: number): boolean {
  return text.charAt(at) >= '0' && text.charAt(at) <= '9';
}

/** In digits. */
const longestNumber = 12;

/** True where the article's title calls all its projects by these words: 为民服务 in "公布为民服务项目". */
function isNameOfAll(words: string, { title }: Themes): boolean {
  const at = title.indexOf(words);
  return at >= 0 && collection.test(title.slice(at + words.length));
}

const collection = /^(?:类|重点|重大)?(?:项目|工程|实事|事项|行动|计划|方案|任务|清单|名单|案例|成果|工作|措施|举措)/;

/**
 * Whether a part of a title is enough to name it. Measured on Chinese lists of projects, laws, cases and products: the
 * end of a title tells more than its beginning, which is often only the topic ("老旧住宅电梯" of "老旧住宅电梯维护").
 */
function standsAlone(
  { weight, coverage, reach, beginsAtJoint, endsAtJoint }: Name,
  isQuoted: boolean,
  isCalledProject: boolean,
): boolean {
  if (isQuoted) return weight >= 3 && coverage >= 0.25;
  if (beginsAtJoint && endsAtJoint) return weight >= 4 && coverage >= 0.3;
  if (endsAtJoint) return weight >= 5 && reach >= 0.3;
  if (!beginsAtJoint) return false;
  if (weight >= 4 && coverage >= 0.5) return true;
  return isCalledProject ? weight >= 4 && coverage >= 0.3 : weight >= 5.5 && coverage >= 0.5;
}

/** The prose itself says that the words before name an item. */
const calledProject = /^[”’」』》]?(?:这[一个]?[项案件]|一[案项]|项目)/;

/**
 * Whether the words behind a closing quotation mark make the name that of another thing: 专项整改活动 behind a name
 * where the title goes on with 工作.
 */
function namesAnother(behind: string, title: string): boolean {
  const head = headNoun.exec(behind)?.[1];
  return head !== undefined && !title.includes(head);
}

/** A noun for an undertaking that ends a name of Han characters without a word that only joins. */
const headNoun =
  /^(?:(?![将为是已在于被的和与及由了等使让])\p{Script=Han}){2,6}?(活动|行动|计划|工程|大赛|论坛|会议|专班|展览|品牌|平台|系统|中心|基地|公司|机制|模式|制度|条例|办法|指数|指南|标准|课程)/u;

function isBetweenQuotationMarks(text: string, from: number, to: number): boolean {
  const closing = quotationMarks.get(text.charAt(from - 1));
  return closing !== undefined && closing === text.charAt(to);
}

const quotationMarks: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
  ['"', '"'],
]);

/** Of names that overlap the weightiest. Where the same words name two titles equally well, neither is meant for certain. */
function withoutOverlaps(names: readonly Name[]): readonly Name[] {
  const sorted = [...names].sort((a, b) => a.start - b.start);
  const beaten = new Set<Name>();
  sorted.forEach((name, at) => {
    for (let next = at + 1; (sorted[next]?.start ?? name.end) < name.end; next++) {
      const other = sorted[next];
      if (!other) break;
      if (!isBetter(name, other)) beaten.add(name);
      if (!isBetter(other, name)) beaten.add(other);
    }
  });
  return sorted.filter((name) => !beaten.has(name));
}

function isBetter(a: Name, b: Name): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.coverage > b.coverage);
}

/** Takes in the partner of a quotation mark inside the name, and the 《》 around it. */
function withQuotationMarks(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const inside = text.slice(from, to);
  for (const [opening, closing] of quotationMarks) {
    if (opening === closing) continue;
    const isOpen = inside.lastIndexOf(opening) > inside.lastIndexOf(closing);
    const isClosed =
      inside.includes(closing) && inside.indexOf(closing) < (inside.indexOf(opening) + 1 || Infinity) - 1;
    const isBook = opening === '《' && !inside.includes(opening) && isBetweenQuotationMarks(text, from, to);
    const before = (isClosed || isBook) && text.charAt(from - 1) === opening ? 1 : 0;
    const after = (isOpen || isBook) && text.charAt(to) === closing ? 1 : 0;
    if (before + after > 0) return { from: from - before, to: to + after };
  }
  return { from, to };
}
