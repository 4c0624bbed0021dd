import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, it } from 'vitest';
import bundle from '../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };

const root = path.dirname(import.meta.dirname);

/** In bytes, of a build with `--production`. */
const budgets = {
  'dist/extension.js': 1_000_000,
  'dist/browser.js': 1_000_000,
  'dist/server.js': 1_000_000,
  'dist/server.browser.js': 1_000_000,
  'dist/cli.js': 1_000_000,
  'dist/linear-patterns.mjs': 200_000,
};
const budgetOfDownload = 1_500_000;

const required = [
  ...Object.keys(budgets),
  ...['CHANGELOG.md', 'LICENSE', 'README.md', 'images/screenshot.png', 'package.json'],
  ...[
    'dist/l10n/bundle.l10n.zh-cn.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'schemas/export-record.schema.json',
  ],
];
const alsoAllowed = [
  /^docs\/(?:README\.zh-cn|architecture|export|boilerplate|organisations|scale)\.md$/,
  /^docs\/rules\/(?:README|[a-z-]+(\.[a-z-]+)?)\.md$/,
  /^schemas\/[a-z.-]+\.json$/,
];

describe('the package', async () => {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });

  const named = filesNamedIn(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));

  it('holds every file that the extension needs', () => {
    expect(files).toEqual(expect.arrayContaining(required));
  });

  it('holds every file that the manifest names', () => {
    expect(files).toEqual(expect.arrayContaining(named));
  });

  it('holds a page for every rule', () => {
    expect(files.filter((file) => file.startsWith('docs/rules/')).length).toBeGreaterThan(0);
  });

  it('holds no stray file', () => {
    const stray = files.filter(
      (file) => ![...required, ...named].includes(file) && !alsoAllowed.some((allowed) => allowed.test(file)),
    );
    expect(stray).toEqual([]);
  });

  it.each(Object.entries(budgets))('%s is at most %i bytes', (file, budget) => {
    expect(sizeOf(file), 'is this a build with --production?').toBeLessThanOrEqual(budget);
  });

  it(`weighs at most ${budgetOfDownload} bytes when compressed`, () => {
    const sizes = files.map((file) => deflateRawSync(readFileSync(path.join(root, file)), { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budgetOfDownload);
  });
});

describe('a bundle for the web', () => {
  it.each([
    ['dist/browser.js', ['vscode']],
    ['dist/server.browser.js', []],
  ])('%s requires nothing of Node', (file, allowed) => {
    const modules = [...readFileSync(path.join(root, file), 'utf8').matchAll(/\brequire\(["']([^"']+)["']\)/g)];
    expect(modules.map(([, name]) => name).filter((name) => name !== undefined && !allowed.includes(name))).toEqual([]);
  });
});

describe('a language server', () => {
  const messages = ['core', 'lsp', 'workspace'].flatMap((folder) => messagesIn(path.join(root, 'server/src', folder)));
  const translations: Readonly<Record<string, string>> = bundle;

  it.each(['dist/server.js', 'dist/server.browser.js'])('%s speaks Chinese wherever it speaks', (file) => {
    expect(messages.length).toBeGreaterThan(100);
    // esbuild breaks long lines also inside of texts.
    const content = readFileSync(path.join(root, file), 'utf8').replaceAll('\\\n', '');
    const said = (text: string) => content.includes(text) || content.includes(JSON.stringify(text).slice(1, -1));
    expect(messages.filter((template) => !said(translations[template] ?? ''))).toEqual([]);
  });
});

/** The templates of all messages in the sources of a folder. */
function messagesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) =>
    Array.from(
      readFileSync(path.join(folder, name), 'utf8').matchAll(/\bmessage\(\s*'([^'\\\n]*)'/g),
      ([, text = '']) => text,
    ),
  );
}

/** Every string of a manifest that is the path of a file, without a leading `./`. */
function filesNamedIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(filesNamedIn);
  if (typeof value !== 'string' || !/^[\w./-]+\.(?:js|json|png|svg)$/.test(value)) return [];
  return [value.replace(/^\.\//, '')];
}

function sizeOf(file: string): number {
  return statSync(path.join(root, file)).size;
}
