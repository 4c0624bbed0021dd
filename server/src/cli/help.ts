import type { Command, HelpConfiguration, Option, OutputConfiguration } from 'commander';
import { displayWidth, wrapToWidth } from '../core/text/display.ts';
import { type Message, message, renderMessage, type Translate } from '../core/text/message.ts';

/** How help is laid out, with commander's own words translated and wide characters counted as two columns. */
export function helpIn(translate: Translate): HelpConfiguration {
  const titles: Readonly<Record<string, Message>> = {
    'Usage:': message('Usage:'),
    'Arguments:': message('Arguments:'),
    'Options:': message('Options:'),
    'Global Options:': message('Options of every command:'),
    'Commands:': message('Commands:'),
  };
  const defaultOf = (option: Option) =>
    option.defaultValue === undefined || option.isBoolean()
      ? []
      : [renderMessage(message('(default: {0})', String(option.defaultValue)), translate)];
  return {
    showGlobalOptions: true,
    displayWidth,
    boxWrap: (text, width) =>
      text
        .split('\n')
        .flatMap((line) => wrapToWidth(line, width))
        .join('\n'),
    styleTitle(title) {
      const known = titles[title];
      return known ? renderMessage(known, translate) : title;
    },
    optionDescription: (option) => [option.description, ...defaultOf(option)].join(' '),
    subcommandTerm: (command) => command.name(),
    subcommandDescription: (command) => command.summary(),
  };
}

/** The examples under a command's help; each is a line to type and what it does. */
export function addExamples(
  command: Command,
  translate: Translate,
  examples: readonly (readonly [line: string, does: Message])[],
): void {
  const lines = examples.map(([line, does]) => `  ${line}\n      ${renderMessage(does, translate)}`);
  command.addHelpText('after', `\n${renderMessage(message('Examples:'), translate)}\n${lines.join('\n')}`);
}

/** Says commander's errors in the person's language; one that is not known here comes as commander has it. */
export function errorsIn(translate: Translate): OutputConfiguration {
  return {
    outputError(text, write) {
      const said = errors.flatMap(([pattern, toMessage]) => {
        const match = pattern.exec(text);
        return match ? [toMessage(match.slice(1).map((group) => group ?? ''))] : [];
      })[0];
      const suggested = /\(Did you mean (.+)\?\)/.exec(text)?.[1];
      write(said ? `${renderMessage(said, translate)}\n` : text);
      if (suggested) write(`${renderMessage(message('Did you mean {0}?', suggested), translate)}\n`);
    },
  };
}

const errors: readonly (readonly [RegExp, (groups: readonly string[]) => Message])[] = [
  [
    /^error: unknown option '(.*?)'/,
    ([option = '']) => message('Unknown option {0}; --help lists the options', option),
  ],
  [
    /^error: unknown command '(.*?)'/,
    ([command = '']) => message('Unknown command {0}; expected check, fix, export, learn or rules', command),
  ],
  [/^error: option '(.*?)' argument missing/, ([option = '']) => message('The option {0} needs a value', option)],
  [
    /^error: option '(.*?)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/m,
    ([option = '', value = '', choices = '']) =>
      message('{0} is no value of {1}; expected one of {2}', value, option, choices),
  ],
  [
    /^error: option '(.*?)' argument '(.*)' is invalid\. (.*)$/m,
    ([option = '', value = '', reason = '']) => message('{0} is no value of {1}: {2}', value, option, reason),
  ],
  [/^error: too many arguments/, () => message('Too many arguments')],
];
