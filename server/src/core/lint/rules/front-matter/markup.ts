import { decodeHTML } from 'entities';

const lineBreak = /<br\s?\/?>/gi;
const tag = /<\/?(?:a|b|br|div|em|font|i|p|small|span|strong|sub|sup|u)(?:\s[^<>]{0,200})?\/?>/gi;
const markup =
  /&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|hellip|[mn]dash|middot|bull|copy|reg|trade|times|#\d{1,6}|#x[\da-f]{1,5});|<\/?(?:a|b|br|div|em|font|i|p|small|span|strong|sub|sup|u)(?:\s[^<>]{0,200})?\/?>/i;

/** The plain text of a value that holds entities or tags; undefined for one that holds none. */
export function withoutMarkup(text: string): string | undefined {
  if (!markup.test(text)) return undefined;
  return decodeHTML(text.replace(lineBreak, ' ').replace(tag, '')).replace(/\s+/g, ' ').trim();
}
