import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../../package.json';
import type { Finding, Fix, Rule, Severity } from '../../core/lint/rule.ts';
import { allRules } from '../../core/lint/rules/registry.ts';
import { renderMessage, type Translate } from '../../core/text/message.ts';
import type { Span } from '../../core/text/span.ts';
import { type CheckedFile, regionsOf } from './checked-file.ts';

/**
 * A SARIF 2.1.0 log with one run, for code scanning services and viewers, but for its results: what comes before and
 * after them where there are some, and the whole where there are none. Columns count UTF-16 code units; offsets are into
 * the decoded text without its byte order mark.
 */
export function sarifAround(translate: Translate): {
  readonly empty: string;
  readonly before: string;
  readonly after: string;
} {
  const driver = {
    name: 'Copydesk',
    semanticVersion: version,
    rules: allRules.map((rule) => reportingDescriptor(rule, translate)),
  } as const;
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: [] }],
  };
  const empty = `${JSON.stringify(log, undefined, 2)}\n`;
  const gap = empty.lastIndexOf('[]');
  return { empty, before: `${empty.slice(0, gap)}[\n`, after: `\n      ]${empty.slice(gap + '[]'.length)}` };
}

/** The part of SARIF 2.1.0 that is written here, in the standard's names. */
interface Log {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly semanticVersion: string;
          readonly rules: readonly ReportingDescriptor[];
        };
      };
      readonly columnKind: 'utf16CodeUnits';
      readonly results: readonly Result[];
    },
  ];
}

interface ReportingDescriptor {
  readonly id: string;
  readonly shortDescription: TextMessage;
  readonly fullDescription: TextMessage;
  readonly help: TextMessage;
  readonly defaultConfiguration: { readonly enabled?: boolean; readonly level: Level };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Level;
  readonly message: TextMessage;
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly Location[];
  readonly fixes?: readonly SarifFix[];
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region: SarifRegion };
  readonly message?: TextMessage;
}

interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}

interface SarifFix {
  readonly description: TextMessage;
  readonly artifactChanges: readonly [
    {
      readonly artifactLocation: ArtifactLocation;
      readonly replacements: readonly { readonly deletedRegion: SarifRegion; readonly insertedContent: TextMessage }[];
    },
  ];
}

interface TextMessage {
  readonly text: string;
}

interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

type Level = 'error' | 'warning' | 'note';

const levels: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

function reportingDescriptor(
  { code, severity, isOptional, summary, why }: Rule,
  translate: Translate,
): ReportingDescriptor {
  return {
    id: code,
    shortDescription: { text: translate(summary) },
    fullDescription: { text: translate(summary) },
    help: { text: translate(why) },
    defaultConfiguration: { ...(isOptional ? { enabled: false } : {}), level: levels[severity] },
  };
}

/** The results of a file. All fixes are given that a program may take, safe ones first as the rules list them. */
export function sarifResults({ file, text, findings }: CheckedFile, translate: Translate): readonly Result[] {
  const artifactLocation = locationOf(file);
  const toRegion = regionsOf(text);
  const regionOf = (span: Span): SarifRegion => {
    const { line, column, endLine, endColumn } = toRegion(span);
    return {
      startLine: line,
      startColumn: column,
      endLine,
      endColumn,
      charOffset: span.start,
      charLength: span.end - span.start,
    };
  };
  const fixOf = ({ title, edits }: Fix): SarifFix => ({
    description: { text: renderMessage(title, translate) },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map((edit) => ({
          deletedRegion: regionOf(edit.span),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  });
  const resultOf = ({ code, severity, message, span, related, fixes }: Finding): Result => ({
    ruleId: code,
    ruleIndex: allRules.findIndex((rule) => rule.code === code),
    level: levels[severity],
    message: { text: renderMessage(message, translate) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(span) } }],
    ...(related && {
      relatedLocations: related.map((other) => ({
        physicalLocation: { artifactLocation, region: regionOf(other.span) },
        message: { text: renderMessage(other.message, translate) },
      })),
    }),
    ...(hasProgramFix(fixes) && { fixes: fixes.filter(({ safety }) => safety !== 'manual').map(fixOf) }),
  });
  return findings.map(resultOf);
}

/** A path below the current folder is relative to the place that viewers call the source root; others are `file:` URIs. */
function locationOf(file: string): ArtifactLocation {
  if (path.isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function hasProgramFix(fixes: readonly Fix[]): boolean {
  return fixes.some(({ safety }) => safety !== 'manual');
}
