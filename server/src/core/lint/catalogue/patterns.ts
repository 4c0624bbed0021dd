/** A compiled regular expression. */
export interface Pattern {
  test(text: string): boolean;
}

/**
 * Compiles a regular expression that ignores case.
 * @throws SyntaxError, or the engine's own error, for what is none.
 */
export type PatternEngine = (source: string) => Pattern;

/**
 * JavaScript's own engine: fast, but a pattern can make it take exponential time. For the patterns that are shipped,
 * which a test looks at; what users write goes through `linear-patterns.ts`.
 */
export const nativePatterns: PatternEngine = (source) => new RegExp(source, 'iu');
