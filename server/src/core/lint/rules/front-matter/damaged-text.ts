import type { FrontMatterValue, ScalarValue } from '../../../article/front-matter.ts';
import { rewriteScalar } from '../../../article/front-matter-writing.ts';
import { imageKeys } from '../../../article/images.ts';
import { recodeMojibake } from '../../../article/mojibake.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Report, Rule } from '../../rule.ts';

export const damagedText: Rule = {
  code: 'front-matter.damaged-text',
  severity: 'warning',
  summary: 'A value that was decoded wrongly, or never decoded.',
  why:
    'Read in the wrong encoding, “食堂” becomes “é£Ÿå ‚”, “椋熷爞” or “��”; copied from an address or a program it is ' +
    '“%E9%A3%9F” or “\\u98df”. Where nothing was lost on the way, the fix restores the text; where a character is gone, only ' +
    'the source can tell.',
  example: {
    before: `---
title: '%E7%A4%BE%E5%8C%BA%E9%A3%9F%E5%A0%82开张'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    if (!frontMatter) return;
    const { start, end } = frontMatter.content;
    // Nearly every front matter is without any of these, which one search tells.
    if (!suspicious.test(text.slice(start, end))) return;
    for (const { key, value } of frontMatter.entries) {
      if (addressKeys.has(key.value)) continue;
      for (const scalar of scalarsOf(value)) yield* reportScalar(scalar);
    }
  },
};

function* reportScalar(value: ScalarValue): Generator<Report> {
  if (value.value === null || value.text.length > longestText || !suspicious.test(value.text)) return;
  const restored = restore(value.text);
  const edit = restored === undefined ? undefined : rewriteScalar(value, restored);
  const found =
    restored === undefined ? lossOf(value.text) : message('The text was not decoded; expected: {0}', restored);
  if (!found) return;
  yield {
    span: value.span,
    message: found,
    fixes: edit ? [{ title: message('Decode the text'), safety: 'suggestion', edits: [edit] }] : [],
  };
}

const longestText = 2000;
const addressKeys: ReadonlySet<string> = new Set([
  ...imageKeys,
  'link',
  'url',
  'permalink',
  'slug',
  'source_url',
  'id',
  'guid',
]);
const escaped = /(?:%[0-9A-F]{2}){3,}|\\u[0-9a-f]{4}/i;
const lost = /\uFFFD|锟斤拷?|烫烫烫|屯屯屯|[銆锛鈥](?=[^\s])|\?{3,}/u;
const suspicious = /(?:%[0-9A-F]{2}){3}|\\u[0-9a-f]{4}|\uFFFD|锟斤|烫烫烫|屯屯屯|[銆锛鈥\u0080-\u00ff]|\?{3}/iu;

/** The text that was meant; undefined where nothing tells it. */
function restore(text: string): string | undefined {
  if (!escaped.test(text)) return recodeMojibake(text);
  const decoded = text.replace(/(?:%[0-9A-F]{2})+|(?:\\u[0-9a-f]{4})+/gi, decodeEscape);
  return decoded === text ? undefined : decoded;
}

function decodeEscape(run: string): string {
  if (run.startsWith('\\')) {
    return run.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  }
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

function lossOf(text: string): Message | undefined {
  return lost.test(text)
    ? message('Characters were lost when the text was decoded; expected the text of the source.')
    : undefined;
}

function scalarsOf(value: FrontMatterValue): readonly ScalarValue[] {
  if (value.kind === 'list') return value.items.flatMap((item) => (item.kind === 'scalar' ? [item] : []));
  return value.kind === 'scalar' ? [value] : [];
}
