import { message } from '../../../text/message.ts';
import { surveyCharacters } from '../../character-survey.ts';
import type { Report, Rule } from '../../rule.ts';

export const invisibleCharacter: Rule = {
  code: 'text.invisible-character',
  severity: 'info',
  summary: 'Characters that show nowhere: zero width spaces, soft hyphens, byte order marks inside the text.',
  why:
    'Web editors put zero width spaces and soft hyphens between words. Nobody sees them, but a search for the word does not ' +
    'find it, and two names that look the same are not. Joiners between the parts of an emoji or of a letter are kept.',
  example: {
    before: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区\u200b食堂昨天开张。</p>
</div>
`,
    after: `---
title: '社区食堂开张'
---

<div>
<p>　　第三家社区食堂昨天开张。</p>
</div>
`,
  },
  *check({ text }): Iterable<Report> {
    const { hasInvisible, hasReference } = surveyCharacters(text);
    if (!hasInvisible && !(hasReference && anyReference.test(text))) return;
    for (const match of text.matchAll(invisible)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (span.start === 0 && span.end === 1 && match[0] === '\uFEFF') continue;
      yield {
        span,
        message: message('Invisible character {0}; expected visible text only.', nameOf(match[0])),
        fixes: [{ title: message('Remove invisible characters'), safety: 'safe', edits: [{ span, text: '' }] }],
      };
    }
  },
};

/**
 * Zero width space, word joiner, byte order mark, soft hyphen, direction marks, each also as a character reference; and
 * joiners behind Chinese characters, where they join nothing.
 */
const invisible =
  /(?:[\u200B\u2060\uFEFF\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]|&(?:#8203|#x200b|ZeroWidthSpace|shy|#173|#xad|lrm|rlm);|(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFF5E])[\u200C\u200D])+/giu;
const anyReference = /&(?:#8203|#x200b|Zero|shy|#173|#xad|lrm|rlm)/i;

/** "U+200B", or "U+200B × 3" for a run; the reference itself where the text has one. */
function nameOf(run: string): string {
  const first = run.startsWith('&') ? run.slice(0, run.indexOf(';') + 1) : codePointName(run);
  const count = run.replace(/&[^;]+;/g, ' ').length;
  return count > 1 ? `${first} × ${count}` : first;
}

function codePointName(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
