import type { Finding } from '../../core/lint/rule.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import type { Span } from '../../core/text/span.ts';

/** One article and what the rules found in it. */
export interface CheckedFile {
  readonly file: string;
  /** May be left empty where there are no findings. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** A span as reports give it: lines and columns from 1, columns in UTF-16 code units, the end behind the last one. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A function that gives the regions of one text. */
export function regionsOf(text: string): (span: Span) => Region {
  const lineIndex = createLineIndex(text);
  return (span) => {
    const start = lineIndex.positionAt(span.start);
    const end = lineIndex.positionAt(span.end);
    return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
  };
}
