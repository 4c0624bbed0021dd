import type { Article } from '../../../article/article.ts';
import { type Line, sourceSpan } from '../../../article/lines.ts';
import type { Group } from '../../../article/projects.ts';
import type { Edit } from '../../../text/edit.ts';
import { message } from '../../../text/message.ts';
import { containsSpan, type Span, sliceSpan } from '../../../text/span.ts';
import { surveyCharacters } from '../../character-survey.ts';
import type { Report, Rule } from '../../rule.ts';

export const mixedBrackets: Rule = {
  code: 'structure.mixed-brackets',
  severity: 'info',
  summary: 'A list has brackets of both widths around Chinese words.',
  why:
    'Chinese text is set with full-width brackets. Where a list has “(市城管局)” beside “（市住建局）”, or one of each ' +
    'around the same words, it was typed by several hands, and a search for one form misses the other. One finding speaks ' +
    'for each bracket that is not of the width that most of its list have; the fix gives it that width.',
  example: {
    before: `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治(市住建局)</p>
<p>　　3.社区食堂（市民政局)</p>
</div>
`,
    after: `---
title: '示例'
---

<div>
<p>　　1.路灯补亮（市城管局）</p>
<p>　　2.井盖整治（市住建局）</p>
<p>　　3.社区食堂（市民政局）</p>
</div>
`,
  },
  *check(article): Iterable<Report> {
    if (article.groups.length === 0 || !mayHaveBothWidths(article.text)) return;
    for (const group of article.groups) {
      if (!haveBothWidths(linesAround(article, group))) continue;
      const pairs: BracketPair[] = [];
      for (const line of linesOfGroup(article, group)) addPairs(pairs, line);
      const isWide = pairs.filter(({ isOpenWide }) => isOpenWide).length * 2 >= pairs.length;
      for (const { line, open, close, isOpenWide, isCloseWide } of pairs) {
        if (isOpenWide === isWide && isCloseWide === isWide) continue;
        const edits: Edit[] = [];
        if (isOpenWide !== isWide) edits.push({ span: sourceSpan(line, open, open + 1), text: isWide ? '（' : '(' });
        if (isCloseWide !== isWide) edits.push({ span: sourceSpan(line, close, close + 1), text: isWide ? '）' : ')' });
        // A bracket that is written as an entity is left to its author.
        const isPlain = edits.every(({ span }) => /^[()（）]$/.test(sliceSpan(article.text, span)));
        yield {
          span: sourceSpan(line, open, close + 1),
          message: isWide
            ? message('A half-width bracket among full-width ones; expected full-width brackets.')
            : message('A full-width bracket among half-width ones; expected half-width brackets.'),
          fixes: isPlain ? [{ title: message('Change the width of the brackets'), safety: 'manual', edits }] : [],
        };
      }
    }
  },
};

/** Almost every article has brackets of one width only, and is spared a closer look. A reference may stand for one. */
function mayHaveBothWidths(text: string): boolean {
  const { hasNarrowBracket, hasWideBracket, hasReference } = surveyCharacters(text);
  return hasReference || (hasNarrowBracket && hasWideBracket);
}

function haveBothWidths(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => /[()]/.test(text)) && lines.some(({ text }) => /[（）]/.test(text));
}

/** The lines of a list: the ones that hold a number, a title or an organisation of its projects. */
function linesOfGroup({ body }: Article, { projects }: Group): readonly Line[] {
  const places: Span[] = [];
  for (const { label, title, organizations } of projects) {
    places.push(label.span, title.span);
    for (const { name } of organizations) places.push(name.span);
  }
  if (!areSorted(places)) places.sort((a, b) => a.start - b.start);
  const lines: Line[] = [];
  let at = firstLineEndingAfter(body.lines, places[0]?.start ?? 0);
  for (const place of places) {
    while ((body.lines[at]?.span.end ?? Number.POSITIVE_INFINITY) < place.end) at++;
    const line = body.lines[at];
    if (line && containsSpan(line.span, place) && lines[lines.length - 1] !== line) lines.push(line);
  }
  return lines;
}

function areSorted(spans: readonly Span[]): boolean {
  for (let at = 1; at < spans.length; at++) if ((spans[at]?.start ?? 0) < (spans[at - 1]?.start ?? 0)) return false;
  return true;
}

/** All lines from the first project of a list to the end of its last: those of the list, and what stands between them. */
function linesAround({ body }: Article, { projects }: Group): readonly Line[] {
  const [first, last] = [projects[0], projects.at(-1)];
  if (!first || !last) return [];
  const from = firstLineEndingAfter(body.lines, first.span.start);
  return body.lines.slice(from, firstLineEndingAfter(body.lines, last.span.end) + 1);
}

function firstLineEndingAfter(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.span.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface BracketPair {
  readonly line: Line;
  /** Offsets into the text of the line. */
  readonly open: number;
  readonly close: number;
  readonly isOpenWide: boolean;
  readonly isCloseWide: boolean;
}

/** Adds the pairs of round brackets, of either width, with a Chinese character between them, by where they open. */
function addPairs(pairs: BracketPair[], line: Line): void {
  const { text } = line;
  const known = pairs.length;
  const opened: number[] = [];
  for (let at = text.search(/[(（]/); at >= 0 && at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(' || character === '（') opened.push(at);
    else if (character === ')' || character === '）') {
      const open = opened.pop();
      if (open === undefined || !/\p{Script=Han}/u.test(text.slice(open + 1, at))) continue;
      pairs.push({ line, open, close: at, isOpenWide: text[open] === '（', isCloseWide: character === '）' });
    }
  }
  if (pairs.length > known + 1) pairs.push(...pairs.splice(known).sort((a, b) => a.open - b.open));
}
