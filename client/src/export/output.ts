import * as vscode from 'vscode';
import { lastSegment } from './place.ts';

/** Takes an export while it is made. Nobody sees anything of it before it is finished. */
export interface ExportOutput {
  write(content: string | Uint8Array): Promise<void>;
  /** Puts it in the place of a file in the folder that it was opened in. Rejects where that cannot be; it is discarded then. */
  finish(file: vscode.Uri): Promise<void>;
  /** Leaves nothing behind. Never fails. */
  discard(): Promise<void>;
}

/** Opens an output in the folder of a file. */
export type OpenOutput = (file: vscode.Uri) => Promise<ExportOutput>;

/**
 * An output in any file system of the editor. There is none that could be appended to, so it is kept in memory; then it
 * is written under another name, which takes the place of the file.
 */
export async function openCollected(): Promise<ExportOutput> {
  const chunks: Uint8Array[] = [];
  return {
    async write(content) {
      chunks.push(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
    async finish(file) {
      const draft = vscode.Uri.joinPath(file, '..', draftName(lastSegment(file)));
      try {
        await vscode.workspace.fs.writeFile(draft, joinChunks(chunks));
        await vscode.workspace.fs.rename(draft, file, { overwrite: true });
      } catch (error) {
        await vscode.workspace.fs.delete(draft).then(undefined, () => undefined);
        throw error;
      }
    },
    async discard() {
      chunks.length = 0;
    },
  };
}

/** A hidden name beside that of the file, which no other export has. */
export function draftName(name: string): string {
  return `.${name}.${Math.random().toString(36).slice(2, 14)}.tmp`;
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
