import { type Catalogue, createCatalogue } from '../core/lint/catalogue/catalogue.ts';
import type { PatternEngine } from '../core/lint/catalogue/patterns.ts';
import { type CatalogueProblem, type CatalogueReading, readCatalogue } from '../core/lint/catalogue/read.ts';
import { emptyCatalogue, shippedCatalogue, shippedLayer } from '../core/lint/catalogue/shipped.ts';

/** Where people keep what they know about their sites: in this file, in the folder of the articles or one above it. */
export const catalogueFile = '.copydesk/boilerplate.yaml';

export interface CatalogueOptions {
  /** The text of a file, undefined where there is none. Paths are joined with "/", URIs are fine. */
  readonly read: (file: string) => Promise<string | undefined>;
  /** Called once for a file that has problems; what is sound in it is used. */
  readonly onProblems?: (file: string, text: string, problems: readonly CatalogueProblem[]) => void;
}

export interface Catalogues {
  /** What is known for an article: by the nearest catalogue file and, where wanted, by the shipped one. */
  of(article: string, options: { readonly shipped: boolean }): Promise<Catalogue>;
  /** The catalogue file that counts for an article; undefined where there is none. */
  fileOf(article: string): Promise<string | undefined>;
  /** Files may have appeared, changed or gone. */
  forget(): void;
}

/** Finds and reads catalogue files; each is read once until it is forgotten. */
export function createCatalogues({ read, onProblems }: CatalogueOptions): Catalogues {
  const byFolder = new Map<string, Promise<UserCatalogue | undefined>>();

  const find = (folder: string): Promise<UserCatalogue | undefined> => {
    const found = byFolder.get(folder) ?? load(folder);
    byFolder.set(folder, found);
    return found;
  };
  const load = async (folder: string): Promise<UserCatalogue | undefined> => {
    const file = `${folder}/${catalogueFile}`;
    const text = await read(file);
    if (text === undefined) {
      const above = folderOf(folder);
      return above === undefined ? undefined : find(above);
    }
    const { content, problems, patterns } = await readUserCatalogue(text);
    if (problems.length > 0) onProblems?.(file, text, problems);
    const layer = { content, patterns };
    return { file, alone: createCatalogue([layer]), withShipped: createCatalogue([layer, shippedLayer]) };
  };
  const nearest = async (article: string) => {
    const folder = folderOf(article);
    return folder === undefined ? undefined : find(folder);
  };

  return {
    async of(article, { shipped }) {
      const user = await nearest(article);
      if (user) return shipped ? user.withShipped : user.alone;
      return shipped ? shippedCatalogue : emptyCatalogue;
    },
    fileOf: async (article) => (await nearest(article))?.file,
    forget: () => byFolder.clear(),
  };
}

interface UserCatalogue {
  readonly file: string;
  readonly alone: Catalogue;
  readonly withShipped: Catalogue;
}

/** Reads what a user wrote. The engine for their patterns is large, so it is loaded when there is something to read. */
export async function readUserCatalogue(
  text: string,
): Promise<CatalogueReading & { readonly patterns: PatternEngine }> {
  const patterns = await loadPatterns();
  return { ...readCatalogue(text, patterns), patterns };
}

/** A host that cannot load the engine has no patterns; what else a catalogue says counts there, too. */
async function loadPatterns(): Promise<PatternEngine> {
  try {
    return (await import('../core/lint/catalogue/linear-patterns.ts')).linearPatterns;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** The folder of a file or folder; undefined for what has none, such as `C:`, `file:///` or `untitled:1`. */
function folderOf(file: string): string | undefined {
  const end = file.lastIndexOf('/');
  const folder = file.slice(0, Math.max(0, end));
  return end < 0 || folder.endsWith('/') ? undefined : folder;
}
