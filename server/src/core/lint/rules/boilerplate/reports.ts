import type { Article } from '../../../article/article.ts';
import { type Message, message } from '../../../text/message.ts';
import { removalEdit } from '../../removal.ts';
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
  const removal = removalFix(article, block, remove);
  const move = moveToFrontMatter(article, block);
  return { span: block.span, message: found, unnecessary: true, fixes: move ? [move, removal] : [removal] };
}

function removalFix(article: Article, block: BoilerplateBlock, title: Message): Fix {
  const safety = removalSafety[block.kind];
  const { edits, removal } = removalOf(article, block);
  return removal ? { title, safety, edits, removal } : { title, safety, edits };
}

/** The edit that deletes a block, and what would be left empty around it. */
export function removalOf(
  { text }: Article,
  { span, isPreformatted }: BoilerplateBlock,
): Pick<Fix, 'edits' | 'removal'> {
  if (isPreformatted) return { edits: [{ span, text: '' }] };
  const edit = removalEdit(text, span);
  return { edits: [edit], removal: { span, edit } };
}

/** Keeps what a credit says as keys of the front matter before removing it. */
function moveToFrontMatter(article: Article, block: BoilerplateBlock): Fix | undefined {
  const { kind, lines } = block;
  const remarks = readRemarks(article, kind, lines);
  const insertion = insertRemarks(article, remarks);
  if (!insertion) return undefined;
  const removal = removalOf(article, block);
  return {
    title: message('Move to the front matter: {0}', remarks.map(yamlLine).join(', ')),
    safety: 'suggestion',
    ...removal,
    edits: [insertion, ...removal.edits],
  };
}
