import type { Article } from '../../../article/article.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Fix, LintConfig, Report } from '../../rule.ts';
import { type BoilerplateBlock, classifyBoilerplate } from './classify.ts';
import { type BoilerplateKind, removalSafety } from './kinds.ts';
import { insertRemarks, readRemarks, yamlLine } from './remarks.ts';

interface BlockMessages {
  readonly found: Message;
  /** The title of the fix. */
  readonly remove: Message;
}

/** The check of a rule that reports every block of one kind, with its removal as fix. */
export function blockReports(
  kind: BoilerplateKind,
  messages: BlockMessages,
): (article: Article, config: LintConfig) => readonly Report[] {
  return (article, config) => {
    const blocks = classifyBoilerplate(article, config.boilerplate)[kind];
    return blocks ? blocks.map((block) => reportOf(article, block, messages)) : nothing;
  };
}

/** What most rules report on most articles. */
const nothing: readonly Report[] = [];

function reportOf(article: Article, block: BoilerplateBlock, { found, remove }: BlockMessages): Report {
  const removal: Fix = { title: remove, safety: removalSafety[block.kind], edits: [block.removal] };
  const move = moveToFrontMatter(article, block);
  return { span: block.span, message: found, unnecessary: true, fixes: move ? [move, removal] : [removal] };
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
