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
  let englishWords = 0;
  let otherScripts = 0;
  let simplified = 0;
  let traditional = 0;
  for (const text of texts) {
    han += count(text, /\p{Script=Han}/gu);
    words += count(text, /[A-Za-zÀ-ÖØ-öø-ÿ]+/g);
    englishWords += count(text, commonEnglishWords);
    otherScripts += count(text, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
    simplified += count(text, simplifiedOnly);
    traditional += count(text, traditionalOnly);
  }
  if (otherScripts > (han + otherScripts) / 10) return null;
  if (han > 0 && han >= words) {
    if (simplified === traditional) return null;
    return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
  }
  return englishWords > words / 10 ? 'en' : null;
}

/** Words of which running English text has far more than one in ten. */
const commonEnglishWords = /\b(?:the|of|and|to|in|is|for|that|with|on|this|are|by|as|it|be|from|at)\b/gi;

/** Frequent characters of which one script has its own form, pair by pair in the same order. */
const simplifiedOnly =
  /[这国发会们来时对说经过动东见长车门问间区实业产员无关开书学电气图两为与个万亿报网务设项级办党应质规则机]/g;
const traditionalOnly =
  /[這國發會們來時對說經過動東見長車門問間區實業產員無關開書學電氣圖兩為與個萬億報網務設項級辦黨應質規則機]/g;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
