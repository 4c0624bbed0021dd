import { findEntry, textOf } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { type Headline, readHeadlines } from '../../../article/headline.ts';
import { describeDifference } from '../../../text/difference.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { hasLostMarks, lettersOf, titleOf } from './title.ts';

export const titleMismatch: Rule = {
  code: 'front-matter.title-mismatch',
  severity: 'warning',
  summary: 'A title that is not the one that the body states.',
  why:
    'A site that republishes an article often gives it a catchier title and prints the first one as “原标题：…”; feeds move ' +
    'spaces and marks around. Where both have the same words, the fix takes over the spelling of the body. Where the words ' +
    'differ, no title is given up: keep the other one as `originalTitle:`, which settles the matter. The only `h1` of the body ' +
    'counts, too, where it speaks of the same; any other heading only where it has the same words as the title.',
  example: {
    before: `---
title: '家门口有了 第三家社区食堂'
---

<p>原标题：家门口有了第三家 社区食堂</p>
<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '家门口有了第三家 社区食堂'
---

<p>原标题：家门口有了第三家 社区食堂</p>
<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter, body }): Iterable<Report> {
    const title = titleOf(frontMatter);
    if (!title?.text.trim() || hasLostMarks(title.text)) return;
    const isSettled = textOf(findEntry(frontMatter, 'originalTitle')?.value) !== undefined;
    const headline = readHeadlines(body.lines).find((candidate) => differs(title.text, candidate, isSettled));
    if (!headline) return;
    const isRestored = haveSameLetters(title.text, headline.value) || isCutOff(title.text, headline.value);
    const edit = isRestored ? rewriteScalar(title, headline.value) : undefined;
    yield {
      span: title.span,
      message: complaint(title.text, headline),
      related: [{ span: headline.span, message: message('The body has it here.') }],
      fixes: edit ? [{ title: message('Take over the title from the body'), safety: 'suggestion', edits: [edit] }] : [],
    };
  },
};

function complaint(title: string, { kind, value }: Headline): Message {
  if (isCutOff(title, value)) return message('The title is cut off; expected as in the body: {0}', value);
  const difference = describeDifference(title, value);
  if (kind === 'original') {
    return difference === undefined
      ? message('The title is not the one that the body gives as the original; expected: {0}', value)
      : message('The title is not the one that the body gives as the original; expected: {0} ({1})', value, difference);
  }
  return difference === undefined
    ? message('The title differs from the heading of the body; expected: {0}', value)
    : message('The title differs from the heading of the body; expected: {0} ({1})', value, difference);
}

function differs(title: string, { kind, value }: Headline, isSettled: boolean): boolean {
  if (title === value || spelling(title) === spelling(value)) return false;
  if (isCutOff(title, value)) return true;
  if (haveSameLetters(title, value)) return true;
  if (isSettled || kind === 'heading') return false;
  return kind === 'original' || speakOfTheSame(lettersOf(title), lettersOf(value.slice(0, 2 * title.length + 100)));
}

/** "第三家社区食堂开…" of "第三家社区食堂开张": dots, or the end of a word, where the headline goes on. */
function isCutOff(title: string, headline: string): boolean {
  const letters = lettersOf(title);
  return (
    /(?:…|\.{2,}|。{2,})\s*$/.test(title) &&
    letters.length >= shortestBeginning &&
    lettersOf(headline).startsWith(letters) &&
    lettersOf(headline) !== letters
  );
}

/** True where a third of the shorter text, or at least six letters in a row, stand in the other too. */
function speakOfTheSame(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const length = Math.max(shortestBeginning, Math.min(6, Math.ceil(shorter.length / 3)));
  for (let at = 0; at + length <= shorter.length; at++)
    if (longer.includes(shorter.slice(at, at + length))) return true;
  return false;
}

/** Fewer letters than these begin many headlines. */
const shortestBeginning = 4;

function haveSameLetters(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}

/** A title without what another rule looks at (the form of quotation marks) or nobody sees (how wide a space is). */
function spelling(title: string): string {
  return title
    .replace(/[“”„‟＂「」『』]/g, '"')
    .replace(/[‘’‚‛＇]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
