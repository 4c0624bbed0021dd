import { allRules } from '../../core/lint/rules/registry.ts';
import { displayWidth, padToWidth } from '../../core/text/display.ts';
import { type ExitCode, exitCodes, type Shell } from '../shell.ts';

/** Lists every rule: its code, its severity unless set otherwise, and what it finds. */
export async function listRules(shell: Shell): Promise<ExitCode> {
  const width = allRules.reduce((widest, { code }) => Math.max(widest, displayWidth(code)), 0);
  const lines = allRules.map(
    ({ code, severity, isOptional, summary }) =>
      `${padToWidth(code, width)}  ${padToWidth(isOptional ? 'off' : severity, 7)}  ${shell.translate(summary)}\n`,
  );
  await shell.write(lines.join(''));
  return exitCodes.fine;
}
