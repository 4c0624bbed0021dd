import type { Article } from '../article/article.ts';
import { compareSpans } from '../text/span.ts';
import { readDirectives, silences } from './directives.ts';
import type { Finding, LintConfig, Report, Rule, Severity } from './rule.ts';
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
  const findings: Finding[] = [];
  for (const active of options.rules ? activeRules(options.rules, config) : activeOfAll(config)) {
    const { rule } = active;
    const before = findings.length;
    try {
      for (const report of rule.check(article, config)) findings.push(toFinding(active, report));
    } catch (error) {
      if (!options.onRuleFailure) throw error;
      findings.length = before;
      options.onRuleFailure(rule.code, error);
    }
  }
  const directives = readDirectives(article);
  const heard = directives.length > 0 ? findings.filter((finding) => !silences(directives, finding)) : findings;
  return heard.sort((a, b) => compareSpans(a.span, b.span));
}

/** A rule that is not off, with the severity that applies. */
interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The same for each keystroke until the settings change, so it is found out once for the settings of the rules. */
function activeOfAll(config: LintConfig): readonly ActiveRule[] {
  const known = activeBySettings.get(config.rules);
  if (known) return known;
  const active = activeRules(allRules, config);
  activeBySettings.set(config.rules, active);
  return active;
}

const activeBySettings = new WeakMap<LintConfig['rules'], readonly ActiveRule[]>();

function activeRules(rules: readonly Rule[], config: LintConfig): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const severity = severityOf(rule, config);
    return severity === 'off' ? [] : [{ rule, severity }];
  });
}

/**
 * What the configuration says of a rule: of its code, else of its family (`boilerplate.*`), else the rule's own. An
 * optional rule goes by its code alone.
 */
function severityOf({ code, severity, isOptional }: Rule, { rules }: LintConfig): Severity | 'off' {
  if (isOptional) return rules[code] ?? 'off';
  return rules[code] ?? rules[`${code.slice(0, code.indexOf('.'))}.*`] ?? severity;
}

function toFinding({ rule: { code }, severity }: ActiveRule, report: Report): Finding {
  const { span, message, fixes = none, unnecessary = false, related = none, until = Number.POSITIVE_INFINITY } = report;
  return { code, severity, span, message, fixes, unnecessary, related, until };
}

const none: readonly never[] = [];
