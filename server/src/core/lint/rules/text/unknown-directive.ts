import { message } from '../../../text/message.ts';
import type { Span } from '../../../text/span.ts';
import { directiveCodes } from '../../directives.ts';
import type { Report, Rule } from '../../rule.ts';

/**
 * The rule that looks after the comments which silence rules. It has to know all codes, so it is made from them.
 */
export function unknownDirective(codes: readonly string[]): Rule {
  const own = 'text.unknown-directive';
  const known = new Set([own, ...codes].flatMap((code) => [code, `${code.slice(0, code.indexOf('.'))}.*`]));
  return {
    code: own,
    severity: 'warning',
    summary: 'A comment silences a rule that does not exist.',
    why:
      'A misspelt code in a `copydesk-disable` comment silences nothing, and nobody notices until the problem is back. ' +
      'The fix takes the code out of the comment.',
    example: {
      before:
        "---\ntitle: '示例'\n---\n\n<!-- copydesk-disable-file boilerplate.comment boilerplate.coment -->\n<p>正文。</p>\n",
      after: "---\ntitle: '示例'\n---\n\n<!-- copydesk-disable-file boilerplate.comment -->\n<p>正文。</p>\n",
    },
    *check(article): Iterable<Report> {
      const named = directiveCodes(article);
      for (const { value, span } of named) {
        if (known.has(value)) continue;
        yield {
          span,
          message: message(
            'There is no rule {0}; expected the code of a rule or of a family, as in {1}.',
            value,
            'boilerplate.*',
          ),
          fixes: isAlone(article.text, span)
            ? []
            : [
                {
                  title: message('Remove {0} from the comment', value),
                  safety: 'suggestion',
                  edits: [{ span: { start: precedingSeparator(article.text, span.start), end: span.end }, text: '' }],
                },
              ],
        };
      }
    },
  };
}

/** A comment left without a code would silence every rule, so the last code of one stays. */
function isAlone(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const after = text.slice(span.end, span.end + 40);
  return /copydesk-[a-z-]+[ \t,]*$/.test(before) && /^[ \t,]*(?:--|[\r\n]|$)/.test(after);
}

/** The start of the white space and comma before a code: they go with it. */
function precedingSeparator(text: string, start: number): number {
  let at = start;
  while (at > 0 && /[ \t,]/.test(text[at - 1] ?? '')) at--;
  return at;
}
