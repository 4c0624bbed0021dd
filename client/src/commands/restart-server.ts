import type { LanguageServer } from '../language-server.ts';

/** "Copydesk: Restart Language Server". Resolves when the server runs, or when it is clear that it does not. */
export function createRestartServer(server: LanguageServer): () => Promise<void> {
  return () => server.restart();
}
