import { type ClientCapabilities, DiagnosticTag } from 'vscode-languageserver';
import { type Encoding, negotiateEncoding } from './proto.ts';

/** What the client can do, as far as answers depend on it. */
export interface ClientTraits {
  readonly encoding: Encoding;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly diagnosticVersions: boolean;
  readonly unnecessaryTag: boolean;
  readonly codeDescription: boolean;
  readonly relatedInformation: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly documentChanges: boolean;
  /** The most folding ranges that the client wants for one document. */
  readonly foldingRangeLimit: number;
  readonly collapsedText: boolean;
}

export function readClientTraits({ general, workspace, textDocument }: ClientCapabilities): ClientTraits {
  const published = textDocument?.publishDiagnostics;
  // A client that pulls may describe its diagnostics in either place: the newer one exists since protocol 3.18.
  const pulled = textDocument?.diagnostic;
  const tags = pulled?.tagSupport ?? published?.tagSupport;
  return {
    encoding: negotiateEncoding(general?.positionEncodings),
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullDiagnostics: pulled !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    diagnosticVersions: published?.versionSupport === true,
    unnecessaryTag: tags?.valueSet.includes(DiagnosticTag.Unnecessary) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? published?.codeDescriptionSupport) === true,
    relatedInformation: (pulled?.relatedInformation ?? published?.relatedInformation) === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    foldingRangeLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    collapsedText: textDocument?.foldingRange?.foldingRange?.collapsedText === true,
  };
}
