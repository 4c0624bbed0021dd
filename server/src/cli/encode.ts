import { type DecodedText, decode, type Encoding } from '../workspace/decode.ts';

/**
 * The bytes for `text` in the encoding, and with or without the byte order mark, that `original` was read from.
 * Undefined where a character has no bytes in it. `bytes` are what `original` was decoded from: also undefined when
 * they would not come back the same from its text, because then more would change than the caller changed.
 */
export function encodeLike(original: DecodedText, bytes: Uint8Array, text: string): Uint8Array | undefined {
  const unchanged = encode(original.text, original);
  if (!unchanged || Buffer.compare(unchanged, bytes) !== 0) return undefined;
  return encode(text, original);
}

/** The bytes of a text without loss, or undefined. */
function encode(text: string, { encoding, byteOrderMark }: DecodedText): Uint8Array | undefined {
  const bytes = encoders[encoding](byteOrderMark ? `\ufeff${text}` : text);
  return bytes && decode(bytes)?.text === text ? bytes : undefined;
}

const encoders: Readonly<Record<Encoding, (text: string) => Uint8Array | undefined>> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  gb18030: encodeGb18030,
};

function encodeGb18030(text: string): Uint8Array | undefined {
  const codes = gb18030Codes();
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x80) bytes.push(codePoint);
    else {
      const code = codePoint > 0xffff ? fourBytes(supplementary + codePoint - 0x10000) : codes.get(character);
      if (!code) return undefined;
      bytes.push(...code);
    }
  }
  return Uint8Array.from(bytes);
}

/** The index of U+10000 among the four-byte codes, which are numbered without gaps; WHATWG Encoding Standard, 10.2. */
const supplementary = 189000;

let knownGb18030Codes: ReadonlyMap<string, readonly number[]> | undefined;

/**
 * The codes of all characters of the Basic Multilingual Plane beyond ASCII, by inverting Node's decoder, which is the only
 * table that Node has. The two-byte codes come first, because they are what other programs write.
 */
function gb18030Codes(): ReadonlyMap<string, readonly number[]> {
  if (knownGb18030Codes) return knownGb18030Codes;
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true });
  const learn = (code: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(code));
    if (character.length === 1 && character !== '\ufffd' && !codes.has(character)) codes.set(character, code);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn([lead, trail]);
  }
  for (let index = 0; index < endOfPlane; index++) learn(fourBytes(index));
  knownGb18030Codes = codes;
  return codes;
}

/** One more than the index of the last four-byte code in the Basic Multilingual Plane, U+FFFF at 0x8431A439. */
const endOfPlane = 39420;

function fourBytes(index: number): readonly number[] {
  return [
    0x81 + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
