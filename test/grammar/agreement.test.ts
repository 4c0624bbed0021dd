import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import { sliceSpan } from '../../server/src/core/text/span.ts';
import { tokenize } from './scopes.ts';

/** What the editor shows and what the engine reads must not differ in an article that is as it should be. */
describe.each(sampleArticles())('in $name', ({ text }) => {
  const { groups } = parseArticle(text);
  const projects = groups.flatMap((group) => group.projects);

  it('the numbers of projects are highlighted, and no others', async () => {
    const numbers = (await textsOf(text, 'constant.numeric.item.article')).map((number) =>
      number.replace(/[.、]$/, ''),
    );
    // The numbers of an ordered list are not printed.
    const printed = projects.filter(({ label }) => sliceSpan(text, label.span).includes(label.value));
    expect(numbers).toEqual(printed.map(({ label }) => label.value));
  });

  it('the organisations are highlighted, and nothing else', async () => {
    expect(await textsOf(text, 'entity.name.type.organization.article')).toEqual(
      projects.flatMap(({ organizations }) => organizations.map(({ name }) => name.value)),
    );
  });

  it('the headings of groups are highlighted', async () => {
    const headings = (await textsOf(text, 'markup.heading.article')).join('');
    for (const { heading } of groups) expect(headings).toContain(heading?.value);
  });
});

async function textsOf(text: string, scope: string): Promise<readonly string[]> {
  const lines = await tokenize(text);
  return lines.flatMap((tokens) => tokens.filter(({ scopes }) => scopes.at(-1) === scope).map((token) => token.text));
}

function sampleArticles(): readonly { readonly name: string; readonly text: string }[] {
  const folder = path.join(import.meta.dirname, '../../docs/sample');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))
    .filter(({ text }) => parseArticle(text).groups.length > 0);
}
