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
      const text = await read(uri);
      // The client reads a file as it would open it; all that can be told is what it could not read.
      return text === undefined
        ? undefined
        : { encoding: 'utf-8', byteOrderMark: true, replaced: text.split('\ufffd').length - 1 };
    },
    async *list(folder, filter) {
      const { files }: FileList = await connection.sendRequest(listFilesRequest, { folder });
      for (const uri of files) {
        if (await filter.accepts(decodeURIComponent(uri.slice(folder.length)))) yield { uri, stamp: undefined };
      }
    },
  };
}
