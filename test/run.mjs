/**
 * Everything that is checked, from a fresh clone: installs what is missing, then runs every step whatever became of
 * the one before. Ends with the line `N passed, N failed`, in which a step that has no tests of its own counts as one.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { provideParallel } from './apt.mjs';
import { installDependencies } from './install.mjs';
import { run } from './processes.mjs';

const root = path.dirname(import.meta.dirname);
const reports = await mkdtemp(path.join(tmpdir(), 'copydesk-reports-'));
const vitestReport = path.join(reports, 'vitest.json');
const vscodeReport = path.join(reports, 'vscode.json');

const steps = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'], seconds: 120 },
  { name: 'linter', args: ['node_modules/@biomejs/biome/bin/biome', 'ci'], seconds: 120 },
  { name: 'build', args: ['esbuild.mjs', '--production', '--tests'], seconds: 120 },
  {
    name: 'tests',
    args: [
      ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.mts'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    ],
    seconds: 1200,
    count: countVitest,
  },
  {
    name: 'tests in VS Code',
    args: ['test/vscode/run.mjs', '--report', vscodeReport],
    seconds: 1500,
    needs: 'build',
    count: countVsCode,
  },
];

const failedSteps = new Set();
let passed = 0;
let failed = 0;
try {
  await installDependencies();
  await provideParallel();
  for (const step of steps) await take(step);
} catch (error) {
  console.log(error.message);
  failed++;
} finally {
  await rm(reports, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit());

async function take({ name, args, seconds, needs, count }) {
  console.log(`\n── ${name}`);
  if (failedSteps.has(needs)) {
    console.log(`${name}: not run, because the step "${needs}" failed`);
    failed++;
    return;
  }
  const start = performance.now();
  const { code, reason } = await run(process.execPath, args, { cwd: root, seconds });
  const counts = (await count?.().catch(() => undefined)) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  // A program may fail with no test to blame: it crashed, ran out of time, or could not load a file.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.failed > 0) failedSteps.add(name);
  passed += counts.passed;
  failed += counts.failed;
  const time = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed in ${time} s${code === 0 ? '' : ` (${reason})`}`,
  );
}

/** A test file that could not be loaded has no tests in the report; it counts as one that failed. */
async function countVitest() {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    await readFile(vitestReport, 'utf8'),
  );
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  if (numPendingTests > 0) console.log(`${numPendingTests} tests were skipped`);
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

async function countVsCode() {
  return JSON.parse(await readFile(vscodeReport, 'utf8'));
}
