import type { LanguageServer } from '../language-server.ts';

/** "Copydesk: Show Output". */
export function createShowOutput(server: LanguageServer): () => void {
  return () => server.output().show();
}
