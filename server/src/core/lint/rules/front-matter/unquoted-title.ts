import { quoted } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { titleOf } from './title.ts';

export const unquotedTitle: Rule = {
  code: 'front-matter.unquoted-title',
  severity: 'info',
  summary: 'A title with quotation marks inside and none around it.',
  why:
    'YAML reads such a title as it is meant, but only as long as no mark comes first and no colon gets in: the next edit ' +
    'breaks it. Quotes around the whole make it safe. The fix adds them and changes nothing inside.',
  example: {
    before: `---
title: Kernel Learns To "Sleep Deeper" On Small Boards
---

<p>The patches were queued on Friday.</p>
`,
    after: `---
title: 'Kernel Learns To "Sleep Deeper" On Small Boards'
---

<p>The patches were queued on Friday.</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    const title = titleOf(frontMatter);
    if (!frontMatter || title?.style !== 'plain' || !title.text.includes('"') || frontMatter.problems.length > 0)
      return;
    if (text.slice(title.span.start, title.span.end) !== title.text) return;
    yield {
      span: title.span,
      message: message('A title with quotation marks inside but none around it; expected quotes around the whole.'),
      fixes: [
        {
          title: message('Put the title in quotes'),
          safety: 'safe',
          edits: [{ span: title.span, text: quoted(title.text) }],
        },
      ],
    };
  },
};
