/**
 * Runs a TypeScript program on a Node that cannot read TypeScript:
 *
 *   node test/run-typescript.mjs FILE [ARGUMENT…]
 *
 * The program sees `process.argv` as if Node had started it, and `import.meta.dirname` of each of its own source files.
 */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);
const [file, ...programArguments] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node test/run-typescript.mjs FILE [ARGUMENT…]');
  process.exit(2);
}

const outfile = path.join(root, 'dist/tmp', `${path.basename(file, '.ts')}-${process.pid}.mjs`);
process.on('exit', () => rmSync(outfile, { force: true }));
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  supported: { 'regexp-unicode-property-escapes': true }, // as in the bundles that are shipped
  // Packages are found from `dist/tmp` as they are from the sources.
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'error',
  plugins: [keepDirnames()],
}).catch(() => process.exit(1));

process.setSourceMapsEnabled(true);
process.argv = [process.execPath, path.resolve(file), ...programArguments];
await import(pathToFileURL(outfile).href);

/** In a bundle, `import.meta.dirname` would be the folder of the bundle. */
function keepDirnames() {
  return {
    name: 'keep-dirnames',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path: source }) => ({
        contents: (await readFile(source, 'utf8')).replaceAll(
          'import.meta.dirname',
          JSON.stringify(path.dirname(source)),
        ),
        loader: 'ts',
      }));
    },
  };
}
