import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, Severity } from '../core/lint/rule.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

export const diagnosticSource = 'copydesk';

/** A finding as the client shows it, with only those extras that the client understands. */
export function toDiagnostic(
  { client, documentationBase, render }: Session,
  document: OpenDocument,
  finding: Finding,
): Diagnostic {
  const { toRange } = document.proto();
  const diagnostic: Diagnostic = {
    range: toRange(finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    source: diagnosticSource,
    message: render(finding.message),
  };
  if (client.codeDescription && documentationBase !== undefined) {
    diagnostic.codeDescription = { href: `${documentationBase}${finding.code}.md` };
  }
  if (client.unnecessaryTag && finding.unnecessary) diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (client.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri: document.uri, range: toRange(span) },
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
