/**
 * A sentence for a person, not yet in a language: an English template with `{0}`, `{1}` … and what stands in their
 * places. The template itself is the key under which translations are found, as `@vscode/l10n` does it.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly MessageArgument[];
}

/** What stands in a place of a template; a message is itself rendered first. */
export type MessageArgument = string | number | Message;

/** Gives the translation of a template, or the template itself where there is none. */
export type Translate = (template: string) => string;

/** Builds a {@link Message}. The template must be a literal: a test collects every literal and asks for its translation. */
export function message(template: string, ...args: readonly MessageArgument[]): Message {
  return { template, args };
}

export function renderMessage({ template, args }: Message, translate: Translate = (english) => english): string {
  return translate(template).replace(/\{(\d+)\}/g, (placeholder, digits: string) => {
    const value = args[Number(digits)];
    if (value === undefined) return placeholder;
    return typeof value === 'object' ? renderMessage(value, translate) : String(value);
  });
}
