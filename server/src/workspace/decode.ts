export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A file's text and how its bytes stood for it; see `encode.ts` of the command line for the way back. */
export interface DecodedText {
  /** Without byte order mark. Line ends are as in the file. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  /** How many stretches of bytes mean nothing in the encoding; each became one U+FFFD in the text. */
  readonly replaced: number;
}

/**
 * Reads bytes as text: by their byte order mark; else as UTF-8; else as GB18030, which includes GBK and GB 2312. Where
 * neither decodes without loss, or GB18030 only by accident (the bytes are mostly valid UTF-8, a few broken), it is UTF-8
 * with replacement characters. Undefined for binary data: bytes with a NUL, unless marked as UTF-16.
 */
export function decode(bytes: Uint8Array): DecodedText | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeWithLoss(bytes.subarray(2), 'utf-16le', true);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeWithLoss(bytes.subarray(2), 'utf-16be', true);
  if (bytes.includes(0)) return undefined;
  const byteOrderMark = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const content = byteOrderMark ? bytes.subarray(3) : bytes;
  const text = decodeStrictly(content, 'utf-8');
  if (text !== undefined) return { text, encoding: 'utf-8', byteOrderMark, replaced: 0 };
  const lossy = decodeWithLoss(content, 'utf-8', byteOrderMark);
  if (byteOrderMark || isMostlyIntact(lossy)) return lossy;
  const chinese = decodeStrictly(content, 'gb18030');
  return chinese === undefined ? lossy : { text: chinese, encoding: 'gb18030', byteOrderMark: false, replaced: 0 };
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeWithLoss(bytes: Uint8Array, encoding: Encoding, byteOrderMark: boolean): DecodedText {
  const strict = decodeStrictly(bytes, encoding);
  if (strict !== undefined) return { text: strict, encoding, byteOrderMark, replaced: 0 };
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const intended = encoding === 'utf-8' ? replacementCharactersIn(bytes) : 0;
  return { text, encoding, byteOrderMark, replaced: text.split('\ufffd').length - 1 - intended };
}

/** How often U+FFFD is written in UTF-8. */
function replacementCharactersIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  }
  return count;
}

/** Of text in another encoding most characters outside ASCII are broken when read as UTF-8; a tenth is far from both. */
function isMostlyIntact({ text, replaced }: DecodedText): boolean {
  const outsideAscii = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return replaced * 10 <= outsideAscii;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
