import type { Located, Span } from '../text/span.ts';

/** A list of numbered projects under one heading. */
export interface Group {
  /** The heading as printed, "一、十大市级项目"; undefined where projects stand under no heading. */
  readonly heading: Located<string> | undefined;
  /** The heading's number as printed without punctuation, "一"; empty where it has none. */
  readonly label: string;
  /** The value of the label, 1; undefined where the heading is not numbered. */
  readonly number: number | undefined;
  /** The heading without its label. */
  readonly title: string;
  /** The printed headings above this one, outermost first. */
  readonly parents: readonly Located<string>[];
  /** How many projects the heading says there are ("十大", "（8件）"), with the place that says so. */
  readonly declaredCount: DeclaredCount | undefined;
  readonly projects: readonly Project[];
  /** From the heading (or the first project) to the end of the last project's lines. */
  readonly span: Span;
}

export interface DeclaredCount extends Located<number> {
  /** "三批" counts batches, and not the projects in them. */
  readonly isOfBatches: boolean;
}

export interface Project {
  /** The number as printed without punctuation: "1", "①", "案例一". */
  readonly label: Located<string>;
  readonly number: number;
  /** Without number, organisations and closing punctuation. */
  readonly title: Located<string>;
  readonly organizations: readonly Organization[];
  /** From the number to the end of what belongs to the project in its list: title, organisations, text below it. */
  readonly span: Span;
  /** The project's own line or lines as a reader sees them: number, title, organisations. */
  readonly text: string;
}

export type OrganizationRole = 'lead' | 'support' | 'applicant';

export interface Organization {
  readonly name: Located<string>;
  /** Given only where the text says it: 牵头 and 责任 are `lead`, 配合 is `support`, 申报 is `applicant`. */
  readonly role: OrganizationRole | undefined;
}
