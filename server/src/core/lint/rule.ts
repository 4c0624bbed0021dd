import type { Article } from '../article/article.ts';
import type { Edit } from '../text/edit.ts';
import type { Message } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { shippedCatalogue } from './catalogue/shipped.ts';
import type { SiteRepetition } from './repetition/fingerprint.ts';
import { defaultSchemaConfig, type SchemaConfig } from './schema/schema.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/**
 * How much trust a fix deserves. `safe`: no reader of the article loses a word of it, so "fix all", fix on save and the
 * command line apply it unasked. `suggestion`: probably right, but a person has to look. `manual`: it writes other words
 * or numbers than the article has, so that only a person takes it, one finding at a time.
 */
export type Safety = 'safe' | 'suggestion' | 'manual';

export interface Fix {
  readonly title: Message;
  readonly safety: Safety;
  /** Sorted and disjoint. */
  readonly edits: readonly Edit[];
  /**
   * What the fix deletes, where it deletes something with the white space around it, and the one of `edits` that does so.
   * Fixes that are taken together delete the white space between them, see `joinFixes`.
   */
  readonly removal?: { readonly span: Span; readonly edit: Edit };
}

/** What a rule reports: a place, what is wrong there and what was expected, and, best fix first, ways to mend it. */
export interface Report {
  readonly span: Span;
  readonly message: Message;
  readonly fixes?: readonly Fix[];
  /** The reported text carries nothing for a reader: editors show it faded. */
  readonly unnecessary?: boolean;
  readonly related?: readonly Related[];
  /** The instant, in milliseconds since 1970 UTC, from which on the report no longer holds. Left out: it always does. */
  readonly until?: number;
}

/** Another place that a message speaks of. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** A report with the rule that made it and the severity that applies; what the report left out is empty. */
export interface Finding extends Required<Report> {
  readonly code: string;
  readonly severity: Severity;
}

/**
 * A rule is one file that exports one object of this shape. Its page under `docs/rules/` and its first test are
 * generated from it.
 */
export interface Rule {
  /** `family.offence`, where the family is the folder: `front-matter`, `boilerplate`, `structure` or `text`. */
  readonly code: string;
  /** Applies unless the configuration says otherwise. */
  readonly severity: Severity;
  /** True for a rule that is off until somebody names it in the configuration: a matter of taste, not a mistake. */
  readonly isOptional?: boolean;
  /** One sentence: what the rule finds. English, translated where it is shown. */
  readonly summary: string;
  /** A paragraph: why it matters, what is done about it, and what the fix keeps. */
  readonly why: string;
  /**
   * A small whole article in which the rule finds something, and the same after all its fixes, also the suggested
   * ones. `after` equals `before` where the rule offers no fix. Other rules may find things there too. `config` is what
   * has to be set for the rule to find anything.
   */
  readonly example: { readonly before: string; readonly after: string; readonly config?: Partial<LintConfig> };
  check(article: Article, config: LintConfig): Iterable<Report>;
}

/** What a person can set. Plain data; unknown rule codes have been reported where it was read. */
export interface LintConfig {
  /** A severity for a rule code, or `off`. What is not listed has its rule's own severity. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The front matter keys that every article must have. */
  readonly requiredKeys: readonly string[];
  /**
   * The present, in milliseconds since 1970 UTC, as the edge knows it: the core has no clock. Left out, no date is
   * too late.
   */
  readonly now?: number;
  /** The JSON Schemas that the front matter is checked against. */
  readonly schema: SchemaConfig;
  readonly boilerplate: BoilerplateConfig;
}

/** The three ways of knowing site furniture. Compared by identity: one object as long as nothing changes. */
export interface BoilerplateConfig {
  /** Signatures of sites and platforms: those that are shipped, and the user's own. */
  readonly catalogue: Catalogue;
  /** Whether markup, words and places tell, too, as they do on any site. */
  readonly structure: boolean;
  /** By the name of a site, what stands in many of its articles. */
  readonly repetition: ReadonlyMap<string, SiteRepetition>;
}

export const defaultLintConfig: LintConfig = {
  rules: {},
  requiredKeys: ['title', 'date', 'author', 'categories'],
  schema: defaultSchemaConfig,
  boilerplate: { catalogue: shippedCatalogue, structure: true, repetition: new Map() },
};
