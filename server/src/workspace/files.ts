import type { DecodedText } from './decode.ts';
import type { FileFilter } from './file-filter.ts';

/** How the index reaches files, wherever they are. Files and folders are named by URI. */
export interface Files {
  /** The files below a folder that the filter accepts, in no particular order. What cannot be read is passed over. */
  list(folder: string, filter: FileFilter): AsyncIterable<FileEntry>;
  /** Undefined where there is no such file, or it cannot be read as text. */
  read(uri: string): Promise<FileContent | undefined>;
  /** How the bytes of a file stand for its whole text; undefined where `read` does not give that. */
  encodingOf(uri: string): Promise<FileEncoding | undefined>;
}

/** The decoded text without byte order mark; of a file that is too large to be read as a whole, its beginning. */
export type FileContent = string | { readonly head: string };

/** The whole text, where it has been read. */
export function wholeText(content: FileContent | undefined): string | undefined {
  return typeof content === 'string' ? content : undefined;
}

export type FileEncoding = Omit<DecodedText, 'text'>;

export interface FileEntry {
  readonly uri: string;
  /** Changes when the file does; without white space. Undefined where nobody knows. */
  readonly stamp: string | undefined;
}
