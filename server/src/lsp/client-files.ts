import type { Connection } from 'vscode-languageserver';
import type { Files } from '../workspace/files.ts';
import { type FileList, type FileText, listFilesRequest, readFileRequest } from './protocol.ts';

/** Files that only the client can reach: those of a server in a web worker, and those of virtual file systems. */
export function clientFiles(connection: Connection): Files {
  return {
    async *list(folder) {
      const { files }: FileList = await connection.sendRequest(listFilesRequest, { folder });
      for (const uri of files) yield { uri, path: decodeURIComponent(uri.slice(folder.length)) };
    },
    async read(uri) {
      try {
        const { text }: FileText = await connection.sendRequest(readFileRequest, { uri });
        return text ?? undefined;
      } catch {
        return undefined;
      }
    },
  };
}
