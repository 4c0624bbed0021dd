/** The environment variables that POSIX reads the language of messages from, the first that is set and not empty. */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * The language to speak, before the arguments are parsed: the help, too, is in it. `--language` may stand anywhere;
 * else the environment says it; else it is English.
 */
export function languageFor(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const asked = commandLine.flatMap((argument, index) => {
    if (argument === '--language') return commandLine[index + 1] ?? [];
    return argument.startsWith('--language=') ? argument.slice('--language='.length) : [];
  });
  const set = variables.map((name) => environment[name]).find(Boolean);
  return asked.at(-1) ?? set ?? 'en';
}
