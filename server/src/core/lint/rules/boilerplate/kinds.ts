import type { Safety } from '../../rule.ts';

/** What a piece of site furniture is. Each kind has a rule of the same name. */
export type BoilerplateKind = keyof typeof removalSafety;

/**
 * How safe it is to remove a kind unasked. `safe` is what never carries a sentence of the article; credits, sources and
 * notes say something about it, so a person decides.
 */
export const removalSafety = {
  comment: 'safe',
  style: 'safe',
  script: 'safe',
  tracking: 'safe',
  'empty-block': 'safe',
  ad: 'safe',
  'app-promo': 'safe',
  'qr-promo': 'safe',
  share: 'safe',
  navigation: 'safe',
  'comment-box': 'safe',
  'copy-button': 'safe',
  'end-mark': 'safe',
  'page-info': 'suggestion',
  tags: 'suggestion',
  'related-links': 'suggestion',
  'call-to-action': 'suggestion',
  'original-title': 'suggestion',
  'source-credit': 'suggestion',
  'editor-credit': 'suggestion',
  copyright: 'suggestion',
  disclaimer: 'suggestion',
  profile: 'suggestion',
  'site-icon': 'suggestion',
  repeated: 'suggestion',
} as const satisfies Record<string, Safety>;

/** Every kind, in the order in which they are listed. */
export const kindNames: readonly string[] = Object.keys(removalSafety);

export function isBoilerplateKind(name: string): name is BoilerplateKind {
  return Object.hasOwn(removalSafety, name);
}

/** Kinds that no reader sees, so that they may lie in the midst of any other. */
export const unseenKinds: ReadonlySet<BoilerplateKind> = new Set<BoilerplateKind>([
  'comment',
  'style',
  'script',
  'tracking',
  'empty-block',
]);
