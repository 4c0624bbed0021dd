import type { Element } from 'domhandler';
import { nodeSpan } from '../../../article/html.ts';
import { buttonBarKind } from './button-bar.ts';
import type { BoilerplateKind } from './kinds.ts';
import { simplified } from './simplified.ts';
import { charactersIn, isProjectLine, linesIn, type Survey } from './survey.ts';

/**
 * What a table is whose cells hold nothing of the article: the record with which offices open a document (索引号, 发文字号,
 * 成文日期 …), or the way to other pages of a paper. Undefined for every other table.
 */
export function furnitureTableKind(table: Element, survey: Survey): BoilerplateKind | undefined {
  const range = linesIn(survey, nodeSpan(table));
  const isSmall = range.end > range.start && range.end - range.start <= mostLines;
  if (!isSmall || charactersIn(survey, range) > mostCharacters) return undefined;
  const lines = survey.lines.slice(range.start, range.end);
  if (lines.some((line) => isProjectLine(survey, line))) return undefined;
  const texts = lines.map(({ text }) => simplified(text));
  if (isNearStart(survey, range.start) && isRecord(texts)) return 'page-info';
  return isPageTurner(texts) ? 'navigation' : undefined;
}

const mostLines = 30;
const mostCharacters = 400;

/** In characters: a record stands above the document, or below its title. */
function isNearStart(survey: Survey, line: number): boolean {
  return charactersIn(survey, { start: 0, end: line }) <= 160;
}

/** At least half of the cells begin with the name of a field, as the others hold what each says. */
function isRecord(texts: readonly string[]): boolean {
  const fields = texts.filter((text) => recordField.test(text.replace(/\s/g, ''))).length;
  return fields >= fewestFields && fields * 2 >= texts.length;
}

const fewestFields = 3;

/** The fields that the rules on open government information name, and what sites add to them. */
const recordField =
  /^[【[]?(?:(?:信息)?索引号?|索取号|(?:发文|发布|公开|制发)(?:机关|机构|单位|部门|字号|文号|日期|时间|方式|形式|范围|时限|类别)|文(?:件编)?号|(?:主题|信息|体裁|组配|公文|服务对象)(?:分类|类别|种类|词)|(?:成文|生成|生效|废止|施行|有效)(?:日期|时间|期)|公文时效|(?:有|时)效性|效力状态|(?:文件|信息)?(?:名称|标题)|主题词|关键词|责任部门|信息来源)[】\]]?(?:[：:]|$)/;

/** Nothing but the names of pages and words from buttons, at least one of which turns a page. */
function isPageTurner(texts: readonly string[]): boolean {
  const isTurner = (text: string): boolean => buttonBarKind(text) === 'navigation';
  return texts.some(isTurner) && texts.every((text) => isTurner(text) || pageOfPaper.test(text));
}

/** "第02版：要闻", "A03版", "2023年4月18日 星期二" */
const pageOfPaper =
  /^(?:第?\s?[A-Z]?\d{1,3}\s?版[：:\s]{0,3}\p{Script=Han}{0,8}|\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s{0,3}星期.)?)$/u;
