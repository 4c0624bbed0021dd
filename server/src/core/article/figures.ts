import type { Span } from '../text/span.ts';

/** A quantity in the text: "9.33万件" is 93,300 件. */
export interface Figure {
  readonly quote: string;
  /** Per cent as a fraction; undefined where the text gives no number ("百万余人次"). */
  readonly value: number | undefined;
  readonly unit: string;
  /** `about` for 约, 左右 …; `at-least` for 余, 多, 以上, 逾 …; `at-most` for 以内, 不超过 …; `exact` otherwise. */
  readonly precision: 'exact' | 'about' | 'at-least' | 'at-most';
  readonly span: Span;
}
