import type { FrontMatterEntry, FrontMatterValue } from '../../../article/front-matter.ts';
import { removeEntry } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import { sliceSpan } from '../../../text/span.ts';
import type { Fix, Report, Rule } from '../../rule.ts';

export const duplicateKey: Rule = {
  code: 'front-matter.duplicate-key',
  severity: 'error',
  summary: 'A key that stands twice.',
  why:
    'YAML forbids it: strict parsers reject the whole front matter, the others silently keep the last value. Where both ' +
    'say the same, the second is deleted. Where they differ, the fix keeps the last, as lenient parsers do; a person ' +
    'should look which is right.',
  example: {
    before: `---
title: '社区食堂开张'
date: 2022-03-15T14:18:20+08:00
date: 2022-03-15T14:21:07+08:00
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '社区食堂开张'
date: 2022-03-15T14:21:07+08:00
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter }): Iterable<Report> {
    if (!frontMatter) return;
    for (const { earlier, entry } of repetitions(frontMatter.entries))
      yield report(earlier, entry, fixesFor(text, earlier, entry));
    for (const map of nestedMaps(frontMatter.entries)) {
      for (const { earlier, entry } of repetitions(map)) yield report(earlier, entry, []);
    }
  },
};

interface Repetition {
  readonly earlier: FrontMatterEntry;
  readonly entry: FrontMatterEntry;
}

function* repetitions(entries: readonly FrontMatterEntry[]): Generator<Repetition> {
  const known = new Map<string, FrontMatterEntry>();
  for (const entry of entries) {
    const earlier = known.get(entry.key.value);
    if (earlier) yield { earlier, entry };
    known.set(entry.key.value, entry);
  }
}

function* nestedMaps(entries: readonly FrontMatterEntry[]): Generator<readonly FrontMatterEntry[]> {
  const values: FrontMatterValue[] = [];
  for (const { value } of entries) if (value.kind === 'map' || value.kind === 'list') values.push(value);
  for (let value = values.pop(); value; value = values.pop()) {
    if (value.kind === 'list') values.push(...value.items);
    if (value.kind !== 'map') continue;
    yield value.entries;
    values.push(...value.entries.map((entry) => entry.value));
  }
}

function report(earlier: FrontMatterEntry, entry: FrontMatterEntry, fixes: readonly Fix[]): Report {
  return {
    span: entry.span,
    message: message('The key "{0}" stands here a second time; expected each key once.', entry.key.value),
    related: [{ span: earlier.span, message: message('It stands here first.') }],
    fixes,
  };
}

function fixesFor(text: string, earlier: FrontMatterEntry, entry: FrontMatterEntry): readonly Fix[] {
  if (sameValue(text, earlier, entry)) {
    return [{ title: message('Delete the repetition'), safety: 'safe', edits: [removeEntry(text, entry)] }];
  }
  return [
    { title: message('Keep the last, as most tools do'), safety: 'suggestion', edits: [removeEntry(text, earlier)] },
    { title: message('Keep the first'), safety: 'suggestion', edits: [removeEntry(text, entry)] },
  ];
}

function sameValue(text: string, { value: a }: FrontMatterEntry, { value: b }: FrontMatterEntry): boolean {
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.value === b.value;
  return a.kind === b.kind && sliceSpan(text, a.span) === sliceSpan(text, b.span);
}
