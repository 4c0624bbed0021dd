import { findEntry, textOf } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { readImages, readPurpose, roleOfImage } from '../../../article/images.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const sameImage: Rule = {
  code: 'front-matter.same-image',
  severity: 'info',
  isOptional: true,
  summary: 'The same file as the picture of the article and as its thumbnail.',
  why:
    'A thumbnail is meant to be small: lists of fifty articles load fifty of them. Most feeds write one address into both ' +
    'keys all the same, and themes cope with it, so this rule is off until you name it in the settings. The fix takes the ' +
    'second picture of the article, where it has one.',
  example: {
    before: `---
title: '社区食堂开张'
headimg: 'https://img.example.org/2022/canteen.jpg'
thumbnail: 'https://img.example.org/2022/canteen.jpg'
---

<p><img src="https://img.example.org/2022/canteen.jpg"></p>
<p>第三家社区食堂昨天开张。</p>
<p><img src="https://img.example.org/2022/lunch.jpg"></p>
`,
    after: `---
title: '社区食堂开张'
headimg: 'https://img.example.org/2022/canteen.jpg'
thumbnail: 'https://img.example.org/2022/lunch.jpg'
---

<p><img src="https://img.example.org/2022/canteen.jpg"></p>
<p>第三家社区食堂昨天开张。</p>
<p><img src="https://img.example.org/2022/lunch.jpg"></p>
`,
  },
  *check({ frontMatter, body }): Iterable<Report> {
    const picture = textOf(findEntry(frontMatter, 'headimg')?.value);
    const entry = findEntry(frontMatter, 'thumbnail');
    const thumbnail = textOf(entry?.value);
    if (!picture || !thumbnail || entry?.value.kind !== 'scalar') return;
    const file = fileOf(thumbnail.value);
    if (file === '' || file !== fileOf(picture.value)) return;
    const other = readImages(body).find(
      (image) =>
        fileOf(image.source) !== file &&
        readPurpose(image.source) === undefined &&
        roleOfImage(image, body) === 'article',
    );
    const edit = other && rewriteScalar(entry.value, other.source);
    yield {
      span: entry.span,
      message: message('The thumbnail is the same file as "headimg"; expected a smaller picture.'),
      related: [{ span: picture.span, message: message('It stands here first.') }],
      fixes: edit
        ? [{ title: message('Take another picture of the article'), safety: 'suggestion', edits: [edit] }]
        : [],
    };
  },
};

/** The address without its scheme, and without what asks a server for another size of the same file. */
function fileOf(address: string): string {
  return address
    .trim()
    .replace(/^https?:/i, '')
    .replace(/[?#@!].*$/s, '');
}
