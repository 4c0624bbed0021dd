import { type FrontMatter, findEntry, textsOf } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';
import { mediaEnding, stemOfName } from './site-names.ts';
import { titleOf } from './title.ts';

export const titleSite: Rule = {
  code: 'front-matter.title-site',
  severity: 'warning',
  summary: 'A title with the name of the site behind it.',
  why:
    'The `<title>` of a page carries the names of its channel and its site (“…_要闻_江海新闻网”), for the tabs of browsers. In ' +
    'an archive every article of a site then ends alike. Found are endings behind a separator that are the author, a ' +
    'category, or named like a medium; the fix deletes them and leaves the headline.',
  example: {
    before: `---
title: '第三家社区食堂开张_要闻_江海新闻网'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '第三家社区食堂开张'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ frontMatter }): Iterable<Report> {
    const title = titleOf(frontMatter);
    if (!title) return;
    const headline = withoutSite(title.text, frontMatter);
    if (headline === title.text) return;
    const edit = rewriteScalar(title, headline);
    yield {
      span: title.span,
      message: message(
        'The title ends with the name of the site, {0}; expected the headline alone: {1}',
        title.text.slice(headline.length).replace(/^[\s_|｜丨—–-]+/, ''),
        headline,
      ),
      fixes: edit ? [{ title: message('Delete the name of the site'), safety: 'suggestion', edits: [edit] }] : [],
    };
  },
};

/** A title without what the page put behind it: separators and names, the last of which is that of the site. */
export function withoutSite(title: string, frontMatter: FrontMatter | undefined): string {
  const last = /[_|｜丨–—-]/.test(title) ? lastName.exec(title) : null;
  if (!last || !isSite(last[1] ?? '', frontMatter)) return title;
  let headline = title.slice(0, last.index);
  // The channels of a site stand before its name, behind the same separator.
  for (let channel = lastName.exec(headline); channel; channel = lastName.exec(headline)) {
    const [whole, name = ''] = channel;
    // An underscore joins the parts of a page's title, whatever stands before the name of its site.
    if (separatorOf(whole) !== '_' && (separatorOf(whole) !== separatorOf(last[0]) || name.length > longestChannel))
      break;
    if (separatorOf(whole) !== '_' && !isSite(name, frontMatter)) break;
    if (channel.index < shortestBeforeChannel) break;
    headline = headline.slice(0, channel.index);
  }
  return headline.length >= shortestHeadline ? headline : title;
}

const lastName =
  /\s*(?:[_|｜丨]|\s[-–—]\s|(?<![-–—])[-–—](?![-–—]))\s*([^\s_|｜丨—–\-，。！？：；、“”《》（）][^_|｜丨—–\-，。！？：；、“”《》]{1,24})$/u;
const longestChannel = 8;
const shortestHeadline = 4;
/** What is shorter is rather a headline with underscores for marks. */
const shortestBeforeChannel = 8;

function separatorOf(ending: string): string {
  return ending.trim()[0] ?? '';
}

function isSite(name: string, frontMatter: FrontMatter | undefined): boolean {
  if (mediaEnding.test(name.trim())) return true;
  const stem = stemOfName(name);
  return ['author', 'categories', 'source'].some((key) =>
    textsOf(findEntry(frontMatter, key)?.value).some(({ value }) => stemOfName(value) === stem),
  );
}
