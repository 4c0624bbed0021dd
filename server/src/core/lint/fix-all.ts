import { parseArticle } from '../article/parse.ts';
import { applyEdits, composeEdits, type Edit, joinEdits } from '../text/edit.ts';
import { compareSpans } from '../text/span.ts';
import { type LintOptions, lint } from './lint.ts';
import { removalEdits } from './removal.ts';
import type { Finding, Fix, LintConfig, Safety } from './rule.ts';

export interface FixAllOptions extends LintOptions {
  /** Stop after so many rounds, though there may be more to fix. Default: 10, which no article has needed. */
  readonly rounds?: number;
  /** `suggestion` also applies the first suggested fix of a finding that has no safe one. Default: `safe`. */
  readonly upTo?: Safety;
}

export interface FixAllResult {
  readonly text: string;
  /** From the text given to the text returned; sorted and disjoint. */
  readonly edits: readonly Edit[];
  readonly fixedCount: number;
}

/**
 * A rule whose fix leaves its own finding in place, or two rules that undo each other, would go on for ever. No honest
 * article has needed more than four rounds.
 */
const mostRounds = 10;

/**
 * Applies the fixes of all findings, again and again until there is nothing left to fix: one fix can uncover another
 * problem, and of two fixes that overlap the second has to wait for the next round.
 */
export function fixAll(text: string, config: LintConfig, options: FixAllOptions = {}): FixAllResult {
  const upTo = options.upTo ?? 'safe';
  let result: FixAllResult = { text, edits: [], fixedCount: 0 };
  for (let round = 0; round < (options.rounds ?? mostRounds); round++) {
    const findings = lint(parseArticle(result.text), config, options);
    // White space is tidied last: what stands in it takes along what it needs to.
    const isAboutText = ({ code }: Finding) => code.startsWith('text.');
    const ordered = [...findings.filter((finding) => !isAboutText(finding)), ...findings.filter(isAboutText)];
    const fixes = ordered.flatMap((finding) => bestFix(finding.fixes, upTo) ?? []);
    const { edits, taken } = joinFixes(result.text, fixes);
    if (taken.length === 0) break;
    result = {
      text: applyEdits(result.text, edits),
      edits: composeEdits(text.length, result.edits, edits),
      fixedCount: result.fixedCount + taken.length,
    };
  }
  return result;
}

/**
 * Fixes of furniture that a person has to decide about, one for each finding that has no safe fix. Each can be made together
 * with `safe`, the edits of all safe fixes of the text, and with all others.
 */
export function suggestedFixes(text: string, config: LintConfig, safe: readonly Edit[]): readonly Fix[] {
  const fixes = lint(parseArticle(text), config)
    .filter(({ code, fixes }) => code.startsWith('boilerplate.') && bestFix(fixes, 'safe') === undefined)
    .flatMap(({ fixes }) => bestFix(fixes, 'suggestion') ?? []);
  const { taken } = joinEdits([safe, ...fixes.map(({ edits }) => edits)]);
  return taken.flatMap((index) => fixes[index - 1] ?? []);
}

/** Joins the edits of as many of `fixes` as can be taken together; what removals take along, those left out do not count on. */
export function joinFixes(text: string, fixes: readonly Fix[]): ReturnType<typeof joinEdits> {
  const joined = joinEdits(editsTogether(text, fixes));
  if (joined.taken.length === fixes.length) return joined;
  return joinFixes(
    text,
    joined.taken.flatMap((index) => fixes[index] ?? []),
  );
}

/**
 * The edits of each of `fixes` when all of them are taken: what is deleted side by side takes along the white space between,
 * and of the blank lines around all of it one stays.
 */
function editsTogether(text: string, fixes: readonly Fix[]): readonly (readonly Edit[])[] {
  const removals = fixes.flatMap(({ removal }) => removal ?? []).sort((a, b) => compareSpans(a.span, b.span));
  const disjoint = removals.filter(({ span }, index) => (removals[index - 1]?.span.end ?? 0) <= span.start);
  const together = removalEdits(
    text,
    disjoint.map(({ span }) => span),
  );
  const replacements = new Map(disjoint.map(({ edit }, index) => [edit, together[index] ?? edit]));
  return fixes.map(({ edits }) => edits.map((edit) => replacements.get(edit) ?? edit));
}

/** The fix that a program may choose: the first safe one or, where suggestions are welcome, else the first of those. */
export function bestFix(fixes: readonly Fix[], upTo: Safety): Fix | undefined {
  if (upTo === 'manual') return fixes.find(({ safety }) => safety === 'safe') ?? fixes[0];
  const safe = fixes.find(({ safety }) => safety === 'safe');
  return safe ?? (upTo === 'suggestion' ? fixes.find(({ safety }) => safety === 'suggestion') : undefined);
}
