import simplifiedChinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };
import type { Translate } from './core/text/message.ts';

const bundles: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'zh-cn': simplifiedChinese };

/**
 * The translation into a language given as a BCP 47 tag or as in `LANG` ("zh-CN", "zh_CN.UTF-8", "zh-Hans-SG").
 * English, which the templates are written in, for every language that has no bundle.
 */
export function translateTo(language: string): Translate {
  const bundle = bundles[bundleName(language)];
  return (template) => bundle?.[template] ?? template;
}

/** Traditional Chinese gets English: a reader of it is better served so than by a half-converted bundle. */
function bundleName(language: string): string {
  const [primary = '', ...rest] = language.toLowerCase().split(/[-_.@]/);
  if (primary !== 'zh') return primary;
  return rest.some((part) => part === 'tw' || part === 'hk' || part === 'mo' || part === 'hant') ? 'zh-hant' : 'zh-cn';
}
