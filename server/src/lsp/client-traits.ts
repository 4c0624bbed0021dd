import { type ClientCapabilities, DiagnosticTag, MarkupKind } from 'vscode-languageserver';
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
  /** Whether an edit of the workspace may create a file. */
  readonly createFiles: boolean;
  /** Shows edits for confirmation before it makes them, where they ask for it. */
  readonly changeAnnotations: boolean;
  /** The most folding ranges that the client wants for one document. */
  readonly foldingRangeLimit: number;
  readonly collapsedText: boolean;
  /** Requests that the client makes at all: the server offers no others. */
  readonly asks: Readonly<Record<OptionalRequest, boolean>>;
  /** Understands links that know the name they were followed from. */
  readonly definitionLinks: boolean;
  readonly markdownHover: boolean;
  readonly prepareRename: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshCodeLenses: boolean;
  /** Of semantic tokens, whether it can take only what has changed. */
  readonly semanticTokensDelta: boolean;
  readonly workspaceFolders: boolean;
  readonly watchedFilesRegistration: boolean;
  readonly workDoneProgress: boolean;
}

/** What a client may or may not ask for, named as its capabilities are. */
export type OptionalRequest =
  | 'definition'
  | 'references'
  | 'documentHighlight'
  | 'rename'
  | 'hover'
  | 'completion'
  | 'documentLink'
  | 'inlayHint'
  | 'codeLens'
  | 'semanticTokens'
  | 'workspaceSymbol';

export function readClientTraits({ general, window, workspace, textDocument }: ClientCapabilities): ClientTraits {
  const published = textDocument?.publishDiagnostics;
  // A client that pulls may describe its diagnostics in either place: the newer one exists since protocol 3.18.
  const pulled = textDocument?.diagnostic;
  const full = textDocument?.semanticTokens?.requests.full;
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
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    foldingRangeLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    collapsedText: textDocument?.foldingRange?.foldingRange?.collapsedText === true,
    asks: {
      definition: textDocument?.definition !== undefined,
      references: textDocument?.references !== undefined,
      documentHighlight: textDocument?.documentHighlight !== undefined,
      rename: textDocument?.rename !== undefined,
      hover: textDocument?.hover !== undefined,
      completion: textDocument?.completion !== undefined,
      documentLink: textDocument?.documentLink !== undefined,
      inlayHint: textDocument?.inlayHint !== undefined,
      codeLens: textDocument?.codeLens !== undefined,
      semanticTokens: textDocument?.semanticTokens !== undefined,
      workspaceSymbol: workspace?.symbol !== undefined,
    },
    definitionLinks: textDocument?.definition?.linkSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    semanticTokensDelta: typeof full === 'object' && full.delta === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchedFilesRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: window?.workDoneProgress === true,
  };
}
