import type { Article } from '../../../article/article.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Fix, Report } from '../../rule.ts';
import { type BoilerplateBlock, classifyBoilerplate } from './classify.ts';
import { type BoilerplateKind, removalSafety } from './kinds.ts';
import { insertRemarks, readRemarks, yamlLine } from './remarks.ts';

/** Reports every block of a kind, with `found` as message and a removal titled `remove` as fix. */
export function* reportBlocks(
  article: Article,
  kind: BoilerplateKind,
  { found, remove }: { readonly found: Message; readonly remove: Message },
): Iterable<Report> {
  for (const block of classifyBoilerplate(article)) {
    if (block.kind !== kind) continue;
    const removal: Fix = { title: remove, safety: removalSafety[kind], edits: [block.removal] };
    const move = moveToFrontMatter(article, block);
    yield { span: block.span, message: found, unnecessary: true, fixes: move ? [move, removal] : [removal] };
  }
}

/** Keeps what a credit says as keys of the front matter before removing it. */
function moveToFrontMatter(article: Article, { kind, lines, removal }: BoilerplateBlock): Fix | undefined {
  const remarks = readRemarks(article, kind, lines);
  const insertion = insertRemarks(article, remarks);
  if (!insertion) return undefined;
  return {
    title: message('Move to the front matter: {0}', remarks.map(yamlLine).join(', ')),
    safety: 'suggestion',
    edits: [insertion, removal],
  };
}
