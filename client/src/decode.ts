import * as vscode from 'vscode';

/** The text of a file, without byte order mark. */
export interface DecodedFile {
  readonly text: string;
  /**
   * Whether an editor that opens the file finds this text, and loses nothing when it saves it. Only then may a file be
   * changed that is not open.
   */
  readonly isAsOpened: boolean;
}

/**
 * Reads the bytes of a file as an editor would; where that loses most of what is not ASCII, as GB18030, which Chinese
 * archives have and VS Code takes for UTF-8. Undefined where they are binary.
 */
export async function decode(uri: vscode.Uri, bytes: Uint8Array): Promise<DecodedFile | undefined> {
  try {
    const text = await vscode.workspace.decode(bytes, { uri });
    const lost = countOf(text, /\ufffd/g);
    if (lost > 0 && lost * 10 > countOf(text, /[^\p{ASCII}]/gu)) {
      const chinese = await vscode.workspace.decode(bytes, { encoding: 'gb18030' });
      if (!chinese.includes('\ufffd')) return { text: chinese, isAsOpened: false };
    }
    return { text: text.replace(/^\uFEFF/, ''), isAsOpened: lost === replacementCharactersIn(bytes) };
  } catch {
    return undefined;
  }
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** How often U+FFFD itself is written in UTF-8: an article that was damaged before has it, and keeps it. */
function replacementCharactersIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  }
  return count;
}
