import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

interface Source {
  /** From the root of the project, with forward slashes. */
  readonly file: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

interface Import {
  /** A package as it is written, or a file from the root of the project. */
  readonly target: string;
  readonly isFile: boolean;
  readonly isTypeOnly: boolean;
}

const sources = ['server/src', 'client/src'].flatMap(typeScriptFiles).map(readSource);
const core = sources.filter(({ file }) => file.startsWith('server/src/core/'));

/**
 * What the files of a folder may import: files by the beginning of their path, packages by name. The folder itself is
 * always allowed. The longest folder that a file lies in applies to it.
 */
const allowed: Readonly<Record<string, { readonly files: readonly string[]; readonly packages: readonly RegExp[] }>> = {
  'server/src/core/text': { files: [], packages: [/^get-east-asian-width$/] },
  'server/src/core/article': {
    files: ['server/src/core/text/'],
    packages: [/^yaml$/, /^cheerio\/slim$/, /^domhandler$/, /^entities(?:\/decode)?$/],
  },
  'server/src/core/lint': {
    files: ['server/src/core/text/', 'server/src/core/article/'],
    packages: [/^domhandler$/, /^entities(?:\/decode)?$/],
  },
  'server/src/core/lint/schema': {
    files: ['server/src/core/text/', 'server/src/core/article/', 'schemas/'],
    packages: [/^@cfworker\/json-schema$/],
  },
  'server/src/core/lint/catalogue': {
    files: ['server/src/core/text/', 'server/src/core/article/', 'server/src/core/lint/'],
    packages: [/^domhandler$/, /^yaml$/, /^css-select$/, /^css-what$/, /^re2js$/],
  },
  'server/src/core/front-matter-help': { files: ['server/src/core/text/', 'server/src/core/article/'], packages: [] },
  'server/src/core/outline': { files: ['server/src/core/text/', 'server/src/core/article/'], packages: [] },
  'server/src/core/navigation': { files: ['server/src/core/text/', 'server/src/core/article/'], packages: [] },
  'server/src/core/export': {
    files: ['server/src/core/text/', 'server/src/core/article/'],
    packages: [/^csv-stringify\//, /^fflate$/],
  },
  'server/src/workspace': { files: ['server/src/core/'], packages: [/^ignore$/, /^picomatch$/] },
  'server/src/lsp': {
    files: ['server/src/core/', 'server/src/workspace/', 'server/src/translations.ts', 'package.json'],
    packages: [
      /^vscode-languageserver(?:\/|$)/,
      /^vscode-languageserver-textdocument$/,
      /^vscode-uri$/,
      /^domhandler$/,
      /^node:/,
    ],
  },
  'server/src/cli': {
    files: ['server/src/core/', 'server/src/workspace/', 'server/src/translations.ts', 'package.json'],
    packages: [/^node:/, /^commander$/, /^diff$/, /^picomatch$/, /^ignore$/, /^tinyglobby$/, /^hyparquet-writer$/],
  },
  'server/src': { files: ['server/src/core/', 'l10n/'], packages: [] },
  'client/src': {
    files: ['server/src/lsp/protocol.ts', 'server/src/core/article/recognize.ts'],
    packages: [/^vscode$/, /^vscode-languageclient(?:\/|$)/, /^node:/],
  },
};

describe('imports', () => {
  it.each(sources.map((source) => [source.file, source] as const))(
    'of %s go the way the design allows',
    (_file, source) => {
      const folder = folderOf(source.file);
      const { files, packages } = allowed[folder] ?? { files: [], packages: [] };
      const strangers = source.imports.filter(({ target, isFile }) =>
        isFile
          ? ![`${folder}/`, ...files].some((beginning) => target.startsWith(beginning))
          : !packages.some((name) => name.test(target)),
      );
      expect(strangers.map(({ target }) => target)).toEqual([]);
    },
  );

  it('name a file with its extension', () => {
    const targets = sources.flatMap(({ imports }) => imports.filter(({ isFile }) => isFile));
    expect(targets.map(({ target }) => target).filter((target) => !/\.(?:ts|json)$/.test(target))).toEqual([]);
  });

  it('of the shared protocol by the client are types and names only', () => {
    const [protocol] = sources.filter(({ file }) => file === 'server/src/lsp/protocol.ts');
    expect(protocol?.imports.filter(({ isTypeOnly }) => !isTypeOnly)).toEqual([]);
    expect(protocol?.code).not.toMatch(/\bfunction\b|=>/);
  });

  it('of the recogniser, which the client loads for every text, are none', () => {
    const [recogniser] = sources.filter(({ file }) => file === 'server/src/core/article/recognize.ts');
    expect(recogniser?.imports).toEqual([]);
  });
});

describe('the core', () => {
  it('bundles for a host that is neither Node nor a browser, with its packages', async () => {
    const { metafile } = await build({
      stdin: { contents: core.map(({ file }) => `import './${file}';`).join('\n'), resolveDir: root },
      bundle: true,
      write: false,
      metafile: true,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      conditions: ['import'],
      logLevel: 'silent',
    });
    const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    const wanted = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path: target }) => target));
    expect(wanted.filter((target) => builtins.has(target))).toEqual([]);
  });

  it.each([
    ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bset(?:Timeout|Interval|Immediate)\b/],
    ['chance', /\bMath\.random\b|\bcrypto\b/],
    ['the process or a console', /\bprocess\.|\bconsole\.|\bglobalThis\b/],
    ['the DOM library', /\bDOMParser\b|\bHTMLElement\b|\bwindow\./],
    ['the protocol', /\bvscode\b|\blanguageserver\b/],
    [
      'the locale of the machine',
      /\btoLocale\w+\(|\bIntl\.(?:DateTimeFormat|Collator|NumberFormat)\(\)|\.localeCompare\(/,
    ],
  ])('does not know %s', (_name, pattern) => {
    expect(filesThat(pattern, core)).toEqual([]);
  });

  it('speaks offsets: lines are counted in one file, and known only to the exported records', () => {
    const knowing = filesThat(/\bcreateLineIndex\b|\bpositionAt\b|\boffsetAt\b|\bLinePosition\b/, core);
    expect(knowing.filter((file) => !file.startsWith('server/src/core/export/'))).toEqual([
      'server/src/core/text/line-index.ts',
    ]);
  });
});

