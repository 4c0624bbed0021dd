import { readDate } from '../../../article/dates.ts';
import { type FrontMatter, type FrontMatterValue, findEntry, textOf } from '../../../article/front-matter.ts';
import { appendEntry, isPlainText, quoted, rewriteScalar } from '../../../article/front-matter-writing.ts';
import { message } from '../../../text/message.ts';
import type { Fix, Report, Rule } from '../../rule.ts';
import { locate, mostValues, toInstance } from '../../schema/instance.ts';
import { type CompiledSchema, compileSchemas } from '../../schema/schema.ts';
import { findViolations, type Violation } from '../../schema/violations.ts';
import { dateEntries } from './date-entries.ts';
import { isNear } from './near.ts';
import { isOddDate, isSaidElsewhere } from './schema-overlaps.ts';
import { complaintOf, missingKeyComplaint } from './schema-words.ts';

export const schemaMismatch: Rule = {
  code: 'front-matter.schema-mismatch',
  severity: 'warning',
  summary: 'A front matter that does not fit the schema.',
  why:
    'A JSON Schema says which keys articles have and what their values look like; tools that read an archive rely on it. ' +
    'Copydesk comes with one, and the setting `copydesk.frontMatter.schema` adds your own: keys that you require, ' +
    'enumerations, patterns, formats, keys that are not allowed. What another rule says of the same value is not said ' +
    'twice. A fix is offered where it is plain what was meant, such as quotes around a number that is a title.',
  example: {
    before: `---
title: 1984
comments: 'false'
---

<p>第三家社区食堂昨天开张。</p>
`,
    after: `---
title: '1984'
comments: false
---

<p>第三家社区食堂昨天开张。</p>
`,
  },
  *check({ text, frontMatter }, config): Iterable<Report> {
    if (!frontMatter) return;
    const { schemas, problems, known } = compileSchemas(config.schema);
    const fence = { start: frontMatter.span.start, end: frontMatter.span.start + 3 };
    for (const problem of problems) yield { span: fence, message: problem };
    for (const schema of schemas) {
      const instance = toInstance(frontMatter, plainTestFor(schema, frontMatter));
      if (!instance) {
        yield {
          span: fence,
          message: message('The front matter has too many values to be checked; expected at most {0}.', mostValues),
        };
        return;
      }
      try {
        for (const violation of findViolations(schema, instance)) {
          if (!isSaidElsewhere(frontMatter, violation, config)) yield* report(text, frontMatter, violation, known);
        }
      } catch (error) {
        // A schema that refers to itself without end, say, of which its looks did not tell.
        const reason = error instanceof Error ? error.message : String(error);
        yield { span: fence, message: message('The schema {0} cannot be applied: {1}', schema.name, reason) };
      }
    }
  },
};

/** The format of a date is another rule's matter, and one that is no ISO 8601 does not need the validator to see it. */
function plainTestFor(
  { isPlain, isPlainButForFormat }: CompiledSchema,
  frontMatter: FrontMatter,
): CompiledSchema['isPlain'] {
  if (!isPlain || !isPlainButForFormat) return isPlain;
  const oddDates = dateEntries(frontMatter).filter(isOddDate);
  if (oddDates.length === 0) return isPlain;
  return (key, value) =>
    oddDates.some((entry) => entry.key.value === key) ? isPlainButForFormat(key, value) : isPlain(key, value);
}

function* report(
  text: string,
  frontMatter: FrontMatter,
  violation: Violation,
  known: readonly string[],
): Generator<Report> {
  const { path, missing } = violation;
  const place = locate(frontMatter, path);
  const fence = { start: frontMatter.span.start, end: frontMatter.span.start + 3 };
  if (missing.length > 0) {
    for (const key of missing) {
      yield {
        span: place?.entry.key.span ?? fence,
        message: missingKeyComplaint(key, place?.entry.key.value),
        fixes: path.length === 0 ? defaultFixes(text, frontMatter, key, violation) : [],
      };
    }
    return;
  }
  const isItem = /^\d+$/.test(path.at(-1) ?? '');
  const isKey = (violation.keyword === 'unknown-key' && !isItem) || violation.keyword === 'propertyNames';
  const span = place
    ? isKey
      ? place.entry.key.span
      : place.value.kind === 'empty'
        ? place.entry.span
        : place.value.span
    : fence;
  const meant = isKey && path.length === 1 ? nearestKey(frontMatter, path[0] ?? '', known) : undefined;
  yield {
    span,
    message: complaintOf(violation, place?.entry.key.value, place?.value, meant, known),
    fixes: place ? fixesFor(text, place, violation, meant) : [],
  };
}

