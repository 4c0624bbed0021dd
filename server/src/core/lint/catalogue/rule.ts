import type { BoilerplateKind } from '../rules/boilerplate/kinds.ts';

/**
 * What a catalogue says that furniture looks like. `selector` is a CSS selector for an element; `text` the text of a line
 * or a block, white space, case and full width aside; the others are regular expressions, in the syntax that RE2 and
 * JavaScript share and without regard to case, for a visible line, for a comment without its `<!--` and `-->`, and for the
 * address of an image or a frame.
 */
export const matcherKeys = ['selector', 'text', 'pattern', 'comment', 'image'] as const;
export type MatcherKey = (typeof matcherKeys)[number];

export interface Matcher {
  readonly by: MatcherKey;
  readonly value: string;
}

/** "What looks like this is furniture of this kind." */
export interface CatalogueRule {
  readonly kind: BoilerplateKind;
  /** Any of these is enough. */
  readonly matchers: readonly Matcher[];
  /** Names or domains of the sites on which it holds; empty: on all. */
  readonly sites: readonly string[];
}

/** "What looks like this is no furniture", whatever a rule says. Without a kind: of no kind. */
export interface CatalogueException extends Omit<CatalogueRule, 'kind'> {
  readonly kind: BoilerplateKind | undefined;
}

/** The contents of one catalogue file. */
export interface CatalogueContent {
  readonly rules: readonly CatalogueRule[];
  readonly exceptions: readonly CatalogueException[];
  /** Names of media that stand in brackets behind the last sentence of what they published. */
  readonly media: readonly string[];
}

export const emptyContent: CatalogueContent = { rules: [], exceptions: [], media: [] };

/** The form in which texts of lines and blocks are compared: without white space, in lower case and half width. */
export function foldFurniture(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
