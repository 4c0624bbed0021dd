import type { Article } from '../../../article/article.ts';
import { textOf } from '../../../article/front-matter.ts';
import { removeEntry, rewriteScalar } from '../../../article/front-matter-writing.ts';
import {
  type BodyImage,
  type ImageRole,
  imageKeys,
  readImages,
  readPurpose,
  roleOfImage,
} from '../../../article/images.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Fix, Report, Rule } from '../../rule.ts';

export const promotionalImage: Rule = {
  code: 'front-matter.promotional-image',
  severity: 'warning',
  summary: 'A picture that is no picture of the article: a placeholder, a logo, an icon, the QR code of an app.',
  why:
    'Where an article has no picture, feeds take the first that the page has (often the QR code in the promotion below the ' +
    'text) or a random one. Lists then show the same code for a hundred articles. Found are services that hand out ' +
    'placeholders, files named as logo, icon or QR code, and pictures that the body shows only in a promotion or as a small ' +
    'icon. The fix takes the first picture of the body, or deletes the line where there is none.',
  example: {
    before: `---
title: '社区食堂开张'
headimg: 'https://img.example.org/2022/a1b2.png'
author: 李明
---

<p>第三家社区食堂昨天开张。</p>
<p><img src="https://img.example.org/2022/canteen.jpg"></p>
<p>当天有两百位老人来吃午饭，最贵的一份套餐十五元，最便宜的九元。</p>
<div class="qr"><img src="https://img.example.org/2022/a1b2.png"></div>
<p>扫码下载客户端</p>
`,
    after: `---
title: '社区食堂开张'
headimg: 'https://img.example.org/2022/canteen.jpg'
author: 李明
---

<p>第三家社区食堂昨天开张。</p>
<p><img src="https://img.example.org/2022/canteen.jpg"></p>
<p>当天有两百位老人来吃午饭，最贵的一份套餐十五元，最便宜的九元。</p>
<div class="qr"><img src="https://img.example.org/2022/a1b2.png"></div>
<p>扫码下载客户端</p>
`,
  },
  *check(article): Iterable<Report> {
    const { text, frontMatter, body } = article;
    let images: readonly BodyImage[] | undefined;
    const imagesOfBody = (): readonly BodyImage[] => (images ??= readImages(body));
    let replacement: { readonly source: string | undefined } | undefined;
    // The keys for a picture mostly have the same one.
    const complaints = new Map<string, Message | undefined>();
    const complaintOf = (address: string): Message | undefined => {
      if (!complaints.has(address)) complaints.set(address, complaint(article, address, imagesOfBody));
      return complaints.get(address);
    };
    for (const entry of frontMatter?.entries ?? []) {
      if (!imageKeys.includes(entry.key.value)) continue;
      const address = textOf(entry.value)?.value.trim();
      const found = address && complaintOf(address);
      if (!found || entry.value.kind !== 'scalar') continue;
      replacement ??= { source: imagesOfBody().find((image) => isPicture(image, body))?.source };
      const { source } = replacement;
      const rewritten = source === undefined ? undefined : rewriteScalar(entry.value, source);
      const remove: Fix = {
        title: message('Delete the line'),
        safety: 'suggestion',
        edits: [removeEntry(text, entry)],
      };
      const replace: Fix | undefined = rewritten && {
        title: message('Take the first picture of the article'),
        safety: 'suggestion',
        edits: [rewritten],
      };
      yield { span: entry.span, message: found, fixes: replace ? [replace, remove] : [remove] };
    }
  },
};

function complaint(article: Article, address: string, images: () => readonly BodyImage[]): Message | undefined {
  switch (readPurpose(address)) {
    case 'placeholder':
      return message('A placeholder from a service or a template; expected a picture of the article.');
    case 'logo':
      return message('The address is that of a logo; expected a picture of the article.');
    case 'qr-code':
      return message('The address is that of a QR code; expected a picture of the article.');
    case 'icon':
      return message('The address is that of an icon; expected a picture of the article.');
    case undefined:
      return complaintOfRole(roleInBody(article, address, images));
  }
}

function complaintOfRole(role: ImageRole | undefined): Message | undefined {
  if (role === 'promotion') {
    return message(
      'The picture stands in the promotion of an app or an account in the body, and nowhere else; expected a picture of the article.',
    );
  }
  return role === 'icon'
    ? message('The picture is a small icon in the body; expected a picture of the article.')
    : undefined;
}

/** What an address is for in the body; `article` wherever one place speaks for it, undefined where the body has it not. */
function roleInBody(
  { text, body }: Article,
  address: string,
  images: () => readonly BodyImage[],
): ImageRole | undefined {
  // Most addresses do not stand in the body, and a search of the text is far cheaper than a walk through its tree.
  const start = /^https?:/i.test(address) ? address.indexOf(':') + 1 : 0;
  const parameter = address.indexOf('&');
  const name = address.slice(start, parameter < 0 ? address.length : parameter);
  if (text.indexOf(name, body.span.start) < 0) return undefined;
  let role: ImageRole | undefined;
  for (const image of images()) {
    if (!isSame(image.source, address)) continue;
    const own = roleOfImage(image, body);
    if (own === 'article') return own;
    role ??= own;
  }
  return role;
}

function isSame(source: string, address: string): boolean {
  return source === address || source.replace(/^https?:/i, '') === address.replace(/^https?:/i, '');
}

function isPicture(image: BodyImage, body: Article['body']): boolean {
  const { source } = image;
  return /^https?:\/\//i.test(source) && readPurpose(source) === undefined && roleOfImage(image, body) === 'article';
}
