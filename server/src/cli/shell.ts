import { type Message, renderMessage, type Translate } from '../core/text/message.ts';
import { translateTo } from '../translations.ts';

/** What a command may do to the world besides reading and writing files. */
export interface Shell {
  readonly translate: Translate;
  /** What `translate` translates to: a BCP 47 tag, or the name of a POSIX locale. */
  readonly language: string;
  /** Whether a person reads standard output as it comes. */
  readonly isTerminal: boolean;
  /** Whether standard output shows colours. */
  readonly hasColors: boolean;
  /** How many columns standard output has; a sensible number where it is no terminal. */
  readonly width: number;
  /** Writes data to standard output. */
  write(data: string | Uint8Array): Promise<void>;
  /** Tells the person something, on standard error. */
  note(text: Message): void;
  /** Tells the person, on standard error, what could not be done with a file; the program will end with `unusable`. */
  fail(file: string, reason: Message): void;
}

/** What a program says by the number it ends with. Higher ones prevail. */
export const exitCodes = { fine: 0, findings: 1, unusable: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The shell of this process; `failed` is called each time that something could not be done. */
export function processShell(language: string, failed: () => void): Shell {
  const translate = translateTo(language);
  const { stdout, stderr, env } = process;
  const say = (text: Message) => {
    stderr.write(`${renderMessage(text, translate)}\n`);
  };
  return {
    translate,
    language,
    isTerminal: stdout.isTTY === true,
    hasColors: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    width: Math.min(Math.max(stdout.columns ?? 110, 60), 160),
    write: (data) => new Promise((resolve) => stdout.write(data, () => resolve())),
    note: say,
    fail(file, reason) {
      failed();
      stderr.write(`${file}: ${renderMessage(reason, translate)}\n`);
    },
  };
}
