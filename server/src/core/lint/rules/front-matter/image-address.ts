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
    'Where the scheme is missing or written twice, or `&` stands as `&amp;`, the fix writes it as it was meant; anything ' +
    'else only the source can tell.',
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
      const restored = restore(address);
      const edit = restored === undefined ? undefined : rewriteScalar(value, restored);
      yield {
        span: value.span,
        message: found,
        fixes: edit && restored ? [{ title: message('Write {0}', restored), safety: 'suggestion', edits: [edit] }] : [],
      };
    }
  },
};

function complaint(address: string): Message | undefined {
  if (/^https?:\/\/[^\s/?#]+\.[^\s/?#]+[^\s]*$/i.test(address)) return complaintOfUrl(address);
  if (/^data:/i.test(address)) return message('The picture itself stands in the front matter; expected its address.');
  if (/^\/\/[^\s/]+\.[^\s]+$/.test(address))
    return message('The scheme of the address is missing; expected "https:" before it.');
  if (/^(?:https?:?\/{0,2}){2,}[^\s/]+\.[^\s]+$|^https?(?::\/?|\/\/)[^\s/:]+\.[^\s]+$/i.test(address))
    return message('The beginning of the address is damaged; expected "https://" once.');
  if (/^(?:file:|blob:|[a-z]:\\)/i.test(address))
    return message('The address is that of a file on one computer; expected one on the web.');
  if (/^[^\s:]+$/.test(address))
    return message(
      'The address has no host, so that it leads nowhere from here; expected one that begins with "https://".',
    );
  return message('This is no address of a picture; expected one that begins with "https://".');
}

function complaintOfUrl(address: string): Message | undefined {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(address) ?? [];
  if (privateHost.test(host))
    return message('The address leads to a computer that only its own network knows; expected one on the web.');
  if (/&amp;/i.test(address))
    return message('The address has "&amp;" for "&", as in HTML; expected it as a browser sends it.');
  return otherFile.test(path)
    ? message('The address leads to a page or a film; expected one of a picture.')
    : undefined;
}

/** Names and numbers that RFC 1918, RFC 6761 and RFC 6762 keep for machines and networks of one's own. */
const privateHost =
  /^(?:[^@]*@)?(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|.+\.(?:local|localhost|internal|lan))(?::\d+)?$/i;
const otherFile = /\.(?:html?|shtml|php|aspx?|jsp|mp4|m3u8|flv|mov|mp3|pdf|docx?)$/i;

/** What was most likely meant. */
function restore(address: string): string | undefined {
  if (address.startsWith('//')) return `https:${address}`;
  if (/^https?:\/\/[^/]/i.test(address) && /&amp;/i.test(address)) return address.replace(/&amp;/gi, '&');
  const [damaged] = /^(?:https?(?::\/{0,2}|\/\/))+(?=[^\s/:]+\.)/i.exec(address) ?? [];
  const scheme = damaged && /https?(?=[:/]+$)/i.exec(damaged)?.[0];
  const restored = scheme && `${scheme.toLowerCase()}://${address.slice(damaged.length)}`;
  return restored && restored !== address ? restored : undefined;
}
