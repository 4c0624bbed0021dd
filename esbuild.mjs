/**
 * Builds every program that is shipped into `dist/`, each a single file that needs nothing beside it.
 *
 *   node esbuild.mjs [--production] [--tests] [--watch]
 *
 * `--production` minifies and leaves out source maps; `--tests` adds the suites that run inside VS Code.
 * A bundle for the web that reaches a Node built-in fails to build, because esbuild cannot resolve one there.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import * as esbuild from 'esbuild';

const flags = new Set(process.argv.slice(2));
for (const flag of flags) {
  if (!['--production', '--tests', '--watch'].includes(flag)) {
    console.error(`Unknown argument ${flag}; expected --production, --tests or --watch`);
    process.exit(2);
  }
}

/**
 * The serializer that cheerio brings along needs three functions of `entities`, which stand in a module of their own; the
 * whole package would add the names of all entities once more, 60 KB a bundle.
 */
const onlyEscapes = {
  name: 'only-escapes',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^entities$/ }, ({ importer, kind, resolveDir }) =>
      /[\\/]dom-serializer[\\/]/.test(importer) ? resolve('entities/lib/escape.js', { kind, resolveDir }) : undefined,
    );
  },
};

/** The engine for users' own patterns is read from a file beside the program, by those who have such patterns. */
const engineApart = {
  name: 'engine-apart',
  setup({ onResolve }) {
    onResolve({ filter: /[\\/]linear-patterns\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './linear-patterns.mjs', external: true } : undefined,
    );
  },
};

/** The build of csv-stringify for any host carries a whole `Buffer`, 27 KB, of which nothing is used where texts are written. */
const textsOnly = {
  name: 'texts-only',
  setup({ onLoad, onResolve }) {
    const folder = path.join(import.meta.dirname, 'node_modules/csv-stringify/lib');
    onResolve({ filter: /^csv-stringify\/browser\/esm\/sync$/ }, () => ({
      path: path.join(folder, 'sync.js'),
      sideEffects: false,
    }));
    onLoad({ filter: /[\\/]csv-stringify[\\/]lib[\\/].+\.js$/ }, async ({ path: file }) => ({
      contents: `const Buffer = { isBuffer: () => false, from: () => '\\ufeff' };\n${await readFile(file, 'utf8')}`,
    }));
  },
};

const everywhere = {
  plugins: [onlyEscapes, textsOnly],
  bundle: true,
  target: ['node20', 'es2022'],
  // A pattern with `\p{…}` stays a literal; esbuild would have it compiled anew each time that it is come to.
  supported: { 'regexp-unicode-property-escapes': true },
  charset: 'utf8',
  minify: flags.has('--production'),
  // Node prints the line that an error came from.
  ...(flags.has('--production') ? { lineLimit: 500 } : {}),
  sourcemap: !flags.has('--production'),
  logLevel: 'warning',
};
// The `main` of some packages wraps its requires such that no bundler sees them; their `module` does not.
const node = { ...everywhere, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
const web = { ...everywhere, platform: 'browser' };
const executable = { banner: { js: '#!/usr/bin/env node' } };
const insideVsCode = { external: ['vscode'] };
/** A language server is loaded before the first article is checked; it leaves out what only documents and the command line show. */
const server = { plugins: [...everywhere.plugins, withoutDocumentation(), spokenTranslations()] };

const bundles = [
  { ...node, ...insideVsCode, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js' },
  { ...web, ...insideVsCode, format: 'cjs', entryPoints: ['client/src/browser.ts'], outfile: 'dist/browser.js' },
  {
    ...node,
    ...executable,
    ...server,
    plugins: [...server.plugins, engineApart],
    entryPoints: ['server/src/lsp/node.ts'],
    outfile: 'dist/server.js',
  },
  {
    ...{ ...web, ...server, format: 'iife' },
    plugins: [...server.plugins, engineApart],
    entryPoints: ['server/src/lsp/browser.ts'],
    // @cfworker/json-schema makes a URL of it, which fails where the worker's script is a blob, as in VS Code for the web.
    define: { 'self.location': 'undefined' },
    outfile: 'dist/server.browser.js',
  },
  {
    ...node,
    ...executable,
    plugins: [...node.plugins, engineApart],
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
  },
  {
    ...{ ...web, format: 'esm' },
    entryPoints: ['server/src/core/lint/catalogue/linear-patterns.ts'],
    outfile: 'dist/linear-patterns.mjs',
  },
];
const readable = { minify: false, sourcemap: 'inline' };
const tests = [
  {
    ...{ ...node, ...readable, external: ['vscode', 'mocha'] },
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: 'dist/test/index.js',
  },
  {
    ...{ ...web, ...readable, ...insideVsCode, format: 'cjs' },
    entryPoints: ['test/vscode/suite/web.ts'],
    outfile: 'dist/test/web.js',
  },
];

process.chdir(import.meta.dirname);
writeClientTranslations();
const wanted = flags.has('--tests') ? [...bundles, ...tests] : bundles;
if (flags.has('--watch')) {
  for (const options of wanted) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  const results = await Promise.allSettled(wanted.map((options) => esbuild.build(options)));
  const failed = wanted.filter((_, index) => results[index]?.status === 'rejected');
  for (const { outfile } of failed) console.error(`Could not build ${outfile}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

/** Summary, reason and example of a rule stand before its `check`, each line as the formatter leaves it. */
function withoutDocumentation() {
  return {
    name: 'without-documentation',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]lint[\\/]rules[\\/].+\.ts$/ }, async ({ path: file }) => ({
        contents: leaveOutDocumentation(await readFile(file, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

function leaveOutDocumentation(source) {
  return source.replace(
    /\n {2}summary:[\s\S]*?\n {2}example: (?:\{\n[\s\S]*?\n {2}\}|[^\n]*),\n/,
    "\n  summary: '',\n  why: '',\n  example: { before: '', after: '' },\n",
  );
}

/** Of the translations those of texts that stand in the server's own sources. */
function spokenTranslations() {
  return {
    name: 'spoken-translations',
    setup({ onLoad }) {
      onLoad({ filter: /bundle\.l10n\.[\w-]+\.json$/ }, async ({ path: file }) => {
        const folders = ['core', 'lsp', 'workspace'].map((folder) => path.join('server/src', folder));
        return { contents: translationsFor(folders, await readFile(file, 'utf8')), loader: 'json' };
      });
    },
  };
}

/** VS Code reads the client's translations from a folder, beside which nothing else lies. */
function writeClientTranslations() {
  mkdirSync('dist/l10n', { recursive: true });
  for (const name of readdirSync('l10n')) {
    writeFileSync(
      path.join('dist/l10n', name),
      translationsFor(['client/src'], readFileSync(path.join('l10n', name), 'utf8')),
    );
  }
}

/** As JSON, like what is given: the translations of texts that stand in the sources of some folders. */
function translationsFor(folders, translations) {
  const spoken = literalsOf(folders);
  return JSON.stringify(
    Object.fromEntries(Object.entries(JSON.parse(translations)).filter(([key]) => spoken.has(key))),
  );
}

function literalsOf(folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).flatMap((name) => (name.endsWith('.ts') ? path.join(folder, name) : [])),
  );
  const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;
  const literals = files.flatMap((file) => leaveOutDocumentation(readFileSync(file, 'utf8')).match(literal) ?? []);
  return new Set(literals.map((text) => text.slice(1, -1).replace(/\\(['"\\])/g, '$1')));
}
