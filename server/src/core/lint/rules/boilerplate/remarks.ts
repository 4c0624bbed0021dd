import type { Article } from '../../../article/article.ts';
import { readCredits } from '../../../article/credits.ts';
import { findEntry, textOf } from '../../../article/front-matter.ts';
import type { Line } from '../../../article/lines.ts';
import type { Edit } from '../../../text/edit.ts';
import type { BoilerplateKind } from './kinds.ts';
import { isSameTitle } from './title-echo.ts';

/** Something that furniture says about the article, as a key and a value of its front matter. */
export interface Remark {
  readonly key: 'editor' | 'originalTitle' | 'reporter' | 'source';
  readonly value: string;
}

/** What lines of furniture of one kind say that the front matter does not say yet. */
export function readRemarks(article: Article, kind: BoilerplateKind, lines: readonly Line[]): readonly Remark[] {
  if (kind !== 'editor-credit' && kind !== 'source-credit' && kind !== 'original-title') return [];
  const { editor, reporter, source } = readCredits(lines);
  const originalTitle = kind === 'original-title' ? readOriginalTitle(article, lines) : undefined;
  const values = { originalTitle, source: source?.value, editor: editor?.value, reporter: reporter?.value };
  const remarks: Remark[] = [];
  for (const key of remarkKeys) {
    const value = values[key];
    if (value && !findEntry(article.frontMatter, key)) remarks.push({ key, value });
  }
  return remarks;
}

const remarkKeys = ['originalTitle', 'source', 'editor', 'reporter'] as const;

/** A line that echoes the title letter by letter says nothing new. */
function readOriginalTitle({ frontMatter }: Article, lines: readonly Line[]): string | undefined {
  const line = lines[0]?.text;
  if (line === undefined) return undefined;
  const printed = (labelledTitle.exec(line)?.groups?.title ?? line).trim();
  const title = textOf(findEntry(frontMatter, 'title')?.value)?.value ?? '';
  return isSameTitle(printed, title) ? undefined : printed;
}

const labelledTitle =
  /^[（([【]?(?:原标题|原標題|原题|原文标题|文章原标题|Original title)\s{0,3}[：:|｜](?<title>[^\n]+?)(?:\s(?:来源|來源|作者|责任编辑|编辑)[：:][^\n]*)?[）)\]】]?$/i;

/** The edit that writes the remarks as the last lines of the front matter; undefined where that is not closed. */
export function insertRemarks({ text, frontMatter }: Article, remarks: readonly Remark[]): Edit | undefined {
  const at = frontMatter?.closingFence?.start;
  if (at === undefined || remarks.length === 0) return undefined;
  const lineBreak = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  return { span: { start: at, end: at }, text: remarks.map((remark) => yamlLine(remark) + lineBreak).join('') };
}

export function yamlLine({ key, value }: Remark): string {
  return `${key}: ${isPlainYaml(value) ? value : `'${value.replaceAll("'", "''")}'`}`;
}

/** True where no reader of YAML 1.1 or 1.2 could take the value for anything but this text. */
function isPlainYaml(value: string): boolean {
  return /^\p{L}[\p{L}\p{N} ·、，。]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off|[yn])$/i.test(value);
}
