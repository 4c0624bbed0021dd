import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type * as vscode from 'vscode';
import { draftName, type ExportOutput, openCollected } from './output.ts';

/** An output that goes to the disk as it comes; where the file is not on this machine, see {@link openCollected}. */
export async function openOnDisk(file: vscode.Uri): Promise<ExportOutput> {
  if (file.scheme !== 'file') return openCollected();
  const draft = path.join(path.dirname(file.fsPath), draftName(path.basename(file.fsPath)));
  const handle = await open(draft, 'wx');
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  const discard = async (): Promise<void> => {
    await close().catch(() => undefined);
    await rm(draft, { force: true }).catch(() => undefined);
  };
  return {
    write: (content) => handle.writeFile(content),
    async finish({ fsPath }) {
      try {
        // Where the file is a link, its target is written; what it permits stays.
        const target = await realpath(fsPath).catch(() => fsPath);
        const mode = await stat(target).then(
          (known) => known.mode & 0o7777,
          () => undefined,
        );
        if (mode !== undefined) await handle.chmod(mode);
        await handle.sync();
        await close();
        await rename(draft, target);
      } catch (error) {
        await discard();
        throw error;
      }
    },
    discard,
  };
}
