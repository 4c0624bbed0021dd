import type { Article } from '../article/article.ts';
import type { Edit } from '../text/edit.ts';
import { containsSpan, type Located, type Span, spanOf } from '../text/span.ts';
import type { Finding } from './rule.ts';

/**
 * A comment that silences rules: `# copydesk-disable …` in the front matter, `<!-- copydesk-disable … -->` in the body.
 * `copydesk-disable` reaches to the next `copydesk-enable` or the end, `-line` and `-next-line` say which line,
 * `-file` means the whole article. Codes follow, separated by commas or spaces, or whole families (`boilerplate.*`);
 * without any, every rule is meant. What follows `--` is the author's reason.
 */
export interface Directive {
  readonly codes: readonly Located<string>[];
  /** Findings that begin in here are silenced. */
  readonly reach: Span;
}

// The longer verbs first: the pattern built from them takes the first that fits.
const verbs = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;
type Verb = (typeof verbs)[number];

interface Comment {
  readonly verb: Verb;
  readonly codes: readonly Located<string>[];
  readonly span: Span;
}

/** All directives of an article that silence anything. Costs one search of the text where there are none. */
export function readDirectives(article: Article): readonly Directive[] {
  if (!mayHaveDirectives(article)) return [];
  const comments = readComments(article);
  return comments.flatMap((comment, index) => {
    const reach = reachOf(article.text, comment, comments.slice(index + 1));
    return reach ? [{ codes: comment.codes, reach }] : [];
  });
}

/** Every code that a directive names, right or wrong, with its place. */
export function directiveCodes(article: Article): readonly Located<string>[] {
  return mayHaveDirectives(article) ? readComments(article).flatMap(({ codes }) => codes) : [];
}

/** Asked twice about each article, by the engine and by the rule that looks after directives: the last answer is kept. */
function mayHaveDirectives({ text }: Article): boolean {
  if (latest?.text !== text) latest = { text, isLikely: text.includes('copydesk-') };
  return latest.isLikely;
}

let latest: { readonly text: string; readonly isLikely: boolean } | undefined;

export function silences(directives: readonly Directive[], { code, span }: Finding): boolean {
  const family = `${code.slice(0, code.indexOf('.'))}.*`;
  return directives.some(
    ({ codes, reach }) =>
      reach.start <= span.start &&
      span.start <= reach.end &&
      (codes.length === 0 || codes.some(({ value }) => value === code || value === family)),
  );
}

/** The edit that silences a finding's rule by a comment, above the finding's line or for the whole file. */
export function disableFinding({ text, frontMatter }: Article, { code, span }: Finding, scope: 'line' | 'file'): Edit {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const head = frontMatter?.content;
  const lineStart = startOfLine(text, span.start);
  if (head && (scope === 'file' || span.start < head.start)) {
    return { span: spanOf(head.start, head.start), text: `# copydesk-disable-file ${code}${lineBreak}` };
  }
  if (head && containsSpan(head, spanOf(lineStart, lineStart))) {
    const indent = /^[ \t]*/.exec(text.slice(lineStart, span.start))?.[0] ?? '';
    return { span: spanOf(lineStart, lineStart), text: `${indent}# copydesk-disable-next-line ${code}${lineBreak}` };
  }
  const verb = scope === 'file' ? 'disable-file' : 'disable-next-line';
  const at = scope === 'file' ? 0 : lineStart;
  return { span: spanOf(at, at), text: `<!-- copydesk-${verb} ${code} -->${lineBreak}` };
}

const anyVerb = `(${verbs.join('|')})`;
const yamlComment = new RegExp(`#[ \\t]*copydesk-${anyVerb}(?![\\w-])([^\\r\\n]*)`, 'g');
const htmlComment = new RegExp(`<!--\\s*copydesk-${anyVerb}(?![\\w-])((?:[^-]|-(?!->))*)-->`, 'g');

function readComments({ text, frontMatter, body }: Article): readonly Comment[] {
  const head = frontMatter ? commentsIn(text, frontMatter.content, yamlComment) : [];
  return [...head, ...commentsIn(text, body.span, htmlComment)];
}

function commentsIn(text: string, { start, end }: Span, pattern: RegExp): readonly Comment[] {
  return Array.from(text.slice(start, end).matchAll(pattern), (match) => {
    const [whole, word = '', rest = ''] = match;
    const verb = verbs.find((known) => known === word) ?? 'enable';
    const restStart = start + match.index + whole.indexOf(rest, whole.indexOf(verb) + verb.length);
    const codes = Array.from(beforeReason(rest).matchAll(/[^\s,]+/g), (code) => ({
      value: code[0],
      span: spanOf(restStart + code.index, restStart + code.index + code[0].length),
    }));
    return { verb, codes, span: spanOf(start + match.index, start + match.index + whole.length) };
  });
}

function beforeReason(rest: string): string {
  const reason = rest.search(/\s--\s/);
  return reason < 0 ? rest : rest.slice(0, reason);
}

function reachOf(text: string, { verb, codes, span }: Comment, later: readonly Comment[]): Span | undefined {
  switch (verb) {
    case 'enable':
      return undefined;
    case 'disable-file':
      return spanOf(0, text.length);
    case 'disable': {
      const end = later.find((comment) => comment.verb === 'enable' && reenables(comment.codes, codes));
      return spanOf(span.start, end ? end.span.start : text.length);
    }
    case 'disable-line':
      return spanOf(startOfLine(text, span.start), endOfLine(text, span.end));
    case 'disable-next-line': {
      // Directives stack: the line meant is the first one below that is more than another directive.
      let next = nextLine(text, span.end);
      for (const comment of later) {
        if (text.slice(next, comment.span.start).trim() !== '' || comment.span.start < next) break;
        if (text.slice(comment.span.end, endOfLine(text, comment.span.end)).trim() !== '') break;
        next = nextLine(text, comment.span.end);
      }
      return spanOf(next, endOfLine(text, next));
    }
  }
}

function reenables(enabled: readonly Located<string>[], disabled: readonly Located<string>[]): boolean {
  return enabled.length === 0 || enabled.some(({ value }) => disabled.some((code) => code.value === value));
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function nextLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}
