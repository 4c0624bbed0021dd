import { describe, it } from 'vitest';
import { blankLines } from '../../../../server/src/core/lint/rules/text/blank-lines.ts';
import { invisibleCharacter } from '../../../../server/src/core/lint/rules/text/invisible-character.ts';
import { replacementCharacter } from '../../../../server/src/core/lint/rules/text/replacement-character.ts';
import { trailingSpace } from '../../../../server/src/core/lint/rules/text/trailing-space.ts';
import { check } from '../check.ts';

const head = "---\ntitle: '渡口'\n---\n";

describe('text.trailing-space', () => {
  it('reports all lines at the first and mends all', () => {
    check([trailingSpace], `${head}<p>早班船</p>  \n          ^^ text.trailing-space\n\t\n<p>晚班船</p>\t`, {
      fixed: `${head}<p>早班船</p>\n\n<p>晚班船</p>`,
      upTo: 'safe',
    });
  });

  it.each(['\r\n', '\r'] as const)('keeps line breaks %j', (lineBreak) => {
    check([trailingSpace], `${head}<p>早班船</p> \n          ^ text.trailing-space\n<p>晚班船</p>`, {
      fixed: `${head}<p>早班船</p>\n<p>晚班船</p>`,
      lineBreak,
    });
  });

  it.each([
    ['values of several lines', '---\nsummary: |\n  早班  \n  晚班  \n---\n<p>早班船</p>'],
    ['what YAML cannot read', "---\ntitle: '渡口  \n---\n<p>早班船</p>"],
    ['<pre>', `${head}<pre>一  \n二\t\n</pre>`],
    ['wide spaces, which the markup may mean', `${head}<p>早班船　\n</p>`],
  ])('leaves alone %s', (_name, text) => {
    check([trailingSpace], text, { fixed: text });
  });
});

describe('text.blank-lines', () => {
  it.each(['\n', '\r\n', '\r'] as const)('leaves one of three or more, with line breaks %j', (lineBreak) => {
    const text = `${head}<p>早班船</p>\n \n^~ text.blank-lines\n\n\n<p>晚班船</p>\n\n\n<p>停航</p>`;
    check([blankLines], text, {
      fixed: `${head}<p>早班船</p>\n \n<p>晚班船</p>\n\n\n<p>停航</p>`,
      upTo: 'safe',
      ...(lineBreak === '\n' ? {} : { lineBreak }),
    });
  });

  it('leaves <pre> alone', () => {
    const text = `${head}<pre>一\n\n\n\n二</pre>`;
    check([blankLines], text, { fixed: text });
  });
});

describe('text.invisible-character', () => {
  it.each([
    ['a zero width space', '<p>渡\u200b口</p>\n    ^ text.invisible-character', '<p>渡口</p>'],
    ['a run of several', '<p>渡\u200b\u200b\ufeff口</p>\n    ^^^ text.invisible-character', '<p>渡口</p>'],
    ['a soft hyphen', '<p>ferry\u00adman</p>\n        ^ text.invisible-character', '<p>ferryman</p>'],
    ['a character reference', '<p>渡&#8203;&shy;口</p>\n    ^^^^^^^^^^^^ text.invisible-character', '<p>渡口</p>'],
    ['a joiner between Chinese characters', '<p>渡\u200d口</p>\n    ^ text.invisible-character', '<p>渡口</p>'],
  ])('removes %s', (_name, marked, fixed) => {
    check([invisibleCharacter], `${head}${marked}`, { fixed: `${head}${fixed}`, upTo: 'safe' });
  });

  it.each([
    ['the byte order mark of the file', `\ufeff${head}<p>渡口</p>`],
    ['the joiners of an emoji', `${head}<p>👨\u200d👩\u200d👧</p>`],
    ['spaces that take room', `${head}<p>　　渡&nbsp;口</p>`],
  ])('leaves alone %s', (_name, text) => {
    check([invisibleCharacter], text, { fixed: text });
  });
});

describe('text.replacement-character', () => {
  it('reports each run and has no fix', () => {
    const text = `${head}<p>渡\ufffd\ufffd口\ufffd</p>`;
    check([replacementCharacter], `${text}\n    ^^ text.replacement-character\n       ^ text.replacement-character`, {
      fixed: text,
      leavesFindings: true,
    });
  });
});
