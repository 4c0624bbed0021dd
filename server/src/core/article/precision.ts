/** How exact a number is meant: `about` for 约, 左右 …; `at-least` for 余, 多, 以上, 逾 …; `at-most` for 以内, 不超过 … */
export type Precision = 'exact' | 'about' | 'at-least' | 'at-most';

/** What the words behind a quantity that ends at `end` say of it; undefined where they say nothing. */
export function precisionAfter(text: string, end: number): Precision | undefined {
  if (!startsOfQualifiers.has(text.charCodeAt(end))) return undefined;
  qualifierAfter.lastIndex = end;
  const match = qualifierAfter.exec(text);
  if (!match) return undefined;
  const [, more, less] = match;
  if (more) return 'at-least';
  return less ? 'at-most' : 'about';
}

/** What the words before a number that starts at `start` say of it. */
export function precisionBefore(text: string, start: number): Precision {
  const isAfterSpace = text.charAt(start - 1) === ' ' || text.charAt(start - 1) === '\u00a0';
  const end = isAfterSpace ? start - 1 : start;
  if (!lastOfQualifiers.has(text.charAt(end - 1))) return 'exact';
  const qualifier = qualifiersBefore.find(([word]) => text.startsWith(word, end - word.length));
  return qualifier?.[1] ?? 'exact';
}

const qualifierAfter =
  /[ \u00a0]?(?:([余+]|多(?!少)|[及或]?以上|不止|有余)|([及或]?以[内下]|之[内下]|不到)|左右|上下)/y;

/** The codes of the characters that such words can begin with. */
const startsOfQualifiers: ReadonlySet<number> = new Set(
  Array.from(' \u00a0余+多及或以不有之左上', (character) => character.charCodeAt(0)),
);

/** "不超过" ends like "超过" and "签约" like "约", so the longer ones come first. */
const qualifiersBefore: readonly (readonly [string, Precision])[] = [
  ...listed('签约 预约 节约 违约 续约 邻近 附近 临近 靠近 最近 新近', 'exact'),
  ...listed('不低于 不少于 不小于 不亚于', 'at-least'),
  ...listed(
    '不超过 不得超过 未超过 不超 未超 不高于 不多于 不大于 低于 少于 小于 至多 最多 最高 不到 不足 不满 未满 未到',
    'at-most',
  ),
  ...listed('逾 超过 超出 超 突破 至少 最少 最低 高于 多于 大于', 'at-least'),
  ...listed('约 近 接近 大概 差不多', 'about'),
];

const lastOfQualifiers: ReadonlySet<string> = new Set(qualifiersBefore.map(([word]) => word.slice(-1)));

function listed(words: string, precision: Precision): readonly (readonly [string, Precision])[] {
  return words.split(' ').map((word) => [word, precision] as const);
}
