import { textOf } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { imageKeys } from '../../../article/images.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const insecureImage: Rule = {
  code: 'front-matter.insecure-image',
  severity: 'hint',
  isOptional: true,
  summary: 'A picture that is loaded over plain http.',
  why:
    'On a page that is served over https, browsers block pictures over http or ask for them over https, and whoever sits ' +
    'in between can exchange them. Older archives consist of such addresses, so this rule is off until you name it in the ' +
    'settings. Nearly every server answers to both; the fix writes https, and a person should see whether the picture ' +
    'still comes.',
  example: {
    before: `---
title: '社区食堂开张'
headimg: 'http://img.example.org/2022/canteen.jpg'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
headimg: 'https://img.example.org/2022/canteen.jpg'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter }): Iterable<Report> {
    for (const { key, value } of frontMatter?.entries ?? []) {
      const address = textOf(value)?.value.trim();
      if (!imageKeys.includes(key.value) || value.kind !== 'scalar' || !address || !/^http:\/\//i.test(address))
        continue;
      const edit = rewriteScalar(value, address.replace(/^http:/i, 'https:'));
      yield {
        span: value.span,
        message: message('The picture is loaded over http, which pages on https block; expected https.'),
        fixes: edit ? [{ title: message('Write {0}', 'https:'), safety: 'suggestion', edits: [edit] }] : [],
      };
    }
  },
};
