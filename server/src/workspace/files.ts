/** How the index reaches files, wherever they are. Files and folders are named by URI. */
export interface Files {
  /**
   * The files below a folder, in no particular order. `enters` is asked, by path from the folder with slashes, which
   * folders to look into. A folder that cannot be read is passed over.
   */
  list(folder: string, enters: (path: string) => Promise<boolean>): AsyncIterable<FileEntry>;
  /** The decoded text without byte order mark; undefined where there is no such file, or it cannot be read as text. */
  read(uri: string): Promise<string | undefined>;
}

export interface FileEntry {
  /** From the folder, with slashes. */
  readonly path: string;
  readonly uri: string;
}
