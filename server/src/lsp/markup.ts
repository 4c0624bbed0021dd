import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/** Writes text for a hover, in Markdown or without any markup. */
export interface Markup {
  /** Text that is shown as it is. */
  text(text: string): string;
  strong(text: string): string;
  link(label: string, target: string): string;
  /** The picture itself where markup can show one, else its address. */
  image(target: string): string;
  /** The whole: parts below each other, each a list of lines. */
  content(parts: readonly (readonly string[])[]): MarkupContent;
}

export function createMarkup(isMarkdown: boolean): Markup {
  return isMarkdown ? markdown : plainText;
}

const markdown: Markup = {
  text: escapeMarkdown,
  strong: (text) => `**${escapeMarkdown(text.trim())}**`,
  link: (label, target) => `[${escapeMarkdown(label)}](<${target.replace(/[<>\\]/g, encodeURIComponent)}>)`,
  image: (target) => `![](<${target.replace(/[<>\\]/g, encodeURIComponent)}>)`,
  content: (parts) => ({
    kind: MarkupKind.Markdown,
    value: parts.map((lines) => lines.join('  \n')).join('\n\n---\n\n'),
  }),
};

const plainText: Markup = {
  text: (text) => text,
  strong: (text) => text,
  link: (label) => label,
  image: (target) => target,
  content: (parts) => ({ kind: MarkupKind.PlainText, value: parts.map((lines) => lines.join('\n')).join('\n\n') }),
};

/** Every ASCII punctuation mark may be escaped (CommonMark 0.31, section 2.4); these are the ones that can mean something. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&:@]/g, '\\$&');
}
