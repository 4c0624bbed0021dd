import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import type { Finding, Severity } from '../core/lint/rule.ts';
import type { Message } from '../core/text/message.ts';
import { isAboutSize } from '../workspace/large-articles.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

export const diagnosticSource = 'copydesk';

/** A finding in an article, open or not, with its places as the protocol has them. */
export interface PlacedFinding extends Pick<Finding, 'code' | 'severity' | 'message' | 'unnecessary'> {
  readonly uri: string;
  readonly range: Range;
  readonly related: readonly { readonly range: Range; readonly message: Message }[];
}

export function placeFinding({ uri, proto }: Pick<OpenDocument, 'uri' | 'proto'>, finding: Finding): PlacedFinding {
  const { toRange } = proto();
  const related = finding.related.map(({ span, message }) => ({ range: toRange(span), message }));
  return { ...finding, uri, range: toRange(finding.span), related };
}

/** A finding as the client shows it, with only those extras that the client understands. */
export function toDiagnostic({ client, documentationBase, render }: Session, finding: PlacedFinding): Diagnostic {
  const diagnostic: Diagnostic = {
    range: finding.range,
    severity: severities[finding.severity],
    code: finding.code,
    source: diagnosticSource,
    message: render(finding.message),
  };
  if (client.codeDescription && documentationBase !== undefined && !isAboutSize(finding)) {
    diagnostic.codeDescription = { href: `${documentationBase}${finding.code}.md` };
  }
  if (client.unnecessaryTag && finding.unnecessary) diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (client.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ range, message }) => ({
      location: { uri: finding.uri, range },
      message: render(message),
    }));
  }
  return diagnostic;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
