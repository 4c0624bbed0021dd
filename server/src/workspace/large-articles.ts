import type { Article } from '../core/article/article.ts';
import { readFrontMatter } from '../core/article/front-matter.ts';
import { parseArticle } from '../core/article/parse.ts';
import type { Finding } from '../core/lint/rule.ts';
import { message } from '../core/text/message.ts';

/**
 * The size, in UTF-16 code units, above which only the front matter of an article is looked at where somebody waits for
 * it. An article is some ten thousand characters long; what is two hundred times that is a dump, and reading all of it at
 * every keystroke would make the editor wait longer than a person does.
 */
export const largestArticle = 2_000_000;

/** More than any front matter has, in UTF-16 code units. */
export const longestHead = 65_536;

/** The front matter of a large article, as an article of its own; offsets are the same. */
export function headOf(text: string): Article {
  const beginning = text.slice(0, longestHead);
  return parseArticle(beginning.slice(0, readFrontMatter(beginning).bodyStart));
}

/** What is found in a large article: what is wrong in its head, and that nobody has looked further. */
export function findingsInHead(findings: readonly Finding[]): readonly Finding[] {
  return [tooLarge, ...findings.filter(({ code }) => code.startsWith('front-matter.'))];
}

/** No rule says this: it has no family and no page. */
export function isAboutSize({ code }: Pick<Finding, 'code'>): boolean {
  return code === tooLarge.code;
}

const tooLarge: Finding = {
  code: 'too-large',
  severity: 'info',
  message: message(
    'This article is too large to be checked while you type: over {0} million characters. Only its front matter is; "copydesk check" checks all of it.',
    largestArticle / 1_000_000,
  ),
  span: { start: 0, end: 0 },
  fixes: [],
  related: [],
  unnecessary: false,
  until: Number.POSITIVE_INFINITY,
};
