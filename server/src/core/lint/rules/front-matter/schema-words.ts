import type { FrontMatterValue } from '../../../article/front-matter.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Violation } from '../../schema/violations.ts';

/** What is wrong with a value, in words about articles. What the author of the schema says for the case comes first. */
export function complaintOf(
  violation: Violation,
  key: string | undefined,
  value: FrontMatterValue | undefined,
  meant: string | undefined,
  known: readonly string[],
): Message {
  const { keyword, expected, part, path } = violation;
  const name = key ?? '';
  const own = part.errorMessage ?? (keyword === 'pattern' ? part.patternErrorMessage : undefined);
  if (typeof own === 'string' && own.trim() !== '') return message('"{0}": {1}', name, own);
  const written = shortened(value?.kind === 'scalar' ? value.text : '');
  const isItem = /^\d+$/.test(path.at(-1) ?? '');
  switch (keyword) {
    case 'type':
      return isItem
        ? message('An item of "{0}" is of the wrong kind; expected {1}.', name, kindsOf(expected))
        : message('The value of "{0}" is of the wrong kind; expected {1}.', name, kindsOf(expected));
    case 'enum':
    case 'const':
      return message(
        '“{0}” is no value of "{1}"; expected {2}.',
        written,
        name,
        valuesOf(keyword === 'enum' ? expected : [expected]),
      );
    case 'format':
      return formatComplaint(name, written, expected);
    case 'pattern':
      return message(
        '“{0}” is not written as "{1}" should be; expected the pattern {2}.',
        written,
        name,
        String(expected),
      );
    case 'unknown-key':
      if (isItem) return message('"{0}" has more items than it may have.', name);
      return meant === undefined
        ? message('There is no key "{0}" here; expected one of {1}.', name, listOf(known))
        : message('There is no key "{0}" here; did you mean "{1}"?', name, meant);
    case 'propertyNames':
      return message('A key may not be named "{0}" here.', name);
    case 'uniqueItems':
      return message('A value stands twice in "{0}"; expected each once.', name);
    default:
      return limitComplaint(violation, name);
  }
}

export function missingKeyComplaint(key: string, around: string | undefined): Message {
  return around === undefined
    ? message('The key "{0}" is missing; expected it in such an article.', key)
    : message('The key "{0}" is missing; expected it in "{1}".', key, around);
}

function formatComplaint(name: string, written: string, format: unknown): Message {
  switch (format) {
    case 'date':
      return message('“{0}” in "{1}" is no day; expected one like 2022-02-24.', written, name);
    case 'date-time':
      return message('“{0}” in "{1}" is no date with a time; expected one like 2022-02-24T08:20:59Z.', written, name);
    case 'uri':
    case 'url':
    case 'uri-reference':
      return message('“{0}” in "{1}" is no address; expected one that begins with "https://".', written, name);
    case 'email':
      return message('“{0}” in "{1}" is no mail address.', written, name);
    default:
      return message('“{0}” in "{1}" is not of the form {2}.', written, name, String(format));
  }
}

/** Numbers in the schema that a value must not pass, and what has no words of its own. */
function limitComplaint({ keyword, expected }: Violation, name: string): Message {
  const limit = String(expected);
  switch (keyword) {
    case 'minLength':
      return message('The value of "{0}" is too short; expected at least {1} characters.', name, limit);
    case 'maxLength':
      return message('The value of "{0}" is too long; expected at most {1} characters.', name, limit);
    case 'minItems':
      return message('"{0}" has too few items; expected at least {1}.', name, limit);
    case 'maxItems':
      return message('"{0}" has too many items; expected at most {1}.', name, limit);
    case 'minProperties':
      return message('"{0}" has too few keys; expected at least {1}.', name, limit);
    case 'maxProperties':
      return message('"{0}" has too many keys; expected at most {1}.', name, limit);
    case 'minimum':
      return message('The value of "{0}" is too small; expected {1} or more.', name, limit);
    case 'maximum':
      return message('The value of "{0}" is too large; expected {1} or less.', name, limit);
    case 'exclusiveMinimum':
      return message('The value of "{0}" is too small; expected more than {1}.', name, limit);
    case 'exclusiveMaximum':
      return message('The value of "{0}" is too large; expected less than {1}.', name, limit);
    case 'multipleOf':
      return message('The value of "{0}" is no multiple of {1}.', name, limit);
    default:
      return name === ''
        ? message('The front matter fits none of the forms that the schema allows.')
        : message('The value of "{0}" fits none of the forms that the schema allows.', name);
  }
}

/** Two kinds are as many as a schema names in practice. */
function kindsOf(expected: unknown): Message {
  const kinds = (Array.isArray(expected) ? expected : [expected]).map((type: unknown) => kindNames[String(type)]);
  const [first = message('another one'), second, third] = kinds;
  if (!second) return first;
  return third ? message('{0}, {1} or {2}', first, second, third) : message('{0} or {1}', first, second);
}

const kindNames: Readonly<Record<string, Message | undefined>> = {
  string: message('a text'),
  number: message('a number'),
  integer: message('a whole number'),
  boolean: message('true or false, without quotes'),
  array: message('a list'),
  object: message('keys with values'),
  null: message('nothing'),
};

/** So many values are listed; the rest would make the sentence unreadable. */
const mostListed = 8;

function valuesOf(values: unknown): string {
  return listOf(
    (Array.isArray(values) ? values : []).map((value: unknown) =>
      typeof value === 'string' ? value : JSON.stringify(value),
    ),
  );
}

function listOf(names: readonly string[]): string {
  return [...names.slice(0, mostListed), ...(names.length > mostListed ? ['…'] : [])].join(', ');
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
