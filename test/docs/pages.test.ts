import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../server/src/core/lint/rule.ts';
import { allRules } from '../../server/src/core/lint/rules/registry.ts';
import { message } from '../../server/src/core/text/message.ts';
import { spanOf } from '../../server/src/core/text/span.ts';
import { documentationPages } from './pages.ts';

describe('the pages on disk', () => {
  it('are those of the rules, each up to date', () => {
    const folder = path.join(import.meta.dirname, '../../docs/rules');
    const onDisk = readdirSync(folder).map((name): [string, string] => [
      name,
      readFileSync(path.join(folder, name), 'utf8'),
    ]);
    expect(Object.fromEntries(onDisk)).toEqual(Object.fromEntries(documentationPages(allRules)));
  });
});

describe('the page of a rule', () => {
  const noStars: Rule = {
    code: 'text.star',
    severity: 'warning',
    summary: 'A star | an asterisk.',
    why: 'Stars belong in the sky.',
    example: { before: '<p>```\u200b*</p> \n', after: '<p>```\u200b</p> \n' },
    *check({ text }) {
      const at = text.indexOf('*');
      const span = spanOf(at, at + 1);
      const edits = [{ span, text: '' }];
      yield {
        span,
        message: message('Unexpected star'),
        fixes: [
          { title: message('Delete {0}', '*'), safety: 'safe', edits },
          { title: message('Look up'), safety: 'suggestion', edits },
        ],
      };
    },
  };
  const pages = documentationPages([noStars, { ...noStars, code: 'other.star', check: () => [] }]);
  const rulePage = pages.get('text.star.md') ?? '';

  it.each([
    ['says what is offered', '- Delete * (safe)\n- Look up (suggested)\n'],
    ['shows the example with invisible characters made visible', '````html\n<p>```⟨U+200B⟩*</p>⟨U+0020⟩\n````\n'],
    ['shows what becomes of it', 'becomes, with every fix taken,\n\n````html\n<p>```⟨U+200B⟩</p>⟨U+0020⟩\n````\n'],
    ['says how to turn it off', '<!-- copydesk-disable-next-line text.star -->'],
    ['names its severity', 'Severity: **warning** · Fix: **safe, suggested**'],
  ])('%s', (_name, part) => {
    expect(rulePage).toContain(part);
  });

  it('says that there is no fix where there is none', () => {
    expect(pages.get('other.star.md')).toContain('## The fix\n\nThere is none');
  });

  it('is listed in the index under its family', () => {
    const index = pages.get('README.md') ?? '';
    const row = '| [`text.star`](text.star.md) | A star \\| an asterisk. | warning | safe, suggested |';
    expect(index).toContain(row);
    expect(index.indexOf('## Text')).toBeLessThan(index.indexOf(row));
    expect(index.indexOf('## other')).toBeGreaterThan(index.indexOf(row));
  });
});
