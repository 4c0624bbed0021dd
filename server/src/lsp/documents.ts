import { type Connection, TextDocuments } from 'vscode-languageserver';
import type { Article } from '../core/article/article.ts';
import { parseArticle } from '../core/article/parse.ts';
import { looksLikeArticle } from '../core/article/recognize.ts';
import { type Landmarks, readLandmarks } from '../core/navigation/landmarks.ts';
import { applyContentChanges } from './content-changes.ts';
import { createProto, type Encoding, type Proto } from './proto.ts';

/**
 * The size, in UTF-16 code units, above which a document is not analysed. An article is some ten thousand characters
 * long; what is a thousand times that is a dump opened by accident, and checking it at every keystroke helps nobody.
 */
export const largestDocument = 10 * 1024 * 1024;

/** One version of an open document. What is costly is computed when first asked for, and at most once a version. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Differs for each time that a document is opened, whatever its URI: versions start anew with it. */
  readonly opening: number;
  /** Whether the text is analysed at all, see {@link largestDocument}. */
  readonly kind: 'article' | 'too-large' | 'something-else';
  proto(): Proto;
  article(): Article;
  landmarks(): Landmarks;
}

export interface OpenDocuments {
  all(): readonly OpenDocument[];
  get(uri: string): OpenDocument | undefined;
  /** The open document if it is an article to be analysed. */
  getArticle(uri: string): OpenDocument | undefined;
  onOpenOrChange(listener: (document: OpenDocument) => void): void;
  onClose(listener: (document: OpenDocument) => void): void;
}

/** Follows what the client opens, changes and closes. */
export function trackDocuments(connection: Connection, encoding: Encoding): OpenDocuments {
  let openings = 0;
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) =>
      snapshot({ uri, languageId, version, text, opening: ++openings }, encoding),
    update: ({ uri, languageId, text, opening }, changes, version) =>
      snapshot({ uri, languageId, version, text: applyContentChanges(text, changes, encoding), opening }, encoding),
  });
  documents.listen(connection);
  return {
    all: () => documents.all(),
    get: (uri) => documents.get(uri),
    getArticle(uri) {
      const document = documents.get(uri);
      return document?.kind === 'article' ? document : undefined;
    },
    onOpenOrChange: (listener) => void documents.onDidChangeContent(({ document }) => listener(document)),
    onClose: (listener) => void documents.onDidClose(({ document }) => listener(document)),
  };
}

type Content = Pick<OpenDocument, 'uri' | 'languageId' | 'version' | 'text' | 'opening'>;

function snapshot(content: Content, encoding: Encoding): OpenDocument {
  const article = once(() => parseArticle(content.text));
  return {
    ...content,
    kind: kindOf(content),
    proto: once(() => createProto(content.text, encoding)),
    article,
    landmarks: once(() => readLandmarks(article())),
  };
}

/** A client that serves whole file types, `*.txt` say, sends texts that are no articles; those are left alone. */
function kindOf({ languageId, text }: Content): OpenDocument['kind'] {
  if (languageId !== 'article' && !looksLikeArticle(text)) return 'something-else';
  return text.length > largestDocument ? 'too-large' : 'article';
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
