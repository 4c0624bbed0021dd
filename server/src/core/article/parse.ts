import type { Article } from './article.ts';
import { readFrontMatter } from './front-matter.ts';
import { readGroups } from './groups.ts';
import { parseHtml } from './html.ts';
import { readLines } from './lines.ts';

/** Reads an article. Any string is accepted; see {@link Article} for what broken input becomes. */
export function parseArticle(text: string): Article {
  const { frontMatter, bodyStart } = readFrontMatter(text);
  const span = { start: bodyStart, end: text.length };
  const html = parseHtml(text, span);
  const lines = readLines(html.document);
  return { text, frontMatter, body: { span, ...html, lines }, groups: readGroups(lines) };
}
