import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

const example = `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区\uFFFD\uFFFD堂昨天开张。</p>
</div>
`;

export const replacementCharacter: Rule = {
  code: 'text.replacement-character',
  severity: 'warning',
  summary: 'A replacement character (U+FFFD) stands where a character was lost.',
  why:
    'When bytes are read in the wrong encoding, what cannot be read becomes “\uFFFD”. The character is lost; only the source ' +
    'can tell which it was, so there is no fix. If there are many, open the file again in its own encoding, often GB 18030.',
  example: { before: example, after: example },
  *check({ text, body }): Iterable<Report> {
    // The rule `front-matter.damaged-text` speaks of the front matter.
    for (let at = text.indexOf('\uFFFD', body.span.start); at >= 0; ) {
      let end = at + 1;
      while (text[end] === '\uFFFD') end++;
      yield {
        span: { start: at, end },
        message: message(
          '{0} characters were lost here when the text was decoded; expected the original text.',
          end - at,
        ),
      };
      at = text.indexOf('\uFFFD', end);
    }
  },
};
