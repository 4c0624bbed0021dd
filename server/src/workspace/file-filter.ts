import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';

/** Which files of a folder belong to its index. Paths are from the folder, with slashes. */
export interface FileFilter {
  /** Whether anything below a folder can belong to the index. */
  enters(folder: string): Promise<boolean>;
  accepts(file: string): Promise<boolean>;
}

export interface FilePatterns {
  /** Globs of which a file has to match one, upper and lower case alike. */
  readonly include: readonly string[];
  /** Globs of which neither a file nor a folder above it may match any. */
  readonly exclude: readonly string[];
}

/**
 * Leaves out what the patterns leave out, hidden folders, `node_modules`, and what a `.gitignore` at any depth ignores.
 *
 * @param readIgnoreFile gives the `.gitignore` of a folder, '' being the top; it is asked once for each folder.
 */
export function createFileFilter(
  { include, exclude }: FilePatterns,
  readIgnoreFile: (folder: string) => Promise<string | undefined>,
): FileFilter {
  const isIncluded = picomatch([...include], { dot: true, nocase: true });
  const isExcluded = picomatch([...exclude], { dot: true });
  const rules = new Map<string, Promise<Ignore | undefined>>();
  const entered = new Map<string, Promise<boolean>>();

  const rulesOf = (folder: string): Promise<Ignore | undefined> => {
    const read = rules.get(folder) ?? readIgnoreFile(folder).then((text) => (text ? ignore().add(text) : undefined));
    rules.set(folder, read);
    return read;
  };

  /** The rules nearest to the file decide, as they do for Git. */
  const isIgnored = async (path: string, isFolder: boolean): Promise<boolean> => {
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const relative = folder === '' ? path : path.slice(folder.length + 1);
      const result = (await rulesOf(folder))?.test(isFolder ? `${relative}/` : relative);
      if (result?.ignored || result?.unignored) return result.ignored;
      if (folder === '') return false;
    }
  };

  const decide = async (folder: string): Promise<boolean> => {
    if (folder === '') return true;
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    if (name.startsWith('.') || name === 'node_modules' || isExcluded(folder)) return false;
    return (await enters(parentOf(folder))) && !(await isIgnored(folder, true));
  };

  const enters = (folder: string): Promise<boolean> => {
    const known = entered.get(folder) ?? decide(folder);
    entered.set(folder, known);
    return known;
  };

  return {
    enters,
    async accepts(file) {
      if (!isIncluded(file) || isExcluded(file)) return false;
      return (await enters(parentOf(file))) && !(await isIgnored(file, false));
    },
  };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
