import { describe, expect, it } from 'vitest';
import schema from '../../../../schemas/boilerplate-catalogue.schema.json' with { type: 'json' };
import { catalogueCompletions, keyMeanings } from '../../../../server/src/core/lint/catalogue/completions.ts';
import { kindNames } from '../../../../server/src/core/lint/rules/boilerplate/kinds.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';

const sites = ['江边晨报', "O'Brien"];

/** What is offered where ‸ stands, and what the text is after the first of it is taken, with ‸ behind it. */
function check(marked: string, labels: readonly string[], after?: string): void {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const offered = catalogueCompletions(text, offset, sites);
  expect(offered.map(({ label }) => label)).toEqual(labels);
  const [first] = offered;
  if (first && after !== undefined)
    expect(applyEdits(text, [{ span: first.span, text: `${first.text}‸` }])).toBe(after);
}

const all = ['kind', 'selector', 'text', 'pattern', 'comment', 'image', 'sites', 'about'];
const without = (...known: readonly string[]) => all.filter((key) => !known.includes(key));

describe('in a catalogue is offered', () => {
  it.each<[string, string, readonly string[], string?]>([
    ['a section', '‸', ['rules', 'exceptions', 'media'], 'rules:‸'],
    ['a section that is not there', '# mine\nru‸\nexceptions:\n', ['rules', 'media'], '# mine\nrules:‸\nexceptions:\n'],
    ['a key that begins an entry', 'rules:\n  - ‸', all, 'rules:\n  - kind: ‸'],
    ['an entry', 'rules:\n  ‸', all, 'rules:\n  - kind: ‸'],
    [
      'a key that the entry does not have',
      'rules:\n  - kind: ad\n    text: a\n  - kind: ad\n    ‸\n    about: b\n  - image: c\n',
      without('kind', 'about'),
      'rules:\n  - kind: ad\n    text: a\n  - kind: ad\n    selector: ‸\n    about: b\n  - image: c\n',
    ],
    ['another key', 'exceptions:\n- te‸xt: a\n', all, 'exceptions:\n- kind‸: a\n'],
    ['a kind', 'rules:\n  - kind: co‸mm\n', kindNames, 'rules:\n  - kind: comment‸\n'],
    ['a site', 'rules:\n  - sites: ‸', sites, 'rules:\n  - sites: 江边晨报‸'],
    ['a site in brackets', 'rules:\n  - sites: [a, 江‸]', sites, 'rules:\n  - sites: [a, 江边晨报‸]'],
    ['a site of a list', 'rules:\n  - sites:\n      - 江‸\n', sites, 'rules:\n  - sites:\n      - 江边晨报‸\n'],
    ['nothing in a text', 'rules:\n  - text: ki‸', []],
    ['nothing among media', 'media:\n  - ‸', []],
    ['nothing in a comment', 'rules: # ki‸', []],
  ])('%s', (_name, marked, labels, after) => {
    check(marked, labels, after);
  });
});

it('keys mean what the schema says', () => {
  const { properties, definitions } = schema;
  for (const [key, { template }] of Object.entries(keyMeanings)) {
    const described = { ...properties, ...definitions }[key as keyof typeof properties];
    expect(described.description).toBe(template);
  }
});
