import { isBoilerplateKind } from '../rules/boilerplate/kinds.ts';
import { type Catalogue, type CatalogueLayer, createCatalogue } from './catalogue.ts';
import { nativePatterns } from './patterns.ts';
import { type CatalogueContent, type CatalogueRule, emptyContent, matcherKeys } from './rule.ts';
import shipped from './shipped.json' with { type: 'json' };

/** The signatures of sites and platforms that come with the program. A test reads the file as it would read a user's. */
export const shippedContent: CatalogueContent = {
  rules: shipped.rules.flatMap((entry): readonly CatalogueRule[] => {
    const { kind, ...fields }: ShippedRule = entry;
    if (!isBoilerplateKind(kind)) return [];
    const matchers = matcherKeys.flatMap((by) => listOf(fields[by]).map((value) => ({ by, value })));
    return [{ kind, matchers, sites: fields.sites ?? [] }];
  }),
  exceptions: [],
  media: shipped.media,
};

export const shippedLayer: CatalogueLayer = { content: shippedContent, patterns: nativePatterns };

export const shippedCatalogue: Catalogue = createCatalogue([shippedLayer]);

/** Knows nothing. */
export const emptyCatalogue: Catalogue = createCatalogue([{ content: emptyContent, patterns: nativePatterns }]);

interface ShippedRule extends Partial<Readonly<Record<(typeof matcherKeys)[number], string | readonly string[]>>> {
  readonly kind: string;
  readonly sites?: readonly string[];
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
