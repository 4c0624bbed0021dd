import { textOf } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { imageKeys } from '../../../article/images.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const proxiedImage: Rule = {
  code: 'front-matter.proxied-image',
  severity: 'warning',
  summary: 'A picture that is fetched through somebody else’s proxy.',
  why:
    'Feeds put a proxy before an address (`https://cors.example/?http://…`) to get past a server that refuses foreign pages. ' +
    'Such proxies vanish within months, and the picture with them. The fix keeps the address inside.',
  example: {
    before: `---
title: '社区食堂开张'
headimg: 'https://cors.example.workers.dev/?http://img.example.org/2022/canteen.jpg'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
headimg: 'http://img.example.org/2022/canteen.jpg'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter }): Iterable<Report> {
    for (const { key, value } of frontMatter?.entries ?? []) {
      if (!imageKeys.includes(key.value) || value.kind !== 'scalar') continue;
      const inner = innerAddress(textOf(value)?.value.trim() ?? '');
      if (!inner) continue;
      const edit = rewriteScalar(value, inner);
      yield {
        span: value.span,
        message: message('The picture is fetched through a proxy; expected its own address: {0}.', inner),
        fixes: edit
          ? [{ title: message('Take the address behind the proxy'), safety: 'suggestion', edits: [edit] }]
          : [],
      };
    }
  },
};

const longestAddress = 2000;

/** The address within an address. An archive such as the Wayback Machine holds a copy of its own and is no proxy. */
function innerAddress(address: string): string | undefined {
  if (address.length > longestAddress) return undefined;
  const match = /^https?:\/\/([^/?#]+)[/?].*?(https?(?::\/\/|%3A%2F%2F).+)$/i.exec(address);
  const [, host = '', inner = ''] = match ?? [];
  if (!inner || /(?:^|\.)(?:archive\.(?:org|ph|today|is)|webcache\.googleusercontent\.com)$/i.test(host))
    return undefined;
  const own = /^https?:\/\//i.test(inner) ? inner : decoded(inner.split('&')[0] ?? inner);
  return own === undefined || isSameSite(host, own) ? undefined : own;
}

/** A site that scales its own pictures (`img.example.org/?url=https://cms.example.org/…`) is no stranger to them. */
function isSameSite(host: string, address: string): boolean {
  const [, other = ''] = /^https?:\/\/([^/?#:]+)/i.exec(address) ?? [];
  return siteOf(host) === siteOf(other);
}

/** The last two names of a host, or three where the second is one that a country's registry sells below: `com.cn`. */
function siteOf(host: string): string {
  return (
    /[^.]+\.(?:(?:com|net|org|gov|edu|ac|co)\.)?[^.]+$/i.exec(host.replace(/:\d+$/, ''))?.[0].toLowerCase() ?? host
  );
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
