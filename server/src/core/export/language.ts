/**
 * The language of a text as a BCP 47 tag, read from its script: `zh-Hans` or `zh-Hant` where Chinese characters prevail,
 * `en` where Latin words do and enough of them are English. Null where the text is too short to tell, or is in another
 * language (kana and hangul are not Chinese; French is not English).
 *
 * A Chinese character stands for about as much as a word, so characters are compared with Latin words: an article on
 * software may have more Latin letters than Chinese ones.
 */
export function languageOf(texts: readonly string[]): 'zh-Hans' | 'zh-Hant' | 'en' | null {
  let han = 0;
  let words = 0;
  let otherScripts = 0;
  let simplified = 0;
  let traditional = 0;
  for (const text of texts) {
    let isInWord = false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isLatin = isLatinLetter(code);
      if (isLatin && !isInWord) words++;
      isInWord = isLatin;
      if (code < firstOfOtherScripts) continue;
      const codePoint = text.codePointAt(at) ?? code;
      if (codePoint > 0xffff) at++;
      const script = scriptOf(codePoint);
      if (script === 'other') otherScripts++;
      if (script !== 'han') continue;
      han++;
      if (simplifiedOnly.has(codePoint)) simplified++;
      else if (traditionalOnly.has(codePoint)) traditional++;
    }
  }
  if (otherScripts > (han + otherScripts) / 10) return null;
  if (han > 0 && han >= words) {
    if (simplified === traditional) return null;
    return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
  }
  const englishWords = texts.reduce((sum, text) => sum + (text.match(commonEnglishWords)?.length ?? 0), 0);
  return englishWords > words / 10 ? 'en' : null;
}

/** Letters of ASCII and of Latin-1. */
function isLatinLetter(code: number): boolean {
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return code >= 0xc0 && code <= 0xff && code !== 0xd7 && code !== 0xf7;
}

/** Hangul, kana and Chinese characters all come after this. */
const firstOfOtherScripts = 0x1100;

function scriptOf(codePoint: number): 'han' | 'other' | undefined {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'han';
  // Punctuation and full-width forms, which stand in every Chinese text.
  if ((codePoint >= 0x2000 && codePoint <= 0x206f) || (codePoint >= 0xff00 && codePoint <= 0xff65)) return undefined;
  if (codePoint >= 0x3008 && codePoint <= 0x3020) return undefined;
  const character = String.fromCodePoint(codePoint);
  if (/\p{Script=Han}/u.test(character)) return 'han';
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character) ? 'other' : undefined;
}

/** Words of which running English text has far more than one in ten. */
const commonEnglishWords = /\b(?:the|of|and|to|in|is|for|that|with|on|this|are|by|as|it|be|from|at)\b/gi;

/** Frequent characters of which one script has its own form, pair by pair in the same order. */
const simplifiedOnly = codePointsOf(
  '这国发会们来时对说经过动东见长车门问间区实业产员无关开书学电气图两为与个万亿报网务设项级办党应质规则机',
);
const traditionalOnly = codePointsOf(
  '這國發會們來時對說經過動東見長車門問間區實業產員無關開書學電氣圖兩為與個萬億報網務設項級辦黨應質規則機',
);

function codePointsOf(text: string): ReadonlySet<number> {
  return new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
}
