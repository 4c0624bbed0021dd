import type { DecodedText } from './decode.ts';
import type { FileFilter } from './file-filter.ts';

/** How the index reaches files, wherever they are. Files and folders are named by URI. */
export interface Files {
  /** The files below a folder that the filter accepts, in no particular order. What cannot be read is passed over. */
  list(folder: string, filter: FileFilter): AsyncIterable<FileEntry>;
  /** The decoded text without byte order mark; undefined where there is no such file, or it cannot be read as text. */
  read(uri: string): Promise<string | undefined>;
  /** How the bytes of a file stand for the text of {@link read}; undefined where `read` gives none. */
  encodingOf(uri: string): Promise<FileEncoding | undefined>;
}

export type FileEncoding = Omit<DecodedText, 'text'>;

export interface FileEntry {
  readonly uri: string;
  /** Changes when the file does; without white space. Undefined where nobody knows. */
  readonly stamp: string | undefined;
}
