import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';

const root = path.dirname(path.dirname(import.meta.dirname));

export interface Bundle {
  /** The absolute path of the bundle, which lies in a `dist` folder of its own. */
  readonly file: string;
  /** What the bundle still loads when it runs. */
  readonly imports: readonly string[];
  /** The files that went into the bundle. */
  readonly inputs: readonly string[];
  remove(): Promise<void>;
}

/** Builds the server as it is shipped, from today's sources, so that no test speaks to yesterday's server. */
export async function bundleServer(host: 'node' | 'browser'): Promise<Bundle> {
  const { metafile, outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`server/src/lsp/${host}.ts`],
    bundle: true,
    write: false,
    metafile: true,
    target: ['node20', 'es2022'],
    logLevel: 'error',
    ...(host === 'node'
      ? { platform: 'node', format: 'cjs', mainFields: ['module', 'main'] }
      : { platform: 'browser', format: 'iife' }),
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'copydesk-server-'));
  const file = path.join(folder, 'dist', 'server.js');
  await mkdir(path.dirname(file));
  for (const { contents } of outputFiles) await writeFile(file, contents);
  return {
    file,
    imports: Object.values(metafile.outputs).flatMap((output) => output.imports.map((imported) => imported.path)),
    inputs: Object.keys(metafile.inputs),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
