/**
 * Runs the tests that need a real VS Code, against what `esbuild.mjs --tests` has built: the suites in the extension
 * host, one test as a web extension, and one that only has a keyboard.
 *
 *   node test/vscode/run.mjs [--grep TEXT] [--report FILE]
 *
 * By default VS Code comes from the npm registry and its window is Chromium; with COPYDESK_TEST_ELECTRON=1 the desktop
 * program is downloaded from Microsoft. `--report` writes the counts as JSON: `{ "passed": 1, "failed": 0 }`.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { askBeforeReading, walkThroughArticles } from './articles-view.mjs';
import { exportByKeyboard } from './keyboard.mjs';
import { requireChromium } from './workbench/chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { grep: { type: 'string', default: '' }, report: { type: 'string' } } });

const temporary = await mkdtemp(path.join(tmpdir(), 'copydesk-tests-'));
const results = await runEverything().finally(() => rm(temporary, { recursive: true, force: true }));
for (const { title, milliseconds, error } of results) {
  console.log(`${error === undefined ? '✔' : '✘'} ${title} (${milliseconds} ms)`);
  if (error !== undefined) console.log(error.replaceAll(/^/gm, '    '));
}
const failed = results.filter(({ error }) => error !== undefined).length;
const counts = { passed: results.length - failed, failed };
if (values.report !== undefined) await writeFile(values.report, JSON.stringify(counts));
process.exit(failed > 0 ? 1 : 0);

/** Resolves to `{ title, milliseconds, error? }` for every test; `error` is there if it failed. */
async function runEverything() {
  const chromium = await resultOf('Chromium is there', requireChromium);
  if (chromium.error !== undefined) return [chromium];
  const single = {
    'Copydesk works as a web extension': () => runInVsCode('web.js', {}, ['--extensionDevelopmentKind=web']),
    'The view of articles leads by keyboard to each place, and follows the files': walkThroughArticles,
    'The articles of a large folder are read only when they are wanted': askBeforeReading,
    'Export Projects by keyboard gives what the command line gives': exportByKeyboard,
  };
  const results = await runSuites();
  for (const [title, test] of Object.entries(single)) {
    if (title.includes(values.grep)) results.push(await resultOf(title, test));
  }
  return results;
}

/** The result of every test that reported one, and a failure if VS Code ended otherwise than they say. */
async function runSuites() {
  const report = path.join(temporary, 'report.json');
  await writeFile(report, '[]');
  const environment = { COPYDESK_TEST_REPORT: report, COPYDESK_TEST_GREP: values.grep };
  const ending = await resultOf('VS Code runs the suites to their end', () => runInVsCode('index.js', environment, []));
  const results = JSON.parse(await readFile(report, 'utf8'));
  const isExplained = ending.error === undefined || results.some(({ error }) => error !== undefined);
  return isExplained ? results : [...results, ending];
}

/** Runs one bundle of tests on a copy of the fixtures, and rejects if it fails. */
async function runInVsCode(tests, environment, launchArgs) {
  const folder = path.join(temporary, `articles-for-${tests}`);
  await cp(path.join(import.meta.dirname, 'fixtures'), folder, { recursive: true });
  const isDesktop = process.env.COPYDESK_TEST_ELECTRON === '1';
  await runTests({
    ...(isDesktop ? {} : { vscodeExecutablePath: path.join(import.meta.dirname, 'workbench/executable.mjs') }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist/test', tests),
    extensionTestsEnv: environment,
    launchArgs: [folder, ...launchArgs],
  });
}

async function resultOf(title, test) {
  const start = performance.now();
  const error = await test().then(
    () => undefined,
    (reason) => reason.stack,
  );
  return { title, milliseconds: Math.round(performance.now() - start), error };
}
