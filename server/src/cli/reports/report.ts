import type { Translate } from '../../core/text/message.ts';
import type { CheckedFile } from './checked-file.ts';
import { findingRecords } from './json.ts';
import { sarifAround, sarifResults } from './sarif.ts';
import { formatFindings } from './text.ts';

export const checkFormats = ['text', 'json', 'jsonl', 'sarif'] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** One article's part of the report: all parts in {@link reported} are the report. Empty where it has none. */
export function writeFindings(
  checked: CheckedFile,
  format: CheckFormat,
  spoken: { readonly translate: Translate; readonly hasColors: boolean },
): string {
  switch (format) {
    case 'text':
      return formatFindings(checked, spoken);
    case 'json':
      return inList(findingRecords(checked, spoken.translate), 2);
    case 'jsonl':
      return `${JSON.stringify({ file: checked.file, findings: findingRecords(checked, spoken.translate) })}\n`;
    case 'sarif':
      return inList(sarifResults(checked, spoken.translate), 8);
  }
}

/** The whole report from the parts of the articles, which come as they are ready. */
export async function* reported(
  pieces: AsyncIterable<string>,
  format: CheckFormat,
  translate: Translate,
): AsyncGenerator<string> {
  if (format === 'text' || format === 'jsonl') {
    yield* pieces;
    return;
  }
  const around = format === 'json' ? { empty: '[]\n', before: '[\n', after: '\n]\n' } : sarifAround(translate);
  let isFirst = true;
  for await (const piece of pieces) {
    if (piece === '') continue;
    yield isFirst ? around.before : ',\n';
    isFirst = false;
    yield piece;
  }
  yield isFirst ? around.empty : around.after;
}

/** What stands between the brackets of a list that is so far indented, as `JSON.stringify` would write it there. */
function inList(values: readonly unknown[], indent: number): string {
  const margin = ' '.repeat(indent);
  return values
    .map((value) => margin + JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${margin}`))
    .join(',\n');
}
