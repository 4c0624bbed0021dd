import { styleText } from 'node:util';
import type { Finding, Severity } from '../../core/lint/rule.ts';
import { printable } from '../../core/text/display.ts';
import { type Message, message, renderMessage, type Translate } from '../../core/text/message.ts';
import type { Shell } from '../shell.ts';
import type { Counts } from '../work/work.ts';
import { type CheckedFile, regionsOf } from './checked-file.ts';

/**
 * One line a finding, `path:line:column severity code message`, which editors and `grep` know how to read, and an empty
 * line behind each file's. Severities are the words that `--fail-on` takes, in every language.
 */
export function formatFindings(checked: CheckedFile, shell: Pick<Shell, 'translate' | 'hasColors'>): string {
  const { file, text, findings } = checked;
  if (findings.length === 0) return '';
  const regionOf = regionsOf(text);
  const style = (format: Style, shown: string) =>
    shell.hasColors ? styleText(format, shown, { validateStream: false }) : shown;
  const lines = findings.map((finding) => {
    const { line, column } = regionOf(finding.span);
    const sentence = printable(renderMessage(finding.message, shell.translate));
    const place = `${printable(file)}:${line}:${column}`;
    return `${place} ${style(styles[finding.severity], finding.severity)} ${style('dim', finding.code)} ${sentence}\n`;
  });
  return `${lines.join('')}\n`;
}

/** What {@link summarize} needs to know of each article. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts: Record<string, number> = { articles: 1, problems: findings.length, fixable: 0 };
  if (findings.length > 0) counts.problematic = 1;
  for (const { severity, fixes } of findings) {
    counts[severity] = (counts[severity] ?? 0) + 1;
    if (fixes.some(({ safety }) => safety === 'safe')) counts.fixable = (counts.fixable ?? 0) + 1;
  }
  return counts;
}

/** What was found in all files, in one sentence: how many problems of which severity, where, how many mend themselves. */
export function summarize(total: { of(name: string): number }, translate: Translate): Message {
  const articleCount = total.of('articles');
  const problemCount = total.of('problems');
  const articles = renderMessage(
    articleCount === 1 ? message('1 article') : message('{0} articles', articleCount),
    translate,
  );
  if (articleCount === 0) return message('No articles found');
  if (problemCount === 0) return message('No problems in {0}', articles);
  const counted = severities.flatMap(([severity, one, many]) => {
    const count = total.of(severity);
    return count > 0 ? [renderMessage(count === 1 ? one : many(count), translate)] : [];
  });
  return message(
    '{0} ({1}) in {2} of {3}; {4} can be fixed safely',
    renderMessage(problemCount === 1 ? message('1 problem') : message('{0} problems', problemCount), translate),
    counted.join(renderMessage(message(', '), translate)),
    total.of('problematic'),
    articles,
    total.of('fixable'),
  );
}

type Style = 'red' | 'yellow' | 'blue' | 'dim';

const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' };

const severities: readonly (readonly [Severity, one: Message, many: (count: number) => Message])[] = [
  ['error', message('1 error'), (count) => message('{0} errors', count)],
  ['warning', message('1 warning'), (count) => message('{0} warnings', count)],
  ['info', message('1 notice'), (count) => message('{0} notices', count)],
  ['hint', message('1 hint'), (count) => message('{0} hints', count)],
];
