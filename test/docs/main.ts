/**
 * Writes the pages under `docs/rules` from the rules, and deletes those whose rule is gone. With `--check` it writes
 * nothing, says which pages are not as they should be, and exits 1 if there are any.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { allRules } from '../../server/src/core/lint/rules/registry.ts';
import { documentationPages } from './pages.ts';

const folder = path.join(import.meta.dirname, '../../docs/rules');
const pages = documentationPages(allRules);

await mkdir(folder, { recursive: true });
const present = await readdir(folder);
const orphaned = present.filter((name) => !pages.has(name));
const stale: string[] = [];
for (const [name, content] of pages) {
  const current = present.includes(name) ? await readFile(path.join(folder, name), 'utf8') : undefined;
  if (current !== content) stale.push(name);
}

if (process.argv.includes('--check')) {
  for (const name of stale) console.log(`docs/rules/${name} is stale: run npm run docs`);
  for (const name of orphaned) console.log(`docs/rules/${name} belongs to no rule: run npm run docs`);
  process.exitCode = stale.length + orphaned.length > 0 ? 1 : 0;
} else {
  for (const name of stale) await writeFile(path.join(folder, name), pages.get(name) ?? '');
  for (const name of orphaned) await rm(path.join(folder, name));
  console.log(`${pages.size} pages: ${stale.length} written, ${orphaned.length} deleted`);
}
