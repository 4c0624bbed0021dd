import { enclosedLike, readNumeral } from './numerals.ts';

/**
 * The label of a list entry with another number, in the form that the label has: "8" for "7", "08" for "07", "④" for
 * "③", "案例四" for "案例三", "第４项" for "第３项". Undefined where the form has no such number (㉑ after ⒇).
 */
export function numberedLike(label: string, value: number): string | undefined {
  if (!Number.isSafeInteger(value) || value < 1) return undefined;
  for (const form of forms) {
    const match = form.pattern.exec(label);
    if (!match) continue;
    const written = form.write(match[0], value);
    return written === undefined
      ? undefined
      : label.slice(0, match.index) + written + label.slice(match.index + match[0].length);
  }
  return undefined;
}

/** A number from 1 to 9999 as a list counts in Chinese: 十二, 一百零五, 两百 as 二百. */
export function toChineseNumeral(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return undefined;
  let text = '';
  let isZeroDue = false;
  for (const [unit, size] of places) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) {
      isZeroDue = text !== '';
      continue;
    }
    text += `${isZeroDue ? '零' : ''}${digits[digit]}${unit}`;
    isZeroDue = false;
  }
  return text.replace(/^一十/, '十');
}

const places = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
  ['', 1],
] as const;
const digits = '零一二三四五六七八九';

interface NumberForm {
  readonly pattern: RegExp;
  write(written: string, value: number): string | undefined;
}

/** In the order in which they are looked for; of several numbers in a label, the last one counts. */
const forms: readonly NumberForm[] = [
  { pattern: /[0-9０-９]+(?=[^0-9０-９]*$)/, write: toArabic },
  {
    pattern: /^[^\p{L}\p{N}]*[⓪①-⒛㈠-㈩㉑-㉟㊀-㊉㊱-㊿❶-➓⓫-⓿]$/u,
    write: (written, value) => enclosedLike(written, value),
  },
  { pattern: /^[Ⅰ-Ⅻ]$/, write: (_, value) => (value <= 12 ? String.fromCharCode(0x2160 + value - 1) : undefined) },
  { pattern: /^[a-zA-Z]$/, write: toLetter },
  { pattern: /^[IVX]{1,5}$/, write: toRoman },
  {
    pattern: /[〇零一二两三四五六七八九十百廿卅]+(?=[^〇零一二两三四五六七八九十百廿卅]*$)/,
    write: (_, value) => toChineseNumeral(value),
  },
];

/** As many digits as before where the number began with 0, and as wide. */
function toArabic(written: string, value: number): string {
  const text = /^[0０]/.test(written) ? String(value).padStart(written.length, '0') : String(value);
  const isWide = /[０-９]/.test(written);
  return isWide ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : text;
}

function toLetter(written: string, value: number): string | undefined {
  return value > 26 ? undefined : String.fromCharCode((written >= 'a' ? 0x60 : 0x40) + value);
}

/** From I to XX, as they are read. */
function toRoman(_: string, value: number): string | undefined {
  const text =
    'X'.repeat(Math.floor(value / 10)) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10];
  return readNumeral(text) === value ? text : undefined;
}
