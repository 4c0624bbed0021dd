/**
 * The public shape of an exported article, version 1, described to others by `schemas/export-record.schema.json`.
 * It is versioned apart from the program: fields may be added, never renamed or given another meaning.
 * `start` and `end` are UTF-16 offsets into the decoded file without its byte order mark, half-open; lines count from 1.
 */
export interface ExportRecord {
  readonly schemaVersion: 1;
  readonly article: ArticleRecord;
  readonly groups: readonly GroupRecord[];
  readonly figures: readonly FigureRecord[];
}

export interface ArticleRecord {
  /** The path as the caller gave it, with forward slashes. */
  readonly file: string;
  readonly title: string | null;
  readonly author: string | null;
  /** From the key `editor`, or else the person whom the body credits. */
  readonly editor: string | null;
  readonly site: string | null;
  /** ISO 8601 in UTC; null where the date cannot be read. */
  readonly published: string | null;
  readonly categories: readonly string[];
  readonly image: string | null;
  /** A BCP 47 tag read from the script of the text: `zh-Hans`, `zh-Hant` or `en`; null where the text gives none. */
  readonly language: string | null;
}

export interface GroupRecord {
  /** The heading's number as printed, "一"; empty where it has none. */
  readonly label: string;
  readonly number: number | null;
  readonly title: string | null;
  readonly declaredCount: number | null;
  readonly projects: readonly ProjectRecord[];
}

export interface ProjectRecord {
  /** The number as printed: "1", "①", "案例一". */
  readonly label: string;
  readonly number: number;
  readonly title: string;
  readonly organizations: readonly string[];
  /** Which part an organisation has, for those of which the text says it. */
  readonly roles: Readonly<Record<string, 'lead' | 'support' | 'applicant'>>;
  readonly text: string;
  readonly mentions: readonly QuoteRecord[];
  readonly figures: readonly FigureRecord[];
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export interface QuoteRecord {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export interface FigureRecord extends QuoteRecord {
  readonly value: number | null;
  readonly unit: string;
  readonly precision: 'exact' | 'about' | 'at-least' | 'at-most';
}
