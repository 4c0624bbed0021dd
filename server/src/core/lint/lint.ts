import type { Article } from '../article/article.ts';
import { compareSpans } from '../text/span.ts';
import { readDirectives, silences } from './directives.ts';
import type { Finding, LintConfig, Rule, Severity } from './rule.ts';
import { allRules } from './rules/registry.ts';

export interface LintOptions {
  readonly rules?: readonly Rule[];
  /**
   * Called when a rule throws; its findings are then left out and the others stand. Without it the error is thrown on,
   * which is what tests want.
   */
  readonly onRuleFailure?: (code: string, error: unknown) => void;
}

/** Everything that the rules find in an article, sorted by place, without what a comment in the article silences. */
export function lint(article: Article, config: LintConfig, options: LintOptions = {}): readonly Finding[] {
  const directives = readDirectives(article);
  const findings: Finding[] = [];
  for (const rule of options.rules ?? allRules) {
    const severity = severityOf(rule, config);
    if (severity === 'off') continue;
    for (const finding of findingsOf(rule, severity, article, config, options)) {
      if (directives.length === 0 || !silences(directives, finding)) findings.push(finding);
    }
  }
  return findings.sort((a, b) => compareSpans(a.span, b.span));
}

/** What the configuration says of a rule: of its code, else of its family (`boilerplate.*`), else the rule's own. */
export function severityOf({ code, severity }: Rule, { rules }: LintConfig): Severity | 'off' {
  return rules[code] ?? rules[familyOf(code)] ?? severity;
}

const families = new Map<string, string>();

/** `boilerplate.*` for `boilerplate.comment`. Asked for each rule at each keystroke, so the few answers are kept. */
function familyOf(code: string): string {
  const known = families.get(code);
  if (known !== undefined) return known;
  const family = `${code.slice(0, code.indexOf('.'))}.*`;
  families.set(code, family);
  return family;
}

function findingsOf(
  rule: Rule,
  severity: Severity,
  article: Article,
  config: LintConfig,
  { onRuleFailure }: LintOptions,
): readonly Finding[] {
  const { code } = rule;
  const findings: Finding[] = [];
  try {
    for (const { span, message, fixes = none, unnecessary = false, related = none } of rule.check(article, config)) {
      findings.push({ code, severity, span, message, fixes, unnecessary, related });
    }
    return findings;
  } catch (error) {
    if (!onRuleFailure) throw error;
    onRuleFailure(code, error);
    return [];
  }
}

const none: readonly never[] = [];
