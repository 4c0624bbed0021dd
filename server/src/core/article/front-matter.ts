import type { Located, Span } from '../text/span.ts';

/** The YAML head of an article. */
export interface FrontMatter {
  /** From the opening `---` to the end of the closing `---` (without its line break), or of the text where it is unclosed. */
  readonly span: Span;
  /** The lines between the fences, without the fences. */
  readonly content: Span;
  /** Undefined when no closing `---` was found. */
  readonly closingFence: Span | undefined;
  /** The top-level keys in the order of the text; a key that stands twice is listed twice. */
  readonly entries: readonly FrontMatterEntry[];
  /** Every error and warning of the YAML parser, in the order of the text. */
  readonly problems: readonly YamlProblem[];
}

export interface FrontMatterEntry {
  readonly key: Located<string>;
  readonly value: FrontMatterValue;
  /** From the key to the end of the value. */
  readonly span: Span;
}

export type FrontMatterValue = ScalarValue | ListValue | MapValue | EmptyValue;

export interface ScalarValue {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** How the author wrote it. */
  readonly style: 'plain' | 'single-quoted' | 'double-quoted' | 'block';
  /** Includes the quotes. */
  readonly span: Span;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly FrontMatterValue[];
  readonly span: Span;
}

export interface MapValue {
  readonly kind: 'map';
  readonly entries: readonly FrontMatterEntry[];
  readonly span: Span;
}

/** `key:` with nothing after it. The span is empty and stands where a value would be written. */
export interface EmptyValue {
  readonly kind: 'empty';
  readonly span: Span;
}

export interface YamlProblem {
  /** The code that the `yaml` package gives, such as `DUPLICATE_KEY` or `BAD_INDENT`. */
  readonly code: string;
  /** The parser's own English sentence, without line numbers or excerpt. */
  readonly text: string;
  readonly span: Span;
}
