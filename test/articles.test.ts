import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../server/src/core/article/parse.ts';
import { toRecord } from '../server/src/core/export/record.ts';
import { fixAll } from '../server/src/core/lint/fix-all.ts';
import { lint } from '../server/src/core/lint/lint.ts';
import { defaultLintConfig } from '../server/src/core/lint/rule.ts';
import { createLineIndex } from '../server/src/core/text/line-index.ts';
import { renderMessage } from '../server/src/core/text/message.ts';
import { expectInvariants } from './core/invariants.ts';

/*
 * Whole articles with everything that is read from them. A case is a folder under `test/articles`: its `article.txt` is
 * written by hand, the other files say what the product makes of it. To add a case, add a folder with an `article.txt`
 * and run
 *
 *     UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.mts test/articles.test.ts
 *
 * which writes the other files of every case. The same command takes over a wanted change of the product. Either way
 * read the difference before it is kept: a file that was only written proves nothing.
 */
const folder = path.join(import.meta.dirname, 'articles');
const isUpdate = process.env.UPDATE_GOLDEN === '1';

/** How each expected file follows from the text of the article. */
const expectedFiles: Readonly<Record<string, (text: string) => string>> = {
  'record.json': recordOf,
  'findings.txt': findingsOf,
  'fixed.txt': fixedText,
};

describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(path.join(folder, name, 'article.txt'), 'utf8');

  it.each(Object.entries(expectedFiles))('gives its %s', (file, write) => {
    const place = path.join(folder, name, file);
    const actual = write(text);
    if (isUpdate) writeFileSync(place, actual);
    expect(existsSync(place) ? readFileSync(place, 'utf8') : undefined).toBe(actual);
  });

  it('is handled soundly, before and after its fixes', () => {
    expectInvariants(text);
    expectInvariants(fixedText(text));
  });
});

function recordOf(text: string): string {
  return `${JSON.stringify(toRecord(parseArticle(text), 'article.txt'), undefined, 2)}\n`;
}

/** One line a finding, `line:column severity code message`; lines and columns count from 1. */
function findingsOf(text: string): string {
  const lineIndex = createLineIndex(text);
  return lint(parseArticle(text), defaultLintConfig)
    .map(({ span, severity, code, message }) => {
      const { line, character } = lineIndex.positionAt(span.start);
      return `${line + 1}:${character + 1} ${severity} ${code} ${renderMessage(message)}\n`;
    })
    .join('');
}

function fixedText(text: string): string {
  return fixAll(text, defaultLintConfig, { upTo: 'suggestion' }).text;
}
