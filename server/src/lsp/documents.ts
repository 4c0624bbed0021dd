import { type Connection, TextDocuments } from 'vscode-languageserver';
import type { Article } from '../core/article/article.ts';
import { parseArticle } from '../core/article/parse.ts';
import { looksLikeArticle } from '../core/article/recognize.ts';
import { type Landmarks, readLandmarks } from '../core/navigation/landmarks.ts';
import { headOf, largestArticle } from '../workspace/large-articles.ts';
import { applyContentChanges } from './content-changes.ts';
import { createProto, type Encoding, type Proto } from './proto.ts';

/** One version of an open document. What is costly is computed when first asked for, and at most once a version. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Differs for each time that a document is opened, whatever its URI: versions start anew with it. */
  readonly opening: number;
  /** Whether the text is analysed at all; of what is larger than {@link largestArticle} only the front matter is. */
  readonly kind: 'article' | 'too-large' | 'something-else';
  proto(): Proto;
  /** Of one that is too large, its head alone. */
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
    update: ({ uri, languageId, text, opening, proto }, changes, version) => {
      const changed = applyContentChanges(text, changes, encoding, proto());
      return snapshot({ uri, languageId, version, text: changed, opening }, encoding);
    },
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
  const kind = kindOf(content);
  const article = once(() => (kind === 'too-large' ? headOf(content.text) : parseArticle(content.text)));
  return {
    ...content,
    kind,
    proto: once(() => createProto(content.text, encoding)),
    article,
    landmarks: once(() => readLandmarks(article())),
  };
}

/** A client that serves whole file types, `*.txt` say, sends texts that are no articles; those are left alone. */
function kindOf({ languageId, text }: Content): OpenDocument['kind'] {
  if (languageId !== 'article' && !looksLikeArticle(text)) return 'something-else';
  return text.length > largestArticle ? 'too-large' : 'article';
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
