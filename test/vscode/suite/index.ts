/// <reference types="mocha" />
import { writeFileSync } from 'node:fs';

/** One test as the parent process prints and counts it. `error` holds a stack when the test failed. */
interface TestResult {
  readonly title: string;
  readonly milliseconds: number;
  readonly error?: string;
}

/**
 * The entry that VS Code calls in its extension host; rejects when a test failed. Environment variables tell it
 * where to write a `TestResult[]` as JSON (`COPYDESK_TEST_REPORT`) and which tests to run (`COPYDESK_TEST_GREP`).
 */
export async function run(): Promise<void> {
  const report = process.env.COPYDESK_TEST_REPORT;
  if (report === undefined) throw new Error('COPYDESK_TEST_REPORT does not name a file for the report');
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, grep: process.env.COPYDESK_TEST_GREP ?? '' });
  // The parent process prints the results.
  mocha.reporter(Mocha.reporters.Base);
  // Mocha defines `describe` and `it` when a file is about to load; all of ours are in this one bundle.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./language.test.ts');
  await import('./problems.test.ts');
  await import('./fixes.test.ts');
  await import('./outline.test.ts');
  await import('./front-matter.test.ts');
  await import('./navigation.test.ts');
  await import('./boilerplate.test.ts');
  await import('./organizations.test.ts');
  await import('./workspace.test.ts');
  await import('./export.test.ts');
  await import('./settings.test.ts');
  await import('./restart.test.ts');

  const results: TestResult[] = [];
  // The report is written after every test, so that one that never ends cannot hide what came before it.
  const add = (result: TestResult) => {
    results.push(result);
    writeFileSync(report, JSON.stringify(results));
  };
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => add({ title: test.fullTitle(), milliseconds: test.duration ?? 0 }))
      .on('fail', (test, error: Error) =>
        add({ title: test.fullTitle(), milliseconds: 0, error: error.stack ?? error.message }),
      );
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
