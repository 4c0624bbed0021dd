import type { Article } from '../../../article/article.ts';
import { type Line, sourceSpan } from '../../../article/lines.ts';
import type { Edit } from '../../../text/edit.ts';
import { message } from '../../../text/message.ts';
import { containsSpan, sliceSpan } from '../../../text/span.ts';
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
    for (const lines of linesOfGroups(article)) {
      const pairs = lines.flatMap((line) => pairsIn(line).map((pair) => ({ line, ...pair })));
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

/** The lines of each list: the ones that hold a number, a title or an organisation of its projects. */
function linesOfGroups({ body, groups }: Article): readonly (readonly Line[])[] {
  return groups.map(({ projects }) => {
    const places = projects
      .flatMap(({ label, title, organizations }) => [
        label.span,
        title.span,
        ...organizations.map(({ name }) => name.span),
      ])
      .sort((a, b) => a.start - b.start);
    const lines: Line[] = [];
    let at = firstLineEndingAfter(body.lines, places[0]?.start ?? 0);
    for (const place of places) {
      while ((body.lines[at]?.span.end ?? Number.POSITIVE_INFINITY) < place.end) at++;
      const line = body.lines[at];
      if (line && containsSpan(line.span, place) && lines.at(-1) !== line) lines.push(line);
    }
    return lines;
  });
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
  readonly open: number;
  readonly close: number;
  readonly isOpenWide: boolean;
  readonly isCloseWide: boolean;
}

/** The pairs of round brackets, of either width, with a Chinese character between them. */
function pairsIn({ text }: Line): readonly BracketPair[] {
  if (!/[(（]/.test(text)) return [];
  const pairs: BracketPair[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '(' || character === '（') open.push(at);
    else if (character === ')' || character === '）') {
      const start = open.pop();
      if (start === undefined || !/\p{Script=Han}/u.test(text.slice(start + 1, at))) continue;
      pairs.push({ open: start, close: at, isOpenWide: text[start] === '（', isCloseWide: character === '）' });
    }
  }
  return pairs.sort((a, b) => a.open - b.open);
}
