import type { Connection } from 'vscode-languageserver';
import type { Files } from '../workspace/files.ts';
import { type FileList, type FileText, listFilesRequest, readFileRequest } from './protocol.ts';

/** Files that only the client can reach: those of a server in a web worker, and those of virtual file systems. */
export function clientFiles(connection: Connection): Files {
  const read = async (uri: string): Promise<string | undefined> => {
    try {
      const { text }: FileText = await connection.sendRequest(readFileRequest, { uri });
      return text ?? undefined;
    } catch {
      return undefined;
    }
  };
  return {
    read,
    async encodingOf(uri) {
      const isThere = (await read(uri)) !== undefined;
      // The client gives only what it would open without loss; whatever the bytes are, edits of it fit.
      return isThere ? { encoding: 'utf-8', byteOrderMark: true, replaced: 0 } : undefined;
    },
    async *list(folder, filter) {
      const { files }: FileList = await connection.sendRequest(listFilesRequest, { folder });
      for (const uri of files) {
        if (await filter.accepts(decodeURIComponent(uri.slice(folder.length)))) yield { uri, stamp: undefined };
      }
    },
  };
}
