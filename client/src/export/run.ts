import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ExportParams,
  type ExportReadParams,
  type ExportResult,
  type ExportSources,
  type ExportWriteParams,
  exportReadRequest,
  exportRequest,
  exportWriteRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { filesAtOnce, readFiles } from './articles.ts';

/** What is to be exported, and how. */
export interface ExportOrder extends Omit<ExportParams, 'export'> {
  readonly files: readonly vscode.Uri[];
  /** The address that leads back to a file. */
  linkTo(file: vscode.Uri): string | undefined;
  write(content: string | Uint8Array): Promise<void>;
}

export interface Exported extends ExportResult {
  /** The files that could not be read, and so are missing. */
  readonly unreadable: readonly vscode.Uri[];
}

type ReportProgress = vscode.Progress<{ readonly message: string; readonly increment: number }>;

/**
 * Reads the articles among files, has the server write what they hold, and passes that on. Only a few of them are in
 * memory at any time. Undefined where it was cancelled.
 * @throws what `write` throws, or an error of the server.
 */
export async function runExport(
  server: LanguageServer,
  { files, linkTo, write, ...options }: ExportOrder,
  progress: ReportProgress,
  token: vscode.CancellationToken,
): Promise<Exported | undefined> {
  const unreadable: vscode.Uri[] = [];
  let position = 0;
  let failure: unknown;
  const id = nextId++;
  running.set(id, {
    async read() {
      const slice = files.slice(position, position + filesAtOnce);
      const read = await readFiles(slice, linkTo);
      position += slice.length;
      unreadable.push(...read.unreadable);
      progress.report({
        message: vscode.l10n.t('Read {0} of {1} files', position, files.length),
        increment: (100 * slice.length) / files.length,
      });
      const articles = read.sources.map(({ file, text, link }) => ({ file, text, link }));
      return { articles, isLast: position >= files.length };
    },
    async write(content) {
      try {
        await write(content);
      } catch (error) {
        failure ??= error;
        throw error;
      }
    },
  });
  try {
    const client = await server.client();
    const params: ExportParams = { ...options, export: id };
    const result = await client.sendRequest<ExportResult>(exportRequest, params, token);
    return { ...result, unreadable };
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw failure ?? error;
  } finally {
    running.delete(id);
  }
}

/** Answers what the server asks while it exports. */
export function answerExports(client: BaseLanguageClient): void {
  client.onRequest(exportReadRequest, ({ export: id }: ExportReadParams) => exportCalled(id).read());
  client.onRequest(exportWriteRequest, async ({ export: id, content, encoding }: ExportWriteParams) => {
    await exportCalled(id).write(encoding === 'base64' ? decodeBase64(content) : content);
    return null;
  });
}

interface RunningExport {
  read(): Promise<ExportSources>;
  write(content: string | Uint8Array): Promise<void>;
}

const running = new Map<number, RunningExport>();
let nextId = 1;

function exportCalled(id: number): RunningExport {
  const known = running.get(id);
  if (!known) throw new Error(`There is no export ${id} any more`);
  return known;
}

function decodeBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
