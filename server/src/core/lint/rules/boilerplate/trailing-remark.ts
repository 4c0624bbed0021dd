import { readCreditLine } from './credit-line.ts';
import type { BoilerplateKind } from './kinds.ts';
import { simplified } from './simplified.ts';

/** Furniture behind the last sentence of a paragraph, from an offset to the end of its text. */
export interface TrailingRemark {
  readonly kind: BoilerplateKind;
  readonly start: number;
}

/**
 * Reads what a site appends to the article's last paragraph: "……。（记者 李明）", "……。（某某新闻APP）", "……。（完）", or a
 * sentence that asks for comments. Brackets inside a sentence are content, and so is a whole paragraph, here. `isMedium`
 * knows media by names that do not say so themselves.
 */
export function readTrailingRemark(text: string, isMedium: (name: string) => boolean): TrailingRemark | undefined {
  let remark: TrailingRemark | undefined;
  for (let end = text.length; ; ) {
    const bracket = trailingBracket.exec(text.slice(Math.max(0, end - longestRemark), end));
    const start = bracket ? end - bracket[0].length : 0;
    const inside = bracket?.groups?.inside;
    const kind = inside !== undefined && start > 0 ? bracketKind(inside, isMedium) : undefined;
    if (!kind) break;
    // "（参与采写：李明）（完）": what names people is more than the mark behind it.
    remark = { kind: remark && kind === 'end-mark' ? remark.kind : kind, start };
    end = start;
  }
  if (remark && /[。！？!?”"』」…；.]\s{0,3}$/.test(text.slice(Math.max(0, remark.start - 4), remark.start)))
    return remark;
  return readTrailingCall(text);
}

const trailingBracket = /\s{0,3}[（(【[](?<inside>[^（）()【】[\]]{1,40})[）)】\]]$/;

/** In characters, with the brackets. */
const longestRemark = 50;

function bracketKind(inside: string, isMedium: (name: string) => boolean): BoilerplateKind | undefined {
  if (/^(?:完|全文完|本文完|未完待续|end)$/i.test(inside)) return 'end-mark';
  const credit = readCreditLine(simplified(inside));
  if (credit) return credit.kind === 'page-info' ? undefined : credit.kind;
  return mediumName.test(inside) || isMedium(inside) ? 'source-credit' : undefined;
}

const mediumName =
  /^(?!.*[，。、；：])\p{Script=Han}{1,10}(?:APP|客户端|网|[日晚早时晨商导周都证]报|周刊|[新中财通]?[华联讯新]社|新闻|财经|科技|卫视|电视台|融媒体?|公众号)$/iu;

/** Sentences at the end of a paragraph that ask the reader to comment, with the question that leads up to them. */
function readTrailingCall(text: string): TrailingRemark | undefined {
  const call = trailingCall.exec(text);
  if (!call || call.index === 0) return undefined;
  const lead = leadingQuestion.exec(text.slice(Math.max(0, call.index - 60), call.index));
  const start = call.index - (lead?.[0].length ?? 0);
  return start > 0 && /[。！？!?]/.test(text[start - 1] ?? '') ? { kind: 'call-to-action', start } : undefined;
}

const trailingCall =
  /(?<=[。！？!?])[^。！？!?]{0,24}(?:欢迎|请|不妨|快来|可以)?[^。！？!?]{0,6}(?:评论区|留言区|评论中|评论里|文末留言|下方评论|下方留言)[^。！？!?]{0,24}[。！？!?~]{0,3}$/;
const leadingQuestion = /(?<=[。！!]|^)[^。！？!?]{2,40}[？?]$/;
