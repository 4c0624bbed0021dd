import type { Located } from '../text/span.ts';
import { closest } from './html.ts';
import { type Line, sourceSpan } from './lines.ts';

/** The headline that a body states for its article, and where it does so. */
export interface Headline extends Located<string> {
  /** `original`: a line "原标题：…". `headline`: the only line in an `h1`. `heading`: else the first in an `h1` or `h2`. */
  readonly kind: 'original' | 'headline' | 'heading';
}

/** All headlines that a body states, those after "原标题：" first: they name the article and nothing else. */
export function readHeadlines(lines: readonly Line[]): readonly Headline[] {
  const original = lines.find(({ text }) => originalLabel.test(text));
  const headings = lines.filter(
    ({ surroundings, block }) => surroundings.heading && closest(block, headingElements) !== undefined,
  );
  const [headline, second] = headings.filter(({ block }) => closest(block, headlineElements) !== undefined);
  const isHeadline = headline !== undefined && second === undefined;
  const heading = isHeadline ? headline : headings[0];
  return [
    ...(original ? originalHeadline(original) : []),
    ...(heading
      ? [{ kind: isHeadline ? 'headline' : 'heading', value: heading.text, span: heading.span } as const]
      : []),
  ];
}

const originalLabel = /^[（(【[]?\s?(?:原文?标题|原標題|原题)\s?[：:]/;
const headingElements: ReadonlySet<string> = new Set(['h1', 'h2']);
const headlineElements: ReadonlySet<string> = new Set(['h1']);

/** What feeds print behind the original title on the same line. */
const byline = /\s+(?:来源|來源|作者|记者|編輯|编辑|发布时间|时间)\s?[：:].*$/s;

function originalHeadline(line: Line): readonly Headline[] {
  const label = originalLabel.exec(line.text)?.[0] ?? '';
  const rest = line.text.slice(label.length).replace(byline, '');
  const closing = /^[（(【[]/.test(label) ? /\s*[）)】\]]$/ : /\s*$/;
  const trimmed = rest.replace(closing, '').trim();
  if (!trimmed) return [];
  const start = label.length + rest.indexOf(trimmed);
  return [{ kind: 'original', value: trimmed, span: sourceSpan(line, start, start + trimmed.length) }];
}
