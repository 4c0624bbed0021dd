import { buildIndexRequest, stopIndexRequest } from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';

/** "Copydesk: Read All Articles": also those of a folder that the user would not have read when asked. */
export function createReadArticles(server: LanguageServer): () => Promise<void> {
  return async () => {
    const client = await server.client();
    await client.sendRequest(buildIndexRequest, null);
  };
}

/** "Copydesk: Stop Reading Articles": what has been read until then stays known. */
export function createStopReadingArticles(server: LanguageServer): () => Promise<void> {
  return async () => {
    const client = await server.client();
    await client.sendRequest(stopIndexRequest, null);
  };
}