/** A known key that is missing and differs little from a written one. */
function nearestKey(frontMatter: FrontMatter, written: string, known: readonly string[]): string | undefined {
  return known.find((key) => isNear(written, key) && !findEntry(frontMatter, key));
}

/** A key with the value that the schema gives for where none is written. */
function defaultFixes(text: string, frontMatter: FrontMatter, key: string, { part }: Violation): readonly Fix[] {
  const { properties } = part;
  const described = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
  const schema: unknown = described.find(([name]) => name === key)?.[1];
  const value: unknown =
    typeof schema === 'object' && schema !== null
      ? Object.entries(schema).find(([keyword]) => keyword === 'default' || keyword === 'const')?.[1]
      : undefined;
  const written = asYaml(value);
  return written === undefined
    ? []
    : [
        {
          title: message('Add "{0}: {1}"', key, written),
          safety: 'suggestion',
          edits: [appendEntry(text, frontMatter, key, written)],
        },
      ];
}

function asYaml(value: unknown): string | undefined {
  if (typeof value === 'string') return isPlainText(value) ? value : quoted(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function fixesFor(
  text: string,
  { entry, value }: NonNullable<ReturnType<typeof locate>>,
  violation: Violation,
  meant: string | undefined,
): readonly Fix[] {
  if (meant !== undefined) {
    const isQuoted = /["']/.test(text[entry.key.span.start] ?? '');
    const span = isQuoted ? { start: entry.key.span.start + 1, end: entry.key.span.end - 1 } : entry.key.span;
    return [{ title: message('Change it to "{0}"', meant), safety: 'suggestion', edits: [{ span, text: meant }] }];
  }
  if (value.kind !== 'scalar' || value.style === 'block') return [];
  const written = text.slice(value.span.start, value.span.end);
  switch (violation.keyword) {
    case 'type':
      return typeFixes(value, written, violation.expected);
    case 'enum':
    case 'const':
      return valueFixes(value, violation);
    case 'format':
      return formatFixes(value, violation.expected);
    default:
      return [];
  }
}

type Scalar = Extract<FrontMatterValue, { kind: 'scalar' }>;

/** Quotes around what was meant as text, or none around what was not. */
function typeFixes(value: Scalar, written: string, expected: unknown): readonly Fix[] {
  const types: readonly unknown[] = Array.isArray(expected) ? expected : [expected];
  if (typeof value.value !== 'string' && types.includes('string') && value.value !== null) {
    return [
      {
        title: message('Put the value in quotes'),
        safety: 'safe',
        edits: [{ span: value.span, text: quoted(written) }],
      },
    ];
  }
  const bare = value.text.trim();
  const truth = types.includes('boolean') ? truths.get(bare.toLowerCase()) : undefined;
  const number =
    types.includes('number') || (types.includes('integer') && /^-?\d+$/.test(bare))
      ? /^-?\d+(?:\.\d+)?$/.exec(bare)?.[0]
      : undefined;
  const meant = truth ?? number;
  return meant === undefined
    ? []
    : [{ title: message('Write {0}', meant), safety: 'suggestion', edits: [{ span: value.span, text: meant }] }];
}

/** How people, and YAML 1.1, say true and false. */
const truths: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'on', 'y', '1', '是'].map((word) => [word, 'true'] as const),
  ...['false', 'no', 'off', 'n', '0', '否'].map((word) => [word, 'false'] as const),
]);

function valueFixes(value: Scalar, { keyword, expected }: Violation): readonly Fix[] {
  const allowed: readonly unknown[] = keyword === 'enum' && Array.isArray(expected) ? expected : [expected];
  const texts = allowed.filter((one) => typeof one === 'string');
  const meant =
    texts.length === 1 && allowed.length === 1 ? texts[0] : texts.find((one) => isNear(value.text.trim(), one));
  const edit = meant === undefined ? undefined : rewriteScalar(value, meant);
  return edit && meant !== undefined
    ? [{ title: message('Write {0}', meant), safety: 'suggestion', edits: [edit] }]
    : [];
}

function formatFixes(value: Scalar, format: unknown): readonly Fix[] {
  if (format !== 'date' && format !== 'date-time') return [];
  const date = readDate(textOf(value)?.value ?? '');
  if (!date || 'problem' in date || (format === 'date-time' && !date.hasTime)) return [];
  const written = format === 'date' ? date.written.slice(0, 10) : date.written;
  return [{ title: message('Write {0}', written), safety: 'suggestion', edits: [{ span: value.span, text: written }] }];
}
