/**
 * A gold label beside an article, as a person wrote it: what a perfect reader would find. Lists that a label leaves out
 * were not labelled and are not measured.
 */
export interface Label {
  readonly frontMatterProblems?: readonly { readonly key: string; readonly kind: string }[];
  readonly boilerplate?: readonly { readonly quote: string; readonly kind: string; readonly occurrence?: number }[];
  readonly groups?: readonly GroupLabel[];
  readonly figures?: readonly { readonly quote: string; readonly value: number | null; readonly unit: string }[];
  readonly mentions?: readonly MentionLabel[];
  readonly numberingProblems?: readonly { readonly group: number | null; readonly problem: string }[];
}

export interface GroupLabel {
  readonly heading: string | null;
  readonly items: readonly ItemLabel[];
}

export interface ItemLabel {
  readonly number: string;
  readonly title: string;
  readonly organizations: readonly string[];
}

export interface MentionLabel {
  readonly quote: string;
  /** Text of the file around the quote, entities undecoded, that tells which of several places is meant. */
  readonly in: string;
  /** The group's number and the item's, joined by a hyphen. */
  readonly project: string;
  /** The group's index; in older labels only `project` tells it. */
  readonly group?: number;
}

/** @throws SyntaxError where the text is no JSON object. What the fields hold is taken on trust. */
export function parseLabel(json: string): Label {
  const label: unknown = JSON.parse(json);
  if (typeof label !== 'object' || label === null || Array.isArray(label))
    throw new SyntaxError('Expected a JSON object');
  return label;
}
