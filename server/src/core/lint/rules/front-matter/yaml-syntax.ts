import type { FrontMatter, YamlProblem } from '../../../article/front-matter.ts';
import { type EntryLines, splitEntries } from '../../../article/front-matter-lines.ts';
import { yamlProblems } from '../../../article/front-matter-yaml.ts';
import { applyEdits, joinEdits } from '../../../text/edit.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Span } from '../../../text/span.ts';
import type { Fix, Report, Rule } from '../../rule.ts';
import { guessSlips, type Slip } from './yaml-slips.ts';

export const yamlSyntax: Rule = {
  code: 'front-matter.yaml-syntax',
  severity: 'error',
  summary: 'A front matter that YAML cannot read.',
  why:
    'One such mistake and tools lose every key of the article, not only the one that is wrong. Most are slips that a ' +
    'program makes when it writes a title as it is: a colon and a space, an apostrophe, a bracket or a tab. For those the ' +
    'message says in plain words what is wrong, and the fix quotes, closes or indents; the words of the value stay as ' +
    'they are. A fix is offered only after a look at whether YAML can read what it leaves.',
  example: {
    before: `---
title: 三条新线开通: 首日客流创新高
author: '李明'
categories:
\t- 交通
---

<p>三条新线昨天开通。</p>
`,
    after: `---
title: '三条新线开通: 首日客流创新高'
author: '李明'
categories:
  - 交通
---

<p>三条新线昨天开通。</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    if (!frontMatter || frontMatter.problems.length === 0) return;
    for (const { entry, problems } of problemsByEntry(text, frontMatter)) {
      const slips = explain(text, entry, problems);
      if (slips.length > 0) yield* mergeSlips(slips);
      else for (const problem of problems) yield { span: visible(text, problem), message: sentence(problem) };
    }
  },
};

interface ProblematicEntry {
  readonly entry: EntryLines;
  readonly problems: readonly YamlProblem[];
}

function problemsByEntry(text: string, { content, problems }: FrontMatter): readonly ProblematicEntry[] {
  const entries = splitEntries(text, content);
  const groups = new Map<EntryLines, YamlProblem[]>();
  let index = 0;
  for (const problem of problems) {
    while (index + 1 < entries.length && problem.span.start >= (entries[index]?.span.end ?? 0)) index++;
    const entry = entries[index];
    if (!entry) continue;
    const group = groups.get(entry);
    if (group) group.push(problem);
    else groups.set(entry, [problem]);
  }
  return Array.from(groups, ([entry, own]) => ({ entry, problems: own }));
}

/**
 * The slips that explain all problems of an entry: those each of which alone lets YAML read it, else all of them if they
 * do so together. Empty where no guess is right.
 */
function explain(text: string, entry: EntryLines, problems: readonly YamlProblem[]): readonly Slip[] {
  const slips = guessSlips(text, entry, problems);
  const sufficient = slips.filter((slip) => mends(text, entry, [slip]));
  const [first] = sufficient;
  if (first) return sufficient.filter(({ span }) => span.start === first.span.start && span.end === first.span.end);
  if (slips.length < 2 || !mends(text, entry, slips)) return [];
  // One of several that are needed is no safer than the boldest of them.
  const safety = slips.every((slip) => slip.safety === 'safe') ? 'safe' : 'suggestion';
  return slips.map((slip) => ({ ...slip, safety }));
}

function mends(text: string, { span, key }: EntryLines, slips: readonly Slip[]): boolean {
  const edits = joinEdits(slips.map((slip) => slip.edits)).edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - span.start, end: edit.span.end - span.start },
  }));
  const mended = applyEdits(text.slice(span.start, span.end), edits);
  return (
    yamlProblems(mended).length === 0 &&
    (key !== undefined || splitEntries(mended, { start: 0, end: mended.length }).length > 0)
  );
}

/** One report a place: two guesses about the same words are two ways to mend them. */
function mergeSlips(slips: readonly Slip[]): readonly Report[] {
  const reports = new Map<string, { readonly slip: Slip; readonly fixes: Fix[] }>();
  for (const slip of slips) {
    const { span, title, safety, edits } = slip;
    const place = `${span.start}-${span.end}`;
    const known = reports.get(place);
    if (known) known.fixes.push({ title, safety, edits });
    else reports.set(place, { slip, fixes: [{ title, safety, edits }] });
  }
  return Array.from(reports.values(), ({ slip, fixes }) => ({ span: slip.span, message: slip.message, fixes }));
}

function sentence({ code, text }: YamlProblem): Message {
  switch (code) {
    case 'TAB_AS_INDENT':
      return message('A tab indents this line, which YAML does not allow; expected spaces.');
    case 'BAD_INDENT':
      return message('This line is indented unlike those around it; expected the same number of spaces.');
    case 'NO_KEY':
      return message('A line without a key; expected a key, a colon and a space first.');
    case 'BAD_ALIAS':
      return message(
        'A star begins a reference in YAML, and there is nothing of that name; expected quotes around the value.',
      );
    case 'TAG_RESOLVE_FAILED':
      return message(
        'An exclamation mark begins a type in YAML, and this one is unknown; expected quotes around the value.',
      );
    case 'TOO_MUCH':
      return message('The front matter nests too deep or has too many parts to be read; expected a few keys.');
    default:
      return message('YAML cannot read this: {0}; expected a key, a colon, a space and a value in quotes.', text);
  }
}

/** The parser points at the line break where something is missing at the end of a line; the last character is shown instead. */
function visible(text: string, { span }: YamlProblem): Span {
  let end = span.end;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--;
  return { start: Math.max(0, Math.min(span.start, end - 1)), end };
}
