import { isMainThread } from 'node:worker_threads';
import { CommanderError } from 'commander';
import { message, renderMessage } from '../core/text/message.ts';
import { languageFor } from './language.ts';
import { programWith } from './program.ts';
import { exitCodes, processShell } from './shell.ts';
import { codeOf, reasonOf } from './system-error.ts';
import { serveWork } from './work/thread.ts';

if (isMainThread) runProgram();
else serveWork();

function runProgram(): void {
  let hasFailed = false;
  const shell = processShell(languageFor(process.argv.slice(2), process.env), () => {
    hasFailed = true;
  });

  process.stdout.on('error', (error) => {
    // The reader has gone, as `head` does: nothing is wrong, and nobody wants the rest.
    if (codeOf(error) !== 'EPIPE')
      shell.fail(renderMessage(message('standard output'), shell.translate), reasonOf(error));
    process.exit(hasFailed ? exitCodes.unusable : process.exitCode);
  });
  // Nobody listens to what is said; the data still goes out.
  process.stderr.on('error', () => undefined);

  const program = programWith(shell, (code) => {
    process.exitCode = hasFailed ? exitCodes.unusable : code;
  });
  program.parseAsync().catch((error: unknown) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.unusable;
      return;
    }
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = exitCodes.unusable;
  });
}
