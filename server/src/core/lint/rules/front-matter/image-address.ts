import { textOf } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { imageKeys } from '../../../article/images.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const imageAddress: Rule = {
  code: 'front-matter.image-address',
  severity: 'warning',
  summary: 'An image address that leads nowhere outside the page it was taken from.',
  why:
    'An address without a host (`/upload/1.jpg`) meant the site that the article was taken from; in a feed or on another ' +
    'site it leads nowhere. One that begins with `//` takes the scheme of the page around it, of which a file has none. ' +
    'Where only the scheme is missing, the fix writes `https:`; anything else only the source can tell.',
  example: {
    before: `---
title: '社区食堂开张'
headimg: '//img.example.org/2022/canteen.jpg'
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
      if (!imageKeys.includes(key.value) || !address || value.kind !== 'scalar') continue;
      const found = complaint(address);
      if (!found) continue;
      const edit = address.startsWith('//') ? rewriteScalar(value, `https:${address}`) : undefined;
      yield {
        span: value.span,
        message: found,
        fixes: edit ? [{ title: message('Write {0}', 'https:'), safety: 'suggestion', edits: [edit] }] : [],
      };
    }
  },
};

function complaint(address: string): Message | undefined {
  if (/^https?:\/\/[^\s/?#]+\.[^\s/?#]+[^\s]*$/i.test(address)) return undefined;
  if (/^data:/i.test(address)) return message('The picture itself stands in the front matter; expected its address.');
  if (/^\/\/[^\s/]+\.[^\s]+$/.test(address))
    return message('The scheme of the address is missing; expected "https:" before it.');
  if (/^(?:file:|[a-z]:\\)/i.test(address))
    return message('The address is that of a file on one computer; expected one on the web.');
  if (/^[^\s:]+$/.test(address))
    return message(
      'The address has no host, so that it leads nowhere from here; expected one that begins with "https://".',
    );
  return message('This is no address of a picture; expected one that begins with "https://".');
}
