import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { withoutMarkup } from './markup.ts';
import { titleOf } from './title.ts';

export const titleMarkup: Rule = {
  code: 'front-matter.title-markup',
  severity: 'warning',
  summary: 'HTML in a title: entities, or tags.',
  why:
    'A title is plain text: lists print `AT&amp;T` as it stands, and a `<br>` left in it breaks pages that do not expect ' +
    'HTML there. The fix decodes the entities and leaves out the tags; the words stay.',
  example: {
    before: `---
title: 'R&amp;D 投入<br>再创新高'
---

<p>全市研发投入再创新高。</p>
`,
    after: `---
title: 'R&D 投入 再创新高'
---

<p>全市研发投入再创新高。</p>
`,
  },
  *check({ frontMatter }): Iterable<Report> {
    const title = titleOf(frontMatter);
    const text = title && withoutMarkup(title.text);
    if (!title || text === undefined) return;
    const edit = rewriteScalar(title, text);
    yield {
      span: title.span,
      message: message('HTML in the title, which is plain text; expected: {0}', text),
      fixes: edit ? [{ title: message('Write it as plain text'), safety: 'suggestion', edits: [edit] }] : [],
    };
  },
};
