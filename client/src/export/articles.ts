import * as vscode from 'vscode';
import { looksLikeArticle } from '../../../server/src/core/article/recognize.ts';
import type { ExportSource } from '../../../server/src/lsp/protocol.ts';
import { type DecodedFile, decode } from '../decode.ts';
import { articleLanguage } from '../served-documents.ts';

/** A file or folder that was chosen for export. */
export interface Target {
  readonly uri: vscode.Uri;
  readonly isFolder: boolean;
}

export interface ArticleSource extends ExportSource {
  readonly uri: vscode.Uri;
  /** Whether edits of this text fit what an editor opens, see {@link DecodedFile}. */
  readonly isAsOpened: boolean;
}

/** The articles among what was chosen. */
export interface Articles {
  readonly sources: readonly ArticleSource[];
  /** The files that could not be read. */
  readonly unreadable: readonly vscode.Uri[];
}

/** What is looked at in a folder; what is an article is decided by the text. */
const candidates = '**/*.{txt,md,TXT,MD}';
const neverSearched = '**/node_modules/**';

/** Files that are read together. */
export const filesAtOnce = 32;

export function findTargets(uris: readonly vscode.Uri[]): Promise<readonly Target[]> {
  return Promise.all(uris.map(async (uri) => ({ uri, isFolder: await isFolder(uri) })));
}

/**
 * Reads the articles among files and folders, in the order of their paths and each once, as {@link readFiles} does. Stops
 * early, with what was read until then, when `token` is cancelled.
 */
export async function readArticles(
  targets: readonly Target[],
  progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<Articles> {
  const files = await filesUnder(targets, token);
  const sources: ArticleSource[] = [];
  const unreadable: vscode.Uri[] = [];
  for (let start = 0; start < files.length && !token.isCancellationRequested; start += filesAtOnce) {
    const slice = files.slice(start, start + filesAtOnce);
    const read = await readFiles(slice, () => undefined);
    sources.push(...read.sources);
    unreadable.push(...read.unreadable);
    progress.report({
      message: vscode.l10n.t('Read {0} of {1} files', start + slice.length, files.length),
      increment: (100 * slice.length) / files.length,
    });
  }
  return { sources, unreadable };
}

/**
 * Reads the articles among files. Open documents are taken as they are in the editor, with what is not saved yet; files
 * are decoded as an editor would, or as GB18030. What is not an article, or not text, is passed over. `linkTo` gives the address that
 * leads back to each.
 */
export async function readFiles(
  files: readonly vscode.Uri[],
  linkTo: (file: vscode.Uri) => string | undefined,
): Promise<Articles> {
  const results = await Promise.allSettled(files.map((uri) => readArticle(uri, linkTo(uri))));
  return {
    sources: results.flatMap((result) => (result.status === 'fulfilled' ? (result.value ?? []) : [])),
    unreadable: files.filter((_, index) => results[index]?.status === 'rejected'),
  };
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    // Reading it will tell what is wrong with it.
    return false;
  }
}

/** The files that may be articles among files and folders, in the order of their paths and each once. */
export async function filesUnder(
  targets: readonly Target[],
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const files = new Map<string, vscode.Uri>();
  for (const { uri, isFolder } of targets) {
    const found = isFolder
      ? await vscode.workspace.findFiles(new vscode.RelativePattern(uri, candidates), neverSearched, undefined, token)
      : [uri];
    for (const file of found) files.set(file.toString(), file);
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

async function readArticle(uri: vscode.Uri, link: string | undefined): Promise<ArticleSource | undefined> {
  const file = vscode.workspace.asRelativePath(uri);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const decoded: DecodedFile | undefined = open
    ? { text: open.getText(), isAsOpened: true }
    : await decode(uri, await vscode.workspace.fs.readFile(uri));
  if (!decoded) return undefined;
  const { text, isAsOpened } = decoded;
  const isArticle = open?.languageId === articleLanguage || looksLikeArticle(text);
  return isArticle ? { uri, file, text: text.replace(/^\uFEFF/, ''), link, isAsOpened } : undefined;
}
