import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { applyEdits, type Edit } from '../core/text/edit.ts';
import { createProto, type Encoding, type Proto } from './proto.ts';

/**
 * The text after the changes of one `didChange` notification, each of which speaks of the text that the one before it
 * left. Editors send the changes of one keystroke or one "replace all" from the end of the text to its start; such a run
 * leaves the places of the later changes alone, so it is applied in one pass, however many changes there are. `proto` is
 * that of `text`, for those who have it.
 */
export function applyContentChanges(
  text: string,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: Encoding,
  proto: Proto = createProto(text, encoding),
): string {
  let current = text;
  let places = proto;
  let at = 0;
  while (at < changes.length) {
    const change = changes[at];
    if (!change || !('range' in change)) {
      current = change?.text ?? current;
      at++;
      if (at < changes.length) places = createProto(current, encoding);
      continue;
    }
    const edits: Edit[] = [];
    let limit: Position | undefined;
    for (; at < changes.length; at++) {
      const next = changes[at];
      if (!next || !('range' in next) || (limit && isAfter(next.range.end, limit))) break;
      edits.push({ span: places.toSpan(next.range), text: next.text });
      limit = next.range.start;
    }
    current = applyEdits(current, edits.reverse());
    if (at < changes.length) places = createProto(current, encoding);
  }
  return current;
}

function isAfter(a: Position, b: Position): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}