describe('the workspace', () => {
  it('reaches files and time through what it is given', () => {
    const workspace = sources.filter(({ file }) => file.startsWith('server/src/workspace/'));
    expect(
      filesThat(
        /\bDate\.now\b|\bperformance\b|\bset(?:Timeout|Interval|Immediate)\b|\bprocess\.|\bBuffer\b/,
        workspace,
      ),
    ).toEqual([]);
  });
});

describe('the sources', () => {
  it.each([
    ['run text as code', /\beval\(|\bnew Function\b/],
    [
      'use the network',
      /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|['"](?:node:)?(?:https?|net|tls|dgram|dns|http2)['"]/,
    ],
    [
      'silence the compiler or the linter',
      /@ts-(?:ignore|expect-error|nocheck)|biome-ignore|\bas any\b|\bas unknown as\b/,
    ],
  ])('do not %s', (_name, pattern) => {
    expect(filesThat(pattern, sources)).toEqual([]);
  });

  it('are found, so that the tests above look at something', () => {
    expect(core.length).toBeGreaterThan(10);
    expect(sources.length).toBeGreaterThan(core.length);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length);
  });
});

function filesThat(pattern: RegExp, among: readonly Source[]): readonly string[] {
  return among.filter(({ code }) => pattern.test(code)).map(({ file }) => file);
}

function folderOf(file: string): string {
  const folders = Object.keys(allowed).filter((folder) => file.startsWith(`${folder}/`));
  return folders.reduce((longest, folder) => (folder.length > longest.length ? folder : longest), '');
}

function typeScriptFiles(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .sort();
}

function readSource(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  return { file, code: withoutComments(text), imports: importsIn(file, text) };
}

/** Static and dynamic imports and re-exports; in our sources each stands at the start of a line or after `await`. */
function importsIn(file: string, text: string): readonly Import[] {
  const statement =
    /^(?:import|export)\b(\s+type\b)?[^'";]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  return [...text.matchAll(statement)].map(([, type, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? '';
    const isFile = name.startsWith('.');
    return {
      target: isFile ? path.posix.join(path.posix.dirname(file), name) : name,
      isFile,
      isTypeOnly: type !== undefined,
    };
  });
}

/** Comments may speak of what the code must not do. A comment sign inside a string begins none: it follows no space. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
