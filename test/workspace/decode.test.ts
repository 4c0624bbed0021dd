import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLike } from '../../server/src/cli/encode.ts';
import { decode } from '../../server/src/workspace/decode.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');

describe('decode', () => {
  it.each<[string, Uint8Array, ReturnType<typeof decode>]>([
    ['nothing', utf8(''), { text: '', encoding: 'utf-8', byteOrderMark: false, replaced: 0 }],
    ['UTF-8', utf8('路灯'), { text: '路灯', encoding: 'utf-8', byteOrderMark: false, replaced: 0 }],
    ['UTF-8 with mark', utf8('\ufeff路灯'), { text: '路灯', encoding: 'utf-8', byteOrderMark: true, replaced: 0 }],
    [
      'a second mark, which is text',
      utf8('\ufeff\ufeffa'),
      { text: '\ufeffa', encoding: 'utf-8', byteOrderMark: true, replaced: 0 },
    ],
    [
      'UTF-16, little end first',
      Buffer.from('\ufeff路', 'utf16le'),
      { text: '路', encoding: 'utf-16le', byteOrderMark: true, replaced: 0 },
    ],
    [
      'UTF-16, big end first',
      Buffer.from('\ufeff路', 'utf16le').swap16(),
      { text: '路', encoding: 'utf-16be', byteOrderMark: true, replaced: 0 },
    ],
    [
      'GBK',
      Uint8Array.of(0xc2, 0xb7, 0xb5, 0xc6),
      { text: '路灯', encoding: 'gb18030', byteOrderMark: false, replaced: 0 },
    ],
    [
      'bytes of no encoding',
      Uint8Array.of(0x61, 0xff, 0x62),
      { text: 'a\ufffdb', encoding: 'utf-8', byteOrderMark: false, replaced: 1 },
    ],
    [
      'U+FFFD that was written',
      Buffer.concat([utf8('\ufffd'), Uint8Array.of(0xff)]),
      { text: '\ufffd\ufffd', encoding: 'utf-8', byteOrderMark: false, replaced: 1 },
    ],
    [
      'half a unit of UTF-16',
      Uint8Array.of(0xff, 0xfe, 0x61),
      { text: '\ufffd', encoding: 'utf-16le', byteOrderMark: true, replaced: 1 },
    ],
    ['a binary', Uint8Array.of(0x61, 0, 0x62), undefined],
  ])('%s', (_name, bytes, expected) => {
    expect(decode(bytes)).toEqual(expected);
  });

  it('does not take UTF-8 with one broken byte for GB18030', () => {
    const bytes = utf8('路灯补亮行动与操场开放');
    bytes[4] = 0xb0;
    bytes[5] = 0xe4;
    expect(decode(bytes)?.encoding).toBe('utf-8');
  });
});

describe('encodeLike', () => {
  /** Decodes bytes, gives the text another character, encodes it again. */
  function reencoded(bytes: Uint8Array, change: (text: string) => string): Uint8Array | undefined {
    const decoded = decode(bytes);
    return decoded && encodeLike(decoded, bytes, change(decoded.text));
  }
  const same = (text: string) => text;

  it('gives the same bytes for the same text, in every encoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        const text = written.replaceAll('\0', '');
        for (const bytes of [
          utf8(text),
          utf8(`\ufeff${text}`),
          Buffer.from(`\ufeff${text}`, 'utf16le'),
          Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
        ]) {
          const again = reencoded(bytes, same);
          if (again) expect(Buffer.compare(again, bytes)).toBe(0);
        }
      }),
    );
  });

  it('writes GB18030: two bytes where there are, else four', () => {
    const bytes = Uint8Array.of(0xc2, 0xb7, 0xb5, 0xc6);
    expect(reencoded(bytes, same)).toEqual(bytes);
    const changed = reencoded(bytes, (text) => `${text}亮é𠮷€a`);
    expect(changed && new TextDecoder('gb18030', { fatal: true }).decode(changed)).toBe('路灯亮é𠮷€a');
  });

  it.each([
    ['undecodable bytes', Buffer.concat([utf8('路灯补亮行动与操场开放'), Uint8Array.of(0xff)])],
    ['a GBK byte that has a second spelling', Uint8Array.of(0xc2, 0xb7, 0x80)],
    ['half a unit of UTF-16', Uint8Array.of(0xff, 0xfe, 0x61)],
  ])('refuses %s, which would change', (_name, bytes) => {
    expect(reencoded(bytes, (text) => `${text}a`)).toBeUndefined();
  });

  it('refuses half a surrogate pair', () => {
    expect(reencoded(utf8('路'), (text) => `${text}\ud842`)).toBeUndefined();
  });
});
