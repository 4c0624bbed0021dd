import { bestFix } from '../../core/lint/fix-all.ts';
import type { Fix, Safety, Severity } from '../../core/lint/rule.ts';
import { renderMessage, type Translate } from '../../core/text/message.ts';
import { type CheckedFile, type Region, regionsOf } from './checked-file.ts';

/**
 * The public shape of a finding, described to others by `schemas/findings.schema.json`. `start` and `end` are UTF-16
 * offsets into the decoded text without its byte order mark, half-open.
 */
export interface FindingRecord extends Region {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fix?: FixRecord;
}

export interface FixRecord {
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** The findings of a file by place. Of several fixes the best is given. */
export function findingRecords({ file, text, findings }: CheckedFile, translate: Translate): readonly FindingRecord[] {
  const regionOf = regionsOf(text);
  return findings.map(({ code, severity, message, span, fixes }) => {
    const fix = bestFix(fixes, 'suggestion');
    return {
      file,
      code,
      severity,
      message: renderMessage(message, translate),
      start: span.start,
      end: span.end,
      ...regionOf(span),
      ...(fix && { fix: fixRecord(fix, translate) }),
    };
  });
}

function fixRecord({ title, safety, edits }: Fix, translate: Translate): FixRecord {
  return {
    title: renderMessage(title, translate),
    safety,
    edits: edits.map(({ span, text }) => ({ start: span.start, end: span.end, text })),
  };
}
