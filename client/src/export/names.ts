import type { ExportFormat } from '../../../server/src/lsp/protocol.ts';

/** How the name of a file in a format ends, without the dot; a test compares it with what the command line writes. */
export const fileEndings: Readonly<Record<ExportFormat, string>> = {
  json: 'json',
  jsonl: 'jsonl',
  csv: 'csv',
  xlsx: 'xlsx',
  markdown: 'md',
  jsonld: 'jsonld',
};

/**
 * How an exported file is called. `article` is the name of the article's file, or undefined where several articles go
 * into one file: "news.txt" gives "news.projects.csv".
 */
export function exportFileName(article: string | undefined, format: ExportFormat): string {
  const ending = fileEndings[format];
  return article === undefined ? `projects.${ending}` : `${splitExtension(article).stem}.projects.${ending}`;
}

/** The name of the `copy`-th file of a name: "news.projects.csv" gives "news.projects-2.csv". */
export function numberedFileName(name: string, copy: number): string {
  const { stem, extension } = splitExtension(name);
  return `${stem}-${copy}${extension}`;
}

/** The path of the deepest folder that holds all the folders; paths are absolute and separated by slashes. */
export function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => folder.split('/').filter(Boolean));
  const differs = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return `/${(differs < 0 ? first : first.slice(0, differs)).join('/')}`;
}

/** The way from a folder to a file, both given by absolute paths: "../news/a.txt". */
export function relativePath(folder: string, file: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = file.split('/').filter(Boolean);
  const differs = from.findIndex((part, index) => to[index] !== part);
  const shared = differs < 0 ? from.length : differs;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** A name that only begins with a dot has no extension. */
function splitExtension(name: string): { readonly stem: string; readonly extension: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? { stem: name.slice(0, dot), extension: name.slice(dot) } : { stem: name, extension: '' };
}
