import type { Figure } from '../article/figures.ts';

/**
 * What a figure amounts to, written out with thousands separators: "≥ 14,700,000,000 元" for 147亿余元, "= 35%" for
 * 百分之三十五. Undefined where the text gives no number.
 */
export function normalizedFigure({ value, unit, precision }: Figure): string | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return `${signs[precision]} ${quantity(value, unit)}`;
}

/** Whether a reader has to work the number out: it is written with 万, 亿 and the like, or as a part of ten or a hundred. */
export function takesWorkingOut({ quote, value }: Figure): boolean {
  return value !== undefined && /[百千万亿萬億成]|分之/.test(quote);
}

const signs: Readonly<Record<Figure['precision'], string>> = {
  exact: '=',
  about: '≈',
  'at-least': '≥',
  'at-most': '≤',
};

function quantity(value: number, unit: string): string {
  if (unit === '%' || unit === '成') return `${decimal(value * 100)}%`;
  if (unit === '‰') return `${decimal(value * 1000)}‰`;
  return unit === '' ? decimal(value) : `${decimal(value)} ${unit}`;
}

/** The locale is fixed: English groups digits by three, as Chinese does. Six decimals are more than any article gives. */
function decimal(value: number): string {
  return decimals.format(value);
}

const decimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
